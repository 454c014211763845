//! The same numbers as a table.

use leptos::prelude::*;

use crate::locale::{Message, Words};
use crate::query::{Cell, Heading, Table};
use crate::ui::kit::live::on_click;
use crate::ui::state::card::Card;

/// The table of a figure: every cell, with the reason where there is no number.
pub fn table_view(card: Card, table: &Table) -> AnyView {
    let words = card.words();
    let caption = words.text(card.figure.question);
    let rows: Vec<AnyView> = (0..table.rows.len()).map(|row| body_row(card, table, row)).collect();
    view! {
        <div class="table" data-part="table" role="region" tabindex="0" aria-label=caption>
            <table>
                <caption class="off-screen">{caption}</caption>
                <thead><tr>{head(words, table)}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

const fn class_of(heading: &Heading) -> &'static str {
    if heading.is_marked { "marked" } else { "" }
}

fn head(words: Words<'_>, table: &Table) -> Vec<AnyView> {
    let cell = |class: &'static str, name: String| view! { <th scope="col" class=class>{name}</th> }.into_any();
    let column = |(position, column)| cell(class_of(column), words.column_label(table, position));
    let columns = table.columns.iter().enumerate().map(column);
    std::iter::once(cell("", words.corner(table).to_owned())).chain(columns).collect()
}

fn body_row(card: Card, table: &Table, row: usize) -> AnyView {
    let words = card.words();
    let cells: Vec<AnyView> = (0..table.columns.len()).map(|column| body_cell(card, table, row, column)).collect();
    let heading = &table.rows[row];
    let label = words.row_label(table, row);
    view! { <tr class=class_of(heading)><th scope="row">{label}</th>{cells}</tr> }.into_any()
}

/// A number, with a mark when it is derived, or why there is none: a button that opens its proof.
fn body_cell(card: Card, table: &Table, row: usize, column: usize) -> AnyView {
    let (words, cell) = (card.words(), table.cell(row, column));
    let prove = on_click(move || card.prove(row, column));
    let (class, title, text, tag) = match cell {
        Cell::Empty(reason) => ("none", words.reason(*reason), words.short_reason(*reason), ""),
        Cell::Printed(_) => ("printed", "", words.number(table.statistic, cell), ""),
        Cell::Derived(derived) => {
            let text = words.number(table.statistic, cell);
            ("derived", words.method(derived.method), text, words.say(Message::DerivedMark))
        }
    };
    let tag = if tag.is_empty() { ().into_any() } else { view! { " " <span class="tag">{tag}</span> }.into_any() };
    view! {
        <td class=class title=title><button type="button" class="cell" on:click=prove>{text}{tag}</button></td>
    }
    .into_any()
}
