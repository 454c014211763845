//! Horizontal bars of a whole: one for each row of the table, its columns stacked. What the printed parts leave open
//! stands at the end, outlined and named, never between them.

use charming::component::Grid;
use charming::series::Bar;
use serde_json::json;

use super::axis::{Scale, category_axis, row_categories};
use super::bars::hatched;
use crate::dataset::{CodeId, Statistic};
use crate::figures::canvas::Canvas;
use crate::figures::layout::{LABEL_MARGIN_PX, PERCENTS_PX, key_lines, key_px, rows_px, strong_px, text_px, wrap};
use crate::figures::option::put;
use crate::figures::plan::{Drawing, Legend, Plan};
use crate::figures::point::{Point, absent, not_printed};
use crate::figures::sketch::{Frame, Sketch};
use crate::figures::theme::Theme;
use crate::query::{Cell, Reason};

/// Room for the total behind the longest stack.
const TOTAL_PX: f64 = 64.0;
/// Room behind a stack without one, for half of the last number of the axis.
const MARGIN_PX: f64 = 22.0;
/// Height of one stacked bar with the space to the next, in which the values stand that have no room in it.
const STEP_PX: u32 = 44;
/// Height of the bar alone.
const BAR_PX: f64 = 25.0;
/// Between two values below a bar.
const APART_PX: f64 = 6.0;
/// How far such values reach below the room of their bar.
const VALUE_PX: u32 = 6;
/// A rounding of shares, or half a trial, is nothing that is missing.
const NOTHING: f64 = 0.55;

/// Plans stacked bars.
pub(super) fn plan<'a>(canvas: &'a Canvas<'a>) -> Plan<'a> {
    let stacks = Stacks::new(canvas);
    Plan::new(canvas, stacks.height_px(), Legend::Parts, move || stacks.draw())
}

/// Stacked bars with their room.
struct Stacks<'a> {
    canvas: &'a Canvas<'a>,
    labels: Vec<String>,
    left_px: f64,
    right_px: f64,
    /// The column of the total, where it is drawn: not beside parts of which some are switched off.
    total: Option<usize>,
    scale: Scale,
    has_remainder: bool,
}

/// One segment of a bar in pixels.
struct Segment {
    column: usize,
    start_px: f64,
    text: String,
    /// Where its value begins below the bar, for one that has no room in it.
    below_px: Option<f64>,
}

impl<'a> Stacks<'a> {
    fn new(canvas: &'a Canvas<'a>) -> Self {
        let labels = canvas.row_labels();
        let room = canvas.layout.label_px(labels.iter().map(String::as_str));
        let labels = labels.iter().map(|label| wrap(label, room).join("\n")).collect();
        let left_px = room + LABEL_MARGIN_PX;
        let total = canvas.total_column().filter(|_| canvas.hidden.is_empty());
        let longest = |row: usize| {
            let total = total.and_then(|total| canvas.table.cell(row, total).number());
            known(canvas, row).max(total.unwrap_or(0.0))
        };
        let scale = Scale::of(canvas, (0..canvas.table.rows.len()).map(longest).fold(0.0, f64::max));
        let right_px = scale.beyond_px(canvas).1.max(if total.is_some() { TOTAL_PX } else { MARGIN_PX });
        let mut stacks = Self { canvas, labels, left_px, right_px, total, scale, has_remainder: false };
        stacks.has_remainder = stacks.rows().any(|row| stacks.remainder(row).is_some());
        stacks
    }

    fn rows(&self) -> std::ops::Range<usize> {
        0..self.canvas.table.rows.len()
    }

    fn room_px(&self) -> f64 {
        (self.canvas.layout.width_px - self.left_px - self.right_px).max(40.0)
    }

    fn height_px(&self) -> u32 {
        rows_px(self.canvas.table.rows.len(), STEP_PX) + self.below_px()
    }

    /// Room below the bars: for the numbers of the axis, and for what an outline is.
    fn below_px(&self) -> u32 {
        let numbers = if self.scale.has_numbers { PERCENTS_PX + VALUE_PX } else { 0 };
        numbers + self.key_px()
    }

    /// Room for what an outline is.
    fn key_px(&self) -> u32 {
        let canvas = self.canvas;
        if self.has_remainder { key_px(canvas.words.remainder_key(), canvas.layout.width_px) } else { 0 }
    }

    fn draw(&self) -> Drawing {
        let canvas = self.canvas;
        let mut sketch = Sketch::new(canvas.theme);
        let frame = self.frame(&mut sketch);
        let segments: Vec<Vec<Segment>> = self.rows().map(|row| self.segments(row)).collect();
        let mut add = |id: &str, points: Vec<Point>| {
            let series = sketch.add(frame, &Bar::new().id(id).stack("all").bar_width(BAR_PX), &points);
            // A hairline of paper between the segments.
            series["itemStyle"] = json!({ "borderColor": canvas.theme.paper, "borderWidth": 0.5 });
        };
        for (column, heading) in canvas.parts() {
            let point = |row: usize| {
                let own = segments[row].iter().find(|segment| segment.column == column);
                own.map_or_else(Point::nothing, |own| self.segment(row, own, heading.code()))
            };
            add(&format!("column-{column}"), self.rows().map(point).collect());
        }
        if self.has_remainder {
            add("remainder", self.rows().map(|row| self.rest(row)).collect());
        }
        if self.rows().any(|row| canvas.is_row_empty(row)) {
            add("absent", self.rows().map(|row| self.placeholder(row)).collect());
        }
        if let Some(total) = self.total {
            add("total", self.rows().map(|row| self.total_label(row, total)).collect());
        }
        self.notes(&mut sketch, frame);
        sketch.finish()
    }

    fn frame(&self, sketch: &mut Sketch<'_>) -> Frame {
        let grid = Grid::new().left(self.left_px).right(self.right_px).top(4).bottom(f64::from(4 + self.below_px()));
        let names = row_categories(self.canvas, &self.labels);
        let mut numbers = self.scale.axis(self.canvas);
        // Below the values that stand under the last bar.
        put(&mut numbers, "axisLabel.margin", (8 + VALUE_PX).into());
        sketch.frame(&grid, numbers, category_axis(self.canvas, &names, true))
    }

    /// What changes at a break, on its rule; and what an outline at the end of a bar is.
    fn notes(&self, sketch: &mut Sketch<'_>, frame: Frame) {
        let (canvas, half) = (self.canvas, f64::from(STEP_PX) / 2.0);
        for row in self.rows().filter(|row| canvas.is_break_before(*row)) {
            let off = (2.0, -half - 7.0);
            sketch.note(frame, &format!("break-{row}"), json!([0, row]), off, canvas.words.new_basis());
        }
        if let Some(last) = self.rows().last().filter(|_| self.has_remainder) {
            let below = (2.0 - self.left_px, half + f64::from(self.below_px() - self.key_px()) + 4.0);
            let key = key_lines(canvas.words.remainder_key(), canvas.layout.width_px).join("\n");
            sketch.note(frame, "key", json!([0, last]), below, &key);
        }
    }

    /// The segments of a bar: a value that has no room in its own stands below it, beside the others that stand there.
    fn segments(&self, row: usize) -> Vec<Segment> {
        let (canvas, room) = (self.canvas, self.room_px());
        let mut start_px = 0.0;
        let mut segments = Vec::new();
        for (column, _) in canvas.parts() {
            let Some(number) = canvas.table.cell(row, column).number() else { continue };
            let (text, width_px) = (canvas.value_text(row, column), number / self.scale.high * room);
            let is_inside = text_px(&text) + 6.0 <= width_px;
            let below_px = (!is_inside).then(|| (start_px + width_px / 2.0 - strong_px(&text) / 2.0).max(0.0));
            segments.push(Segment { column, start_px, text, below_px });
            start_px += width_px;
        }
        spread(&mut segments, room + self.right_px);
        segments
    }

    /// One part of a bar with its value.
    fn segment(&self, row: usize, own: &Segment, code: Option<CodeId>) -> Point {
        let canvas = self.canvas;
        let is_strong = canvas.is_strong(row, own.column);
        let point = canvas.point(row, own.column, code);
        if let Some(below) = own.below_px {
            let off = (below - own.start_px, BAR_PX + 1.0);
            return hatched(canvas, point, code).with_label_off(off, &own.text, canvas.theme.ink, is_strong);
        }
        if canvas.bound(row, own.column).is_some() {
            return point.with_label("inside", &own.text, canvas.theme.ink, is_strong);
        }
        let colour = Theme::readable_on(&canvas.fill(row, own.column, code));
        hatched(canvas, point, code).with_label("inside", &own.text, colour, is_strong)
    }

    /// What the printed parts of a bar leave open; nothing where a part is switched off.
    fn remainder(&self, row: usize) -> Option<f64> {
        let canvas = self.canvas;
        if canvas.is_row_empty(row) || !canvas.hidden.is_empty() {
            return None;
        }
        let whole = match canvas.table.statistic {
            Statistic::Share => 100.0,
            _ => canvas.table.cell(row, self.total?).number()?,
        };
        let rest = whole - known(canvas, row);
        (rest > NOTHING).then_some(rest)
    }

    fn rest(&self, row: usize) -> Point {
        let Some(rest) = self.remainder(row) else { return Point::nothing() };
        let canvas = self.canvas;
        let missing = canvas.parts().filter(|(column, _)| canvas.table.cell(row, *column).is_empty());
        let missing: Vec<String> = missing.map(|(_, heading)| canvas.words.heading(heading)).collect();
        let room = rest / self.scale.high * self.room_px() - 6.0;
        let names = [canvas.words.remainder(&missing), canvas.words.absence(&Cell::Empty(Reason::NotPrinted))];
        let names = &names[..if missing.is_empty() { 1 } else { 2 }];
        let name = names.iter().find(|name| text_px(name) <= room);
        let point = Point::silent(rest, not_printed(canvas.theme));
        match name {
            Some(name) => point.with_label("inside", name, canvas.theme.ink_2, false),
            None => point,
        }
    }

    /// A bar that says why a row has no number.
    fn placeholder(&self, row: usize) -> Point {
        let canvas = self.canvas;
        if !canvas.is_row_empty(row) {
            return Point::nothing();
        }
        let absence = canvas.row_absence(row);
        let text = canvas.words.absence(absence);
        let point = Point::silent(self.scale.high, absent(canvas.theme, absence));
        point.with_label("inside", &text, canvas.theme.ink_2, false)
    }

    /// The total stands behind its bar.
    fn total_label(&self, row: usize, total: usize) -> Point {
        let canvas = self.canvas;
        if canvas.table.cell(row, total).is_empty() {
            return Point::nothing();
        }
        let text = canvas.value_text(row, total);
        let point = Point::silent(0.0, json!({ "color": "transparent" }));
        point.with_label("right", &text, canvas.theme.ink, canvas.is_strong(row, total))
    }
}

/// The sum of the shown parts of a row.
fn known(canvas: &Canvas<'_>, row: usize) -> f64 {
    canvas.parts().filter_map(|(column, _)| canvas.table.cell(row, column).number()).sum()
}

/// Moves the values below a bar apart, and then back into the width that there is.
fn spread(segments: &mut [Segment], width_px: f64) {
    let mut free = 0.0;
    for segment in segments.iter_mut() {
        if let Some(below) = &mut segment.below_px {
            *below = below.max(free);
            free = *below + strong_px(&segment.text) + APART_PX;
        }
    }
    let mut end = width_px;
    for segment in segments.iter_mut().rev() {
        if let Some(below) = &mut segment.below_px {
            *below = below.min(end - strong_px(&segment.text));
            end = *below - APART_PX;
        }
    }
}
