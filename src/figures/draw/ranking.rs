//! Bars in a list: rankings in groups, and hierarchies.

use charming::series::Bar;

use super::axis::Scale;
use super::bars::hatched;
use super::bounds::{self, Along};
use super::list::{Line, List};
use super::tree::Tree;
use crate::dataset::CodeId;
use crate::figures::canvas::Canvas;
use crate::figures::layout::{indented, strong_px};
use crate::figures::plan::{Drawing, Legend, Plan};
use crate::figures::point::{Point, not_printed};
use crate::figures::sketch::Sketch;
use crate::query::{Cell, Heading, Reason};

/// Between a mark, its value, and the edge.
const VALUE_MARGIN_PX: f64 = 10.0;

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
    let list = List::new(canvas, lines, values_px(canvas), Scale::of(canvas, canvas.largest()));
    Plan::new(canvas, list.height_px(), legend, move || draw(canvas, &list))
}

/// Room for the longest value behind the longest bar.
fn values_px(canvas: &Canvas<'_>) -> f64 {
    let texts = canvas.table.cells().map(|(row, column, _)| strong_px(&canvas.value_text(row, column)));
    texts.fold(0.0, f64::max) + VALUE_MARGIN_PX
}

/// Whether years stand in the columns.
fn has_years(canvas: &Canvas<'_>) -> bool {
    canvas.table.columns.iter().any(|column| column.year.is_some())
}

/// A group of sorted bars for each column of the table.
fn grouped(canvas: &Canvas<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    let is_timed = has_years(canvas);
    let mut columns: Vec<usize> = (0..canvas.table.columns.len()).collect();
    if is_timed {
        // The latest year first.
        columns.reverse();
    } else {
        columns.retain(|column| canvas.is_shown(*column));
    }
    let is_grouped = canvas.table.columns.len() > 1 || is_timed;
    for column in columns {
        if is_grouped {
            lines.push(Line::Heading { label: group_name(canvas, column), is_strong: true });
        }
        let tree = Tree::new(canvas, column);
        if tree.is_empty() {
            let reason = canvas.words.absence(&Cell::Empty(Reason::NotPrinted));
            lines.push(Line::Absent { reason });
        }
        lines.extend(tree.lines(usize::from(is_grouped)));
    }
    lines
}

/// The name of a group; a year says that it is counted on another basis than the latest.
fn group_name(canvas: &Canvas<'_>, column: usize) -> String {
    let columns = &canvas.table.columns;
    let name = canvas.words.heading(&columns[column]);
    let latest = columns.last().and_then(|heading| heading.year);
    match (columns[column].year, latest) {
        (Some(year), Some(latest)) if year < latest && canvas.is_break_between(year, latest) => {
            format!("{name} · {}", canvas.words.earlier_basis())
        }
        _ => name,
    }
}

/// Bars in the order of the table, indented by their place in the hierarchy.
fn hierarchy(canvas: &Canvas<'_>) -> Vec<Line> {
    let depth = |code: Option<CodeId>| code.map_or(0, |code| canvas.codes.depth(code));
    let shallowest = canvas.table.rows.iter().map(|row| depth(row.code())).min().unwrap_or(0);
    let line = |(row, heading): (usize, &Heading)| Line::Row {
        label: indented(&canvas.words.heading(heading), depth(heading.code()) - shallowest),
        row,
        column: 0,
        code: heading.code(),
        is_marked: heading.is_marked,
    };
    canvas.table.rows.iter().enumerate().map(line).collect()
}

/// Draws one bar for each line that has a number, and an open end for each that has only a bound.
fn draw(canvas: &Canvas<'_>, list: &List) -> Drawing {
    let mut sketch = Sketch::new(canvas.theme);
    let frame = list.frame(canvas, &mut sketch);
    let bars: Vec<Point> = list.lines.iter().map(|line| bar(canvas, line, list.scale.high)).collect();
    sketch.add(frame, &Bar::new().id("bars").bar_width(16), &bars);
    let ends = list.lines.iter().enumerate().filter_map(|(position, line)| {
        let Line::Row { row, column, code, .. } = line else { return None };
        let (position, end) = bounds::open_end(canvas, (*row, *column), *code, (Along::Right, position))?;
        Some((position, labelled(canvas, end, *row, *column)))
    });
    let ends = ends.collect();
    bounds::add(&mut sketch, frame, "bounds", Along::Right, canvas.theme.ink_3, ends);
    sketch.finish()
}

fn bar(canvas: &Canvas<'_>, line: &Line, longest: f64) -> Point {
    match line {
        Line::Row { row, column, code, .. } if canvas.bound(*row, *column).is_none() => {
            labelled(canvas, hatched(canvas, canvas.point(*row, *column, *code), *code), *row, *column)
        }
        Line::Heading { .. } | Line::Row { .. } => Point::nothing(),
        Line::Absent { reason } => Point::silent(longest * 0.5, not_printed(canvas.theme)).with_label(
            "inside",
            reason,
            canvas.theme.ink_2,
            false,
        ),
    }
}

/// The value of a cell stands behind its mark.
fn labelled(canvas: &Canvas<'_>, point: Point, row: usize, column: usize) -> Point {
    let text = canvas.value_text(row, column);
    point.with_label("right", &text, canvas.theme.ink, canvas.is_strong(row, column))
}
