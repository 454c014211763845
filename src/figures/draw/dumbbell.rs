//! Two years compared: two points for each row, joined, with both values beside them.

use charming::element::{BorderType, LineStyle, Symbol};
use charming::series::{Bar, Line as Dots};
use serde_json::json;

use super::axis::Scale;
use super::bounds::{self, Along};
use super::list::{Line, List};
use crate::dataset::{CodeId, sorted_by};
use crate::figures::canvas::Canvas;
use crate::figures::layout::{indented, strong_px};
use crate::figures::plan::{Drawing, Legend, Plan};
use crate::figures::point::{Point, filled, outlined};
use crate::figures::sketch::Sketch;
use crate::query::Cell;

/// Between a point, its values, and the edge.
const MARGIN_PX: f64 = 18.0;

/// Plans two years of each row beside each other. Rings and discs tell them apart, so that there is no legend.
pub(super) fn plan<'a>(canvas: &'a Canvas<'a>) -> Plan<'a> {
    let lines = lines(canvas);
    let scale = Scale::of(canvas, canvas.largest());
    let list = List::new(canvas, lines, values_px(canvas, &scale), scale);
    Plan::new(canvas, list.height_px(), Legend::Nothing, move || draw(canvas, &list))
}

/// Room for the values behind the farthest point, as far as the axis leaves none.
fn values_px(canvas: &Canvas<'_>, scale: &Scale) -> f64 {
    let rows = (0..canvas.table.rows.len()).filter(|row| !is_sum(canvas, *row));
    let behind = |row: usize| {
        let farther =
            [0, 1].into_iter().filter_map(|column| canvas.table.cell(row, column).number()).fold(0.0, f64::max);
        // At least two fifths of the width are the labels'.
        let free = (scale.high - farther) / scale.high * canvas.layout.width_px * 0.4;
        (strong_px(&values(canvas, row)) + MARGIN_PX - free).max(MARGIN_PX)
    };
    rows.map(behind).fold(MARGIN_PX, f64::max)
}

fn draw(canvas: &Canvas<'_>, list: &List) -> Drawing {
    let lines = &list.lines;
    let mut sketch = Sketch::new(canvas.theme);
    let frame = list.frame(canvas, &mut sketch);
    let mut add = |id: &str, points: Vec<Point>| {
        let series = sketch.add(frame, &Bar::new().id(id).stack("join").bar_width(2), &points);
        series["silent"] = true.into();
    };
    add("offset", lines.iter().map(|line| offset(canvas, line)).collect());
    add("join", lines.iter().map(|line| join(canvas, line)).collect());
    for column in 0..canvas.table.columns.len().min(2) {
        let points = lines.iter().enumerate().map(|(position, line)| point(canvas, line, position, column));
        let points: Vec<Point> = points.collect();
        // A line without a line: scatter would be a chart type more, in the module and in the bundle.
        let dots = Dots::new().id(format!("year-{column}")).symbol(Symbol::Circle).symbol_size(11);
        let series = sketch.add(frame, &dots.line_style(LineStyle::new().width(0)), &points);
        series["showAllSymbol"] = true.into();
        let end = |(position, line): (usize, &Line)| {
            let Line::Row { row, code, .. } = line else { return None };
            let (position, end) = bounds::open_end(canvas, (*row, column), *code, (Along::Right, position))?;
            Some((position, labelled(canvas, end, *row, column)))
        };
        let ends = lines.iter().enumerate().filter_map(end).collect();
        bounds::add(&mut sketch, frame, &format!("bounds-{column}"), Along::Right, canvas.theme.ink_3, ends);
    }
    sketch.finish()
}

/// The rows in their groups: those of both years first, the largest of the later one on top; sums of others are left to the table.
fn lines(canvas: &Canvas<'_>) -> Vec<Line> {
    let table = canvas.table;
    let mut lines = Vec::new();
    if let [earlier, later] = table.columns.as_slice() {
        let label = format!("○ {}   ● {}", canvas.words.heading(earlier), canvas.words.heading(later));
        lines.push(Line::Heading { label, is_strong: false });
    }
    for group in groups(canvas) {
        let is_of_group = |row: &usize| table.rows[*row].codes.first().is_some_and(|(_, code)| *code == group);
        let number = |row: usize, column: usize| table.cell(row, column).number();
        let rank = |row: usize| {
            let (earlier, later) = (number(row, 0), number(row, 1));
            let is_alone = usize::from(earlier.is_none() || later.is_none()) + usize::from(later.is_none());
            (is_alone, -later.or(earlier).unwrap_or(0.0))
        };
        let rows = (0..table.rows.len()).filter(is_of_group).filter(|row| !is_sum(canvas, *row));
        let rows =
            sorted_by(rows, |one, other| rank(*one).partial_cmp(&rank(*other)).unwrap_or(std::cmp::Ordering::Equal));
        // A row that is its own group needs no heading.
        if rows.iter().any(|row| table.rows[*row].codes.len() > 1) {
            lines.push(Line::Heading { label: canvas.words.code(group), is_strong: true });
        }
        lines.extend(rows.into_iter().map(|row| Line::Row {
            label: indented(&table.rows[row].code().map_or_else(String::new, |code| canvas.words.code(code)), 1),
            row,
            column: 1,
            code: Some(group),
            is_marked: table.rows[row].is_marked,
        }));
    }
    lines
}

/// Whether a row is the sum of others.
fn is_sum(canvas: &Canvas<'_>, row: usize) -> bool {
    canvas.table.rows[row].code().is_some_and(|code| canvas.figure.is_sum(&canvas.codes.get(code).code))
}

/// The outer codes of the rows, each once.
fn groups(canvas: &Canvas<'_>) -> Vec<CodeId> {
    let mut groups: Vec<CodeId> = Vec::new();
    for row in (0..canvas.table.rows.len()).filter(|row| !is_sum(canvas, *row)) {
        if let Some((_, code)) = canvas.table.rows[row].codes.first().filter(|(_, code)| groups.last() != Some(code)) {
            groups.push(*code);
        }
    }
    groups
}

/// Both ends of a row, where neither is a bound.
fn ends(canvas: &Canvas<'_>, line: &Line) -> Option<(f64, f64)> {
    let Line::Row { row, .. } = line else { return None };
    let end = |column| canvas.table.cell(*row, column).number().filter(|_| canvas.bound(*row, column).is_none());
    Some((end(0)?, end(1)?))
}

fn offset(canvas: &Canvas<'_>, line: &Line) -> Point {
    ends(canvas, line)
        .map_or_else(Point::nothing, |(one, other)| Point::silent(one.min(other), json!({ "color": "transparent" })))
}

fn join(canvas: &Canvas<'_>, line: &Line) -> Point {
    ends(canvas, line)
        .map_or_else(Point::nothing, |(one, other)| Point::silent((one - other).abs(), filled(canvas.theme.ink_3)))
}

/// The earlier year is a ring, the later one a disc; the farther one carries both values in words.
fn point(canvas: &Canvas<'_>, line: &Line, position: usize, column: usize) -> Point {
    let Line::Row { row, code, .. } = line else { return Point::nothing() };
    let Some(number) = canvas.table.cell(*row, column).number() else { return Point::nothing() };
    if canvas.bound(*row, column).is_some() {
        return Point::nothing();
    }
    let mut point = canvas.point(*row, column, *code);
    point.value = Along::Right.place(number, position);
    let fill = canvas.fill(*row, column, *code);
    // A ring of a derived number is pale itself, as it has no fill.
    let is_derived = matches!(canvas.table.cell(*row, column), Cell::Derived(_));
    let line = if is_derived && column == 0 { fill.as_str() } else { canvas.colour(column, *code) };
    let mut ring = outlined(if column == 0 { canvas.theme.paper } else { &fill }, line, BorderType::Solid);
    ring["borderWidth"] = json!(2);
    point.item_style = Some(ring);
    labelled(canvas, point, *row, column)
}

/// The values of a row stand behind the farther of its points.
fn labelled(canvas: &Canvas<'_>, point: Point, row: usize, column: usize) -> Point {
    let number = |column| canvas.table.cell(row, column).number();
    let (own, other) = (number(column).unwrap_or(0.0), number(1 - column));
    let is_farther = other.is_none_or(|other| own > other || (column == 1 && own >= other));
    if !is_farther {
        return point;
    }
    point.with_label("right", &values(canvas, row), canvas.theme.ink, canvas.is_strong(row, column))
}

/// Both values of a row, or the one that there is with its year.
fn values(canvas: &Canvas<'_>, row: usize) -> String {
    let value = |column: usize| Some(canvas.value_text(row, column)).filter(|text| !text.is_empty());
    match (value(0), value(1)) {
        (Some(earlier), Some(later)) => format!("{earlier} → {later}"),
        (earlier, later) => {
            let column = usize::from(later.is_some());
            let year = canvas.words.heading(&canvas.table.columns[column]);
            format!("{year}: {}", later.or(earlier).unwrap_or_default())
        }
    }
}
