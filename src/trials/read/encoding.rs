//! The encodings in which lists of trials are written, how one is found, and how text is read in it.

use serde::{Deserialize, Serialize};

use std::borrow::Cow;

use crate::dataset::code_table;

code_table! {
    /// How the letters of a file are written as bytes.
    #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Deserialize, Serialize)]
    pub enum Encoding {
        /// UTF-8, with or without a mark at the beginning.
        Utf8 = "utf-8",
        /// GB18030, of which GBK and GB 2312 are parts: what Chinese programs write.
        Gb18030 = "gb18030",
        /// UTF-16, the lower byte first: "Unicode text" of Excel.
        Utf16Le = "utf-16le",
        /// UTF-16, the higher byte first.
        Utf16Be = "utf-16be",
        /// Windows-1252: what European programs write.
        Windows1252 = "windows-1252",
    }
}

/// The marks that tell an encoding at the beginning of a file.
const MARKS: [(&[u8], Encoding); 3] =
    [(b"\xEF\xBB\xBF", Encoding::Utf8), (b"\xFF\xFE", Encoding::Utf16Le), (b"\xFE\xFF", Encoding::Utf16Be)];

impl Encoding {
    /// The encoding that a mark at the beginning of a file names, and the length of the mark in bytes.
    pub fn of_mark(bytes: &[u8]) -> Option<(Self, usize)> {
        MARKS.iter().find(|(mark, _)| bytes.starts_with(mark)).map(|(mark, encoding)| (*encoding, mark.len()))
    }

    /// The encoding that the bytes of a file without a mark suggest; nothing while all of them are ASCII, which is the same in most.
    pub fn of_contents(bytes: &[u8]) -> Option<Self> {
        // Separators and line ends have a zero byte in UTF-16, and nothing has one in the others.
        let zeros = |first: usize| bytes.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
        let (even, odd) = (zeros(0), zeros(1));
        if (even + odd) * 50 > bytes.len() {
            return Some(if odd >= even { Self::Utf16Le } else { Self::Utf16Be });
        }
        let (sequences, errors) = sequences_of_utf8(bytes);
        if sequences + errors == 0 {
            return None;
        }
        if errors * 4 <= sequences {
            return Some(Self::Utf8);
        }
        // Chinese has its bytes beyond ASCII in pairs and runs, a European text has them one by one.
        let is_high = |position: usize| bytes.get(position).is_some_and(|byte| *byte >= 0x80);
        let high: Vec<usize> = (0..bytes.len()).filter(|position| is_high(*position)).collect();
        let is_alone = |position: usize| !is_high(position + 1) && !position.checked_sub(1).is_some_and(is_high);
        let alone = high.iter().filter(|position| is_alone(**position)).count();
        Some(if alone * 2 > high.len() { Self::Windows1252 } else { Self::Gb18030 })
    }

    /// A small text in UTF-8: Excel writes GBK in China and UTF-16 as "Unicode text". What no encoding explains stays as it is,
    /// so that whoever reads it names what he cannot read.
    pub fn in_utf8(bytes: &[u8]) -> Cow<'_, [u8]> {
        let (encoding, mark) = match Self::of_mark(bytes) {
            Some((encoding, length)) => (Some(encoding), length),
            None if std::str::from_utf8(bytes).is_ok() => (None, 0),
            None => (Self::of_contents(bytes), 0),
        };
        let Some(encoding) = encoding else { return Cow::Borrowed(bytes) };
        match encoding.decode(bytes.get(mark..).unwrap_or_default()) {
            (text, false) => Cow::Owned(text.into_owned().into_bytes()),
            (_, true) => Cow::Borrowed(bytes),
        }
    }

    /// Whether it has two bytes to a unit, so that separators are not found byte by byte.
    pub const fn is_utf16(self) -> bool {
        matches!(self, Self::Utf16Le | Self::Utf16Be)
    }

    /// The same encoding for the library.
    pub(super) const fn standard(self) -> &'static encoding_rs::Encoding {
        match self {
            Self::Utf8 => encoding_rs::UTF_8,
            Self::Gb18030 => encoding_rs::GB18030,
            Self::Utf16Le => encoding_rs::UTF_16LE,
            Self::Utf16Be => encoding_rs::UTF_16BE,
            Self::Windows1252 => encoding_rs::WINDOWS_1252,
        }
    }

    /// Reads the bytes of a field, and says whether any was no letter: it becomes `�`.
    pub fn decode(self, bytes: &[u8]) -> (Cow<'_, str>, bool) {
        self.standard().decode_without_bom_handling(bytes)
    }

    /// Writes a text; what the encoding has no letter for is given back as nothing.
    pub fn encode(self, text: &str) -> Option<Vec<u8>> {
        match self {
            Self::Utf16Le => Some(text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
            Self::Utf16Be => Some(text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
            _ => {
                let (bytes, _, is_lossy) = self.standard().encode(text);
                (!is_lossy).then(|| bytes.into_owned())
            }
        }
    }

    /// How many bytes of the file a piece of decoded text stood for. `text` is UTF-8 where the file is UTF-16, otherwise the file's own bytes.
    pub(super) fn length_in_file(self, text: &[u8]) -> usize {
        if !self.is_utf16() {
            return text.len();
        }
        let units = |byte: &u8| match byte {
            0x80..=0xBF => 0,
            0xF0..=0xFF => 2,
            _ => 1,
        };
        2 * text.iter().map(units).sum::<usize>()
    }
}

/// How many sequences of several bytes are UTF-8, and how many spans are not. The end may cut a sequence in two.
fn sequences_of_utf8(bytes: &[u8]) -> (usize, usize) {
    let (mut sequences, mut errors, mut rest) = (0, 0, bytes);
    loop {
        let (valid, skipped) = match std::str::from_utf8(rest) {
            Ok(_) => (rest.len(), None),
            Err(error) => (error.valid_up_to(), Some(error.error_len())),
        };
        sequences += rest[..valid].iter().filter(|byte| **byte >= 0xC0).count();
        match skipped {
            None | Some(None) => return (sequences, errors),
            Some(Some(length)) => {
                errors += 1;
                rest = &rest[valid + length..];
            }
        }
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test may fail")]
mod tests {
    use super::Encoding;

    #[test]
    fn encodings_are_found() {
        let chinese = "登记号,试验题目,适应症\nCTR20240001,一项研究,非小细胞肺癌\n";
        for encoding in [Encoding::Utf8, Encoding::Gb18030, Encoding::Utf16Le, Encoding::Utf16Be] {
            let bytes = encoding.encode(chinese).expect("every one has Chinese");
            assert_eq!(Encoding::of_contents(&bytes), Some(encoding), "{encoding:?}");
            // A cut within a letter changes nothing.
            assert_eq!(Encoding::of_contents(&bytes[..bytes.len() - 5]), Some(encoding), "{encoding:?}");
        }
        let western = Encoding::Windows1252.encode("Sponsor;Ort\nMüller;Köln, Zürich\n").expect("western letters");
        assert_eq!(Encoding::of_contents(&western), Some(Encoding::Windows1252));
        assert_eq!(Encoding::of_contents(b"NCT Number,Phases\n"), None);
        assert_eq!(Encoding::of_contents(b""), None);
    }

    #[test]
    fn one_damaged_letter_is_no_other_encoding() {
        let mut bytes = "登记号,试验题目,适应症\n".as_bytes().to_vec();
        bytes[4] = b'x';
        assert_eq!(Encoding::of_contents(&bytes), Some(Encoding::Utf8));
    }

    #[test]
    fn marks_are_known() {
        assert_eq!(Encoding::of_mark(b"\xEF\xBB\xBFa"), Some((Encoding::Utf8, 3)));
        assert_eq!(Encoding::of_mark(b"\xFF\xFEa\0"), Some((Encoding::Utf16Le, 2)));
        assert_eq!(Encoding::of_mark(b"\xFE\xFF\0a"), Some((Encoding::Utf16Be, 2)));
        assert_eq!(Encoding::of_mark(b"a"), None);
    }

    #[test]
    fn what_was_no_letter_is_said() {
        assert_eq!(Encoding::Utf8.decode(b"a\xFFb"), ("a\u{FFFD}b".into(), true));
        assert_eq!(Encoding::Gb18030.decode(b"\xD6\xD0"), ("中".into(), false));
        assert_eq!(Encoding::Windows1252.encode("中"), None);
    }

    #[test]
    fn lengths_are_those_of_the_file() {
        for text in ["", "a,b", "中文", "a𠮷b", "\u{FFFD}"] {
            for encoding in [Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Utf8] {
                let length = encoding.encode(text).map(|bytes| bytes.len());
                assert_eq!(Some(encoding.length_in_file(text.as_bytes())), length, "{text}");
            }
        }
    }
}
