//! The same numbers as a table.

use leptos::prelude::*;

use super::Card;
use crate::locale::{Message, Words};
use crate::query::{Cell, Table};

/// The table of a figure: every cell, with the reason where there is no number.
#[component]
pub(super) fn TableView(
    /// The figure.
    card: Card,
) -> impl IntoView {
    let content = move || {
        let words = card.explorer.words();
        card.table.with(|table| {
            let caption = words.text(card.figure.question);
            view! {
                <table>
                    <caption class="off-screen">{caption}</caption>
                    {head(words, table)}
                    <tbody>{(0..table.rows.len()).map(|row| body_row(words, table, row)).collect_view()}</tbody>
                </table>
            }
        })
    };
    let label = move || card.explorer.words().text(card.figure.question);
    view! { <div class="table" data-part="table" role="region" tabindex="0" aria-label=label>{content}</div> }
}

fn head(words: Words<'_>, table: &Table) -> impl IntoView + use<> {
    let name = |column: &crate::query::Heading| {
        if column.year.is_none() && column.codes.is_empty() && table.columns.len() == 1 {
            words.subgroup(&table.group)
        } else {
            words.heading_text(column)
        }
    };
    let cell =
        |column: &crate::query::Heading| view! { <th scope="col" class:marked=column.is_marked>{name(column)}</th> };
    let corner = words.say(if table.rows.iter().any(|row| row.year.is_some()) {
        Message::YearHeading
    } else {
        Message::RowHeading
    });
    view! { <thead><tr><th scope="col">{corner}</th>{table.columns.iter().map(cell).collect_view()}</tr></thead> }
}

fn body_row(words: Words<'static>, table: &Table, row: usize) -> impl IntoView + use<> {
    let cells = (0..table.columns.len()).map(|column| match table.cell(row, column) {
        Cell::Empty(reason) => {
            let reason = *reason;
            view! { <td class="none" title=words.reason(reason)>{words.short_reason(reason)}</td> }.into_any()
        }
        cell @ Cell::Printed(_) => view! { <td>{words.number(table.statistic, cell)}</td> }.into_any(),
        cell @ Cell::Derived(derived) => {
            let title = words.method(derived.method);
            view! {
                <td class="derived" title=title>
                    {words.number(table.statistic, cell)} <span class="tag">{words.say(Message::DerivedMark)}</span>
                </td>
            }
            .into_any()
        }
    });
    let heading = &table.rows[row];
    let label = if heading.year.is_none() && heading.codes.is_empty() {
        words.subgroup(&table.group)
    } else {
        words.heading_text(heading)
    };
    view! {
        <tr class:marked=heading.is_marked>
            <th scope="row">{label}</th>
            {cells.collect_view()}
        </tr>
    }
}
