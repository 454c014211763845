//! Lines of a picture: how much room a text takes, and where it breaks.

use crate::figures::text_px;

/// The size that [`text_px`] estimates for, in pixels.
const ESTIMATED_PX: f64 = 12.0;
/// How much wider bold text is.
const BOLD: f64 = 1.1;
/// Between two lines, as a part of the size.
pub(super) const LEADING: f64 = 1.4;

/// How a line is set.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(in crate::export) struct Type {
    /// Height of the letters, in units of the picture.
    pub size: f64,
    /// Whether it is bold.
    pub is_bold: bool,
}

impl Type {
    pub(in crate::export) const fn plain(size: f64) -> Self {
        Self { size, is_bold: false }
    }

    pub(in crate::export) const fn bold(size: f64) -> Self {
        Self { size, is_bold: true }
    }

    /// About how wide a text is, rather too wide than too narrow: nobody knows which font shows it.
    pub(super) fn width(self, text: &str) -> f64 {
        let weight = if self.is_bold { BOLD } else { 1.0 };
        text_px(text) * self.size / ESTIMATED_PX * weight
    }

    /// From one line to the next.
    pub(in crate::export) fn line(self) -> f64 {
        self.size * LEADING
    }

    /// A text in lines of at most so much room: between words, between Chinese characters, and where nothing else helps within a word.
    pub(in crate::export) fn wrap(self, text: &str, room: f64) -> Vec<String> {
        let mut lines = Vec::new();
        let mut line = String::new();
        for piece in pieces(text) {
            if self.width(format!("{line}{piece}").trim_end()) <= room {
                line.push_str(piece);
                continue;
            }
            if !line.trim_end().is_empty() {
                lines.push(line.trim_end().to_owned());
            }
            line = self.cut(piece, room, &mut lines);
        }
        if !line.trim_end().is_empty() {
            lines.push(line.trim_end().to_owned());
        }
        lines
    }

    /// Cuts what is longer than a line, such as an address; gives what is left for the next.
    fn cut(self, piece: &str, room: f64, lines: &mut Vec<String>) -> String {
        let mut rest = String::new();
        for char in piece.chars() {
            rest.push(char);
            if self.width(rest.trim_end()) > room && rest.chars().count() > 1 {
                rest.pop();
                lines.push(std::mem::replace(&mut rest, char.to_string()));
            }
        }
        rest
    }
}

/// The parts between which a text may break, each with the space after it.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    // Where the piece begins, and where the word does that it is of.
    let (mut start, mut word) = (0, 0);
    let mut chars = text.char_indices().peekable();
    while let Some((at, char)) = chars.next() {
        let Some((next_at, next)) = chars.peek().copied() else { break };
        let is_end = char == ' ' && next != ' ';
        let is_joint = may_part(char, next) || (matches!(char, '&' | '/' | '?') && text[word..at].contains("://"));
        if is_end {
            word = next_at;
        }
        if is_end || is_joint {
            pieces.push(&text[start..next_at]);
            start = next_at;
        }
    }
    pieces.push(&text[start..]);
    pieces
}

/// Whether a line may end between two characters that no space parts: beside Chinese, but never before what closes
/// or after what opens.
fn may_part(one: char, next: char) -> bool {
    const CLOSE: &str = "，。、；：！？）》”’」』】…—·％%,.;:)]†～";
    const OPEN: &str = "（《“‘「『【([";
    let is_square = |char: char| u32::from(char) >= 0x2E80;
    (is_square(one) || is_square(next)) && next != ' ' && !CLOSE.contains(next) && !OPEN.contains(one)
}

#[cfg(test)]
mod tests {
    use super::Type;

    #[test]
    fn no_line_is_wider_than_its_room_and_none_is_lost() {
        let texts = [
            "How many trials were registered?",
            "2020年及以前为全部登记试验，2021年起为新药临床试验",
            "https://example.org/a/path/?v=1&year=2024&product=biological&disease=oncology&lang=zh",
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk",
            "",
        ];
        for text in texts {
            for room in [30.0, 80.0, 200.0, 2_000.0] {
                let lines = Type::plain(12.0).wrap(text, room);
                for line in &lines {
                    assert!(Type::plain(12.0).width(line) <= room || line.chars().count() <= 2, "{line:?} in {room}");
                }
                assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""), "{text} in {room}");
            }
        }
    }

    #[test]
    fn chinese_punctuation_never_begins_a_line() {
        let lines = Type::plain(12.0).wrap("新药临床试验，（化学药品）。", 76.0);
        assert_eq!(lines, ["新药临床试", "验，（化学药", "品）。"]);
    }

    #[test]
    fn an_address_breaks_between_its_parts() {
        let lines = Type::plain(12.0).wrap("At https://example.org/?year=2024&disease=oncology", 190.0);
        assert_eq!(lines, ["At https://example.org/?", "year=2024&", "disease=oncology"]);
    }

    #[test]
    fn bold_and_large_text_takes_more_room() {
        let text = "trials";
        assert!(Type::bold(12.0).width(text) > Type::plain(12.0).width(text));
        assert!(Type::plain(24.0).width(text) > 1.9 * Type::plain(12.0).width(text));
    }
}
