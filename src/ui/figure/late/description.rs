//! A chart in words: its text alternative, and what is known of one cell.

use leptos::prelude::*;

use crate::ui::state::card::Card;

/// What is known of one cell, for the reader who points at its mark.
pub fn tooltip(card: Card, row: usize, column: usize) -> String {
    let words = card.words();
    card.table.with(|table| {
        let is_there = row < table.rows.len() && column < table.columns.len();
        if is_there { words.tooltip(table, row, column) } else { String::new() }
    })
}

/// The chart in words: its question, and the numbers of the row that matters most.
pub fn text_alternative(card: Card) -> String {
    card.table.with(|table| card.words().chart(card.figure.question, table))
}
