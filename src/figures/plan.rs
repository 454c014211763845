//! What a chart will be, before it is drawn: its height, its legend, and the drawing itself, made from one decision.

use super::canvas::Canvas;
use super::marks::Marks;
use super::option::ChartOption;
use super::theme::series_colour;
use crate::query::Heading;

/// A chart that is laid out. What costs time, the drawing, waits until it is asked for.
pub struct Plan<'a> {
    /// The height that the chart needs, in CSS pixels, so that its place can be kept before it is drawn.
    pub height_px: u32,
    canvas: &'a Canvas<'a>,
    legend: Legend,
    draw: Box<dyn FnOnce() -> Drawing + 'a>,
}

/// Which columns of the table can be switched off.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Legend {
    /// None: the chart says beside its marks what they are.
    Nothing,
    /// Every column but the total, which has no colour.
    Parts,
}

impl<'a> Plan<'a> {
    /// A chart of this height and legend that is drawn like this.
    pub(super) fn new(
        canvas: &'a Canvas<'a>,
        height_px: u32,
        legend: Legend,
        draw: impl FnOnce() -> Drawing + 'a,
    ) -> Self {
        Self { height_px, canvas, legend, draw: Box::new(draw) }
    }

    /// The columns of the table that the reader can switch off: those that have a mark; none where the table has only one, or one
    /// beside the total.
    pub fn legend(&self) -> Vec<LegendEntry> {
        let is_listed = |column: &Heading| match self.legend {
            Legend::Nothing => false,
            Legend::Parts => column.code().is_some(),
        };
        let columns = self.canvas.table.columns.iter().enumerate();
        let listed: Vec<_> = columns.filter(|(_, column)| is_listed(column)).collect();
        if listed.len() < 2 {
            return Vec::new();
        }
        let has_mark = |(column, _): &(usize, &Heading)| {
            (0..self.canvas.table.rows.len()).any(|row| !self.canvas.table.cell(row, *column).is_empty())
        };
        let marked = listed.into_iter().filter(has_mark);
        marked.map(|(position, column)| LegendEntry::new(self.canvas, position, column)).collect()
    }

    /// Draws the chart.
    pub fn draw(self) -> Drawing {
        (self.draw)()
    }
}

/// A chart as ECharts takes it, and where the cells of the table stand in it.
#[derive(Clone, PartialEq, Debug)]
pub struct Drawing {
    /// What ECharts draws.
    pub option: ChartOption,
    /// Which mark shows which cell.
    pub marks: Marks,
}

impl Drawing {
    /// The same with its axis of numbers up to a number, so that it can stand beside another on one scale.
    #[must_use]
    pub fn up_to(self, most: f64) -> Self {
        Self { option: self.option.up_to(most), ..self }
    }

    /// The same with at least the room beside its marks that another drawing has, so that a number is as long in both.
    #[must_use]
    pub fn with_room_of(self, other: &Self) -> Self {
        Self { option: self.option.with_room_of(&other.option), ..self }
    }
}

/// A column of the table that the reader can switch off.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LegendEntry {
    /// The column.
    pub column: usize,
    /// The token of its colour.
    pub token: &'static str,
    /// Its label in the reader's language.
    pub label: String,
    /// Whether it is switched on.
    pub is_shown: bool,
}

impl LegendEntry {
    fn new(canvas: &Canvas<'_>, column: usize, heading: &Heading) -> Self {
        Self {
            column,
            // The total beside its parts is neutral.
            token: heading.code().map_or("ink-2", |code| series_colour(canvas.codes, Some(code))),
            label: canvas.words.heading(heading),
            is_shown: canvas.is_shown(column),
        }
    }
}
