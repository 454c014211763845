//! The same numbers as a table.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::address::Display;
use crate::host::{charts, document, frames};
use crate::locale::{LateMessage, Message, Words};
use crate::query::{Cell, Heading, Table};
use crate::ui::controls::number_button::number_button;
use crate::ui::kit::keys::key_alone;
use crate::ui::kit::live::{live, on_click};
use crate::ui::kit::signals::leave_no_trace;
use crate::ui::state::card::Card;

/// The table of a figure: every cell, with the reason where there is no number.
pub fn table_view(card: Card, table: &Table) -> AnyView {
    let words = card.words();
    let caption = words.text(card.figure.question);
    // The way back of the key that leads here from a chart.
    let to_chart: Box<dyn FnMut(KeyboardEvent)> = Box::new(move |event| {
        if matches!(key_alone(&event).as_str(), "t" | "T") {
            event.prevent_default();
            card.show_as(Display::Chart);
            let chart = format!("#{} [data-part=chart]", card.element_id());
            frames::after_paint(move || document::focus(&chart));
        }
    });
    let rows: Vec<AnyView> = (0..table.rows.len()).map(|row| body_row(card, table, row)).collect();
    view! {
        {lost_chart(card)}
        <div class="table" data-part="table" role="region" tabindex="0" aria-label=caption on:keydown=to_chart>
            <table>
                <caption class="off-screen">{caption}</caption>
                <thead><tr>{head(words, table)}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// Why a table stands in the place of a chart, where what draws the charts did not arrive; and a button that asks for it again.
fn lost_chart(card: Card) -> AnyView {
    let (is_asked, explorer) = (RwSignal::new(false), card.explorer);
    let is_lost = Memo::new(move |_| {
        leave_no_trace();
        explorer.displays.has_lost_charts.get() && card.display() == Display::Chart
    });
    let title = format!("#{}-title", card.element_id());
    live(move || {
        if !is_lost.get() {
            return ().into_any();
        }
        let title = title.clone();
        let again = on_click(move || {
            let title = title.clone();
            is_asked.set(true);
            charts::ask_again(move |is_here| {
                // The table is gone with its button when the chart has come.
                let _ = is_asked.try_set(false);
                if is_here {
                    frames::after_paint(move || document::focus(&title));
                }
            });
        });
        let words = card.words();
        let label = move || words.say(if is_asked.get() { Message::LoadingPage } else { Message::TryAgain });
        view! {
            <p class="small" data-part="lost-chart">
                {words.say(LateMessage::ChartLost)} " "
                <button type="button" class="quiet" on:click=again>{live(move || label().into_any())}</button>
            </p>
        }
        .into_any()
    })
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
    let (class, title, text, tag) = match cell {
        Cell::Empty(reason) => ("none", words.reason(*reason), words.short_reason(*reason), ""),
        Cell::Printed(_) => ("printed", "", words.number(table.statistic, cell), ""),
        Cell::Derived(derived) => {
            let text = words.number(table.statistic, cell);
            ("derived", words.method(derived.method), text, words.say(Message::DerivedMark))
        }
    };
    let tag = if tag.is_empty() { ().into_any() } else { view! { " " <span class="tag">{tag}</span> }.into_any() };
    let number = number_button("0", move || card.prove(row, column), (text, tag).into_any());
    view! { <td class=class title=title>{number}</td> }.into_any()
}
