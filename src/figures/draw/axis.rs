//! The axes: one of names, along which the rows of a table stand, and one of numbers.

use charming::component::Axis;
use charming::element::{AxisLabel, AxisTick, AxisType, LineStyle, SplitLine};
use serde_json::{Value, json};

use crate::dataset::Statistic;
use crate::figures::canvas::Canvas;
use crate::figures::layout::text_px;
use crate::figures::option::{patched, put, to_value};
use crate::query::{ShareAxis, Text};

/// How much higher than its highest column the axis of growth reaches, for the labels.
const HEADROOM: f64 = 1.08;

/// One label of a category axis.
pub(super) fn category(label: &str, is_strong: bool, ink: &str) -> Value {
    if is_strong {
        json!({ "value": label, "textStyle": { "fontWeight": 600, "color": ink } })
    } else {
        json!({ "value": label })
    }
}

/// The row labels of a table, the marked one strong.
pub(super) fn row_categories(canvas: &Canvas<'_>, labels: &[String]) -> Value {
    let rows = labels.iter().zip(&canvas.table.rows);
    rows.map(|(label, row)| category(label, row.is_marked, canvas.theme.ink)).collect()
}

/// An axis of names: thin, without ticks, every name shown; upright where the rows stand below each other.
pub(super) fn category_axis(canvas: &Canvas<'_>, names: &Value, is_upright: bool) -> Value {
    let axis = Axis::new()
        .type_(AxisType::Category)
        .axis_tick(AxisTick::new().show(false))
        .axis_label(AxisLabel::new().color(canvas.theme.ink_2).font_size(12).interval(0));
    let mut patch = Value::Null;
    put(&mut patch, "data", names.clone());
    put(&mut patch, "axisLine.lineStyle.color", canvas.theme.ink.into());
    if is_upright {
        put(&mut patch, "inverse", true.into());
    }
    if canvas.has_breaks() {
        // ECharts takes one colour for each edge between two rows; on a vertical axis it begins with the second edge.
        let first = usize::from(is_upright);
        let colour = |row| if canvas.is_break_before(row) { canvas.theme.ink_2 } else { "transparent" };
        let colours: Vec<&str> = (first..=first + canvas.table.rows.len()).map(colour).collect();
        put(&mut patch, "splitLine.show", true.into());
        put(&mut patch, "splitLine.lineStyle.type", "dashed".into());
        put(&mut patch, "splitLine.lineStyle.color", colours.into());
    }
    patched(&axis, &patch)
}

/// The axis of the numbers of a chart.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Scale {
    /// Where it begins: at zero, or below it.
    pub low: f64,
    /// Where it ends.
    pub high: f64,
    /// Whether it shows the numbers along it: for shares, whose whole the reader must see.
    pub has_numbers: bool,
    /// Why the shares do not reach to 100 %.
    pub why: Option<Text>,
}

impl Scale {
    /// The axis of a table: shares have a whole that is the same everywhere, other numbers reach to the largest.
    pub(super) fn of(canvas: &Canvas<'_>, largest: f64) -> Self {
        let plain = Self { low: 0.0, high: largest.max(1.0), has_numbers: false, why: None };
        match (canvas.table.statistic, canvas.figure.share_axis) {
            (Statistic::Share, ShareAxis::Whole) => Self { high: 100.0, has_numbers: true, ..plain },
            (Statistic::Share, ShareAxis::UpTo(high, why)) => {
                Self { high: high.into(), has_numbers: true, why: Some(why), ..plain }
            }
            _ => {
                let numbers = canvas.table.cells().filter_map(|(.., cell)| cell.number());
                let lowest = numbers.fold(0.0, f64::min);
                if lowest < 0.0 {
                    Self { low: lowest * HEADROOM, high: largest.max(0.0) * HEADROOM, ..plain }
                } else {
                    plain
                }
            }
        }
    }

    /// How far the first and the last number along the axis reach beyond its ends.
    pub(super) fn beyond_px(&self, canvas: &Canvas<'_>) -> (f64, f64) {
        if !self.has_numbers {
            return (0.0, 0.0);
        }
        let half = |number: f64| {
            let text = canvas.words.percents().replace("{value}", &whole(number).to_string());
            (text_px(&text) / 2.0).ceil() + 2.0
        };
        (half(self.low), half(self.high))
    }

    /// The axis itself.
    pub(super) fn axis(&self, canvas: &Canvas<'_>) -> Value {
        let axis = Axis::new().type_(AxisType::Value).min(self.low).max(self.high);
        if !self.has_numbers {
            return to_value(&axis.show(false).split_line(SplitLine::new().show(false)));
        }
        let numbers = AxisLabel::new().color(canvas.theme.ink_2).font_size(12).formatter(canvas.words.percents());
        let axis =
            axis.axis_label(numbers).split_line(SplitLine::new().line_style(LineStyle::new().color(canvas.theme.rule)));
        patched(&axis, &json!({ "interval": self.high / 2.0 }))
    }
}

/// The end of an axis of percentages, which is a whole number: writing any other takes code of 7 kB that nothing else in the
/// first module needs.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100")]
const fn whole(percents: f64) -> u32 {
    percents as u32
}
