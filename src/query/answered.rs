//! Which numbers of a table answer a selection, and which filters the others do not obey.

use crate::dataset::{Facts, Group};

use super::selection::{Filter, Selection};
use super::table::Table;

/// The filters that the number of a table that comes nearest to a selection does not obey; nothing when no number is
/// of a chosen year.
pub(super) fn unmet_by(facts: &Facts, selection: &Selection, table: &Table) -> Option<Vec<Filter>> {
    let mut nearest: Option<Vec<Filter>> = None;
    for (row, column, cell) in table.cells() {
        if cell.is_empty() || !is_of_chosen_year(selection, table, row, column) {
            continue;
        }
        let unmet: Vec<Filter> = unmet_in(facts, selection, table.group_of(row, column)).collect();
        if nearest.as_ref().is_none_or(|nearest| unmet.len() < nearest.len()) {
            nearest = Some(unmet);
        }
    }
    nearest
}

/// Whether a cell is of a chosen year and of what every filter chooses.
pub fn is_answer(facts: &Facts, selection: &Selection, table: &Table, row: usize, column: usize) -> bool {
    !table.cell(row, column).is_empty()
        && is_of_chosen_year(selection, table, row, column)
        && unmet_in(facts, selection, table.group_of(row, column)).next().is_none()
}

fn is_of_chosen_year(selection: &Selection, table: &Table, row: usize, column: usize) -> bool {
    table.year_of(row, column).is_some_and(|year| selection.years.contains(year))
}

/// The active filters whose choice a group is not within.
fn unmet_in(facts: &Facts, selection: &Selection, group: Group) -> impl Iterator<Item = Filter> {
    selection.active().filter(move |filter| {
        let own = group.get(filter.dimension());
        let is_within = |own| selection.codes(*filter).iter().any(|code| facts.codes().is_within(own, *code));
        !own.is_some_and(is_within)
    })
}
