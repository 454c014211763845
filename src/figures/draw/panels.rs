//! Small multiples: a panel for each column of the table, all on one scale, with a column for each year.

use charming::series::Bar;
use serde_json::json;

use super::axis::Scale;
use super::bars::hatched;
use super::bounds::{self, Along};
use super::upright::{BREAK_PX, Upright, VALUES_PX, YEARS_PX, title_lines};
use crate::dataset::CodeId;
use crate::figures::canvas::Canvas;
use crate::figures::layout::{KEY_PX, UPRIGHT_PX, bare, fit, text_px};
use crate::figures::plan::{Drawing, Legend, Plan};
use crate::figures::point::Point;
use crate::figures::sketch::Sketch;

/// The least room for a column and its year.
const LEAST_SLOT_PX: f64 = 34.0;
/// The least room for a panel and its title.
const LEAST_PANEL_PX: f64 = 110.0;
/// A panel is never wider than its columns need.
const WIDEST_SLOT_PX: f64 = 96.0;
/// Height of the columns of one panel among several.
const COLUMNS_PX: f64 = 92.0;
/// How much of its estimated width a number takes at most: digits are narrower than letters.
const LETTERS: f64 = 0.92;
/// Between two panels.
const GAP_PX: f64 = 14.0;
/// Room for the numbers of an axis of percentages.
const NUMBERS_PX: f64 = 44.0;
/// One line of a title.
const TITLE_LINE_PX: f64 = 15.0;

/// Plans panels.
pub(super) fn plan<'a>(canvas: &'a Canvas<'a>) -> Plan<'a> {
    let panels = Panels::new(canvas);
    Plan::new(canvas, panels.height_px(), Legend::Nothing, move || panels.draw())
}

/// The panels with their room.
struct Panels<'a> {
    canvas: &'a Canvas<'a>,
    /// The columns of the table that have any number.
    columns: Vec<usize>,
    per_line: usize,
    width_px: f64,
    /// From the left edge to the first panel.
    left_px: f64,
    title_px: f64,
    scale: Scale,
    /// How values are written: all with their unit, or none.
    values: Values,
}

/// How values are written at their marks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Values {
    WithUnit,
    /// The axis has the unit.
    Bare,
}

impl<'a> Panels<'a> {
    fn new(canvas: &'a Canvas<'a>) -> Self {
        let table = canvas.table;
        let has_number = |column: &usize| (0..table.rows.len()).any(|row| !table.cell(row, *column).is_empty());
        let columns: Vec<usize> = (0..table.columns.len()).filter(has_number).collect();
        let scale = Scale::of(canvas, canvas.largest());
        let left_px = if scale.has_numbers { NUMBERS_PX } else { 4.0 };
        let room = canvas.layout.width_px - left_px - 4.0;
        let slots = count(table.rows.len().max(1));
        let texts: Vec<String> = table.cells().map(|(row, column, _)| canvas.value_text(row, column)).collect();
        let widest = |room_px: f64| texts.iter().map(|text| widest_line(&fit(text, room_px))).fold(0.0, f64::max);
        let least = ((widest(0.0) * LETTERS).max(LEAST_SLOT_PX) * slots).max(LEAST_PANEL_PX.min(room));
        let fitting =
            (2..=columns.len()).rev().find(|panels| least * count(*panels) + GAP_PX * count(panels - 1) <= room);
        let per_line = fitting.unwrap_or(1);
        let width = (room - GAP_PX * count(per_line - 1)) / count(per_line);
        let width_px = width.min((WIDEST_SLOT_PX * slots).max(LEAST_PANEL_PX));
        let values = if widest(f64::MAX) <= width_px / slots - 2.0 { Values::WithUnit } else { Values::Bare };
        let lines = |column: &usize| title_lines(&canvas.words.heading(&table.columns[*column]), width_px).len();
        let most = columns.iter().map(lines).max().unwrap_or(1);
        let title_px = if table.columns.len() > 1 { count(most) * TITLE_LINE_PX + 4.0 } else { 0.0 };
        Self { canvas, columns, per_line, width_px, left_px, title_px, scale, values }
    }

    /// Room above the columns of a panel.
    fn above_px(&self) -> f64 {
        self.title_px + VALUES_PX + if self.canvas.has_breaks() { BREAK_PX } else { 0.0 }
    }

    /// Height of the columns: one panel has the height of a chart.
    fn columns_px(&self) -> f64 {
        if self.columns.len() > 1 {
            COLUMNS_PX
        } else {
            f64::from(UPRIGHT_PX) - self.above_px() - YEARS_PX - self.below_px()
        }
    }

    /// Room below the columns for the values of what shrinks.
    const fn below_px(&self) -> f64 {
        if self.scale.low < 0.0 { VALUES_PX } else { 0.0 }
    }

    fn panel_px(&self) -> f64 {
        self.above_px() + self.columns_px() + self.below_px() + YEARS_PX
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few hundred pixels")]
    fn height_px(&self) -> u32 {
        let lines = count(self.columns.len().max(1).div_ceil(self.per_line));
        let key = if self.scale.why.is_some() { KEY_PX } else { 0 };
        (self.panel_px() * lines).ceil() as u32 + key
    }

    fn draw(&self) -> Drawing {
        let mut sketch = Sketch::new(self.canvas.theme);
        for (position, column) in self.columns.iter().enumerate() {
            self.panel(&mut sketch, position, *column);
        }
        sketch.finish()
    }

    fn panel(&self, sketch: &mut Sketch<'_>, position: usize, column: usize) {
        let canvas = self.canvas;
        let (line, place) = (position / self.per_line, position % self.per_line);
        let upright = Upright {
            left: self.left_px + count(place) * (self.width_px + GAP_PX),
            top: count(line) * self.panel_px() + self.above_px(),
            width: self.width_px,
            height: self.columns_px(),
            scale: self.scale,
        };
        let heading = &canvas.table.columns[column];
        let title = if canvas.table.columns.len() > 1 { canvas.words.heading(heading) } else { String::new() };
        let frame = upright.frame(canvas, sketch, &title, place == 0);
        let code = heading.code();
        let slot = upright.slot_px(canvas);
        let rows = || 0..canvas.table.rows.len();
        let points: Vec<Point> = rows().map(|row| self.column(&upright, (row, column), code, slot)).collect();
        sketch.add(frame, &Bar::new().id(format!("column-{column}")).bar_width((slot * 0.6).min(56.0)), &points);
        let end = |row| {
            let (position, end) = bounds::open_end(canvas, (row, column), code, (Along::Up, row))?;
            Some((position, self.labelled(end, (row, column), "top", slot)))
        };
        let ends = rows().filter_map(end).collect();
        bounds::add(sketch, frame, &format!("bounds-{column}"), Along::Up, canvas.theme.ink_3, ends);
        if let Some(why) = self.scale.why.filter(|_| position + self.per_line >= self.columns.len() && place == 0) {
            let below = upright.height + self.below_px() + YEARS_PX;
            let corner = (-slot / 2.0 - NUMBERS_PX, below);
            sketch.note(frame, "why", json!([0, self.scale.high]), corner, canvas.words.text(why));
        }
    }

    /// The column of a cell, or what stands in its place.
    fn column(&self, upright: &Upright, (row, column): (usize, usize), code: Option<CodeId>, slot: f64) -> Point {
        let canvas = self.canvas;
        let cell = canvas.table.cell(row, column);
        match cell.number() {
            None => upright.placeholder(canvas, cell),
            Some(_) if canvas.bound(row, column).is_some() => Point::nothing(),
            Some(number) => {
                let side = if number < 0.0 { "bottom" } else { "top" };
                let point = hatched(canvas, canvas.point(row, column, code), code);
                self.labelled(point, (row, column), side, slot)
            }
        }
    }

    /// The value of a cell stands at the end of its column.
    fn labelled(&self, point: Point, (row, column): (usize, usize), side: &str, slot: f64) -> Point {
        let canvas = self.canvas;
        let text = canvas.value_text(row, column);
        let text = if self.values == Values::Bare { fit(&bare(&text), slot) } else { text };
        point.with_label(side, &text, canvas.theme.ink, canvas.is_strong(row, column))
    }
}

/// The width of the longest line of a text.
fn widest_line(text: &str) -> f64 {
    text.split('\n').map(text_px).fold(0.0, f64::max)
}

/// A small number of things as a number of pixels can be multiplied with.
fn count(things: usize) -> f64 {
    f64::from(u32::try_from(things).unwrap_or(u32::MAX))
}
