//! How much room a chart and its labels take, in CSS pixels. Nothing is measured in a browser: texts are estimated.

/// Between a label and its axis.
pub(super) const LABEL_MARGIN_PX: f64 = 12.0;
/// Height of one line of a label that breaks.
pub(super) const LINE_PX: u32 = 13;
/// Height of a chart whose years stand side by side.
pub(super) const UPRIGHT_PX: u32 = 260;
/// What moves a label in by one level of a list: a space as wide as a letter is high.
const INDENT: char = '\u{2003}';

/// How much room a chart has.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Layout {
    /// Width of the drawing in CSS pixels.
    pub width_px: f64,
}

impl Layout {
    /// Below this a chart drops the labels inside its columns.
    pub(super) const fn is_narrow(self) -> bool {
        self.width_px < 480.0
    }

    /// Room for row labels: what the longest needs, but never more than two fifths of the width.
    pub(super) fn label_px<'a>(self, labels: impl IntoIterator<Item = &'a str>) -> f64 {
        let longest = labels.into_iter().map(text_px).fold(0.0, f64::max);
        longest.min((self.width_px * 0.4).round())
    }
}

/// About how wide a text of 12 px is: Chinese characters and indents are square, others a little over half as wide in the
/// widest of the page's fonts.
pub(super) fn text_px(text: &str) -> f64 {
    let is_square = |char: char| u32::from(char) >= 0x2E80 || char == INDENT;
    text.chars().map(|char| if is_square(char) { 12.6 } else { 7.6 }).sum::<f64>().ceil()
}

/// A label moved in by so many levels.
pub(super) fn indented(label: &str, levels: usize) -> String {
    let mut text = String::from(INDENT).repeat(levels);
    text.push_str(label);
    text
}

/// The height of so many rows, at least one, with a little room around them.
pub(super) fn rows_px(rows: usize, step_px: u32) -> u32 {
    step_px * u32::try_from(rows).unwrap_or(u32::MAX).clamp(1, 1_000) + 8
}

#[cfg(test)]
mod tests {
    use super::{Layout, rows_px, text_px};

    #[test]
    fn labels_get_what_they_need_but_never_most_of_the_width() {
        let layout = Layout { width_px: 300.0 };
        let longest = "Dermatology, ENT and ophthalmology";
        let rooms = (layout.label_px([]), layout.label_px(["2024", "24"]), layout.label_px(["2024", longest]));
        assert_eq!(rooms, (0.0, text_px("2024"), 120.0));
    }

    #[test]
    fn chinese_is_wider() {
        assert_eq!((text_px("ab"), text_px("生物"), text_px("\u{2003}a")), (16.0, 26.0, 21.0));
    }

    #[test]
    fn a_list_without_rows_still_has_a_place() {
        assert_eq!((rows_px(0, 40), rows_px(1, 40), rows_px(7, 40)), (48, 48, 288));
    }
}
