//! Horizontal bars: stacks of a whole, rankings in groups, hierarchies, and two-year comparisons.

use charming::Chart;
use charming::component::{Axis, Grid};
use charming::element::{AxisType, SplitLine};
use charming::series::{Bar, Scatter, Series};
use serde_json::{Value, json};

use super::{Canvas, Point, Theme, category, category_axis, category_patch, text_px};
use crate::dataset::{CodeId, Statistic};
use crate::figures::option::{ChartOption, absent, filled, finish, outlined};
use crate::figures::theme::series_colour;
use charming::element::BorderType;

/// Height of one stacked bar with the space to the next.
pub(super) const STACK_STEP_PX: f64 = 40.0;
/// Height of one row of a ranking.
pub(super) const ROW_STEP_PX: f64 = 26.0;
/// Room for the value behind the longest bar.
const VALUE_PX: f64 = 92.0;

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
    let mut chart = frame(canvas, left, 8.0, longest);
    let mut data = Vec::new();
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
        chart = chart.series(Series::Bar(Bar::new().id(format!("column-{column}")).stack("all").bar_width(28)));
        data.push(rows.clone().map(segment).collect());
    }
    let nothing = |row: usize| {
        if !canvas.is_row_empty(row) {
            return Point::nothing();
        }
        let text = canvas.words.absence(canvas.table.cell(row, 0));
        Point::silent(longest, absent(canvas.theme)).with_label("inside", &text, canvas.theme.ink_2, false)
    };
    chart = chart.series(Series::Bar(Bar::new().id("absent").stack("all").bar_width(28)));
    data.push(rows.map(nothing).collect());
    // A hairline of paper between the segments.
    let gaps: Vec<Value> = data
        .iter()
        .map(|_: &Vec<Point>| json!({ "itemStyle": { "borderColor": canvas.theme.paper, "borderWidth": 0.5 } }))
        .collect();
    let patch = json!({ "yAxis": [category_patch(canvas, &canvas.categories(), Some(left))], "series": gaps });
    finish(&chart, data, &patch, canvas.theme, canvas.layout.is_still)
}

/// One line of a ranking.
struct Line {
    label: String,
    is_heading: bool,
    /// Row and column of the table that the bar shows.
    cell: Option<(usize, usize)>,
    code: Option<CodeId>,
    /// What stands in place of a bar.
    absence: Option<String>,
    is_marked: bool,
}

/// A group of sorted bars for each column of the table.
pub(super) fn grouped_ranking(canvas: &Canvas<'_>) -> ChartOption {
    let mut lines = Vec::new();
    for (column, heading) in canvas.shown_columns() {
        lines.push(Line {
            label: canvas.words.heading(heading),
            is_heading: true,
            cell: None,
            code: None,
            absence: None,
            is_marked: heading.is_marked,
        });
        let rows = ranked(canvas, (0..canvas.table.rows.len()).collect(), column);
        if rows.is_empty() {
            let absence = canvas.words.absence(
                canvas
                    .table
                    .cells()
                    .find(|(_, of, _)| *of == column)
                    .map_or(&crate::query::Cell::Empty(crate::query::Reason::NotPrinted), |(_, _, cell)| cell),
            );
            lines.push(Line {
                label: String::new(),
                is_heading: false,
                cell: None,
                code: None,
                absence: Some(absence),
                is_marked: false,
            });
        }
        lines.extend(rows.into_iter().map(|row| Line {
            label: canvas.words.heading(&canvas.table.rows[row]),
            is_heading: false,
            cell: Some((row, column)),
            code: heading.code(),
            absence: None,
            is_marked: canvas.table.rows[row].is_marked,
        }));
    }
    single_bars(canvas, &lines)
}

/// Bars in the order of the table, indented by their place in the hierarchy.
pub(super) fn hierarchy(canvas: &Canvas<'_>) -> ChartOption {
    let depths = canvas.table.rows.iter().filter_map(|row| row.code()).map(|code| canvas.codes.depth(code));
    let shallowest = depths.min().unwrap_or(0);
    let line = |(position, row): (usize, &crate::query::Heading)| {
        let depth = row.code().map_or(0, |code| canvas.codes.depth(code) - shallowest);
        Line {
            label: format!("{}{}", "\u{2003}".repeat(depth), canvas.words.heading(row)),
            is_heading: false,
            cell: Some((position, 0)),
            code: row.code(),
            absence: None,
            is_marked: row.is_marked,
        }
    };
    let lines: Vec<Line> = canvas.table.rows.iter().enumerate().map(line).collect();
    single_bars(canvas, &lines)
}

/// The rows that have a number in a column: largest first, sums of others last.
fn ranked(canvas: &Canvas<'_>, mut rows: Vec<usize>, column: usize) -> Vec<usize> {
    let number = |row: usize| canvas.table.cell(row, column).number();
    let is_sum = |row: usize| {
        canvas.table.rows[row]
            .code()
            .is_some_and(|code| canvas.figure.sums.contains(&canvas.codes.get(code).code.as_str()))
    };
    rows.retain(|row| number(*row).is_some());
    rows.sort_by(|one, other| {
        let order = number(*other).unwrap_or(0.0).total_cmp(&number(*one).unwrap_or(0.0));
        is_sum(*one).cmp(&is_sum(*other)).then(order)
    });
    rows
}

fn single_bars(canvas: &Canvas<'_>, lines: &[Line]) -> ChartOption {
    let labels: Vec<String> = lines.iter().map(|line| line.label.clone()).collect();
    let left = canvas.layout.label_px(&labels) + 10.0;
    let longest = canvas.largest().max(1.0);
    let bar = |line: &Line| match line.cell {
        Some((row, column)) => {
            canvas.point(row, column, line.code).with_label("right", &canvas.mark(row, column), canvas.theme.ink, true)
        }
        None => line.absence.as_ref().map_or_else(Point::nothing, |absence| {
            Point::silent(longest * 0.5, absent(canvas.theme)).with_label("inside", absence, canvas.theme.ink_2, false)
        }),
    };
    let chart = frame(canvas, left, VALUE_PX, longest).series(Series::Bar(Bar::new().id("bars").bar_width(18)));
    let data = vec![lines.iter().map(bar).collect()];
    let patch = json!({ "yAxis": [category_patch(canvas, &line_categories(canvas, lines), Some(left))] });
    finish(&chart, data, &patch, canvas.theme, canvas.layout.is_still)
}

fn line_categories(canvas: &Canvas<'_>, lines: &[Line]) -> Value {
    let strong = |line: &Line| line.is_heading || line.is_marked;
    lines.iter().map(|line| category(&line.label, strong(line), canvas.theme.ink)).collect()
}

/// Two points for each row, one for each year, joined by a bar.
pub(super) fn dumbbell(canvas: &Canvas<'_>) -> ChartOption {
    let lines = dumbbell_lines(canvas);
    let labels: Vec<String> = lines.iter().map(|line| line.label.clone()).collect();
    let left = canvas.layout.label_px(&labels) + 10.0;
    let longest = canvas.largest().max(1.0);
    let ends = |line: &Line| {
        let (row, _) = line.cell?;
        Some((canvas.table.cell(row, 0).number()?, canvas.table.cell(row, 1).number()?))
    };
    let offset = |line: &Line| {
        ends(line).map_or_else(Point::nothing, |(one, other)| {
            Point::silent(one.min(other), json!({ "color": "transparent" }))
        })
    };
    let join = |line: &Line| {
        ends(line)
            .map_or_else(Point::nothing, |(one, other)| Point::silent((one - other).abs(), filled(canvas.theme.ink_3)))
    };
    let mut data: Vec<Vec<Point>> = vec![lines.iter().map(offset).collect(), lines.iter().map(join).collect()];
    let silent = |id: &str| Series::Bar(Bar::new().id(id).stack("join").bar_width(2));
    let mut chart = frame(canvas, left, VALUE_PX, longest).series(silent("offset")).series(silent("join"));
    for column in 0..canvas.table.columns.len().min(2) {
        chart = chart.series(Series::Scatter(Scatter::new().id(format!("year-{column}")).symbol_size(11)));
        data.push(
            lines.iter().enumerate().map(|(position, line)| dumbbell_point(canvas, line, position, column)).collect(),
        );
    }
    let patch = json!({
        "grid": [{ "bottom": 30 }],
        "yAxis": [category_patch(canvas, &line_categories(canvas, &lines), Some(left))],
        "xAxis": [{ "show": true, "position": "bottom", "axisLabel": { "show": true, "fontSize": 12, "color": canvas.theme.ink_2, "hideOverlap": true } }],
        "series": [{ "silent": true }, { "silent": true }],
    });
    finish(&chart, data, &patch, canvas.theme, canvas.layout.is_still)
}

fn dumbbell_lines(canvas: &Canvas<'_>) -> Vec<Line> {
    let table = canvas.table;
    let mut groups: Vec<CodeId> =
        table.rows.iter().filter_map(|row| row.codes.first()).map(|(_, code)| *code).collect();
    groups.dedup();
    let mut lines = Vec::new();
    for group in groups {
        lines.push(Line {
            label: canvas.words.code(group),
            is_heading: true,
            cell: None,
            code: None,
            absence: None,
            is_marked: false,
        });
        let rows: Vec<usize> = (0..table.rows.len())
            .filter(|row| table.rows[*row].codes.first().is_some_and(|(_, code)| *code == group))
            .collect();
        let mut sorted = ranked(canvas, rows.clone(), 1);
        sorted.extend(rows.into_iter().filter(|row| table.cell(*row, 1).is_empty()));
        lines.extend(sorted.into_iter().map(|row| Line {
            label: table.rows[row].code().map_or_else(String::new, |code| canvas.words.code(code)),
            is_heading: false,
            cell: Some((row, 1)),
            code: Some(group),
            absence: None,
            is_marked: table.rows[row].is_marked,
        }));
    }
    lines
}

/// The earlier year is a ring, the later one a disc; the later one carries both values in words.
fn dumbbell_point(canvas: &Canvas<'_>, line: &Line, position: usize, column: usize) -> Point {
    let Some((row, _)) = line.cell else { return Point::nothing() };
    let Some(number) = canvas.table.cell(row, column).number() else { return Point::nothing() };
    let colour = canvas.theme.value(series_colour(canvas.codes, line.code));
    let other = canvas.table.cell(row, 1 - column).number();
    let mut point = canvas.point(row, column, line.code);
    point.value = json!([number, position]);
    point.item_style =
        Some(if column == 0 { outlined(canvas.theme.paper, colour, BorderType::Solid) } else { filled(colour) });
    let side = if other.is_some_and(|other| number < other) { "left" } else { "right" };
    if column == 0 && other.is_some() && canvas.layout.is_narrow() {
        return point;
    }
    point.with_label(
        side,
        &canvas.mark(row, column),
        if column == 0 { canvas.theme.ink_2 } else { canvas.theme.ink },
        column == 1,
    )
}

fn frame(canvas: &Canvas<'_>, left: f64, right: f64, longest: f64) -> Chart {
    Chart::new()
        .grid(Grid::new().left(left).right(right).top(4).bottom(4))
        .x_axis(
            Axis::new().type_(AxisType::Value).show(false).min(0).max(longest).split_line(SplitLine::new().show(false)),
        )
        .y_axis(category_axis(canvas).inverse(true))
}
