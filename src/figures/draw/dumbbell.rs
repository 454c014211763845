//! Two years compared: two points for each row, joined, with both values beside them.

use charming::element::{BorderType, LineStyle, Symbol};
use charming::series::{Bar, Line as Dots};
use serde_json::json;

use super::bars::frame;
use super::list::{Line, List, is_sum, ranked};
use crate::dataset::CodeId;
use crate::figures::canvas::Canvas;
use crate::figures::layout::indented;
use crate::figures::plan::{Drawing, Legend, Plan};
use crate::figures::point::{Point, filled, outlined};
use crate::figures::theme::series_colour;

/// Room for both values behind the farther point.
const VALUES_PX: f64 = 128.0;

/// Plans two years of each row beside each other. Rings and discs tell them apart, so that there is no legend.
pub(super) fn plan<'a>(canvas: &'a Canvas<'a>) -> Plan<'a> {
    let list = List::new(canvas, lines(canvas));
    Plan::new(canvas, list.height_px(), Legend::Nothing, move || draw(canvas, &list))
}

fn draw(canvas: &Canvas<'_>, list: &List) -> Drawing {
    let lines = &list.lines;
    let longest = lines.iter().filter_map(|line| largest(canvas, line)).fold(1.0, f64::max);
    let mut sketch = frame(canvas, list.labels_px, VALUES_PX, longest);
    let mut add = |id: &str, points: Vec<Point>| sketch.add(&Bar::new().id(id).stack("join").bar_width(2), &points);
    add("offset", lines.iter().map(|line| offset(canvas, line)).collect());
    add("join", lines.iter().map(|line| join(canvas, line)).collect());
    for column in 0..canvas.table.columns.len().min(2) {
        let points = lines.iter().enumerate().map(|(position, line)| point(canvas, line, position, column));
        let points: Vec<Point> = points.collect();
        // A line without a line: scatter would be a chart type more, in the module and in the bundle.
        let dots = Dots::new().id(format!("year-{column}")).symbol(Symbol::Circle).symbol_size(11);
        sketch.add(&dots.line_style(LineStyle::new().width(0)), &points);
    }
    let patch = json!({
        "yAxis": [list.axis(canvas)],
        "series": [{ "silent": true }, { "silent": true }, { "showAllSymbol": true }, { "showAllSymbol": true }],
    });
    sketch.finish(&patch)
}

/// The rows in their groups, the largest of the later year first; sums of others are left to the table.
fn lines(canvas: &Canvas<'_>) -> Vec<Line> {
    let table = canvas.table;
    let mut lines = Vec::new();
    for group in groups(canvas) {
        let is_of_group = |row: &usize| table.rows[*row].codes.first().is_some_and(|(_, code)| *code == group);
        let rows: Vec<usize> = (0..table.rows.len()).filter(is_of_group).filter(|row| !is_sum(canvas, *row)).collect();
        // A row that is its own group needs no heading.
        if rows.iter().any(|row| table.rows[*row].codes.len() > 1) {
            lines.push(Line::Heading { label: canvas.words.code(group) });
        }
        let mut sorted = ranked(canvas, rows.clone(), 1);
        sorted.extend(ranked(canvas, rows.into_iter().filter(|row| table.cell(*row, 1).is_empty()), 0));
        lines.extend(sorted.into_iter().map(|row| Line::Row {
            label: indented(&table.rows[row].code().map_or_else(String::new, |code| canvas.words.code(code)), 1),
            row,
            column: 1,
            code: Some(group),
            is_marked: table.rows[row].is_marked,
        }));
    }
    lines
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

fn largest(canvas: &Canvas<'_>, line: &Line) -> Option<f64> {
    let Line::Row { row, .. } = line else { return None };
    let number = |column| canvas.table.cell(*row, column).number();
    [0, 1].into_iter().filter_map(number).reduce(f64::max)
}

fn ends(canvas: &Canvas<'_>, line: &Line) -> Option<(f64, f64)> {
    let Line::Row { row, .. } = line else { return None };
    Some((canvas.table.cell(*row, 0).number()?, canvas.table.cell(*row, 1).number()?))
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
    let colour = canvas.theme.value(series_colour(canvas.codes, *code));
    let mut point = canvas.point(*row, column, *code);
    point.value = json!([number, position]);
    // Rings and discs tell the years apart, so what is not printed as such has a dashed line instead of a pale fill.
    let is_exact = canvas.table.cell(*row, column).exact().is_some();
    let fill = if column == 0 { canvas.theme.paper.to_owned() } else { canvas.fill(*row, column, *code) };
    let line = if is_exact { BorderType::Solid } else { BorderType::Dashed };
    point.item_style = Some(outlined(&fill, colour, line));
    let other = canvas.table.cell(*row, 1 - column).number();
    let is_farther = other.is_none_or(|other| number > other || (column == 1 && number >= other));
    if !is_farther {
        return point;
    }
    let value = |column: usize| {
        let text = canvas.value_text(*row, column);
        if text.is_empty() { "–".to_owned() } else { text }
    };
    point.with_label("right", &format!("{} → {}", value(0), value(1)), canvas.theme.ink, false)
}
