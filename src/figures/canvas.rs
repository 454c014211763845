//! From a table to a chart option. Layouts know widths in CSS pixels and nothing of the browser.

mod bars;
mod columns;
mod dumbbell;
mod lines;
mod ranking;

use crate::dataset::{CodeId, Codes, Statistic};
use crate::query::{Cell, ChartKind, Figure, Heading, Reason, Table};

use super::option::{ChartOption, Point, filled, outlined, put};
use super::theme::{Theme, mix, series_colour};
use charming::component::Axis;
use charming::element::{AxisLabel, AxisTick, AxisType, BorderType};
use serde_json::{Value, json};

/// Between a label and its axis.
const LABEL_MARGIN_PX: f64 = 12.0;
/// Height of one line of a label that breaks.
const LINE_PX: u32 = 13;

/// The words of a chart, in the reader's language.
pub trait Wording {
    /// The label of a row or column.
    fn heading(&self, heading: &Heading) -> String;
    /// The label of a code.
    fn code(&self, code: CodeId) -> String;
    /// What stands beside a mark: value with qualifier and unit, or an interval.
    fn mark(&self, table: &Table, cell: &Cell) -> String;
    /// What stands in place of a missing mark.
    fn absence(&self, cell: &Cell) -> String;
    /// The same for a narrow column.
    fn absence_in_two_lines(&self, cell: &Cell) -> String;
}

/// How much room a chart has.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Layout {
    /// Width of the drawing in CSS pixels.
    pub width_px: f64,
}

impl Layout {
    /// Below this a chart drops the labels inside its columns.
    const fn is_narrow(self) -> bool {
        self.width_px < 480.0
    }

    /// Room for row labels: what the longest needs, but never more than two fifths of the width.
    fn label_px(self, labels: &[String]) -> f64 {
        let longest = labels.iter().map(|label| text_px(label)).fold(0.0, f64::max);
        longest.min((self.width_px * 0.4).round())
    }
}

/// What moves a label in by one level.
const EM_SPACE: char = '\u{2003}';

/// About how wide a text of 12 px is: Chinese characters are square, others a little over half as wide in the widest of the page's fonts.
fn text_px(text: &str) -> f64 {
    text.chars().map(|char| if u32::from(char) >= 0x2E80 || char == EM_SPACE { 12.6 } else { 7.6 }).sum::<f64>().ceil()
}

/// Everything that a drawing needs.
pub struct Canvas<'a> {
    /// Labels and hierarchy.
    pub codes: &'a Codes,
    /// What is drawn.
    pub figure: &'a Figure,
    /// Its numbers.
    pub table: &'a Table,
    /// The reader's words.
    pub words: &'a dyn Wording,
    /// The colours.
    pub theme: &'a Theme,
    /// The room.
    pub layout: Layout,
    /// Columns that the reader switched off in the legend.
    pub hidden: &'a [usize],
}

/// Draws what the first module of the page can: columns over the years, with which the page opens.
/// Nothing for other drawings, which [`draw`] knows and which come later (`docs/decisions/0006-a-second-module.md`).
pub fn draw_first(canvas: &Canvas<'_>) -> Option<ChartOption> {
    let kind = kind(canvas.figure, canvas.table.statistic);
    matches!(kind, ChartKind::StackedColumns | ChartKind::Columns).then(|| columns::draw(canvas))
}

/// Draws a table as its figure wants it drawn.
pub fn draw(canvas: &Canvas<'_>) -> ChartOption {
    match kind(canvas.figure, canvas.table.statistic) {
        ChartKind::StackedColumns | ChartKind::Columns => columns::draw(canvas),
        ChartKind::Lines => lines::draw(canvas),
        ChartKind::StackedBars => bars::stacked(canvas),
        ChartKind::GroupedRanking | ChartKind::Numbers => ranking::draw(canvas, &ranking::grouped(canvas)),
        ChartKind::RankedBars => ranking::draw(canvas, &ranking::hierarchy(canvas)),
        ChartKind::Dumbbell => dumbbell::draw(canvas, &dumbbell::lines(canvas)),
    }
}

/// The height that a chart needs, in CSS pixels, so that its place can be kept before it is drawn.
pub fn height_px(canvas: &Canvas<'_>) -> u32 {
    match kind(canvas.figure, canvas.table.statistic) {
        ChartKind::StackedColumns | ChartKind::Columns | ChartKind::Lines => 260,
        ChartKind::StackedBars => bars::STACK_STEP_PX * at_least_one(canvas.table.rows.len()) + 8,
        ChartKind::GroupedRanking | ChartKind::Numbers => ranking::height_px(canvas, &ranking::grouped(canvas)),
        ChartKind::RankedBars => ranking::height_px(canvas, &ranking::hierarchy(canvas)),
        ChartKind::Dumbbell => ranking::height_px(canvas, &dumbbell::lines(canvas)),
    }
}

/// A number of rows, at least one.
fn at_least_one(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX).clamp(1, 1_000)
}

/// How a figure is drawn in a statistic: shares of stacks become 100 % bars, growth becomes lines.
const fn kind(figure: &Figure, statistic: Statistic) -> ChartKind {
    match (figure.chart, statistic) {
        (ChartKind::StackedColumns, Statistic::Share) => ChartKind::StackedBars,
        (ChartKind::StackedColumns | ChartKind::StackedBars | ChartKind::Columns, Statistic::Growth) => {
            ChartKind::Lines
        }
        (kind, _) => kind,
    }
}

/// The legend of a figure: each column that can be switched off, with the token of its colour.
pub fn legend(codes: &Codes, figure: &Figure, table: &Table) -> Vec<(usize, &'static str)> {
    if table.columns.len() < 2 || figure.chart == ChartKind::Dumbbell {
        return Vec::new();
    }
    let kind = kind(figure, table.statistic);
    let is_line = kind == ChartKind::Lines;
    // The groups of a ranking are named where they stand.
    if matches!(kind, ChartKind::GroupedRanking | ChartKind::Numbers)
        && table.columns.iter().any(|one| one.year.is_some())
    {
        return Vec::new();
    }
    let listed = table.columns.iter().enumerate().filter(|(_, column)| is_line || column.code().is_some());
    listed.map(|(position, column)| (position, column_colour(codes, column))).collect()
}

/// The token of a column's colour; the total beside its parts is neutral.
fn column_colour(codes: &Codes, column: &Heading) -> &'static str {
    column.code().map_or("ink-2", |code| series_colour(codes, Some(code)))
}

impl Canvas<'_> {
    fn is_shown(&self, column: usize) -> bool {
        !self.hidden.contains(&column)
    }

    fn shown_columns(&self) -> impl Iterator<Item = (usize, &Heading)> {
        self.table.columns.iter().enumerate().filter(|(column, _)| self.is_shown(*column))
    }

    /// The column beside the others that holds their total.
    fn total_column(&self) -> Option<usize> {
        let is_total = |column: &Heading| column.year.is_none() && column.codes.is_empty();
        self.table.columns.iter().position(is_total).filter(|_| self.table.columns.len() > 1)
    }

    /// The shown columns without the total.
    fn parts(&self) -> impl Iterator<Item = (usize, &Heading)> {
        let total = self.total_column();
        self.shown_columns().filter(move |(column, _)| Some(*column) != total)
    }

    fn row_labels(&self) -> Vec<String> {
        self.table.rows.iter().map(|row| self.words.heading(row)).collect()
    }

    /// The fill of a cell: its code's colour, fainter when something else is marked or the number is not printed as such.
    fn fill(&self, row: usize, column: usize, code: Option<CodeId>) -> String {
        let colour = self.theme.value(series_colour(self.codes, code));
        let is_pale = |headings: &[Heading], own: usize| {
            !headings[own].is_marked && headings.iter().any(|heading| heading.is_marked)
        };
        let is_pale = is_pale(&self.table.rows, row) || is_pale(&self.table.columns, column);
        let strength = if is_pale { 68 } else { 100 };
        let strength = match self.table.cell(row, column) {
            Cell::Printed(printed) if printed.qualifier.is_none() => strength,
            _ => strength / 2,
        };
        mix(colour, self.theme.paper, strength)
    }

    fn style(&self, row: usize, column: usize, code: Option<CodeId>) -> Value {
        let fill = self.fill(row, column, code);
        let line = self.theme.value(series_colour(self.codes, code));
        match self.table.cell(row, column) {
            Cell::Printed(printed) if printed.qualifier.is_none() => filled(&fill),
            Cell::Printed(_) => outlined(&fill, line, BorderType::Dashed),
            _ => outlined(&fill, line, BorderType::Solid),
        }
    }

    /// The mark of a cell with its tooltip; a place without a mark where the cell is empty.
    fn point(&self, row: usize, column: usize, code: Option<CodeId>) -> Point {
        let Some(number) = self.table.cell(row, column).number() else { return Point::nothing() };
        Point {
            value: json!(number),
            item_style: Some(self.style(row, column, code)),
            label: None,
            cell: Some((row, column)),
        }
    }

    fn mark(&self, row: usize, column: usize) -> String {
        self.words.mark(self.table, self.table.cell(row, column))
    }

    /// Whether the reports count differently from this row on than in the row before it.
    fn is_break_before(&self, row: usize) -> bool {
        let year = |row: usize| self.table.rows.get(row).and_then(|heading| heading.year);
        let (Some(before), Some(year)) = (row.checked_sub(1).and_then(year), year(row)) else { return false };
        self.figure.breaks.iter().any(|change| before < change.from && change.from <= year)
    }

    /// Category labels of an axis of rows, the marked one strong.
    fn categories(&self) -> Value {
        let labels = self.row_labels().into_iter().zip(&self.table.rows);
        labels.map(|(label, row)| category(&label, row.is_marked, self.theme.ink)).collect()
    }

    /// Whether a row has no number in any shown column.
    fn is_row_empty(&self, row: usize) -> bool {
        self.shown_columns().all(|(column, _)| self.table.cell(row, column).is_empty())
    }

    /// Why a row is empty: not printed if that is so for any column, since what does not apply to one may apply to another.
    fn row_absence(&self, row: usize) -> &Cell {
        let cells = || self.shown_columns().map(|(column, _)| self.table.cell(row, column));
        let not_printed = cells().find(|cell| matches!(cell, Cell::Empty(Reason::NotPrinted)));
        not_printed.or_else(|| cells().next()).unwrap_or_else(|| self.table.cell(row, 0))
    }

    /// The largest number of the shown columns.
    fn largest(&self) -> f64 {
        let shown = self.table.cells().filter(|(_, column, _)| self.is_shown(*column));
        shown.filter_map(|(_, _, cell)| cell.number()).fold(0.0, f64::max)
    }
}

/// One label of a category axis.
fn category(label: &str, is_strong: bool, ink: &str) -> Value {
    if is_strong {
        json!({ "value": label, "textStyle": { "fontWeight": 600, "color": ink } })
    } else {
        json!({ "value": label })
    }
}

/// An axis of names: thin, without ticks, every name shown.
fn category_axis(canvas: &Canvas<'_>) -> Axis {
    Axis::new()
        .type_(AxisType::Category)
        .axis_tick(AxisTick::new().show(false))
        .axis_label(AxisLabel::new().color(canvas.theme.ink_2).font_size(12).interval(0))
}

/// What charming cannot say of such an axis: strong names, its colour, where long names break, and a dashed rule
/// between two years that are counted differently.
fn category_patch(canvas: &Canvas<'_>, names: &Value, left_px: Option<f64>) -> Value {
    let mut axis = Value::Null;
    put(&mut axis, "data", names.clone());
    put(&mut axis, "axisLine.lineStyle.color", canvas.theme.ink.into());
    if let Some(left) = left_px {
        put(&mut axis, "axisLabel.width", (left - LABEL_MARGIN_PX + 4.0).into());
        put(&mut axis, "axisLabel.overflow", "break".into());
        put(&mut axis, "axisLabel.lineHeight", LINE_PX.into());
    }
    if (1..canvas.table.rows.len()).any(|row| canvas.is_break_before(row)) {
        // ECharts takes one colour for each edge between two rows; on a vertical axis it begins with the second edge.
        let first = usize::from(left_px.is_some());
        let colour = |row| if canvas.is_break_before(row) { canvas.theme.ink_2 } else { "transparent" };
        let colours: Vec<&str> = (first..=first + canvas.table.rows.len()).map(colour).collect();
        put(&mut axis, "splitLine.show", true.into());
        put(&mut axis, "splitLine.lineStyle.type", "dashed".into());
        put(&mut axis, "splitLine.lineStyle.color", colours.into());
    }
    axis
}
