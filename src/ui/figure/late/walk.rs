//! Walking a chart by keyboard, number by number; each is shown and said.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::address::Display;
use crate::figures::Walk;
use crate::host::{document, frames};
use crate::locale::Message;
use crate::query::{Cell, Table};
use crate::ui::kit::keys::key_alone;
use crate::ui::state::card::Card;

/// What a key does while a chart has the focus. Keys that mean nothing here are left to the browser.
pub fn walk(card: Card, event: &KeyboardEvent) {
    let key = key_alone(event);
    if matches!(key.as_str(), "t" | "T") {
        event.prevent_default();
        return show_table(card);
    }
    let is_ours = untrack(|| card.table.with(|table| step(card, table, &key)));
    if is_ours {
        event.prevent_default();
    }
}

/// Shows the same numbers as a table, and goes there.
fn show_table(card: Card) {
    card.show_as(Display::Table);
    let table = format!("#{} [data-part=table]", card.element_id());
    frames::after_paint(move || document::focus(&table));
}

/// Whether the key was one of a walk. What the legend has switched off is passed over.
fn step(card: Card, table: &Table, key: &str) -> bool {
    let columns = table.columns.len();
    let walk = card.hidden.with(|hidden| Walk::through(table.rows.len(), columns, hidden));
    let Some(walk) = walk else { return false };
    let now = card.drawing.with_value(|drawing| drawing.walked).map(|cell| (cell / columns, cell % columns));
    if let ("Enter" | " ", Some((row, column))) = (key, now) {
        card.prove(row, column);
        return true;
    }
    let Some((row, column)) = walk.step(key, now) else { return false };
    card.drawing.update_value(|drawing| drawing.walked = Some(row * columns + column));
    show(card, table, row, column);
    true
}

/// Points the chart at a cell, and says it.
fn show(card: Card, table: &Table, row: usize, column: usize) {
    card.drawing.with_value(|drawing| {
        if let Some(chart) = &drawing.chart {
            chart.point_at(row, column);
        }
    });
    let (words, cell) = (card.words(), table.cell(row, column));
    let label = words.cell_label(table, row, column);
    let said = match cell {
        Cell::Empty(reason) => words.reason(*reason).to_owned(),
        Cell::Derived(_) => {
            let comma = words.say(Message::ListComma);
            format!("{}{comma}{}", words.number_with_unit(table, cell), words.say(Message::DerivedMark))
        }
        Cell::Printed(_) => words.number_with_unit(table, cell),
    };
    card.announcer.say(format!("{label}{}{said}", words.colon()));
}
