//! The parts of a picture beside its chart, each drawn from a corner of its own.

use super::svg::Markup;
use super::text::Type;
use super::{LargeNumber, Pattern, Picture, PictureSize, Swatch};

const SCOPE: f64 = 12.0;
const LEGEND: f64 = 12.0;
const NOTE: f64 = 11.0;
const FOOT: f64 = 10.0;
/// Between what belongs together.
const NEAR: f64 = 4.0;
/// The side of a swatch.
const SWATCH: f64 = 11.0;
/// Between a swatch and its label, and between two entries.
const SWATCH_GAP: f64 = 6.0;
const ENTRY_GAP: f64 = 18.0;
/// Between two numbers in large type.
const NUMBER_GAP: f64 = 32.0;
/// How high capitals are, as a part of the size.
const CAPITALS: f64 = 0.72;
/// Where the base line stands in a line, as a part of the size.
const BASE: f64 = 1.05;

/// A part with its height.
#[derive(Clone, Default)]
pub(super) struct Block {
    pub markup: Markup,
    pub height: f64,
}

impl Block {
    fn is_empty(&self) -> bool {
        self.height <= 0.0
    }

    /// What stands before the next part.
    pub(super) fn height_with(&self, gap: f64) -> f64 {
        if self.is_empty() { 0.0 } else { self.height + gap }
    }

    /// A text in as many lines as it needs.
    fn text(&mut self, text: &str, type_: Type, fill: &str, width: f64) {
        for line in type_.wrap(text, width) {
            self.markup.text((0.0, self.height + type_.size * BASE), type_, fill, &line);
            self.height += type_.line();
        }
    }
}

impl Picture {
    /// How large numbers and titles are.
    fn is_slide(&self) -> bool {
        self.size == PictureSize::Slide
    }

    /// Title, population, and unit, narrowing and years.
    pub(super) fn head(&self, width: f64) -> Block {
        let mut block = Block::default();
        let title = Type::bold(if self.is_slide() { 20.0 } else { 18.0 });
        block.text(&self.title, title, self.theme.ink, width);
        block.height += NEAR;
        let rest = self.scope.join(" · ");
        let after = format!(" · {rest}");
        let (bold, plain) = (Type::bold(SCOPE), Type::plain(SCOPE));
        if bold.width(&self.population) + plain.width(&after) <= width {
            let line = [(bold, self.population.as_str()), (plain, after.as_str())];
            block.markup.texts((0.0, block.height + SCOPE * BASE), self.theme.ink, &line);
            block.height += plain.line();
        } else {
            block.text(&self.population, bold, self.theme.ink, width);
            block.text(&rest, plain, self.theme.ink_2, width);
        }
        block
    }

    /// What the colours mean, in as many lines as it needs.
    pub(super) fn key(&self, width: f64) -> Block {
        let mut block = Block::default();
        let type_ = Type::plain(LEGEND);
        let mut x = 0.0;
        for Swatch { label, colour, pattern } in &self.legend {
            let entry = SWATCH + SWATCH_GAP + type_.width(label);
            if x > 0.0 && x + entry > width {
                (x, block.height) = (0.0, block.height + type_.line() + NEAR);
            }
            let top = block.height + (type_.line() - SWATCH) / 2.0;
            swatch(&mut block.markup, (x, top), colour, *pattern, self.theme.paper);
            for (row, line) in type_.wrap(label, width - SWATCH - SWATCH_GAP).iter().enumerate() {
                block.height += if row > 0 { type_.line() } else { 0.0 };
                let base = block.height + f64::midpoint(type_.line(), LEGEND * CAPITALS);
                block.markup.text((x + SWATCH + SWATCH_GAP, base), type_, self.theme.ink, line);
            }
            x += entry + ENTRY_GAP;
        }
        if !self.legend.is_empty() {
            block.height += type_.line();
        }
        block
    }

    /// The numbers in large type, beside each other where there is room.
    pub(super) fn large_numbers(&self, width: f64) -> Block {
        let mut block = Block::default();
        let (label, large) = (Type::plain(SCOPE), Type::bold(if self.is_slide() { 44.0 } else { 32.0 }));
        let unit = Type::plain(large.size / 2.0);
        let (mut x, mut row_height) = (0.0, 0.0_f64);
        for LargeNumber { label: text, number, unit: of, is_derived } in &self.numbers {
            let value = large.width(number) + unit.width(&format!(" {of}"));
            let lines = label.wrap(text, value.max(200.0).min(width));
            let widest = lines.iter().map(|line| label.width(line)).fold(value, f64::max);
            if x > 0.0 && x + widest > width {
                block.height += row_height + NUMBER_GAP / 2.0;
                (x, row_height) = (0.0, 0.0);
            }
            let mut y = block.height;
            for line in &lines {
                block.markup.text((x, y + label.size * BASE), label, self.theme.ink_2, line);
                y += label.line();
            }
            let ink = if *is_derived { self.theme.ink_2 } else { self.theme.ink };
            let of = format!(" {of}");
            let base = y + large.size * BASE;
            if value <= width {
                block.markup.texts((x, base), ink, &[(large, number), (unit, of.trim_end())]);
                y += large.line();
            } else {
                let mut narrow = Block { markup: std::mem::take(&mut block.markup), height: y };
                narrow.text(number, large, ink, width);
                narrow.text(of.trim(), unit, ink, width);
                (block.markup, y) = (narrow.markup, narrow.height);
            }
            row_height = row_height.max(y - block.height);
            x += widest + NUMBER_GAP;
        }
        block.height += row_height;
        block
    }

    /// What to know of the numbers, in at most so much height; what has no room is said to be elsewhere.
    pub(super) fn remarks(&self, width: f64, most: f64) -> Block {
        let type_ = Type::plain(NOTE);
        let all = |notes: &[String], more: &str| {
            let mut block = Block::default();
            for note in notes.iter().map(String::as_str).chain([more]).filter(|note| !note.is_empty()) {
                block.text(note, type_, self.theme.ink_2, width);
            }
            block
        };
        let whole = all(&self.notes, "");
        if whole.height <= most {
            return whole;
        }
        // How many are left out is said by what stands for them.
        let shorter = |more: &String, left_out: usize| {
            let kept = self.notes.len().saturating_sub(left_out);
            all(&self.notes[..kept], more)
        };
        let mut shorter = self.more_notes.iter().zip(1..).map(|(more, left_out)| shorter(more, left_out));
        let fits = shorter.find(|block| block.height <= most);
        fits.unwrap_or_else(|| all(&[], self.more_notes.last().map_or("", String::as_str)))
    }

    /// Sources, edition, address and licence, under a rule.
    pub(super) fn foot(&self, width: f64) -> Block {
        let mut block = Block::default();
        block.markup.rect((0.0, 0.0), (width, 0.75), self.theme.rule);
        block.height += NEAR * 2.0;
        let type_ = Type::plain(FOOT);
        for line in self.sources.iter().chain([&self.address]).chain(&self.licence) {
            block.text(line, type_, self.theme.ink_2, width);
        }
        block
    }
}

/// A swatch as the legend of the page has it: told apart by pattern as well as by colour.
fn swatch(markup: &mut Markup, place: (f64, f64), colour: &str, pattern: Pattern, ground: &str) {
    const RISING: &str = "M0 5L5 0M0 11L11 0M5 11L11 5";
    const FALLING: &str = "M6 0L11 5M0 0L11 11M0 6L5 11";
    markup.rect(place, (SWATCH, SWATCH), colour);
    let strokes = format!(r#"stroke="{ground}" stroke-opacity="0.55" stroke-width="1.2" fill="none""#);
    match pattern {
        Pattern::Plain => {}
        Pattern::Rising => markup.path(place, RISING, &strokes),
        Pattern::Falling => markup.path(place, FALLING, &strokes),
        Pattern::Dots => {
            let dot = |x: f64, y: f64| format!("M{x} {y}h1.6v1.6h-1.6Z");
            let dots: String = [2.0, 5.0, 8.0].iter().flat_map(|x| [2.0, 5.0, 8.0].map(|y| dot(*x, y))).collect();
            markup.path(place, &dots, &format!(r#"fill="{ground}" fill-opacity="0.55""#));
        }
    }
}
