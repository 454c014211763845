//! Everything that a drawing needs, and what it asks of it: which columns are shown, how a cell is filled.

use charming::element::BorderType;
use serde_json::{Value, json};

use super::layout::Layout;
use super::point::{Point, filled, outlined};
use super::theme::{Theme, mix, series_colour};
use crate::dataset::{CodeId, Codes};
use crate::query::{Cell, Figure, Heading, Reason, Table};

/// The words of a chart, in the reader's language.
pub trait Wording {
    /// The label of a row or column.
    fn heading(&self, heading: &Heading) -> String;
    /// The label of a code.
    fn code(&self, code: CodeId) -> String;
    /// What stands beside a mark: value with qualifier and unit, or an interval.
    fn mark(&self, table: &Table, cell: &Cell) -> String;
    /// What stands in place of a missing mark.
    fn absence(&self, cell: &Cell) -> String;
    /// The same for a narrow column.
    fn absence_in_two_lines(&self, cell: &Cell) -> String;
}

/// Everything that a drawing needs.
pub struct Canvas<'a> {
    /// Labels and hierarchy.
    pub codes: &'a Codes,
    /// What is drawn.
    pub figure: &'a Figure,
    /// Its numbers.
    pub table: &'a Table,
    /// The reader's words.
    pub words: &'a dyn Wording,
    /// The colours.
    pub theme: &'a Theme,
    /// The room.
    pub layout: Layout,
    /// Columns that the reader switched off in the legend.
    pub hidden: &'a [usize],
}

impl Canvas<'_> {
    /// Whether the reader has not switched a column off.
    pub(super) fn is_shown(&self, column: usize) -> bool {
        !self.hidden.contains(&column)
    }

    /// The columns that are not switched off.
    pub(super) fn shown_columns(&self) -> impl Iterator<Item = (usize, &Heading)> {
        self.table.columns.iter().enumerate().filter(|(column, _)| self.is_shown(*column))
    }

    /// The column beside the others that holds their total.
    pub(super) fn total_column(&self) -> Option<usize> {
        let is_total = |column: &Heading| column.year.is_none() && column.codes.is_empty();
        self.table.columns.iter().position(is_total).filter(|_| self.table.columns.len() > 1)
    }

    /// The shown columns without the total.
    pub(super) fn parts(&self) -> impl Iterator<Item = (usize, &Heading)> {
        let total = self.total_column();
        self.shown_columns().filter(move |(column, _)| Some(*column) != total)
    }

    /// The labels of the rows.
    pub(super) fn row_labels(&self) -> Vec<String> {
        self.table.rows.iter().map(|row| self.words.heading(row)).collect()
    }

    /// The fill of a cell: its code's colour, fainter when something else is marked or the number is not printed as such.
    pub(super) fn fill(&self, row: usize, column: usize, code: Option<CodeId>) -> String {
        let colour = self.theme.value(series_colour(self.codes, code));
        let is_pale = |headings: &[Heading], own: usize| {
            !headings[own].is_marked && headings.iter().any(|heading| heading.is_marked)
        };
        let is_pale = is_pale(&self.table.rows, row) || is_pale(&self.table.columns, column);
        let strength = if is_pale { 68 } else { 100 };
        let strength = match self.table.cell(row, column) {
            Cell::Printed(printed) if printed.qualifier.is_none() => strength,
            _ => strength / 2,
        };
        mix(colour, self.theme.paper, strength)
    }

    /// The fill, and a line around it where the number is not printed as such.
    fn style(&self, row: usize, column: usize, code: Option<CodeId>) -> Value {
        let fill = self.fill(row, column, code);
        let line = self.theme.value(series_colour(self.codes, code));
        match self.table.cell(row, column) {
            Cell::Printed(printed) if printed.qualifier.is_none() => filled(&fill),
            Cell::Printed(_) => outlined(&fill, line, BorderType::Dashed),
            _ => outlined(&fill, line, BorderType::Solid),
        }
    }

    /// The mark of a cell with its tooltip; a place without a mark where the cell is empty.
    pub(super) fn point(&self, row: usize, column: usize, code: Option<CodeId>) -> Point {
        let Some(number) = self.table.cell(row, column).number() else { return Point::nothing() };
        Point {
            value: json!(number),
            item_style: Some(self.style(row, column, code)),
            label: None,
            cell: Some((row, column)),
        }
    }

    /// What stands beside the mark of a cell.
    pub(super) fn value_text(&self, row: usize, column: usize) -> String {
        self.words.mark(self.table, self.table.cell(row, column))
    }

    /// Whether the reports count differently from this row on than in the row before it.
    pub(super) fn is_break_before(&self, row: usize) -> bool {
        let year = |row: usize| self.table.rows.get(row).and_then(|heading| heading.year);
        let (Some(before), Some(year)) = (row.checked_sub(1).and_then(year), year(row)) else { return false };
        self.figure.breaks.iter().any(|change| before < change.from && change.from <= year)
    }

    /// Whether a row has no number in any shown column.
    pub(super) fn is_row_empty(&self, row: usize) -> bool {
        self.shown_columns().all(|(column, _)| self.table.cell(row, column).is_empty())
    }

    /// Why a row is empty: not printed if that is so for any column, since what does not apply to one may apply to another.
    pub(super) fn row_absence(&self, row: usize) -> &Cell {
        let cells = || self.shown_columns().map(|(column, _)| self.table.cell(row, column));
        let not_printed = cells().find(|cell| matches!(cell, Cell::Empty(Reason::NotPrinted)));
        not_printed.or_else(|| cells().next()).unwrap_or_else(|| self.table.cell(row, 0))
    }

    /// The largest number of the shown columns.
    pub(super) fn largest(&self) -> f64 {
        let shown = self.table.cells().filter(|(_, column, _)| self.is_shown(*column));
        shown.filter_map(|(_, _, cell)| cell.number()).fold(0.0, f64::max)
    }
}
