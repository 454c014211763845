//! Walking a chart by keyboard, number by number; each is shown and said.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::locale::Message;
use crate::query::Table;
use crate::ui::state::card::Card;

/// What a key does while a chart has the focus. Keys that mean nothing here are left to the browser.
pub fn walk(card: Card, event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let key = event.key();
    let is_ours = untrack(|| card.table.with(|table| step(card, table, &key)));
    if is_ours {
        event.prevent_default();
    }
}

/// Whether the key was one of a walk. What the legend has switched off is passed over.
fn step(card: Card, table: &Table, key: &str) -> bool {
    let columns = table.columns.len();
    let shown: Vec<usize> = card.hidden.with(|hidden| (0..columns).filter(|column| !hidden.contains(column)).collect());
    if shown.is_empty() || table.rows.is_empty() {
        return false;
    }
    let now = card.drawing.with_value(|drawing| drawing.walked);
    if let ("Enter" | " ", Some(cell)) = (key, now) {
        card.prove(cell / columns, cell % columns);
        return true;
    }
    // The places of what is shown, row by row; where the column of now is switched off, the next one counts.
    let place = now.map(|cell| {
        let column = shown.iter().position(|column| *column >= cell % columns).unwrap_or(shown.len() - 1);
        cell / columns * shown.len() + column
    });
    let Some(place) = moved(key, place, shown.len(), table.rows.len() * shown.len()) else { return false };
    let (row, column) = (place / shown.len(), shown[place % shown.len()]);
    card.drawing.update_value(|drawing| drawing.walked = Some(row * columns + column));
    show(card, table, row, column);
    true
}

/// Where a key leads among so many places, so many of them in a row; nothing for a key that does not lead anywhere.
fn moved(key: &str, now: Option<usize>, in_row: usize, places: usize) -> Option<usize> {
    let is_inside = |place: usize| place < places;
    Some(match (key, now) {
        ("End", _) => places - 1,
        ("Home", _) | ("ArrowRight" | "ArrowDown" | "ArrowLeft" | "ArrowUp", None) => 0,
        ("ArrowRight", Some(place)) => (place + 1).min(places - 1),
        ("ArrowLeft", Some(place)) => place.saturating_sub(1),
        ("ArrowDown", Some(place)) => Some(place + in_row).filter(|place| is_inside(*place)).unwrap_or(place),
        ("ArrowUp", Some(place)) => place.checked_sub(in_row).unwrap_or(place),
        _ => return None,
    })
}

/// Points the chart at a cell, and says it.
fn show(card: Card, table: &Table, row: usize, column: usize) {
    card.drawing.with_value(|drawing| {
        if let Some(chart) = &drawing.chart {
            chart.point_at(row, column);
        }
    });
    let (words, cell) = (card.words(), table.cell(row, column));
    let place = words.cell_label(table, row, column);
    let said = match cell {
        crate::query::Cell::Empty(reason) => words.reason(*reason).to_owned(),
        crate::query::Cell::Derived(_) => {
            let comma = words.say(Message::ListComma);
            format!("{}{comma}{}", words.number_with_unit(table, cell), words.say(Message::DerivedMark))
        }
        crate::query::Cell::Printed(_) => words.number_with_unit(table, cell),
    };
    card.announcer.say(format!("{place}{}{said}", words.colon()));
}
