//! What a chart will be, before it is drawn: its height, its legend, and the drawing itself, made from one decision.

use super::canvas::Canvas;
use super::marks::Marks;
use super::option::ChartOption;
use super::theme::series_colour;
use crate::query::Heading;

/// A chart that is laid out. Height and legend are known; what costs time, the drawing, waits until it is asked for.
pub struct Plan<'a> {
    /// The height that the chart needs, in CSS pixels, so that its place can be kept before it is drawn.
    pub height_px: u32,
    /// The columns of the table that the reader can switch off; none where the chart names them beside its marks.
    pub legend: Vec<LegendEntry>,
    draw: Box<dyn FnOnce() -> Drawing + 'a>,
}

impl<'a> Plan<'a> {
    /// A chart of this height and legend that is drawn like this.
    pub(super) fn new(height_px: u32, legend: Vec<LegendEntry>, draw: impl FnOnce() -> Drawing + 'a) -> Self {
        Self { height_px, legend, draw: Box::new(draw) }
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

/// The legend of a chart whose parts have colours: every column but the total.
pub(super) fn legend_of_parts(canvas: &Canvas<'_>) -> Vec<LegendEntry> {
    legend(canvas, |column| column.code().is_some())
}

/// The legend of a chart that draws the total like the other columns.
pub(super) fn legend_of_all(canvas: &Canvas<'_>) -> Vec<LegendEntry> {
    legend(canvas, |_| true)
}

/// The legend of the columns that are listed; a single column needs none.
fn legend(canvas: &Canvas<'_>, is_listed: impl Fn(&Heading) -> bool) -> Vec<LegendEntry> {
    let columns = &canvas.table.columns;
    if columns.len() < 2 {
        return Vec::new();
    }
    let listed = columns.iter().enumerate().filter(|(_, column)| is_listed(column));
    let entry = |(column, heading): (usize, &Heading)| LegendEntry {
        column,
        // The total beside its parts is neutral.
        token: heading.code().map_or("ink-2", |code| series_colour(canvas.codes, Some(code))),
        label: canvas.words.heading(heading),
        is_shown: canvas.is_shown(column),
    };
    listed.map(entry).collect()
}
