//! The rows of a table as a list with headings: what rankings and comparisons of two years share.

use charming::component::Grid;
use serde_json::{Value, json};

use super::axis::{Scale, category, category_axis};
use crate::dataset::CodeId;
use crate::figures::canvas::Canvas;
use crate::figures::layout::{LABEL_MARGIN_PX, LINE_PX, PERCENTS_PX, rows_px, text_px, wrap};
use crate::figures::sketch::{Frame, Sketch};

/// Height of one row whose label does not break.
const ROW_STEP_PX: u32 = 26;
/// Height of one of the two rows of a line whose name stands above its mark.
const TIGHT_STEP_PX: u32 = 20;
/// Height of one row in a list of which some label breaks.
const TWO_LINES_PX: u32 = 2 * LINE_PX + 6;
/// Names that would break into more lines than this stand above their marks.
const MOST_LINES: usize = 2;
/// Between the edge and marks whose names stand above them.
const EDGE_PX: f64 = 4.0;

/// One line of a list.
pub(super) enum Line {
    /// The name of a group.
    Heading { label: String, is_strong: bool },
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

    /// The same line with its label in lines.
    fn named(self, name: String) -> Self {
        match self {
            Self::Heading { is_strong, .. } => Self::Heading { label: name, is_strong },
            Self::Row { row, column, code, is_marked, .. } => Self::Row { label: name, row, column, code, is_marked },
            absent @ Self::Absent { .. } => absent,
        }
    }

    const fn is_strong(&self) -> bool {
        match self {
            Self::Heading { is_strong, .. } => *is_strong,
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
    /// Room for the values behind the longest mark.
    pub values_px: f64,
    /// The axis of the numbers.
    pub scale: Scale,
    step_px: u32,
}

impl List {
    /// Gives lines their room; values need so much of it.
    pub(super) fn new(canvas: &Canvas<'_>, lines: Vec<Line>, values_px: f64, scale: Scale) -> Self {
        let room = canvas.layout.label_px(lines.iter().map(Line::label));
        let wrapped: Vec<Vec<String>> = lines.iter().map(|line| wrap(line.label(), room)).collect();
        let (before_px, behind_px) = scale.beyond_px(canvas);
        let values_px = values_px.max(behind_px);
        let most = wrapped.iter().map(Vec::len).max().unwrap_or(1);
        // A word that is longer than the room cannot break.
        let is_cut = wrapped.iter().flatten().any(|line| text_px(line) > room);
        if most > MOST_LINES || is_cut {
            let width_px = canvas.layout.width_px - 2.0 * EDGE_PX;
            let lines = lines.into_iter().flat_map(|line| with_name_above(line, width_px)).collect();
            return Self { lines, labels_px: EDGE_PX.max(before_px), values_px, scale, step_px: TIGHT_STEP_PX };
        }
        let lines = lines.into_iter().zip(wrapped).map(|(line, label)| line.named(label.join("\n"))).collect();
        let step_px = if most <= 1 { ROW_STEP_PX } else { TWO_LINES_PX };
        Self { lines, labels_px: room + LABEL_MARGIN_PX, values_px, scale, step_px }
    }

    /// The height of the list: every line is as high as the one whose label breaks most often.
    pub(super) fn height_px(&self) -> u32 {
        rows_px(self.lines.len(), self.step_px) + if self.scale.has_numbers { PERCENTS_PX } else { 0 }
    }

    /// Adds the frame of the list to a sketch.
    pub(super) fn frame(&self, canvas: &Canvas<'_>, sketch: &mut Sketch<'_>) -> Frame {
        let below = 4 + if self.scale.has_numbers { PERCENTS_PX } else { 0 };
        let grid = Grid::new().left(self.labels_px).right(self.values_px).top(4).bottom(f64::from(below));
        sketch.frame(&grid, self.scale.axis(canvas), self.axis(canvas))
    }

    /// The axis of the list: names begin on the left, so that their indentation shows.
    fn axis(&self, canvas: &Canvas<'_>) -> Value {
        let name = |line: &Line| category(line.label(), line.is_strong(), canvas.theme.ink);
        let mut names: Value = self.lines.iter().map(name).collect();
        for name in names.as_array_mut().into_iter().flatten().filter(|name| name.get("textStyle").is_some()) {
            // A name with a style of its own forgets that of the axis.
            name["textStyle"]["align"] = json!("left");
        }
        let mut axis = category_axis(canvas, &names, true);
        // Names above their marks would stand on the line.
        axis["axisLine"]["show"] = json!(self.step_px != TIGHT_STEP_PX);
        axis["axisLabel"]["align"] = json!("left");
        axis["axisLabel"]["margin"] = json!(self.labels_px - 2.0);
        axis["axisLabel"]["lineHeight"] = json!(LINE_PX);
        axis
    }
}

/// A name and then its mark, each in a row of its own; a name that does not fit the width breaks into several rows.
fn with_name_above(line: Line, width_px: f64) -> Vec<Line> {
    let is_strong = line.is_strong();
    // Bold letters are wider.
    let name = wrap(line.label(), width_px * 0.95).into_iter().map(|label| Line::Heading { label, is_strong });
    match line {
        Line::Heading { .. } => name.collect(),
        Line::Row { row, column, code, is_marked, .. } => {
            name.chain([Line::Row { label: String::new(), row, column, code, is_marked }]).collect()
        }
        Line::Absent { .. } => vec![line],
    }
}
