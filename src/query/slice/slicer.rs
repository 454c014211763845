//! The numbers of one figure under one selection.

use super::group::{group_of, widen};
use super::headings::Headings;
use crate::dataset::{Facts, Group, MeasureId, Statistic, Year};
use crate::query::cell::{Question, answer};
use crate::query::figure::Figure;
use crate::query::selection::Selection;
use crate::query::table::{Cell, Heading, Reason};

/// A figure, a selection, and what follows from both before any number is asked for.
pub(super) struct Slicer<'a> {
    pub(super) facts: &'a Facts,
    pub(super) figure: &'a Figure,
    pub(super) selection: &'a Selection,
    pub(super) measure: MeasureId,
    pub(super) fixed: Group,
    /// The years of the reports, or of a measure that is not theirs.
    pub(super) years: Vec<Year>,
    /// Rows and columns without their years, as the filters leave them.
    pub(super) rows: Vec<Heading>,
    pub(super) columns: Vec<Heading>,
}

impl<'a> Slicer<'a> {
    pub(super) fn new(facts: &'a Facts, figure: &'a Figure, selection: &'a Selection) -> Option<Self> {
        let measure = facts.codes().measure(figure.measure)?;
        let fixed = group_of(facts, figure.fixed)?;
        let (first, last) = facts.years_of(measure)?;
        let years = (first.0..=last.0).map(Year).collect();
        let headings = Headings { facts, selection };
        let (rows, columns) = (headings.of(figure.rows), headings.of(figure.columns));
        Some(Self { facts, figure, selection, measure, fixed, years, rows, columns })
    }

    /// One number, or why there is none.
    pub(super) fn cell(
        &self,
        group: Group,
        statistic: Statistic,
        year: Option<Year>,
        row: &Heading,
        column: &Heading,
    ) -> Cell {
        let Some(year) = row.year.or(column.year).or(year) else { return Cell::Empty(Reason::NotPrinted) };
        let group = column.narrow(row.narrow(self.basis(year).narrow(group)));
        let denominator = widen(self.facts, group, self.figure, row);
        answer(self.facts, &Question { year, measure: self.measure, statistic, group, denominator })
    }

    /// A year with the codes that its numbers have beyond the figure's own.
    pub(super) fn basis(&self, year: Year) -> Heading {
        let code = |(dimension, code)| Some((dimension, self.facts.codes().find(dimension, code)?));
        Heading { year: Some(year), codes: self.figure.basis_of(year).filter_map(code).collect(), is_marked: false }
    }

    /// Whether the figure has any number in a year.
    pub(super) fn has_numbers(&self, group: Group, statistic: Statistic, year: Year) -> bool {
        self.rows.iter().any(|row| {
            self.columns.iter().any(|column| !self.cell(group, statistic, Some(year), row, column).is_empty())
        })
    }

    /// How many numbers the figure has in any year when narrowed to a group.
    pub(super) fn numbers(&self, group: Group, statistic: Statistic) -> usize {
        let cells = self.years.iter().flat_map(|year| {
            self.rows.iter().flat_map(move |row| {
                self.columns.iter().map(move |column| self.cell(group, statistic, Some(*year), row, column))
            })
        });
        cells.filter(|cell| !cell.is_empty()).count()
    }
}
