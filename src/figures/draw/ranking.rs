//! Bars in a list: rankings in groups, and hierarchies.

use charming::series::Bar;
use serde_json::json;

use super::bars::{frame, hatched};
use super::list::{Line, List, ranked};
use crate::dataset::{CodeId, Dimension};
use crate::figures::canvas::Canvas;
use crate::figures::layout::indented;
use crate::figures::plan::{Drawing, Legend, Plan};
use crate::figures::point::{Point, not_printed};
use crate::query::{Cell, Heading, Reason};

/// Room for the value behind the longest bar.
const VALUE_PX: f64 = 92.0;

/// Plans a group of sorted bars for each column of the table.
pub(super) fn plan_grouped<'a>(canvas: &'a Canvas<'a>) -> Plan<'a> {
    // Groups that are years are named where they stand.
    let legend = if has_years(canvas) { Legend::Nothing } else { Legend::Parts };
    plan(canvas, legend, grouped(canvas))
}

/// Plans bars in the order of the table.
pub(super) fn plan_hierarchy<'a>(canvas: &'a Canvas<'a>) -> Plan<'a> {
    plan(canvas, Legend::Parts, hierarchy(canvas))
}

fn plan<'a>(canvas: &'a Canvas<'a>, legend: Legend, lines: Vec<Line>) -> Plan<'a> {
    let list = List::new(canvas, lines);
    Plan::new(canvas, list.height_px(), legend, move || draw(canvas, &list))
}

/// Whether years stand in the columns.
fn has_years(canvas: &Canvas<'_>) -> bool {
    canvas.table.columns.iter().any(|column| column.year.is_some())
}

/// A group of sorted bars for each column of the table.
fn grouped(canvas: &Canvas<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut columns: Vec<usize> = canvas.shown_columns().map(|(column, _)| column).collect();
    if has_years(canvas) {
        // The latest year first.
        columns.reverse();
    }
    let is_grouped = canvas.table.columns.len() > 1 || has_years(canvas);
    for column in columns {
        let heading = &canvas.table.columns[column];
        if is_grouped {
            lines.push(Line::Heading { label: canvas.words.heading(heading) });
        }
        let rows = ranked(canvas, 0..canvas.table.rows.len(), column);
        if rows.is_empty() {
            let reason = canvas.words.absence(&Cell::Empty(Reason::NotPrinted));
            lines.push(Line::Absent { reason });
        }
        lines.extend(rows.into_iter().map(|row| Line::Row {
            label: indented(&canvas.words.heading(&canvas.table.rows[row]), usize::from(is_grouped)),
            row,
            column,
            code: if heading.year.is_some() { product_type(&canvas.table.rows[row]) } else { heading.code() },
            is_marked: canvas.table.rows[row].is_marked,
        }));
    }
    lines
}

/// The product type that a row names: the only code that keeps its colour where years stand beside each other.
fn product_type(heading: &Heading) -> Option<CodeId> {
    heading.codes.iter().find(|(dimension, _)| *dimension == Dimension::ProductType).map(|(_, code)| *code)
}

/// Bars in the order of the table, indented by their place in the hierarchy.
fn hierarchy(canvas: &Canvas<'_>) -> Vec<Line> {
    let depth = |code: Option<CodeId>| code.map_or(0, |code| canvas.codes.depth(code));
    let shallowest = canvas.table.rows.iter().map(|row| depth(row.code())).min().unwrap_or(0);
    let lines = canvas.table.rows.iter().enumerate().map(|(row, heading)| Line::Row {
        label: indented(&canvas.words.heading(heading), depth(heading.code()) - shallowest),
        row,
        column: 0,
        code: heading.code(),
        is_marked: heading.is_marked,
    });
    lines.collect()
}

/// Draws one bar for each line that has a number.
fn draw(canvas: &Canvas<'_>, list: &List) -> Drawing {
    let longest = canvas.largest().max(1.0);
    let mut sketch = frame(canvas, list.labels_px, VALUE_PX, longest);
    let bars: Vec<Point> = list.lines.iter().map(|line| bar(canvas, line, longest)).collect();
    sketch.add(&Bar::new().id("bars").bar_width(18), &bars);
    sketch.finish(&json!({ "yAxis": [list.axis(canvas)] }))
}

fn bar(canvas: &Canvas<'_>, line: &Line, longest: f64) -> Point {
    match line {
        Line::Heading { .. } => Point::nothing(),
        Line::Row { row, column, code, .. } => hatched(canvas, canvas.point(*row, *column, *code), *code).with_label(
            "right",
            &canvas.value_text(*row, *column),
            canvas.theme.ink,
            true,
        ),
        Line::Absent { reason } => Point::silent(longest * 0.5, not_printed(canvas.theme)).with_label(
            "inside",
            reason,
            canvas.theme.ink_2,
            false,
        ),
    }
}
