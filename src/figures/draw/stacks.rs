//! Horizontal bars of a whole: one for each row of the table, its columns stacked.

use charming::series::Bar;
use serde_json::json;

use super::axis::{category_patch, row_categories};
use super::bars::{frame, hatched};
use crate::dataset::{CodeId, Statistic};
use crate::figures::canvas::Canvas;
use crate::figures::layout::{LABEL_MARGIN_PX, rows_px, text_px};
use crate::figures::plan::{Drawing, Legend, Plan};
use crate::figures::point::{Point, absent, not_printed};
use crate::figures::theme::Theme;

/// Room for the total behind the longest stack.
const TOTAL_PX: f64 = 64.0;
/// Room behind a stack without one.
const MARGIN_PX: f64 = 8.0;
/// Height of one stacked bar with the space to the next.
const STEP_PX: u32 = 40;

/// Plans stacked bars.
pub(super) fn plan<'a>(canvas: &'a Canvas<'a>) -> Plan<'a> {
    let height_px = rows_px(canvas.table.rows.len(), STEP_PX);
    Plan::new(canvas, height_px, Legend::Parts, move || draw(canvas))
}

fn draw(canvas: &Canvas<'_>) -> Drawing {
    let rows = || 0..canvas.table.rows.len();
    let labels = canvas.row_labels();
    let left = canvas.layout.label_px(labels.iter().map(String::as_str)) + LABEL_MARGIN_PX;
    let longest = longest(canvas);
    let total = shown_total(canvas);
    let right = if total.is_some() { TOTAL_PX } else { MARGIN_PX };
    let room = (canvas.layout.width_px - left - MARGIN_PX).max(40.0) - (right - MARGIN_PX);

    let mut sketch = frame(canvas, left, right, longest);
    let mut add = |id: &str, points: Vec<Point>| sketch.add(&Bar::new().id(id).stack("all").bar_width(28), &points);
    for (column, heading) in canvas.parts() {
        let point = |row| segment(canvas, row, (column, heading.code()), (longest, room));
        add(&format!("column-{column}"), rows().map(point).collect());
    }
    if rows().any(|row| canvas.is_row_empty(row)) {
        add("absent", rows().map(|row| placeholder(canvas, row, longest)).collect());
    }
    if let Some(total) = total {
        add("total", rows().map(|row| total_label(canvas, row, total)).collect());
    }
    // A hairline of paper between the segments.
    let hairline = json!({ "itemStyle": { "borderColor": canvas.theme.paper, "borderWidth": 0.5 } });
    let hairlines = vec![hairline; sketch.len()];
    let names = row_categories(canvas, &labels);
    sketch.finish(&json!({ "yAxis": [category_patch(canvas, &names, Some(left))], "series": hairlines }))
}

/// The number at which a bar has the whole width.
fn longest(canvas: &Canvas<'_>) -> f64 {
    if canvas.table.statistic == Statistic::Share {
        return 100.0;
    }
    (0..canvas.table.rows.len()).map(|row| row_sum(canvas, row)).fold(0.0, f64::max).max(1.0)
}

/// The column of the total, where it is drawn: not beside parts of which some are switched off.
fn shown_total(canvas: &Canvas<'_>) -> Option<usize> {
    canvas.total_column().filter(|_| canvas.hidden.is_empty())
}

/// One part of a bar; its number stands in it where there is room.
fn segment(
    canvas: &Canvas<'_>,
    row: usize,
    (column, code): (usize, Option<CodeId>),
    (longest, room_px): (f64, f64),
) -> Point {
    let Some(number) = canvas.table.cell(row, column).number() else { return gap(canvas, row, column, longest) };
    let point = hatched(canvas, canvas.point(row, column, code), code);
    let text = canvas.value_text(row, column);
    if number / longest * room_px < text_px(&text) + 6.0 {
        return point;
    }
    let colour = Theme::readable_on(&canvas.fill(row, column, code));
    point.with_label("inside", &text, colour, true)
}

/// A bar that says why a row has no number.
fn placeholder(canvas: &Canvas<'_>, row: usize, longest: f64) -> Point {
    if !canvas.is_row_empty(row) {
        return Point::nothing();
    }
    let absence = canvas.row_absence(row);
    Point::silent(longest, absent(canvas.theme, absence)).with_label(
        "inside",
        &canvas.words.absence(absence),
        canvas.theme.ink_2,
        false,
    )
}

/// How long the stack of a row is: the sum of its parts, or the total where that is more, because a part is not printed.
fn row_sum(canvas: &Canvas<'_>, row: usize) -> f64 {
    let parts: f64 = canvas.parts().filter_map(|(column, _)| canvas.table.cell(row, column).number()).sum();
    parts.max(shown_total(canvas).and_then(|total| canvas.table.cell(row, total).number()).unwrap_or(0.0))
}

/// The total stands behind its stack; what its printed parts leave open is an outline.
fn total_label(canvas: &Canvas<'_>, row: usize, total: usize) -> Point {
    let Some(number) = canvas.table.cell(row, total).number() else { return Point::nothing() };
    let parts: f64 = canvas.parts().filter_map(|(column, _)| canvas.table.cell(row, column).number()).sum();
    let rest = (number - parts).max(0.0);
    let style = if rest > 0.5 { not_printed(canvas.theme) } else { json!({ "color": "transparent" }) };
    Point::silent(rest, style).with_label("right", &canvas.value_text(row, total), canvas.theme.ink, true)
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
