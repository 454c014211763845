//! A figure that has few numbers: they stand in large type, each with what it is about.

use leptos::prelude::*;

use super::Card;
use crate::locale::Words;
use crate::query::{Cell, Table};

/// The numbers of a figure, the latest year first; what is not printed is said under the figure.
pub(in crate::ui) fn numbers(card: Card, table: &Table) -> AnyView {
    let words = card.words();
    let mut filled: Vec<_> = table.cells().filter(|(.., cell)| !cell.is_empty()).collect();
    filled.sort_by_key(|(row, column, _)| std::cmp::Reverse(table.year_of(*row, *column)));
    let items: Vec<AnyView> =
        filled.into_iter().map(|(row, column, cell)| number(words, table, row, column, cell)).collect();
    view! { <dl class="numbers" data-part="numbers">{items}</dl> }.into_any()
}

fn number(words: Words<'_>, table: &Table, row: usize, column: usize, cell: &Cell) -> AnyView {
    let class = if matches!(cell, Cell::Derived(_)) { "derived" } else { "printed" };
    let value = words.number(table.statistic, cell);
    let unit = words.unit_beside(table);
    view! {
        <div>
            <dt>{words.place(table, row, column)}</dt>
            <dd class=class><strong>{value}</strong> " " {unit}</dd>
        </div>
    }
    .into_any()
}
