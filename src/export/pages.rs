//! The two pages of a memo: how large its pictures may be beside its words.
//!
//! Nobody knows which fonts show a document: words are measured as in the widest that are common. Lengths are in CSS pixels of the
//! page where nothing else is said; a picture is printed smaller than it is drawn, and has more of its own to an inch.

use std::ops::Range;

use super::memo::{Memo, MemoItem};
use super::picture::Type;
use crate::address::Language;

/// Width of a memo's text on A4, in twentieths of a point.
pub(super) const TEXT_WIDTH: u32 = 10_204;
/// Between two pictures beside each other, in twentieths of a point.
pub(super) const BETWEEN: u32 = 204;
/// How many pixels of a picture an inch takes.
pub(super) const PX_PER_INCH: u32 = 120;

/// Pages of a memo.
const PAGES: usize = 2;
/// Height of a page within its margins.
const PAGE_HEIGHT: f64 = 1_016.0;
/// Pixels of the page for each of a picture.
const PRINTED: f64 = 0.8;
/// Pixels of the page in a point, and twentieths of a point in a pixel.
const POINT: f64 = 4.0 / 3.0;
const TWIPS: f64 = 15.0;
/// Above a heading, and under a picture.
const GAP: f64 = 9.0;
/// The lowest and the highest picture, and by how much it is made lower until all fit, in pixels of the picture.
const HEIGHTS: (u32, u32, usize) = (120, 460, 10);
/// From here on pictures as wide as the memo are high enough; those that would be lower stand in two columns.
const HIGH_ENOUGH: u32 = 250;
/// Rows of a table under a picture.
const ROWS: (u8, u8) = (2, 12);
/// Rows of the table of a figure that has no picture, where pictures stand in two columns.
const ROWS_ALONE: usize = 4;
/// Sizes of the document's styles, in points.
const TITLE: f64 = 15.0;
const HEADING: f64 = 10.5;
const NORMAL: f64 = 9.5;
const ABOUT: f64 = 8.0;
const CLOSING: f64 = 7.5;
const FOOTNOTE: f64 = 7.0;

/// How pictures stand in a memo.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Illustration {
    /// Whether two that follow each other stand beside each other, and no picture has a table of its numbers.
    pub has_columns: bool,
    /// How high a picture may be at most, in its own pixels.
    pub most_height_px: u32,
}

impl Illustration {
    /// How wide a picture is, in its own pixels; `is_half` says whether it stands beside another.
    pub const fn width_px(is_half: bool) -> u32 {
        width(is_half) * PX_PER_INCH / 1_440
    }

    /// Which items have a picture that is half as wide as the memo; `have_pictures` says which have one.
    pub fn halves(self, have_pictures: &[bool]) -> Vec<bool> {
        let bands = bands(have_pictures.iter().map(|has| self.has_columns && *has));
        bands.into_iter().flat_map(|band| vec![band.len() > 1; band.len()]).collect()
    }

    /// How many rows the table of a figure has under its picture: half as high as that.
    pub fn rows_beside(self) -> usize {
        let room = f64::from(self.most_height_px) * PRINTED / 2.0;
        let (fewest, most) = ROWS;
        let row = Setting::of(Language::En).line(ABOUT);
        let rows = (fewest..=most).rev().find(|rows| f64::from(*rows) * row <= room);
        if self.has_columns { 0 } else { rows.unwrap_or(fewest).into() }
    }

    /// How many rows the table of a figure without a picture has.
    pub fn rows_alone(self) -> usize {
        if self.has_columns { ROWS_ALONE } else { self.rows_beside() }
    }

    /// The largest pictures with which a memo stays within its pages. `height_of` says how high the picture of an item is at a
    /// width where nothing bounds it, both in its own pixels; nothing where it has none. The memo has the tables of all figures.
    pub fn of(memo: &Memo, height_of: &dyn Fn(usize, u32) -> Option<u32>) -> Self {
        let heights_at = |is_half| -> Vec<Option<u32>> {
            (0..memo.items.len()).map(|item| height_of(item, Self::width_px(is_half))).collect()
        };
        let heights = [heights_at(false), heights_at(true)];
        let (lowest, highest, step) = HEIGHTS;
        let largest = |has_columns: bool| {
            let of_height = |most_height_px| Self { has_columns, most_height_px };
            let mut all = (lowest..=highest).rev().step_by(step).map(of_height);
            all.find(|illustration| pages(&illustration.blocks(memo, &heights)) <= PAGES)
        };
        let whole = largest(false).filter(|whole| whole.most_height_px >= HIGH_ENOUGH);
        whole.or_else(|| largest(true)).unwrap_or(Self { has_columns: true, most_height_px: lowest })
    }

    /// The heights of what no page break parts, from the title to the last line. The pictures' own heights are those at the
    /// width of the memo and at half of it.
    fn blocks(self, memo: &Memo, [whole, half]: &[Vec<Option<u32>>; 2]) -> Vec<f64> {
        let set = Setting::of(memo.language);
        let have_pictures: Vec<bool> = whole.iter().map(Option::is_some).collect();
        let halves = self.halves(&have_pictures);
        let mut blocks = vec![set.line(TITLE) + set.line(NORMAL)];
        for band in bands(halves.iter().copied()) {
            let height = |at: usize| {
                let picture = if halves[at] { half[at] } else { whole[at] };
                self.height(set, &memo.items[at], picture, halves[at])
            };
            let notes: f64 = memo.items[band.clone()].iter().map(|item| footnote(set, memo, item)).sum();
            blocks.push(band.clone().map(height).fold(0.0, f64::max) + notes);
            for at in band {
                let most = if have_pictures[at] { self.rows_beside() } else { self.rows_alone() };
                let rows = memo.items[at].table.as_ref().map_or(0, |table| table.rows.len().min(most));
                // With the heading of the columns.
                blocks.extend(vec![set.line(ABOUT); if rows > 0 { rows + 1 } else { 0 }]);
            }
        }
        blocks.push(memo.closing.iter().map(|text| set.lines(text, CLOSING, TEXT_WIDTH)).sum());
        blocks
    }

    /// The words of an item with its picture.
    fn height(self, set: Setting, item: &MemoItem, picture: Option<u32>, is_half: bool) -> f64 {
        let width = width(is_half);
        let texts = [(&item.statement, NORMAL), (&item.about, ABOUT), (&item.note, NORMAL)];
        let words: f64 = texts.iter().map(|(text, points)| set.lines(text, *points, width)).sum();
        let picture = picture.map_or(0.0, |px| f64::from(px.min(self.most_height_px)) * PRINTED + GAP);
        GAP + set.lines_of(&item.heading, Type::bold(HEADING * POINT), width) + words + picture
    }
}

/// How wide an item is, in twentieths of a point.
pub(super) const fn width(is_half: bool) -> u32 {
    if is_half { (TEXT_WIDTH - BETWEEN) / 2 } else { TEXT_WIDTH }
}

/// Which items stand beside each other: two that follow each other, where both are half as wide as the memo. Every item is in
/// one of the ranges, in order.
pub(super) fn bands(are_half: impl Iterator<Item = bool>) -> Vec<Range<usize>> {
    let mut bands: Vec<Range<usize>> = Vec::new();
    let mut before_is_half = false;
    for (at, is_half) in are_half.enumerate() {
        match bands.last_mut() {
            Some(last) if is_half && before_is_half && last.len() == 1 => last.end = at + 1,
            _ => bands.push(at..at + 1),
        }
        before_is_half = is_half;
    }
    bands
}

/// How many pages some blocks take, one after the other.
fn pages(blocks: &[f64]) -> usize {
    let place = |(page, filled): (usize, f64), block: &f64| {
        if filled + block <= PAGE_HEIGHT { (page, filled + block) } else { (page + 1, *block) }
    };
    blocks.iter().fold((1, 0.0), place).0
}

/// The footnote of an item, at the foot of its page.
fn footnote(set: Setting, memo: &Memo, item: &MemoItem) -> f64 {
    let text = item.footnote.and_then(|at| memo.footnotes.get(at.checked_sub(1)?));
    text.map_or(0.0, |text| set.lines(text, FOOTNOTE, TEXT_WIDTH))
}

/// How a language is set in the widest fonts that are common: `DejaVu Sans` where a machine lacks Calibri, and Noto's Chinese,
/// whose lines stand far apart.
#[derive(Clone, Copy)]
struct Setting {
    /// From one line to the next, as a part of the size.
    line: f64,
    /// How much narrower letters are than pictures take them to be, who must never be too narrow.
    width: f64,
}

impl Setting {
    const fn of(language: Language) -> Self {
        match language {
            Language::En => Self { line: 1.24, width: 0.92 },
            Language::Zh => Self { line: 1.47, width: 1.0 },
        }
    }

    fn line(self, points: f64) -> f64 {
        points * POINT * self.line
    }

    fn lines(self, text: &str, points: f64, width: u32) -> f64 {
        self.lines_of(text, Type::plain(points * POINT), width)
    }

    /// The height of a text in a width in twentieths of a point.
    fn lines_of(self, text: &str, type_: Type, width: u32) -> f64 {
        let lines = type_.wrap(text, f64::from(width) / TWIPS / self.width);
        lines.iter().map(|_| type_.size * self.line).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_that_follow_each_other_stand_beside_each_other() {
        let of = |text: &str| bands(text.chars().map(|char| char == 'h'));
        assert_eq!(of("hhh"), [0..2, 2..3]);
        assert_eq!(of("hwhhw"), [0..1, 1..2, 2..4, 4..5]);
        assert_eq!(of("whhhh"), [0..1, 1..3, 3..5]);
        assert!(of("").is_empty());
    }

    #[test]
    fn a_block_that_does_not_fit_begins_the_next_page() {
        assert_eq!(pages(&[PAGE_HEIGHT]), 1);
        assert_eq!(pages(&[600.0, 600.0, 416.0]), 2);
        assert_eq!(pages(&[600.0, 600.0, 417.0]), 3);
    }

    #[test]
    fn two_pictures_beside_each_other_are_as_wide_as_the_memo() {
        assert_eq!(2 * width(true) + BETWEEN, width(false));
        assert_eq!([Illustration::width_px(true), Illustration::width_px(false)], [416, 850]);
    }

    #[test]
    fn a_picture_that_has_none_beside_it_is_as_wide_as_the_memo() {
        let columns = Illustration { has_columns: true, most_height_px: 200 };
        assert_eq!(columns.halves(&[true, false, true, true, true]), [false, false, true, true, false]);
        let stacked = Illustration { has_columns: false, ..columns };
        assert_eq!(stacked.halves(&[true, true]), [false, false]);
    }
}
