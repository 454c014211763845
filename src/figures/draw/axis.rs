//! The axis along which the rows of a table stand.

use charming::component::Axis;
use charming::element::{AxisLabel, AxisTick, AxisType};
use serde_json::{Value, json};

use crate::figures::canvas::Canvas;
use crate::figures::layout::{LABEL_MARGIN_PX, LINE_PX};
use crate::figures::option::put;

/// One label of a category axis.
pub(super) fn category(label: &str, is_strong: bool, ink: &str) -> Value {
    if is_strong {
        json!({ "value": label, "textStyle": { "fontWeight": 600, "color": ink } })
    } else {
        json!({ "value": label })
    }
}

/// An axis of names: thin, without ticks, every name shown.
pub(super) fn category_axis(canvas: &Canvas<'_>) -> Axis {
    Axis::new()
        .type_(AxisType::Category)
        .axis_tick(AxisTick::new().show(false))
        .axis_label(AxisLabel::new().color(canvas.theme.ink_2).font_size(12).interval(0))
}

/// The row labels of a table, the marked one strong.
pub(super) fn row_categories(canvas: &Canvas<'_>, labels: &[String]) -> Value {
    let rows = labels.iter().zip(&canvas.table.rows);
    rows.map(|(label, row)| category(label, row.is_marked, canvas.theme.ink)).collect()
}

/// What charming cannot say of such an axis: strong names, its colour, where long names break, and a dashed rule
/// between two years that are counted differently.
pub(super) fn category_patch(canvas: &Canvas<'_>, names: &Value, left_px: Option<f64>) -> Value {
    let mut axis = Value::Null;
    put(&mut axis, "data", names.clone());
    put(&mut axis, "axisLine.lineStyle.color", canvas.theme.ink.into());
    if let Some(left) = left_px {
        put(&mut axis, "axisLabel.width", (left - LABEL_MARGIN_PX + 4.0).into());
        put(&mut axis, "axisLabel.overflow", "break".into());
        put(&mut axis, "axisLabel.lineHeight", LINE_PX.into());
    }
    if (1..canvas.table.rows.len()).any(|row| canvas.is_break_before(row)) {
        // ECharts takes one colour for each edge between two rows; on a vertical axis it begins with the second edge.
        let first = usize::from(left_px.is_some());
        let colour = |row| if canvas.is_break_before(row) { canvas.theme.ink_2 } else { "transparent" };
        let colours: Vec<&str> = (first..=first + canvas.table.rows.len()).map(colour).collect();
        put(&mut axis, "splitLine.show", true.into());
        put(&mut axis, "splitLine.lineStyle.type", "dashed".into());
        put(&mut axis, "splitLine.lineStyle.color", colours.into());
    }
    axis
}
