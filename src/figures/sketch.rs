//! A chart in the making: frame, series, and which mark shows which cell.

use charming::component::{Axis, Grid};
use serde::Serialize;
use serde_json::{Value, json};

use super::marks::Marks;
use super::option::{ChartOption, to_value};
use super::plan::Drawing;
use super::point::Point;
use super::theme::Theme;

/// A chart in the making, from charming's parts.
///
/// Not charming's own `Chart`: that type knows every series and component there is, and serialising it alone
/// would bring 25 kB (brotli) of code for charts that we never draw.
pub(super) struct Sketch<'a> {
    grid: Grid,
    x_axis: Axis,
    y_axis: Axis,
    series: Vec<Value>,
    marks: Marks,
    theme: &'a Theme,
}

impl<'a> Sketch<'a> {
    /// An empty frame.
    pub(super) fn new(grid: Grid, x_axis: Axis, y_axis: Axis, theme: &'a Theme) -> Self {
        Self { grid, x_axis, y_axis, series: Vec::new(), marks: Marks::default(), theme }
    }

    /// Adds a series of charming with our marks.
    pub(super) fn add(&mut self, series: &impl Serialize, points: &[Point]) {
        let mut series = to_value(series);
        series["data"] = to_value(&points);
        // The mark that the pointer or the keyboard is at has a strong outline.
        series["emphasis"] =
            json!({ "itemStyle": { "borderColor": self.theme.ink, "borderWidth": 2, "borderType": "solid" } });
        self.series.push(series);
        self.marks.push(points.iter().map(|point| point.cell));
    }

    /// How many series there are.
    pub(super) const fn len(&self) -> usize {
        self.series.len()
    }

    /// The finished drawing: the sketch, and what the builder cannot say.
    pub(super) fn finish(self, patch: &Value) -> Drawing {
        let Self { grid, x_axis, y_axis, series, marks, theme } = self;
        let parts = json!({
            "grid": [to_value(&grid)],
            "xAxis": [to_value(&x_axis)],
            "yAxis": [to_value(&y_axis)],
            "series": series,
        });
        Drawing { option: ChartOption::new(parts, patch, theme), marks }
    }
}
