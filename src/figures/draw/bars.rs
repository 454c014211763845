//! Horizontal bars: stacks of a whole, and what all drawings with rows share.

use charming::component::{Axis, Grid};
use charming::element::{AxisType, SplitLine};
use charming::series::Bar;
use serde_json::{Value, json};

use super::{Canvas, Point, Theme, category_axis, category_patch, text_px};
use crate::dataset::Statistic;
use crate::figures::option::{ChartOption, Sketch, absent, finish};

/// Height of one stacked bar with the space to the next.
pub(super) const STACK_STEP_PX: u32 = 40;
/// Height of one row of a ranking.
pub(super) const ROW_STEP_PX: u32 = 26;
/// One bar for each row of the table, its columns stacked.
pub(super) fn stacked(canvas: &Canvas<'_>) -> ChartOption {
    let rows = 0..canvas.table.rows.len();
    let labels = canvas.row_labels();
    let left = canvas.layout.label_px(&labels) + 10.0;
    let room = (canvas.layout.width_px - left - 8.0).max(40.0);
    let row_sum =
        |row: usize| canvas.shown_columns().filter_map(|(column, _)| canvas.table.cell(row, column).number()).sum();
    let longest: f64 = if canvas.table.statistic == Statistic::Share {
        100.0
    } else {
        rows.clone().map(row_sum).fold(0.0, f64::max).max(1.0)
    };
    let mut sketch = frame(canvas, left, 8.0, longest);
    let mut add = |id: String, points: Vec<Point>| sketch.add(&Bar::new().id(id).stack("all").bar_width(28), &points);
    for (column, heading) in canvas.shown_columns() {
        let segment = |row: usize| {
            let point = canvas.point(row, column, heading.code());
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
        let text = canvas.words.absence(canvas.table.cell(row, 0));
        Point::silent(longest, absent(canvas.theme)).with_label("inside", &text, canvas.theme.ink_2, false)
    };
    add("absent".to_owned(), rows.map(nothing).collect());
    // A hairline of paper between the segments.
    let gaps: Vec<Value> = (0..sketch.len())
        .map(|_| json!({ "itemStyle": { "borderColor": canvas.theme.paper, "borderWidth": 0.5 } }))
        .collect();
    let patch = json!({ "yAxis": [category_patch(canvas, &canvas.categories(), Some(left))], "series": gaps });
    finish(sketch, &patch, canvas.theme, canvas.layout.is_still)
}

/// A frame with row labels on the left and room on the right.
pub(super) fn frame(canvas: &Canvas<'_>, left_px: f64, right_px: f64, longest: f64) -> Sketch {
    Sketch::new(
        Grid::new().left(left_px).right(right_px).top(4).bottom(4),
        Axis::new().type_(AxisType::Value).show(false).min(0).max(longest).split_line(SplitLine::new().show(false)),
        category_axis(canvas).inverse(true),
    )
}
