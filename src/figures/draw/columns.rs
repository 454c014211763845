//! Columns over the years: one for each year, its parts stacked.

use charming::component::{Axis, Grid};
use charming::element::{AxisType, SplitLine};
use charming::series::Bar;
use serde_json::json;

use super::axis::{category_axis, category_patch, row_categories};
use crate::dataset::CodeId;
use crate::figures::canvas::Canvas;
use crate::figures::layout::UPRIGHT_PX;
use crate::figures::plan::{Drawing, Legend, Plan};
use crate::figures::point::{Point, absent};
use crate::figures::sketch::Sketch;
use crate::figures::theme::Theme;

/// Segments below this part of the tallest column have no room for a label.
const SMALLEST_LABELLED: f64 = 0.12;

/// Plans columns.
pub(super) fn plan<'a>(canvas: &'a Canvas<'a>) -> Plan<'a> {
    Plan::new(canvas, UPRIGHT_PX, Legend::Parts, move || draw(canvas))
}

fn draw(canvas: &Canvas<'_>) -> Drawing {
    let tallest = canvas.largest();
    let rows = || 0..canvas.table.rows.len();
    let mut sketch = frame(canvas);
    let mut add = |id: &str, points: Vec<Point>| sketch.add(&Bar::new().id(id).stack("all").bar_width("58%"), &points);
    for (column, heading) in canvas.parts() {
        let point = |row| segment(canvas, row, (column, heading.code()), tallest);
        add(&format!("column-{column}"), rows().map(point).collect());
    }
    if let Some(total) = canvas.total_column().filter(|_| canvas.hidden.is_empty()) {
        add("total", rows().map(|row| total_label(canvas, row, total)).collect());
    }
    if rows().any(|row| canvas.is_row_empty(row)) {
        add("absent", rows().map(|row| placeholder(canvas, row, tallest)).collect());
    }
    let names = row_categories(canvas, &canvas.row_labels());
    sketch.finish(&json!({ "xAxis": [category_patch(canvas, &names, None)] }))
}

/// One part of a column; its number stands on it where it is alone, or in it where there is room.
fn segment(canvas: &Canvas<'_>, row: usize, (column, code): (usize, Option<CodeId>), tallest: f64) -> Point {
    let point = canvas.point(row, column, code);
    if canvas.table.columns.len() == 1 {
        return point.with_label("top", &canvas.value_text(row, column), canvas.theme.ink, true);
    }
    let number = canvas.table.cell(row, column).number().unwrap_or(0.0);
    if canvas.layout.is_narrow() || number < tallest * SMALLEST_LABELLED {
        return point;
    }
    let text = Theme::readable_on(&canvas.fill(row, column, code));
    point.with_label("inside", &canvas.value_text(row, column), text, false)
}

/// The total stands on top of its column: a segment without height that carries only the text.
fn total_label(canvas: &Canvas<'_>, row: usize, total: usize) -> Point {
    if canvas.table.cell(row, total).is_empty() || canvas.is_row_empty(row) {
        return Point::nothing();
    }
    let parts = canvas.shown_columns().filter(|(_, column)| column.code().is_some());
    if parts.filter(|(column, _)| !canvas.table.cell(row, *column).is_empty()).count() == 0 {
        // No part is known: the column itself is the total.
        return canvas.point(row, total, None).with_label(
            "top",
            &canvas.value_text(row, total),
            canvas.theme.ink,
            true,
        );
    }
    Point::silent(0.0, json!({ "color": "transparent" })).with_label(
        "top",
        &canvas.value_text(row, total),
        canvas.theme.ink,
        true,
    )
}

/// A column that says why a year has no number.
fn placeholder(canvas: &Canvas<'_>, row: usize, tallest: f64) -> Point {
    if !canvas.is_row_empty(row) {
        return Point::nothing();
    }
    let height = if tallest > 0.0 { tallest * 0.2 } else { 1.0 };
    // A narrow column has no room for the words; the note under the figure names its year.
    let text = if canvas.layout.is_narrow() {
        "–".to_owned()
    } else {
        canvas.words.absence_in_two_lines(canvas.row_absence(row))
    };
    Point::silent(height, absent(canvas.theme, canvas.row_absence(row))).with_label(
        "inside",
        &text,
        canvas.theme.ink_2,
        false,
    )
}

fn frame<'a>(canvas: &Canvas<'a>) -> Sketch<'a> {
    Sketch::new(
        Grid::new().left(4).right(4).top(26).bottom(26),
        category_axis(canvas),
        Axis::new().type_(AxisType::Value).show(false).split_line(SplitLine::new().show(false)),
        canvas.theme,
    )
}
