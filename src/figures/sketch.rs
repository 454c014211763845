//! A chart in the making: frames, series, and which mark shows which cell.

use charming::component::Grid;
use charming::element::{LineStyle, Symbol};
use charming::series::Line;
use serde::Serialize;
use serde_json::{Value, json};

use super::marks::Marks;
use super::option::{ChartOption, escape, to_value};
use super::plan::Drawing;
use super::point::Point;
use super::theme::Theme;

/// A chart in the making, from charming's parts.
///
/// Not charming's own `Chart`: that type knows every series and component there is, and serialising it alone
/// would bring 25 kB (brotli) of code for charts that we never draw.
pub(super) struct Sketch<'a> {
    grids: Vec<Value>,
    x_axes: Vec<Value>,
    y_axes: Vec<Value>,
    series: Vec<Value>,
    marks: Marks,
    theme: &'a Theme,
}

/// One of the frames of a sketch, each with two axes of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Frame(usize);

impl<'a> Sketch<'a> {
    /// A sketch without any frame.
    pub(super) fn new(theme: &'a Theme) -> Self {
        let (grids, x_axes, y_axes, series) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { grids, x_axes, y_axes, series, marks: Marks::default(), theme }
    }

    /// Adds a frame. An axis of names is numbered like its frame, as ECharts wants it.
    pub(super) fn frame(&mut self, grid: &Grid, mut x_axis: Value, mut y_axis: Value) -> Frame {
        let frame = Frame(self.grids.len());
        let mut grid = to_value(grid);
        // ECharts 6 would widen the room for labels that we have measured already.
        grid["outerBoundsMode"] = "none".into();
        if frame.0 > 0 {
            x_axis["gridIndex"] = frame.0.into();
            y_axis["gridIndex"] = frame.0.into();
        }
        self.grids.push(grid);
        self.x_axes.push(x_axis);
        self.y_axes.push(y_axis);
        frame
    }

    /// Adds a series of charming with our marks to a frame; what the builder cannot say is set in what is returned.
    pub(super) fn add(&mut self, frame: Frame, series: &impl Serialize, points: &[Point]) -> &mut Value {
        let mut series = to_value(series);
        series["data"] = to_value(&points);
        // The mark that the pointer or the keyboard is at has a strong outline.
        series["emphasis"] =
            json!({ "itemStyle": { "borderColor": self.theme.ink, "borderWidth": 2, "borderType": "solid" } });
        if frame.0 > 0 {
            series["xAxisIndex"] = frame.0.into();
            series["yAxisIndex"] = frame.0.into();
        }
        self.marks.push(points.iter().map(|point| point.cell));
        let position = self.series.len();
        self.series.push(series);
        &mut self.series[position]
    }

    /// Writes words into a frame: so many pixels right of and below a point of its axes.
    pub(super) fn note(&mut self, frame: Frame, id: &str, place: Value, (x, y): (f64, f64), text: &str) {
        let mut point = Point::at(place);
        // On a ground of its own, so that rules do not cross it.
        point.label = Some(json!({
            "show": true, "position": [x, y], "formatter": escape(text), "color": self.theme.ink_2,
            "backgroundColor": self.theme.paper, "padding": [0, 3],
        }));
        let id = format!("{id}-{}", frame.0);
        let line = Line::new().id(id).symbol(Symbol::Circle).symbol_size(0.1).line_style(LineStyle::new().width(0));
        let series = self.add(frame, &line, &[point]);
        series["silent"] = true.into();
        series["showAllSymbol"] = true.into();
        series["clip"] = false.into();
    }

    /// The finished drawing.
    pub(super) fn finish(self) -> Drawing {
        let Self { grids, x_axes, y_axes, series, marks, theme } = self;
        let parts = json!({ "grid": grids, "xAxis": x_axes, "yAxis": y_axes, "series": series });
        Drawing { option: ChartOption::new(parts, theme), marks }
    }
}
