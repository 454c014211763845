//! Small multiples: a panel for each column of the table, all on one scale, with a column for each year.

use charming::series::Bar;
use serde_json::json;

use super::axis::Scale;
use super::bars::hatched;
use super::bounds::{self, Along};
use super::upright::{BREAK_PX, Upright, VALUES_PX, YEARS_PX, title_lines};
use crate::dataset::{CodeId, Statistic};
use crate::figures::canvas::Canvas;
use crate::figures::layout::{UPRIGHT_PX, bare, fit, key_lines, key_px, strong_px, widest_line};
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
/// Between two panels.
const GAP_PX: f64 = 14.0;
/// Room for the numbers of an axis of percentages.
const NUMBERS_PX: f64 = 48.0;
/// Between a column, its value that stands upright, and what is above.
const VALUE_MARGIN_PX: f64 = 10.0;
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
    /// Room for the value of a column beyond its end.
    values_px: f64,
}

/// How values are written at their marks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Values {
    WithUnit,
    /// The axis has the unit.
    Bare,
    /// From bottom to top, where columns are narrower than their values.
    Turned,
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
        let keeps_unit = keeps_unit(canvas);
        let widest =
            |room_px: f64| texts.iter().map(|text| widest_line(&short(text, room_px, keeps_unit))).fold(0.0, f64::max);
        let least = (widest(0.0).max(LEAST_SLOT_PX) * slots).max(LEAST_PANEL_PX.min(room));
        let fitting =
            (2..=columns.len()).rev().find(|panels| least * count(*panels) + GAP_PX * count(panels - 1) <= room);
        let per_line = fitting.unwrap_or(1);
        let width = (room - GAP_PX * count(per_line - 1)) / count(per_line);
        let width_px = width.min((WIDEST_SLOT_PX * slots).max(LEAST_PANEL_PX));
        let slot = width_px / slots;
        let values = match () {
            () if widest(f64::MAX) <= slot - 2.0 => Values::WithUnit,
            () if widest(0.0) <= slot => Values::Bare,
            () => Values::Turned,
        };
        let longest = texts.iter().map(|text| strong_px(&turned(text, keeps_unit))).fold(0.0, f64::max);
        let values_px = if values == Values::Turned { longest + VALUE_MARGIN_PX } else { VALUES_PX };
        let lines = |column: &usize| title_lines(&canvas.words.heading(&table.columns[*column]), width_px).len();
        let most = columns.iter().map(lines).max().unwrap_or(1);
        let title_px = if table.columns.len() > 1 { count(most) * TITLE_LINE_PX + 4.0 } else { 0.0 };
        Self { canvas, columns, per_line, width_px, left_px, title_px, scale, values, values_px }
    }

    /// Room above the columns of a panel.
    fn above_px(&self) -> f64 {
        self.title_px + self.values_px + if self.canvas.has_breaks() { BREAK_PX } else { 0.0 }
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
        if self.scale.low < 0.0 { self.values_px } else { 0.0 }
    }

    fn panel_px(&self) -> f64 {
        self.above_px() + self.columns_px() + self.below_px() + YEARS_PX
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few hundred pixels")]
    fn height_px(&self) -> u32 {
        let lines = count(self.columns.len().max(1).div_ceil(self.per_line));
        let words = self.scale.why.map(|why| self.canvas.words.text(why));
        let key = words.map_or(0, |words| key_px(words, self.canvas.layout.width_px));
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
            values_px: self.values_px,
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
            let words = key_lines(canvas.words.text(why), canvas.layout.width_px).join("\n");
            sketch.note(frame, "why", json!([0, self.scale.high]), corner, &words);
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
        let (is_strong, keeps_unit) = (canvas.is_strong(row, column), keeps_unit(canvas));
        let text = match self.values {
            Values::WithUnit => text,
            Values::Bare => short(&turned(&text, keeps_unit), slot, keeps_unit),
            Values::Turned => turned(&text, keeps_unit),
        };
        let point = point.with_label(side, &text, canvas.theme.ink, is_strong);
        if self.values == Values::Turned { point.turned(side) } else { point }
    }
}

/// Whether values keep their percent sign however little room there is: no axis beside growth has it.
fn keeps_unit(canvas: &Canvas<'_>) -> bool {
    canvas.table.statistic == Statistic::Growth
}

/// A value in so much room.
fn short(text: &str, room_px: f64, keeps_unit: bool) -> String {
    if keeps_unit { text.to_owned() } else { fit(text, room_px) }
}

/// A value that stands upright.
fn turned(text: &str, keeps_unit: bool) -> String {
    if keeps_unit { text.to_owned() } else { bare(text) }
}

/// A small number of things as a number of pixels can be multiplied with.
fn count(things: usize) -> f64 {
    f64::from(u32::try_from(things).unwrap_or(u32::MAX))
}
