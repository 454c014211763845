//! Groups of a figure: its own, and what a share of one is a share of.

use crate::dataset::{Dimension, Facts, Group};
use crate::query::figure::{Figure, Widening};
use crate::query::table::{Heading, Table};

/// The group that a list of fixed codes stands for; nothing when the dataset lacks one of them.
pub(in crate::query) fn group_of(facts: &Facts, fixed: &[(Dimension, &str)]) -> Option<Group> {
    fixed.iter().try_fold(Group::TOTAL, |group, (dimension, code)| {
        Some(group.with(*dimension, Some(facts.codes().find(*dimension, code)?)))
    })
}

/// The denominator of a row's group under a figure's base; nothing for a measure that is a rate.
pub(super) fn widen(facts: &Facts, group: Group, figure: &Figure, row: &Heading) -> Option<Group> {
    if figure.base.is_empty() {
        return None;
    }
    let own = row.codes.last().map(|(own, _)| *own).or(figure.fixed.last().map(|(own, _)| *own));
    Some(figure.base.iter().fold(group, |group, widening| match *widening {
        Widening::ToTotal(dimension) => group.with(dimension, None),
        Widening::ToCode(dimension, code) => group.with(dimension, facts.codes().find(dimension, code)),
        Widening::OwnToTotal => own.map_or(group, |own| group.with(own, None)),
    }))
}

impl Table {
    /// What the share of a cell is a share of; nothing for a measure that is a rate.
    pub fn denominator_of(&self, facts: &Facts, figure: &Figure, row: usize, column: usize) -> Option<Group> {
        widen(facts, self.group_of(row, column), figure, &self.rows[row])
    }
}
