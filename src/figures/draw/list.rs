//! The rows of a table as a list with headings: what rankings and comparisons of two years share.

use serde_json::{Value, json};

use super::axis::{category, category_patch};
use crate::dataset::CodeId;
use crate::figures::canvas::Canvas;
use crate::figures::layout::{LABEL_MARGIN_PX, LINE_PX, rows_px, text_px};

/// Height of one row whose label does not break.
const ROW_STEP_PX: u32 = 26;

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

/// A list with the room that it needs.
pub(super) struct List {
    /// The lines from top to bottom.
    pub lines: Vec<Line>,
    /// Room for the labels, with the margin to the axis.
    pub labels_px: f64,
}

impl List {
    /// Gives lines their room.
    pub(super) fn new(canvas: &Canvas<'_>, lines: Vec<Line>) -> Self {
        let labels_px = canvas.layout.label_px(lines.iter().map(Line::label)) + LABEL_MARGIN_PX;
        Self { lines, labels_px }
    }

    /// The height of the list: every line is as high as the one whose label breaks most often.
    pub(super) fn height_px(&self) -> u32 {
        let room = self.labels_px - LABEL_MARGIN_PX;
        // Breaking between words wastes about a fifth of a line.
        let breaks = |label: &str| (text_px(label) * if label.contains(' ') { 1.2 } else { 1.0 } / room).ceil();
        let labels = self.lines.iter().map(Line::label);
        let most = labels.map(|label| if text_px(label) <= room { 1.0 } else { breaks(label) }).fold(1.0, f64::max);
        let step = if most <= 1.0 { ROW_STEP_PX } else { ROW_STEP_PX.max(LINE_PX * whole(most) + 6) };
        rows_px(self.lines.len(), step)
    }

    /// The axis of the list: names begin on the left, so that their indentation shows.
    pub(super) fn axis(&self, canvas: &Canvas<'_>) -> Value {
        let name = |line: &Line| category(line.label(), line.is_strong(), canvas.theme.ink);
        let mut names: Value = self.lines.iter().map(name).collect();
        for name in names.as_array_mut().into_iter().flatten().filter(|name| name.get("textStyle").is_some()) {
            // A name with a style of its own forgets that of the axis.
            name["textStyle"]["align"] = json!("left");
        }
        let mut axis = category_patch(canvas, &names, Some(self.labels_px));
        axis["axisLabel"]["align"] = json!("left");
        axis["axisLabel"]["margin"] = json!(self.labels_px - 2.0);
        axis
    }
}

/// A small number of lines as a whole number.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 20")]
fn whole(lines: f64) -> u32 {
    lines.clamp(1.0, 20.0) as u32
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
