//! Lines over the years. A line never crosses a year without a number, nor one from which on the reports count differently.

use charming::component::{Axis, Grid};
use charming::element::{AxisLabel, AxisType, LineStyle, SplitLine, Symbol};
use charming::series::Line;
use serde_json::json;

use super::axis::{category_axis, category_patch, row_categories};
use crate::dataset::Statistic;
use crate::figures::canvas::Canvas;
use crate::figures::layout::UPRIGHT_PX;
use crate::figures::plan::{Drawing, Legend, Plan};
use crate::figures::point::{Point, filled};
use crate::figures::sketch::Sketch;
use crate::figures::theme::series_colour;
use crate::query::Heading;

/// Marks nearer to each other than this part of the largest number would have their labels on one another.
const CLOSE: f64 = 0.12;

/// Plans lines.
pub(super) fn plan<'a>(canvas: &'a Canvas<'a>) -> Plan<'a> {
    Plan::new(canvas, UPRIGHT_PX, Legend::Everything, move || draw(canvas))
}

fn draw(canvas: &Canvas<'_>) -> Drawing {
    let mut sketch = frame(canvas);
    for (column, heading) in canvas.shown_columns() {
        add_line(&mut sketch, canvas, column, heading);
    }
    let spread = vec![json!({ "labelLayout": { "moveOverlap": "shiftY" } }); sketch.len()];
    let names = row_categories(canvas, &canvas.row_labels());
    sketch.finish(&json!({ "xAxis": [category_patch(canvas, &names, None)], "series": spread }))
}

/// Adds the line of a column, in one piece for each stretch of years that are counted alike.
fn add_line(sketch: &mut Sketch<'_>, canvas: &Canvas<'_>, column: usize, heading: &Heading) {
    let rows = 0..canvas.table.rows.len();
    let colour = colour(canvas, heading);
    let line = Line::new()
        .symbol(symbol(column))
        .symbol_size(8)
        .connect_nulls(false)
        .line_style(LineStyle::new().color(colour).width(if heading.is_marked { 3 } else { 2 }));
    let last = rows.clone().rev().find(|row| !canvas.table.cell(*row, column).is_empty());
    let starts: Vec<usize> = rows.clone().filter(|row| *row == 0 || canvas.is_break_before(*row)).collect();
    for (piece, start) in starts.iter().enumerate() {
        let end = starts.get(piece + 1).copied().unwrap_or(rows.end);
        let point = |row| {
            let is_within = (*start..end).contains(&row);
            if is_within { dot(canvas, row, (column, heading), Some(row) == last) } else { Point::nothing() }
        };
        let points: Vec<Point> = rows.clone().map(point).collect();
        sketch.add(&line.clone().id(format!("column-{column}-{piece}")), &points);
    }
}

/// Whether a column is the total beside its parts.
fn is_total(canvas: &Canvas<'_>, heading: &Heading) -> bool {
    heading.code().is_none() && canvas.table.columns.len() > 1
}

/// The total beside its parts is neutral.
fn colour(canvas: &Canvas<'_>, heading: &Heading) -> &'static str {
    let token = if is_total(canvas, heading) { "ink-2" } else { series_colour(canvas.codes, heading.code()) };
    canvas.theme.value(token)
}

/// One point of a line. Few lines have room for a label at each point; many only for the last and for the chosen year.
fn dot(canvas: &Canvas<'_>, row: usize, (column, heading): (usize, &Heading), is_last: bool) -> Point {
    let mut point = canvas.point(row, column, heading.code());
    if point.cell.is_none() {
        return point;
    }
    if is_total(canvas, heading) {
        point.item_style = Some(filled(colour(canvas, heading)));
    }
    if canvas.table.columns.len() > 2 && !is_last && !canvas.table.rows[row].is_marked {
        return point;
    }
    let side = if is_under_another(canvas, row, column) { "bottom" } else { "top" };
    point.with_label(side, &canvas.value_text(row, column), canvas.theme.ink, true)
}

/// Whether a mark lies so close under another that its label must go below it.
fn is_under_another(canvas: &Canvas<'_>, row: usize, column: usize) -> bool {
    let number = |column| canvas.table.cell(row, column).number();
    let Some(own) = number(column) else { return false };
    let gap = canvas.largest() * CLOSE;
    let mut others = canvas.shown_columns().filter(|(other, _)| *other != column);
    others.any(|(other, _)| number(other).is_some_and(|other| other >= own && other - own < gap))
}

/// Lines are told apart by their marks as well as by colour.
const fn symbol(position: usize) -> Symbol {
    match position % 4 {
        0 => Symbol::Circle,
        1 => Symbol::Rect,
        2 => Symbol::Triangle,
        _ => Symbol::Diamond,
    }
}

fn frame<'a>(canvas: &Canvas<'a>) -> Sketch<'a> {
    let is_percent = matches!(canvas.table.statistic, Statistic::Share | Statistic::Growth);
    let unit = if is_percent { "{value} %" } else { "{value}" };
    let numbers = AxisLabel::new().color(canvas.theme.ink_2).font_size(12).formatter(unit);
    Sketch::new(
        Grid::new().left(46).right(16).top(26).bottom(26),
        category_axis(canvas),
        Axis::new()
            .type_(AxisType::Value)
            .split_number(4)
            .axis_label(numbers)
            .split_line(SplitLine::new().line_style(LineStyle::new().color(canvas.theme.rule))),
        canvas.theme,
    )
}
