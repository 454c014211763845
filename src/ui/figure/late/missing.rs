//! What a figure does not show by itself: what its marks mean, what is not there, and what to know of the whole figure.

use leptos::prelude::*;

use crate::address::Display;
use crate::figures::is_in_numbers;
use crate::query::Table;
use crate::ui::state::card::Card;

/// What paler marks and open ends mean, where a chart has any.
fn keys(card: Card, table: &Table) -> Vec<String> {
    if card.display() == Display::Table || table.is_empty() || is_in_numbers(card.figure, table) {
        return Vec::new();
    }
    card.words().keys_of_marks(table)
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
