//! How a list is written: its encoding and its separator, chosen by the reader or found in the first part of the file.

use serde::{Deserialize, Serialize};

use super::encoding::Encoding;

/// The separators that are looked for, the likeliest first.
pub const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// How a list is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, Serialize)]
pub struct Dialect {
    /// The encoding; nothing while all that was read is ASCII.
    pub encoding: Option<Encoding>,
    /// The separator between two fields.
    pub separator: u8,
}

/// How many rows of the sample have a say in what the separator is.
const ROWS: usize = 20;

/// The separator of a list, from its first rows, without a mark and in an encoding that has ASCII in single bytes:
/// the one by which most rows have as many fields as the first of them that has several.
pub(super) fn separator_of(sample: &[u8], is_whole: bool) -> u8 {
    let score = |separator: u8| {
        let counts = field_counts(sample, is_whole, separator);
        let header = counts.iter().copied().find(|count| *count > 1)?;
        let agreeing = counts.iter().filter(|count| **count == header).count();
        Some((agreeing * 100 / counts.len().max(1), header))
    };
    let scored = SEPARATORS.iter().filter_map(|separator| Some((score(*separator)?, *separator)));
    // The last of equals wins: the likeliest comes last.
    scored.rev().max_by_key(|(score, _)| *score).map_or(b',', |(_, separator)| separator)
}

/// How many fields each of the first whole rows has.
fn field_counts(sample: &[u8], is_whole: bool, separator: u8) -> Vec<usize> {
    let mut reader = csv_core::ReaderBuilder::new().delimiter(separator).build();
    let (mut counts, mut rest, mut output, mut ends) = (Vec::new(), sample, [0; 1024], [0; 64]);
    let mut fields = 0;
    while counts.len() < ROWS {
        let (result, read, _, ended) = reader.read_record(rest, &mut output, &mut ends);
        rest = &rest[read..];
        fields += ended;
        match result {
            csv_core::ReadRecordResult::Record => counts.push(std::mem::take(&mut fields)),
            // The rest of the sample is part of a row; asked once more, the reader takes it for the last row.
            csv_core::ReadRecordResult::InputEmpty if !is_whole => break,
            csv_core::ReadRecordResult::End => break,
            _ => {}
        }
    }
    counts
}

/// The separator that Excel writes into a first line of its own, `sep=;`, and the length of that line in bytes.
pub(super) fn announced(sample: &[u8]) -> Option<(u8, usize)> {
    let separator = *sample.get(4)?;
    if !sample[..4].eq_ignore_ascii_case(b"sep=") || !separator.is_ascii() {
        return None;
    }
    match &sample[5..] {
        [b'\r', b'\n', ..] => Some((separator, 7)),
        [b'\n' | b'\r', ..] => Some((separator, 6)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{announced, separator_of};

    #[test]
    fn separators_are_found() {
        for (sample, separator) in [
            ("a,b,c\n1,2,3\n", b','),
            ("a;b;c\n1,5;2,5;3\n", b';'),
            ("a\tb\n1,2\t3;4\n", b'\t'),
            ("a|b\n1|2\n", b'|'),
            ("NCT Number,Phases\nNCT1,PHASE1|PHASE2\nNCT2,PHASE1|PHASE2\n", b','),
            ("\"a;b;c\",d\n\"x;\ny;z\",2\n", b','),
            ("one column\n1\n", b','),
            ("", b','),
            ("A list of our trials, 2024\na;b;c\n1;2;3\n1;2;3\n", b';'),
        ] {
            assert_eq!(separator_of(sample.as_bytes(), true), separator, "{sample}");
        }
    }

    #[test]
    fn a_cut_row_has_no_say() {
        assert_eq!(separator_of(b"a;b;c\n1;2;3\n1,2,3,4,5,6", false), b';');
    }

    #[test]
    fn an_announced_separator_is_read() {
        assert_eq!(announced(b"sep=;\na;b"), Some((b';', 6)));
        assert_eq!(announced(b"SEP=\t\r\na"), Some((b'\t', 7)));
        assert_eq!(announced(b"sep,a\n"), None);
        assert_eq!(announced(b"sep="), None);
    }
}
