//! What a figure does not show by itself: what its marks mean, what is not there, and what to know of the whole figure.

use leptos::prelude::*;

use crate::address::Display;
use crate::locale::LateMessage;
use crate::query::{Axis, Cell, ChartKind, Table};
use crate::ui::state::card::Card;

/// What paler marks mean, where a chart has any, and which year is which in a comparison.
fn keys(card: Card, table: &Table) -> Vec<String> {
    if card.display() == Display::Table || card.figure.chart == ChartKind::Numbers || table.is_empty() {
        return Vec::new();
    }
    let words = card.words();
    let any = |test: fn(&Cell) -> bool| table.cells().any(|(_, _, cell)| test(cell));
    let mut keys: Vec<String> = Vec::new();
    if let ([one, other], Axis::TwoYears) = (table.columns.as_slice(), card.figure.columns) {
        keys.push(format!("○ {}   ● {}", words.heading_text(one), words.heading_text(other)));
    }
    if any(|cell| matches!(cell, Cell::Derived(_))) {
        keys.push(words.say(LateMessage::KeyDerived).to_owned());
    }
    if any(|cell| matches!(cell, Cell::Printed(printed) if printed.qualifier.is_some())) {
        keys.push(words.say(LateMessage::KeyBound).to_owned());
    }
    keys
}

fn keys_line(_: Card, keys: &[String]) -> AnyView {
    view! { <p class="keys">{keys.join(" ")}</p> }.into_any()
}

/// What the marks of the drawing mean.
pub fn missing(card: Card) -> AnyView {
    card.live_on(keys, keys_line)
}

/// What is not there, and what to know of the whole figure.
pub fn gaps(card: Card, table: &Table) -> Vec<String> {
    let words = card.words();
    let note = card.figure.note.map(|note| words.text(note).to_owned());
    words.breaks(card.figure, table).into_iter().chain(words.absences(table)).chain(note).collect()
}
