//! Columns over the years: one for each year, its parts stacked.

use charming::series::Bar;
use serde_json::json;

use super::axis::Scale;
use super::bars::hatched;
use super::upright::{BREAK_PX, Upright, VALUES_PX, YEARS_PX};
use crate::dataset::CodeId;
use crate::figures::canvas::Canvas;
use crate::figures::layout::{UPRIGHT_PX, fit, key_lines, key_px, widest_line};
use crate::figures::plan::{Drawing, Legend, Plan};
use crate::figures::point::{Point, not_printed};
use crate::figures::sketch::Sketch;
use crate::figures::theme::Theme;

/// The least height of a segment with a value in it.
const LABELLED_PX: f64 = 15.0;
/// How much of its room a column takes.
const COLUMN: f64 = 0.76;
/// A column is never wider.
const WIDEST_PX: f64 = 90.0;
/// The least room between two columns.
const APART_PX: f64 = 1.0;

/// Plans columns.
pub(super) fn plan<'a>(canvas: &'a Canvas<'a>) -> Plan<'a> {
    let has_remainder = (0..canvas.table.rows.len()).any(|row| remainder(canvas, row).is_some());
    let key = if has_remainder { key_px(canvas.words.remainder_key(), canvas.layout.width_px) } else { 0 };
    Plan::new(canvas, UPRIGHT_PX + key, Legend::Parts, move || draw(canvas))
}

/// Whether every part has room for its value, and none is a bound, on which nothing can stand.
pub(super) fn fits(canvas: &Canvas<'_>) -> bool {
    let upright = upright(canvas);
    let segments = canvas.table.cells().filter(|(_, column, _)| Some(*column) != canvas.total_column());
    segments.into_iter().all(|(row, column, cell)| {
        cell.number().is_none_or(|number| {
            number / upright.scale.high * upright.height >= LABELLED_PX && canvas.bound(row, column).is_none()
        })
    })
}

fn upright(canvas: &Canvas<'_>) -> Upright {
    let above = VALUES_PX + if canvas.has_breaks() { BREAK_PX } else { 0.0 };
    Upright {
        left: 4.0,
        top: above,
        width: canvas.layout.width_px - 8.0,
        height: f64::from(UPRIGHT_PX) - above - YEARS_PX,
        values_px: VALUES_PX,
        scale: Scale::of(canvas, canvas.largest()),
    }
}

fn draw(canvas: &Canvas<'_>) -> Drawing {
    let upright = upright(canvas);
    let slot = upright.slot_px(canvas);
    let rows = || 0..canvas.table.rows.len();
    let mut sketch = Sketch::new(canvas.theme);
    let frame = upright.frame(canvas, &mut sketch, "", false);
    let width = column_px(canvas, slot);
    let mut add = |id: &str, points: Vec<Point>| {
        sketch.add(frame, &Bar::new().id(id).stack("all").bar_width(width), &points);
    };
    for (column, heading) in canvas.parts() {
        let segments = rows().map(|row| segment(canvas, (row, column), heading.code(), width));
        add(&format!("column-{column}"), segments.collect());
    }
    let has_remainder = rows().any(|row| remainder(canvas, row).is_some());
    if has_remainder {
        let rest = |row| {
            remainder(canvas, row).map_or_else(Point::nothing, |rest| Point::silent(rest, not_printed(canvas.theme)))
        };
        add("remainder", rows().map(rest).collect());
    }
    if let Some(total) = canvas.total_column().filter(|_| canvas.hidden.is_empty()) {
        add("total", rows().map(|row| total_label(canvas, row, total, slot)).collect());
    }
    if rows().any(|row| canvas.is_row_empty(row)) {
        let absent = |row| {
            if canvas.is_row_empty(row) {
                upright.placeholder(canvas, canvas.row_absence(row))
            } else {
                Point::nothing()
            }
        };
        add("absent", rows().map(absent).collect());
    }
    if has_remainder {
        let below = (-slot / 2.0, upright.height + YEARS_PX);
        let key = key_lines(canvas.words.remainder_key(), canvas.layout.width_px).join("\n");
        sketch.note(frame, "key", json!([0, upright.scale.high]), below, &key);
    }
    sketch.finish()
}

/// The width of a column: where its share of the room is less than the longest value in it needs, up to nearly all of the room.
fn column_px(canvas: &Canvas<'_>, slot: f64) -> f64 {
    let parts: Vec<usize> = canvas.parts().map(|(column, _)| column).collect();
    let values = canvas.table.cells().filter(|(_, column, _)| parts.contains(column));
    let widest = values.map(|(row, column, _)| widest_line(&fit(&canvas.value_text(row, column), 0.0)));
    let needed = widest.fold(0.0, f64::max).min(slot - APART_PX);
    (slot * COLUMN).max(needed).min(WIDEST_PX)
}

/// Whether any part of a row is known.
fn has_parts(canvas: &Canvas<'_>, row: usize) -> bool {
    canvas.parts().any(|(column, _)| !canvas.table.cell(row, column).is_empty())
}

/// What the printed parts of a row leave open; nothing where no part is known, as the column itself is the total then.
fn remainder(canvas: &Canvas<'_>, row: usize) -> Option<f64> {
    let total = canvas.table.cell(row, canvas.total_column()?).number()?;
    let parts: f64 = canvas.parts().filter_map(|(column, _)| canvas.table.cell(row, column).number()).sum();
    let is_open = canvas.hidden.is_empty() && has_parts(canvas, row) && total - parts > 0.5;
    // A derived part may be anything in its interval: half of that is no remainder.
    let is_derived = canvas.parts().any(|(column, _)| {
        canvas.table.cell(row, column).exact().is_none() && !canvas.table.cell(row, column).is_empty()
    });
    (is_open && !(is_derived && total - parts < 2.0)).then_some(total - parts)
}

/// One part of a column, with its value in it; or on it where it is alone.
fn segment(canvas: &Canvas<'_>, (row, column): (usize, usize), code: Option<CodeId>, width: f64) -> Point {
    let point = hatched(canvas, canvas.point(row, column, code), code);
    let text = fit(&canvas.value_text(row, column), width);
    if canvas.table.columns.len() == 1 {
        return point.with_label("top", &text, canvas.theme.ink, canvas.is_strong(row, column));
    }
    let colour = Theme::readable_on(&canvas.fill(row, column, code));
    // Totals are bold; a part only where the reader chose it among others.
    point.with_label("inside", &text, colour, canvas.is_chosen(row, column) == Some(true))
}

/// The total stands on top of its column: a segment without height that carries only the text.
fn total_label(canvas: &Canvas<'_>, row: usize, total: usize, slot: f64) -> Point {
    if canvas.table.cell(row, total).is_empty() {
        return Point::nothing();
    }
    let point = if has_parts(canvas, row) {
        Point::silent(0.0, json!({ "color": "transparent" }))
    } else {
        // No part is known: the column itself is the total.
        canvas.point(row, total, None)
    };
    let text = fit(&canvas.value_text(row, total), slot);
    point.with_label("top", &text, canvas.theme.ink, canvas.is_strong(row, total))
}
