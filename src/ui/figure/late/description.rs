//! A chart in words: its text alternative, and what is known of one cell.

use leptos::prelude::*;

use crate::locale::Message;
use crate::locale::Words;
use crate::query::{Table, Text};
use crate::ui::state::card::Card;

/// What is known of one cell, for the reader who points at its mark.
pub fn tooltip(card: Card, row: usize, column: usize) -> String {
    let words = card.words();
    card.table.with(|table| {
        let is_there = row < table.rows.len() && column < table.columns.len();
        if is_there { words.tooltip(table, row, column) } else { String::new() }
    })
}

/// The chart in words: its question, and the numbers of the row that matters most, the marked or else the last one.
pub fn text_alternative(card: Card) -> String {
    card.table.with(|table| in_words(card.words(), card.figure.question, table))
}

fn in_words(words: Words<'_>, question: Text, table: &Table) -> String {
    let rows = 0..table.rows.len();
    let has_number = |row: &usize| (0..table.columns.len()).any(|column| !table.cell(*row, column).is_empty());
    let row =
        rows.clone().find(|row| table.rows[*row].is_marked && has_number(row)).or_else(|| rows.rev().find(has_number));
    let Some(row) = row else { return words.text(question).to_owned() };
    let numbers = (0..table.columns.len()).filter(|column| !table.cell(row, *column).is_empty()).map(|column| {
        let heading = &table.columns[column];
        let number = words.number_with_unit(table, table.cell(row, column));
        if heading.year.is_none() && heading.codes.is_empty() {
            number
        } else {
            format!("{} {number}", words.heading_text(heading))
        }
    });
    let numbers = numbers.collect::<Vec<_>>().join(words.say(Message::ListComma));
    let joint = words.colon();
    format!("{} {}{joint}{numbers}", words.text(question), words.heading_text(&table.rows[row]))
}
