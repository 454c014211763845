//! Horizontal bars: stacks of a whole, and what all drawings with rows share.

use charming::component::{Axis, Grid};
use charming::element::{AxisType, SplitLine};
use charming::series::Bar;
use serde_json::{Value, json};

use super::{Canvas, LABEL_MARGIN_PX, Point, Theme, category_axis, category_patch, text_px};
use crate::dataset::{CodeId, Statistic};
use crate::figures::option::{ChartOption, Sketch, absent, finish, not_printed, put};
use crate::figures::theme::series_colour;

/// Room for the total behind the longest stack.
const TOTAL_PX: f64 = 64.0;
/// Height of one stacked bar with the space to the next.
pub(super) const STACK_STEP_PX: u32 = 40;
/// One bar for each row of the table, its columns stacked.
pub(super) fn stacked(canvas: &Canvas<'_>) -> ChartOption {
    let rows = 0..canvas.table.rows.len();
    let labels = canvas.row_labels();
    let left = canvas.layout.label_px(&labels) + LABEL_MARGIN_PX;
    let room = (canvas.layout.width_px - left - 8.0).max(40.0);
    let longest: f64 = if canvas.table.statistic == Statistic::Share {
        100.0
    } else {
        rows.clone().map(|row| row_sum(canvas, row)).fold(0.0, f64::max).max(1.0)
    };
    let total = canvas.total_column().filter(|_| canvas.hidden.is_empty());
    let right = if total.is_some() { TOTAL_PX } else { 8.0 };
    let room = room - (right - 8.0);
    let mut sketch = frame(canvas, left, right, longest);
    let mut add = |id: String, points: Vec<Point>| sketch.add(&Bar::new().id(id).stack("all").bar_width(28), &points);
    for (column, heading) in canvas.parts() {
        let segment = |row: usize| {
            if canvas.table.cell(row, column).is_empty() {
                return gap(canvas, row, column, longest);
            }
            let point = hatched(canvas, canvas.point(row, column, heading.code()), heading.code());
            let text = canvas.mark(row, column);
            let width = canvas.table.cell(row, column).number().unwrap_or(0.0) / longest * room;
            if width < text_px(&text) + 6.0 {
                return point;
            }
            let colour = Theme::readable_on(&canvas.fill(row, column, heading.code()));
            point.with_label("inside", &text, colour, true)
        };
        add(format!("column-{column}"), rows.clone().map(segment).collect());
    }
    let nothing = |row: usize| {
        if !canvas.is_row_empty(row) {
            return Point::nothing();
        }
        let text = canvas.words.absence(canvas.row_absence(row));
        Point::silent(longest, absent(canvas.theme, canvas.row_absence(row))).with_label(
            "inside",
            &text,
            canvas.theme.ink_2,
            false,
        )
    };
    if rows.clone().any(|row| canvas.is_row_empty(row)) {
        add("absent".to_owned(), rows.clone().map(nothing).collect());
    }
    if let Some(total) = total {
        add("total".to_owned(), (0..canvas.table.rows.len()).map(|row| total_label(canvas, row, total)).collect());
    }
    // A hairline of paper between the segments.
    let gaps: Vec<Value> = (0..sketch.len())
        .map(|_| json!({ "itemStyle": { "borderColor": canvas.theme.paper, "borderWidth": 0.5 } }))
        .collect();
    let patch = json!({ "yAxis": [category_patch(canvas, &canvas.categories(), Some(left))], "series": gaps });
    finish(sketch, &patch, canvas.theme)
}

/// How long the stack of a row is: the sum of its parts, or the total where that is more, because a part is not printed.
fn row_sum(canvas: &Canvas<'_>, row: usize) -> f64 {
    let parts: f64 = canvas.parts().filter_map(|(column, _)| canvas.table.cell(row, column).number()).sum();
    let total = canvas.total_column().filter(|_| canvas.hidden.is_empty());
    parts.max(total.and_then(|total| canvas.table.cell(row, total).number()).unwrap_or(0.0))
}

/// The total stands behind its stack; what its printed parts leave open is an outline.
fn total_label(canvas: &Canvas<'_>, row: usize, total: usize) -> Point {
    let Some(number) = canvas.table.cell(row, total).number() else { return Point::nothing() };
    let parts: f64 = canvas.parts().filter_map(|(column, _)| canvas.table.cell(row, column).number()).sum();
    let rest = (number - parts).max(0.0);
    let style = if rest > 0.5 { not_printed(canvas.theme) } else { json!({ "color": "transparent" }) };
    Point::silent(rest, style).with_label("right", &canvas.mark(row, total), canvas.theme.ink, true)
}

/// What stands in a stack for parts that are not printed, in the place of the first of them, so that the others keep theirs:
/// what is left of 100 %, or, as counts have no known rest, a small opening.
fn gap(canvas: &Canvas<'_>, row: usize, column: usize, longest: f64) -> Point {
    if canvas.total_column().is_some() && canvas.table.statistic == Statistic::Count {
        // What is left of the total says it.
        return Point::nothing();
    }
    let is_first = canvas.parts().find(|(other, _)| canvas.table.cell(row, *other).is_empty());
    if canvas.is_row_empty(row) || is_first.is_none_or(|(first, _)| first != column) {
        return Point::nothing();
    }
    let known: f64 = (0..canvas.table.columns.len()).filter_map(|other| canvas.table.cell(row, other).number()).sum();
    let is_last = canvas.shown_columns().all(|(other, _)| other <= column || canvas.table.cell(row, other).is_empty());
    match canvas.table.statistic {
        // At the end of a stack of counts nothing follows that could be out of place.
        Statistic::Count if is_last => Point::nothing(),
        Statistic::Count => Point::silent(longest * 0.04, absent(canvas.theme, canvas.table.cell(row, column))),
        _ => Point::silent((100.0 - known).max(0.0), absent(canvas.theme, canvas.table.cell(row, column))),
    }
}

/// Product types are told apart by pattern as well as by colour: chemical drugs are plain, biological products have
/// strokes, those that prevent have strokes the other way, traditional Chinese medicine has dots.
pub(super) fn hatched(canvas: &Canvas<'_>, mut point: Point, code: Option<CodeId>) -> Point {
    let (symbol, rotation, dash) = match series_colour(canvas.codes, code) {
        "biological" => ("rect", -0.785, [1.0, 0.0]),
        "biological-preventive" => ("rect", 0.785, [1.0, 0.0]),
        "tcm" => ("circle", 0.785, [2.0, 5.0]),
        _ => return point,
    };
    if let Some(style) = &mut point.item_style {
        put(style, "decal.symbol", symbol.into());
        put(style, "decal.rotation", rotation.into());
        put(style, "decal.dashArrayX", dash.to_vec().into());
        put(style, "decal.dashArrayY", vec![1.5, 6.0].into());
        put(style, "decal.symbolSize", 0.9.into());
        put(style, "decal.color", format!("{}55", canvas.theme.paper).into());
    }
    point
}

/// A frame with row labels on the left and room on the right.
pub(super) fn frame(canvas: &Canvas<'_>, left_px: f64, right_px: f64, longest: f64) -> Sketch {
    Sketch::new(
        Grid::new().left(left_px).right(right_px).top(4).bottom(4),
        Axis::new().type_(AxisType::Value).show(false).min(0).max(longest).split_line(SplitLine::new().show(false)),
        category_axis(canvas).inverse(true),
        canvas.theme,
    )
}
