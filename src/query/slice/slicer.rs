//! The numbers of one figure under one selection.

use super::group::{group_of, widen};
use super::headings::Headings;
use crate::dataset::{Facts, Group, MeasureId, Statistic, Year};
use crate::query::cell::{Question, answer};
use crate::query::figure::{Axis, Figure};
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
        Self::of_years(facts, figure, selection, facts.years_of(measure)?)
    }

    /// As for facts that have numbers of these years.
    pub(super) fn of_years(
        facts: &'a Facts,
        figure: &'a Figure,
        selection: &'a Selection,
        (first, last): (Year, Year),
    ) -> Option<Self> {
        let measure = facts.codes().measure(figure.measure)?;
        let fixed = group_of(facts, figure.fixed)?;
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
        let question = self.question(group, statistic, year, row, column);
        question.map_or(Cell::Empty(Reason::NotPrinted), |question| answer(self.facts, &question))
    }

    /// What the cell of a row and a column asks; nothing without a year.
    pub(super) fn question(
        &self,
        group: Group,
        statistic: Statistic,
        year: Option<Year>,
        row: &Heading,
        column: &Heading,
    ) -> Option<Question> {
        let year = row.year.or(column.year).or(year)?;
        let group = column.narrow(row.narrow(self.basis(year).narrow(group)));
        let denominator = widen(self.facts, group, self.figure, row);
        Some(Question { year, measure: self.measure, statistic, group, denominator })
    }

    /// A year with the codes that its numbers have beyond the figure's own.
    pub(super) fn basis(&self, year: Year) -> Heading {
        let code = |(dimension, code)| Some((dimension, self.facts.codes().find(dimension, code)?));
        Heading { year: Some(year), codes: self.figure.basis_of(year).filter_map(code).collect(), is_marked: false }
    }

    /// Whether the figure has any number in a year.
    pub(super) fn has_numbers(&self, group: Group, statistic: Statistic, year: Year) -> bool {
        self.telling_rows().any(|row| {
            self.telling_columns(statistic)
                .any(|column| !self.cell(group, statistic, Some(year), row, column).is_empty())
        })
    }

    /// The rows that make a year worth showing: not the whole beside its parts, which is printed in many years without them.
    pub(super) fn telling_rows(&self) -> impl Iterator<Item = &Heading> {
        let has_parts = self.rows.iter().any(|row| !row.codes.is_empty());
        self.rows.iter().filter(move |row| !has_parts || !row.codes.is_empty())
    }

    /// The columns that make a year worth showing: not the whole of which the others are parts or shares.
    fn telling_columns(&self, statistic: Statistic) -> impl Iterator<Item = &Heading> {
        let is_total_telling = match self.figure.columns {
            Axis::PartsAndWhole(..) => false,
            Axis::CodesAndTotal(..) => statistic != Statistic::Share || self.figure.base.is_empty(),
            _ => true,
        };
        self.columns.iter().filter(move |column| is_total_telling || !column.codes.is_empty())
    }

    /// How many numbers the figure has in any year when narrowed to a group.
    pub(super) fn numbers(&self, group: Group, statistic: Statistic) -> usize {
        let cells = self.years.iter().flat_map(|year| {
            self.telling_rows().flat_map(move |row| {
                self.telling_columns(statistic).map(move |column| self.cell(group, statistic, Some(*year), row, column))
            })
        });
        cells.filter(|cell| !cell.is_empty()).count()
    }
}
