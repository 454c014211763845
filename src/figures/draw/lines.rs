//! Lines over the years. A line never crosses a year without a number, nor one from which on the reports count differently.

use charming::component::{Axis, Grid};
use charming::element::{AxisLabel, AxisType, LineStyle, SplitLine, Symbol};
use charming::series::Line;
use serde_json::{Value, json};

use super::{Canvas, Point, category_axis, category_patch};
use crate::dataset::Statistic;
use crate::figures::option::{ChartOption, Sketch, filled, finish};
use crate::figures::theme::series_colour;

/// Marks nearer to each other than this part of the largest number would have their labels on one another.
const CLOSE: f64 = 0.12;

pub(super) fn draw(canvas: &Canvas<'_>) -> ChartOption {
    let rows = 0..canvas.table.rows.len();
    let mut sketch = frame(canvas);
    for (column, heading) in canvas.shown_columns() {
        let is_total = heading.code().is_none() && canvas.table.columns.len() > 1;
        let colour = canvas.theme.value(if is_total { "ink-2" } else { series_colour(canvas.codes, heading.code()) });
        let last = rows.clone().rev().find(|row| !canvas.table.cell(*row, column).is_empty());
        let line = Line::new()
            .symbol(symbol(column))
            .symbol_size(8)
            .connect_nulls(false)
            .line_style(LineStyle::new().color(colour).width(if heading.is_marked { 3 } else { 2 }));
        let label = |row: usize| {
            let mut point = canvas.point(row, column, heading.code());
            if is_total && point.item_style.is_some() {
                point.item_style = Some(filled(colour));
            }
            // Few lines have room for a label at each point; many only for the last and for the chosen year.
            let is_labelled = canvas.table.columns.len() <= 2 || Some(row) == last || canvas.table.rows[row].is_marked;
            if is_labelled && !canvas.table.cell(row, column).is_empty() {
                let side = if is_under_another(canvas, row, column) { "bottom" } else { "top" };
                point.with_label(side, &canvas.mark(row, column), canvas.theme.ink, true)
            } else {
                point
            }
        };
        // A line ends where the reports begin to count differently.
        let starts = rows.clone().filter(|row| *row == 0 || canvas.is_break_before(*row)).collect::<Vec<_>>();
        for (piece, start) in starts.iter().enumerate() {
            let end = starts.get(piece + 1).copied().unwrap_or(rows.end);
            let within = |row| if (*start..end).contains(&row) { label(row) } else { Point::nothing() };
            sketch.add(
                &line.clone().id(format!("column-{column}-{piece}")),
                &rows.clone().map(within).collect::<Vec<Point>>(),
            );
        }
    }
    let spread: Vec<Value> = (0..sketch.len()).map(|_| json!({ "labelLayout": { "moveOverlap": "shiftY" } })).collect();
    let patch = json!({ "xAxis": [category_patch(canvas, &canvas.categories(), None)], "series": spread });
    finish(sketch, &patch, canvas.theme)
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

fn frame(canvas: &Canvas<'_>) -> Sketch {
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
