//! What charts share whose years stand side by side: a frame with room for titles, values and breaks, and places without a number.

use charming::component::Grid;
use serde_json::{Value, json};

use super::axis::{Scale, category_axis, row_categories};
use crate::figures::canvas::Canvas;
use crate::figures::layout::{text_px, wrap};
use crate::figures::option::put;
use crate::figures::point::{Point, absent};
use crate::figures::sketch::{Frame, Sketch};
use crate::query::Cell;

/// Room above the columns for the value of the tallest.
pub(super) const VALUES_PX: f64 = 22.0;
/// Room above that for the words at a break.
pub(super) const BREAK_PX: f64 = 16.0;
/// Room below the columns for the years.
pub(super) const YEARS_PX: f64 = 26.0;
/// The least room between two years.
const YEARS_APART_PX: f64 = 2.0;
/// Height of the outline of a year without a number.
const ABSENT_PX: f64 = 18.0;
/// The same with its reason in two lines.
const REASON_PX: f64 = 34.0;

/// One frame: where its columns stand.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Upright {
    /// From the left edge of the chart to the columns.
    pub left: f64,
    /// From the top edge of the chart to the tallest column.
    pub top: f64,
    /// Width of all columns with the space between them.
    pub width: f64,
    /// Height of the tallest column.
    pub height: f64,
    /// Room above the tallest column, and below the lowest, for its value.
    pub values_px: f64,
    /// The axis of the numbers.
    pub scale: Scale,
}

impl Upright {
    /// Room for one column with the space to the next.
    pub(super) fn slot_px(&self, canvas: &Canvas<'_>) -> f64 {
        self.width / f64::from(u32::try_from(canvas.table.rows.len().max(1)).unwrap_or(1))
    }

    /// Adds the frame to a sketch, with a title and with words at each break.
    pub(super) fn frame(&self, canvas: &Canvas<'_>, sketch: &mut Sketch<'_>, title: &str, has_numbers: bool) -> Frame {
        let grid = Grid::new().left(self.left).top(self.top).width(self.width).height(self.height);
        let labels = spaced(canvas, canvas.row_labels(), self.slot_px(canvas));
        let mut names = category_axis(canvas, &row_categories(canvas, &labels), false);
        if self.scale.low < 0.0 {
            // The years stand below the frame, and below the values of what shrinks.
            put(&mut names, "axisLabel.margin", (8.0 + self.values_px - 4.0).into());
        }
        let mut numbers = self.scale.axis(canvas);
        if !has_numbers {
            put(&mut numbers, "axisLabel.show", false.into());
        }
        if !title.is_empty() {
            title_of(canvas, &mut numbers, title, self);
        }
        let frame = sketch.frame(&grid, names, numbers);
        self.name_breaks(canvas, sketch, frame);
        frame
    }

    /// Writes at the rule of a break what it is: to its right, or where there is no room to its left, and once where rules are
    /// so near to each other that the words stand above all of them.
    fn name_breaks(&self, canvas: &Canvas<'_>, sketch: &mut Sketch<'_>, frame: Frame) {
        let (words, slot) = (canvas.words.new_basis(), self.slot_px(canvas));
        let px = text_px(words) + 4.0;
        let (mut edge, mut named) = (0.0, 0.0);
        for row in 0..canvas.table.rows.len() {
            let left = if edge + px <= self.width { 0.0 } else { -px };
            if canvas.is_break_before(row) && edge + left >= named {
                let off = (left - slot / 2.0, -(self.values_px + BREAK_PX - 2.0));
                sketch.note(frame, &format!("break-{row}"), json!([row, self.scale.high]), off, words);
                named = edge + left + px;
            }
            edge += slot;
        }
    }

    /// The outline that stands for a number that is not there; with its reason where there is room for words.
    pub(super) fn placeholder(&self, canvas: &Canvas<'_>, cell: &Cell) -> Point {
        let reason = canvas.words.absence_in_two_lines(cell);
        let widest = reason.split('\n').map(text_px).fold(0.0, f64::max);
        let (px, text) = if widest <= self.slot_px(canvas) * 0.9 && self.height > 2.0 * REASON_PX {
            (REASON_PX, reason.as_str())
        } else {
            (ABSENT_PX, "–")
        };
        let height = px / self.height * (self.scale.high - self.scale.low);
        Point::silent(height, absent(canvas.theme, cell)).with_label("inside", text, canvas.theme.ink_2, false)
    }
}

/// The names below the columns, of which only every second, third and so on is left where all would lie on each other,
/// counted from what the reader chose, or from the last.
fn spaced(canvas: &Canvas<'_>, mut labels: Vec<String>, slot_px: f64) -> Vec<String> {
    let widest = labels.iter().map(|label| text_px(label)).fold(0.0, f64::max) + YEARS_APART_PX;
    let Some(step) = (1..=labels.len()).find(|step| widest <= slot_px * f64::from(u32::try_from(*step).unwrap_or(1)))
    else {
        return labels;
    };
    let rows = &canvas.table.rows;
    let anchor = rows.iter().rposition(|row| row.is_marked).unwrap_or(rows.len().saturating_sub(1));
    for (row, label) in labels.iter_mut().enumerate() {
        if row.abs_diff(anchor) % step != 0 {
            label.clear();
        }
    }
    labels
}

/// The lines of a title in a frame of this width; bold letters are wider.
pub(super) fn title_lines(title: &str, width_px: f64) -> Vec<String> {
    wrap(title, width_px * 0.95)
}

/// The title of a frame stands above its axis, from the left.
fn title_of(canvas: &Canvas<'_>, axis: &mut Value, title: &str, frame: &Upright) {
    let above = frame.values_px + if canvas.has_breaks() { BREAK_PX } else { 0.0 };
    put(axis, "show", true.into());
    put(axis, "axisLine.show", false.into());
    put(axis, "axisTick.show", false.into());
    if !frame.scale.has_numbers {
        put(axis, "axisLabel.show", false.into());
    }
    put(axis, "name", title_lines(title, frame.width).join("\n").into());
    put(axis, "nameLocation", "end".into());
    put(axis, "nameGap", above.into());
    put(axis, "nameTextStyle.align", "left".into());
    put(axis, "nameTextStyle.color", canvas.theme.ink.into());
    put(axis, "nameTextStyle.fontSize", 12.into());
    put(axis, "nameTextStyle.fontWeight", 600.into());
    put(axis, "nameTextStyle.lineHeight", 15.into());
}
