//! How much room a chart and its labels take, in CSS pixels. Nothing is measured in a browser: texts are estimated.

/// Between a label and its axis.
pub(super) const LABEL_MARGIN_PX: f64 = 12.0;
/// Height of one line of a label that breaks.
pub(super) const LINE_PX: u32 = 13;
/// Height of a chart whose years stand side by side in one frame.
pub(super) const UPRIGHT_PX: u32 = 260;
/// Room for the numbers along an axis of percentages.
pub(super) const PERCENTS_PX: u32 = 22;
/// Height of a line of words under a chart.
const KEY_PX: u32 = 20;
/// Left and right of such words.
const KEY_EDGES_PX: f64 = 10.0;
/// What moves a label in by one level of a list: a space as wide as a letter is high.
const INDENT: char = '\u{2003}';
/// Between the ends of an interval in Chinese.
const WIDE_DASH: char = '—';

/// How much room a chart has.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Layout {
    /// Width of the drawing in CSS pixels.
    pub width_px: f64,
}

impl Layout {
    /// Room for row labels: what the longest needs, but never more than two fifths of the width.
    pub(super) fn label_px<'a>(self, labels: impl IntoIterator<Item = &'a str>) -> f64 {
        let longest = labels.into_iter().map(text_px).fold(0.0, f64::max);
        longest.min((self.width_px * 0.4).round())
    }
}

/// About how wide a text of 12 px is: Chinese characters, the dash of Chinese and indents are square, others a little over
/// half as wide in the widest of the page's fonts, and the space between words narrow.
pub fn text_px(text: &str) -> f64 {
    let px = |char: char| match char {
        ' ' => 4.0,
        INDENT | WIDE_DASH => 12.6,
        _ if u32::from(char) >= 0x2E80 => 12.6,
        _ => 7.6,
    };
    text.chars().map(px).sum::<f64>().ceil()
}

/// The same for bold text.
pub(super) fn strong_px(text: &str) -> f64 {
    (text_px(text) * 1.1).ceil()
}

/// The width of the longest line of a text.
pub(super) fn widest_line(text: &str) -> f64 {
    text.split('\n').map(text_px).fold(0.0, f64::max)
}

/// Words below a chart, in lines that its width has room for.
pub(super) fn key_lines(words: &str, width_px: f64) -> Vec<String> {
    wrap(words, width_px - KEY_EDGES_PX)
}

/// Height of words below a chart.
pub(super) fn key_px(words: &str, width_px: f64) -> u32 {
    let more = key_lines(words, width_px).len().saturating_sub(1);
    KEY_PX + LINE_PX * u32::try_from(more).unwrap_or(0)
}

/// A number in so much room: without its unit where it needs that, and an interval in two lines where it needs that too.
pub(super) fn fit(text: &str, room_px: f64) -> String {
    if text_px(text) <= room_px {
        return text.to_owned();
    }
    let short = bare(text);
    if text_px(&short) <= room_px { short } else { short.replacen('–', "–\n", 1).replacen(WIDE_DASH, "—\n", 1) }
}

/// A number without its percent sign.
pub(super) fn bare(text: &str) -> String {
    text.replace("\u{a0}%", "").replace('%', "")
}

/// A label moved in by so many levels.
pub(super) fn indented(label: &str, levels: usize) -> String {
    let mut text = String::from(INDENT).repeat(levels);
    text.push_str(label);
    text
}

/// A label in lines of at most so much room, each moved in like the first: between words, or anywhere in Chinese.
pub(super) fn wrap(label: &str, room_px: f64) -> Vec<String> {
    let levels = label.chars().take_while(|char| *char == INDENT).count();
    let text = label.trim_start_matches(INDENT);
    let mut lines = vec![String::new()];
    for word in text.split_inclusive(|char: char| char == ' ' || (u32::from(char) >= 0x2E80 && char != '（')) {
        let Some(line) = lines.last_mut() else { break };
        let longer = indented(&format!("{line}{}", word.trim_end()), levels);
        if line.is_empty() || matches!(word, "）" | "，" | "、") || text_px(&longer) <= room_px {
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines.iter().map(|line| indented(line.trim_end(), levels)).collect()
}

/// The height of so many rows, at least one, with a little room around them.
pub(super) fn rows_px(rows: usize, step_px: u32) -> u32 {
    step_px * u32::try_from(rows).unwrap_or(u32::MAX).clamp(1, 1_000) + 8
}

#[cfg(test)]
mod tests {
    use super::{Layout, fit, rows_px, text_px, wrap};

    #[test]
    fn labels_get_what_they_need_but_never_most_of_the_width() {
        let layout = Layout { width_px: 300.0 };
        let longest = "Dermatology, ENT and ophthalmology";
        let rooms = (layout.label_px([]), layout.label_px(["2024", "24"]), layout.label_px(["2024", longest]));
        assert_eq!(rooms, (0.0, text_px("2024"), 120.0));
    }

    #[test]
    fn chinese_is_wider() {
        let texts = ["ab", "a b", "生物", "\u{2003}a", "1—2"];
        let expected = [16.0, 20.0, 26.0, 21.0, 28.0];
        for (text, expected) in texts.into_iter().zip(expected) {
            assert!((text_px(text) - expected).abs() < 1e-9, "{text}: {}", text_px(text));
        }
    }

    #[test]
    fn a_number_gives_up_its_unit_and_then_its_line_but_never_a_digit() {
        let cases = [
            ("41.1\u{a0}%", 50.0, "41.1\u{a0}%"),
            ("41.1\u{a0}%", 40.0, "41.1"),
            ("41.1%†", 40.0, "41.1†"),
            ("1,257–1,258", 50.0, "1,257–\n1,258"),
            ("1257—1258", 50.0, "1257—\n1258"),
            ("12,345", 10.0, "12,345"),
        ];
        for (text, room, fitted) in cases {
            assert_eq!(fit(text, room), fitted, "{text} in {room} px");
        }
    }

    #[test]
    fn long_labels_break_between_words_and_keep_their_place() {
        let cases: [(&str, f64, &[&str]); 5] = [
            ("Oncology", 20.0, &["Oncology"]),
            (
                "\u{2003}Dermatology, ENT and ophthalmology",
                150.0,
                &["\u{2003}Dermatology, ENT", "\u{2003}and ophthalmology"],
            ),
            ("皮肤及五官科", 40.0, &["皮肤及", "五官科"]),
            ("类别（合计）", 40.0, &["类别", "（合计）"]),
            ("", 40.0, &[""]),
        ];
        for (label, room, lines) in cases {
            assert_eq!(wrap(label, room), lines, "{label}");
        }
    }

    #[test]
    fn a_list_without_rows_still_has_a_place() {
        assert_eq!((rows_px(0, 40), rows_px(1, 40), rows_px(7, 40)), (48, 48, 288));
    }
}
