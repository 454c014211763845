//! Everything that a drawing needs, and what it asks of it: which columns are shown, how a cell is filled.

use charming::element::BorderType;
use serde_json::{Value, json};

use super::layout::Layout;
use super::point::{Point, filled, outlined};
use super::theme::{Theme, mix, series_colour};
use crate::dataset::{CodeId, Codes, Dimension, Qualifier, Year};
use crate::query::{Cell, Figure, Heading, Printed, Reason, Table, Text};

/// How much of its colour a derived number keeps, in hundredths.
const PALE: u16 = 45;
/// The line around what the reader chose.
const CHOSEN_LINE_PX: f64 = 2.0;
/// The dots around what the reader entered.
const OWN_LINE_PX: f64 = 1.5;

/// On which side of a printed bound the number lies.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Bound {
    Above,
    Below,
}

impl Bound {
    /// Whether the number of a cell is only a bound; an approximation is not.
    fn of(cell: &Cell) -> Option<Self> {
        match cell {
            Cell::Printed(Printed { qualifier: Some(Qualifier::MoreThan), .. }) => Some(Self::Above),
            Cell::Printed(Printed { qualifier: Some(Qualifier::LessThan), .. }) => Some(Self::Below),
            _ => None,
        }
    }
}

/// The words of a chart, in the reader's language.
pub trait Wording {
    /// The label of a row or column.
    fn heading(&self, heading: &Heading) -> String;
    /// The label of a code.
    fn code(&self, code: CodeId) -> String;
    /// A fixed text of the catalogue.
    fn text(&self, text: Text) -> &'static str;
    /// What a whole table is about, where it stands in a row above its parts.
    fn whole(&self, table: &Table) -> String;
    /// Above the parts of a breakdown: "By phase", or "Of these, by phase" under their whole.
    fn breakdown(&self, dimension: Dimension, has_whole: bool) -> String;
    /// In what the printed parts of a bar leave open; the names are those of the parts that are not printed.
    fn remainder(&self, missing: &[String]) -> String;
    /// Under bars of which some leave something open.
    fn remainder_key(&self) -> &'static str;
    /// A number along an axis of percentages, as ECharts' template.
    fn percents(&self) -> &'static str;
    /// At the line from which on the reports count on another basis.
    fn new_basis(&self) -> &'static str;
    /// Behind a year before that line.
    fn earlier_basis(&self) -> &'static str;
    /// What stands beside a mark: value with qualifier and unit, or an interval.
    fn mark(&self, table: &Table, cell: &Cell) -> String;
    /// Whether the reader has entered the number of a cell, or one that it follows from.
    fn is_own(&self, cell: &Cell) -> bool;
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

    /// The fill of a cell: the colour of its code, pale where the number is derived and only there.
    pub(super) fn fill(&self, row: usize, column: usize, code: Option<CodeId>) -> String {
        let colour = self.colour(column, code);
        match self.table.cell(row, column) {
            Cell::Derived(_) => mix(colour, self.theme.paper, PALE),
            _ => colour.to_owned(),
        }
    }

    /// The colour of a code; the total beside its parts is neutral.
    pub(super) fn colour(&self, column: usize, code: Option<CodeId>) -> &'static str {
        let is_total = code.is_none() && self.total_column() == Some(column);
        self.theme.value(if is_total { "ink-2" } else { series_colour(self.codes, code) })
    }

    /// How a cell is filled: a derived number has a line around its pale fill, a bound only a dashed one around nothing,
    /// the reader's choice a strong one. What the reader has entered is as full as what is printed, in dots of ink, which
    /// stay in print; beside it stands the same star as in a table.
    fn style(&self, row: usize, column: usize, code: Option<CodeId>) -> Value {
        let fill = self.fill(row, column, code);
        let colour = self.colour(column, code);
        let mut style = match self.table.cell(row, column) {
            cell if Bound::of(cell).is_some() => outlined("transparent", colour, BorderType::Dashed),
            Cell::Derived(_) => outlined(&fill, colour, BorderType::Solid),
            _ => filled(&fill),
        };
        if self.words.is_own(self.table.cell(row, column)) {
            style["borderColor"] = self.theme.ink.into();
            style["borderWidth"] = json!(OWN_LINE_PX);
            style["borderType"] = "dotted".into();
        }
        if self.is_chosen(row, column) == Some(true) {
            style["borderColor"] = self.theme.ink.into();
            style["borderWidth"] = json!(CHOSEN_LINE_PX);
        }
        style
    }

    /// Whether a cell is what the reader chose among others; nothing where nothing is chosen among them.
    pub(super) fn is_chosen(&self, row: usize, column: usize) -> Option<bool> {
        let choice = |headings: &[Heading], own: usize| {
            let is_choice =
                headings.iter().any(|heading| heading.is_marked) && headings.iter().any(|heading| !heading.is_marked);
            is_choice.then(|| headings[own].is_marked)
        };
        match (choice(&self.table.rows, row), choice(&self.table.columns, column)) {
            (Some(one), Some(other)) => Some(one && other),
            (one, other) => one.or(other),
        }
    }

    /// Whether the label of a cell is bold: the reader's choice among others, or any where nothing is chosen.
    pub(super) fn is_strong(&self, row: usize, column: usize) -> bool {
        self.is_chosen(row, column).unwrap_or(true)
    }

    /// The mark of a cell with its tooltip; a place without a mark where the cell is empty.
    pub(super) fn point(&self, row: usize, column: usize, code: Option<CodeId>) -> Point {
        let Some(number) = self.table.cell(row, column).number() else { return Point::nothing() };
        let style = self.style(row, column, code);
        Point { item_style: Some(style), cell: Some((row, column)), ..Point::at(json!(number)) }
    }

    /// The open end of a bound at its place in a chart, a triangle that points to where the number lies.
    pub(super) fn open_end(&self, row: usize, column: usize, code: Option<CodeId>, value: Value) -> Point {
        let mut point = self.point(row, column, code);
        point.value = value;
        point.item_style = Some(outlined(self.theme.paper, self.colour(column, code), BorderType::Solid));
        point
    }

    /// Whether the number of a cell is only a bound, and on which side the number lies.
    pub(super) fn bound(&self, row: usize, column: usize) -> Option<Bound> {
        Bound::of(self.table.cell(row, column))
    }

    /// What stands beside the mark of a cell.
    pub(super) fn value_text(&self, row: usize, column: usize) -> String {
        self.words.mark(self.table, self.table.cell(row, column))
    }

    /// Whether the reports count differently from this row on than in the row before it.
    pub(super) fn is_break_before(&self, row: usize) -> bool {
        let year = |row: usize| self.table.rows.get(row).and_then(|heading| heading.year);
        let (Some(before), Some(year)) = (row.checked_sub(1).and_then(year), year(row)) else { return false };
        self.is_break_between(before, year)
    }

    /// Whether the reports count differently in the later of two years.
    pub(super) fn is_break_between(&self, before: Year, year: Year) -> bool {
        self.figure.breaks.iter().any(|change| before < change.from && change.from <= year)
    }

    /// Whether any two rows that follow each other are counted differently.
    pub(super) fn has_breaks(&self) -> bool {
        (1..self.table.rows.len()).any(|row| self.is_break_before(row))
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

    /// The largest number of the table.
    pub(super) fn largest(&self) -> f64 {
        self.table.cells().filter_map(|(_, _, cell)| cell.number()).fold(0.0, f64::max)
    }
}
