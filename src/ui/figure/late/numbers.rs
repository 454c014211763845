//! A figure that has few numbers: they stand in large type, each with what it is about.

use leptos::prelude::*;

use crate::query::{Cell, Table};
use crate::ui::controls::number_button::number_button;
use crate::ui::state::card::Card;

/// The numbers of a figure, the latest year first; what is not printed is said under the figure.
pub fn numbers(card: Card, table: &Table) -> AnyView {
    let mut filled: Vec<_> = table.cells().filter(|(.., cell)| !cell.is_empty()).collect();
    filled.sort_by_key(|(row, column, _)| std::cmp::Reverse(table.year_of(*row, *column)));
    let items: Vec<AnyView> =
        filled.into_iter().map(|(row, column, cell)| number(card, table, row, column, cell)).collect();
    view! { <dl class="numbers" data-part="numbers">{items}</dl> }.into_any()
}

fn number(card: Card, table: &Table, row: usize, column: usize, cell: &Cell) -> AnyView {
    let words = card.words();
    let class = if matches!(cell, Cell::Derived(_)) { "derived" } else { "printed" };
    let value = words.number(table.statistic, cell);
    let unit = words.unit_beside(table, cell);
    let content = view! { <strong>{value}</strong> " " {unit} }.into_any();
    view! {
        <div>
            <dt>{words.cell_label(table, row, column)}</dt>
            <dd class=class>{number_button("0", move || card.prove(row, column), content)}</dd>
        </div>
    }
    .into_any()
}
