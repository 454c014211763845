//! Bars in a list with headings: rankings in groups, and hierarchies.

use charming::series::Bar;
use serde_json::{Value, json};

use super::bars::{frame, hatched};
use super::{Canvas, LABEL_MARGIN_PX, LINE_PX, Point, at_least_one, category, category_patch, text_px};
use crate::dataset::{CodeId, Dimension};
use crate::figures::option::{ChartOption, finish, not_printed};
use crate::query::{Cell, Heading, Reason};

/// Room for the value behind the longest bar.
const VALUE_PX: f64 = 92.0;
/// Height of one row whose label does not break.
const ROW_STEP_PX: u32 = 26;
/// What moves a label in by one level.
const INDENT: &str = "\u{2003}";

/// One line of a list.
pub(super) enum Line {
    /// The name of a group.
    Heading { label: String },
    /// A row of the table.
    Row { label: String, row: usize, column: usize, code: Option<CodeId>, is_marked: bool },
    /// A group without any number, and why.
    Absent { reason: String },
}

impl Line {
    fn label(&self) -> &str {
        match self {
            Self::Heading { label, .. } | Self::Row { label, .. } => label,
            Self::Absent { .. } => "",
        }
    }

    const fn is_strong(&self) -> bool {
        match self {
            Self::Heading { .. } => true,
            Self::Row { is_marked, .. } => *is_marked,
            Self::Absent { .. } => false,
        }
    }
}

/// A group of sorted bars for each column of the table.
pub(super) fn grouped(canvas: &Canvas<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut columns: Vec<usize> = canvas.shown_columns().map(|(column, _)| column).collect();
    if canvas.table.columns.iter().any(|column| column.year.is_some()) {
        // The latest year first.
        columns.reverse();
    }
    let is_grouped = canvas.table.columns.len() > 1 || canvas.table.columns.iter().any(|column| column.year.is_some());
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
            label: format!("{}{}", if is_grouped { INDENT } else { "" }, canvas.words.heading(&canvas.table.rows[row])),
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
pub(super) fn hierarchy(canvas: &Canvas<'_>) -> Vec<Line> {
    let depth = |code: Option<CodeId>| code.map_or(0, |code| canvas.codes.depth(code));
    let shallowest = canvas.table.rows.iter().map(|row| depth(row.code())).min().unwrap_or(0);
    let lines = canvas.table.rows.iter().enumerate().map(|(row, heading)| Line::Row {
        label: format!("{}{}", INDENT.repeat(depth(heading.code()) - shallowest), canvas.words.heading(heading)),
        row,
        column: 0,
        code: heading.code(),
        is_marked: heading.is_marked,
    });
    lines.collect()
}

/// The rows that have a number in a column: largest first, sums of others last.
pub(super) fn ranked(canvas: &Canvas<'_>, rows: impl IntoIterator<Item = usize>, column: usize) -> Vec<usize> {
    let rank = |row: usize| canvas.table.cell(row, column).number().map(|number| (is_sum(canvas, row), -number));
    let mut ranked: Vec<usize> = Vec::new();
    for row in rows {
        if let Some(own) = rank(row) {
            let place = ranked.partition_point(|other| rank(*other).is_some_and(|other| other <= own));
            ranked.insert(place, row);
        }
    }
    ranked
}

/// Whether a row is the sum of others.
pub(super) fn is_sum(canvas: &Canvas<'_>, row: usize) -> bool {
    let code = canvas.table.rows[row].code().map(|code| canvas.codes.get(code).code.as_str());
    code.is_some_and(|code| canvas.figure.sums.contains(&code))
}

/// Draws one bar for each line that has a number.
pub(super) fn draw(canvas: &Canvas<'_>, lines: &[Line]) -> ChartOption {
    let left = labels_px(canvas, lines);
    let longest = canvas.largest().max(1.0);
    let bar =
        |line: &Line| match line {
            Line::Heading { .. } => Point::nothing(),
            Line::Row { row, column, code, .. } => hatched(canvas, canvas.point(*row, *column, *code), *code)
                .with_label("right", &canvas.mark(*row, *column), canvas.theme.ink, true),
            Line::Absent { reason } => Point::silent(longest * 0.5, not_printed(canvas.theme)).with_label(
                "inside",
                reason,
                canvas.theme.ink_2,
                false,
            ),
        };
    let mut sketch = frame(canvas, left, VALUE_PX, longest);
    sketch.add(&Bar::new().id("bars").bar_width(18), &lines.iter().map(bar).collect::<Vec<_>>());
    let patch = json!({ "yAxis": [names(canvas, lines, left)] });
    finish(sketch, &patch, canvas.theme)
}

/// The height of a list: every line is as high as the one whose label breaks most often.
pub(super) fn height_px(canvas: &Canvas<'_>, lines: &[Line]) -> u32 {
    let room = labels_px(canvas, lines) - LABEL_MARGIN_PX;
    // Breaking between words wastes about a fifth of a line.
    let breaks =
        |line: &Line| (text_px(line.label()) * if line.label().contains(' ') { 1.2 } else { 1.0 } / room).ceil();
    let most =
        lines.iter().map(|line| if text_px(line.label()) <= room { 1.0 } else { breaks(line) }).fold(1.0, f64::max);
    let step = if most <= 1.0 { ROW_STEP_PX } else { ROW_STEP_PX.max(LINE_PX * whole(most) + 6) };
    step * at_least_one(lines.len()) + 8
}

/// A small number of lines as a whole number.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 20")]
fn whole(lines: f64) -> u32 {
    lines.clamp(1.0, 20.0) as u32
}

/// Room for the labels of a list.
pub(super) fn labels_px(canvas: &Canvas<'_>, lines: &[Line]) -> f64 {
    let labels: Vec<String> = lines.iter().map(|line| line.label().to_owned()).collect();
    canvas.layout.label_px(&labels) + LABEL_MARGIN_PX
}

/// The axis of a list: names begin on the left, so that their indentation shows.
pub(super) fn names(canvas: &Canvas<'_>, lines: &[Line], left_px: f64) -> Value {
    let mut names: Value =
        lines.iter().map(|line| category(line.label(), line.is_strong(), canvas.theme.ink)).collect();
    for name in names.as_array_mut().into_iter().flatten().filter(|name| name.get("textStyle").is_some()) {
        // A name with a style of its own forgets that of the axis.
        name["textStyle"]["align"] = json!("left");
    }
    let mut axis = category_patch(canvas, &names, Some(left_px));
    axis["axisLabel"]["align"] = json!("left");
    axis["axisLabel"]["margin"] = json!(left_px - 2.0);
    axis
}
