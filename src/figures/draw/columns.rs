//! Columns over the years: one for each year, its parts stacked.

use charming::component::{Axis, Grid};
use charming::element::{AxisType, SplitLine};
use charming::series::Bar;
use serde_json::json;

use super::{Canvas, Point, Theme, category_axis, category_patch};
use crate::figures::option::{ChartOption, Sketch, absent, finish};

/// Segments below this part of the tallest column have no room for a label.
const SMALLEST_LABELLED: f64 = 0.12;

pub(super) fn draw(canvas: &Canvas<'_>) -> ChartOption {
    let parts: Vec<(usize, Option<_>)> = canvas.parts().map(|(position, column)| (position, column.code())).collect();
    let total = canvas.total_column();
    let tallest = canvas.largest();
    let rows = 0..canvas.table.rows.len();

    let mut sketch = frame(canvas);
    let mut add =
        |id: String, points: Vec<Point>| sketch.add(&Bar::new().id(id).stack("all").bar_width("58%"), &points);
    for (column, code) in parts.iter().copied() {
        let is_alone = canvas.table.columns.len() == 1;
        let segment = |row| {
            let point = canvas.point(row, column, code);
            let number = canvas.table.cell(row, column).number().unwrap_or(0.0);
            if is_alone {
                return point.with_label("top", &canvas.mark(row, column), canvas.theme.ink, true);
            }
            if canvas.layout.is_narrow() || number < tallest * SMALLEST_LABELLED {
                return point;
            }
            let text = Theme::readable_on(&canvas.fill(row, column, code));
            point.with_label("inside", &canvas.mark(row, column), text, false)
        };
        add(format!("column-{column}"), rows.clone().map(segment).collect());
    }
    if let Some(total) = total.filter(|_| canvas.hidden.is_empty()) {
        add("total".to_owned(), rows.clone().map(|row| total_label(canvas, row, total)).collect());
    }
    if rows.clone().any(|row| canvas.is_row_empty(row)) {
        add("absent".to_owned(), rows.map(|row| placeholder(canvas, row, tallest)).collect());
    }
    let patch = json!({ "xAxis": [category_patch(canvas, &canvas.categories(), None)] });
    finish(sketch, &patch, canvas.theme)
}

/// The total stands on top of its column: a segment without height that carries only the text.
fn total_label(canvas: &Canvas<'_>, row: usize, total: usize) -> Point {
    if canvas.table.cell(row, total).is_empty() || canvas.is_row_empty(row) {
        return Point::nothing();
    }
    let parts = canvas.shown_columns().filter(|(_, column)| column.code().is_some());
    if parts.filter(|(column, _)| !canvas.table.cell(row, *column).is_empty()).count() == 0 {
        // No part is known: the column itself is the total.
        return canvas.point(row, total, None).with_label("top", &canvas.mark(row, total), canvas.theme.ink, true);
    }
    Point::silent(0.0, json!({ "color": "transparent" })).with_label(
        "top",
        &canvas.mark(row, total),
        canvas.theme.ink,
        true,
    )
}

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

fn frame(canvas: &Canvas<'_>) -> Sketch {
    Sketch::new(
        Grid::new().left(4).right(4).top(26).bottom(26),
        category_axis(canvas),
        Axis::new().type_(AxisType::Value).show(false).split_line(SplitLine::new().show(false)),
        canvas.theme,
    )
}
