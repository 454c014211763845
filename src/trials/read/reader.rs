//! The reader of lists as text: finds how a list is written, and reads it as it comes, a piece at a time.

use serde::{Deserialize, Serialize};

use super::dialect::{Dialect, announced, separator_of};
use super::encoding::Encoding;
use super::parser::{Item, Parser};
use super::record::Fields;
use super::refusal::{Limits, Refusal};

/// What the reader of the page has decided about how a list is written; what is left open is found.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Deserialize, Serialize)]
pub struct Chosen {
    /// The encoding.
    pub encoding: Option<Encoding>,
    /// The separator.
    pub separator: Option<u8>,
}

/// Reads a list of trials, a piece of the file at a time.
pub struct Reader {
    chosen: Chosen,
    limits: Limits,
    bytes: u64,
    stage: Stage,
}

enum Stage {
    /// The first part of the file, until there is enough of it.
    Sampling(Vec<u8>),
    Reading(Box<Parser>),
}

/// How much of a file is looked at before it is read.
const SAMPLE: usize = 1 << 16;

impl Reader {
    /// A reader that finds what is not chosen, and refuses what is beyond the limits.
    pub const fn new(chosen: Chosen, limits: Limits) -> Self {
        Self { chosen, limits, bytes: 0, stage: Stage::Sampling(Vec::new()) }
    }

    /// Reads the next bytes of the file and hands on the rows that they complete.
    ///
    /// # Errors
    /// When the list is beyond the limits, or has no header. Nothing may be read after that.
    pub fn feed(&mut self, bytes: &[u8], mut sink: impl FnMut(Item<'_>)) -> Result<(), Refusal> {
        self.bytes += bytes.len() as u64;
        if self.bytes > self.limits.bytes {
            return Err(Refusal::TooLarge { limit: self.limits.bytes });
        }
        match &mut self.stage {
            Stage::Reading(parser) => parser.feed(bytes, &mut sink),
            Stage::Sampling(sample) => {
                // Just as much is looked at in whatever pieces the file comes.
                let missing = bytes.len().min(SAMPLE - sample.len());
                sample.extend_from_slice(&bytes[..missing]);
                if sample.len() < SAMPLE {
                    return Ok(());
                }
                self.begin(false, &mut sink)?.feed(&bytes[missing..], &mut sink)
            }
        }
    }

    /// Reads what the end of the file completes.
    ///
    /// # Errors
    /// When the list is beyond the limits, or has no header.
    pub fn finish(&mut self, mut sink: impl FnMut(Item<'_>)) -> Result<(), Refusal> {
        match &mut self.stage {
            Stage::Reading(parser) => parser.finish(&mut sink),
            Stage::Sampling(_) => self.begin(true, &mut sink)?.finish(&mut sink),
        }
    }

    /// Decides how the list is written, and reads the sample.
    fn begin(&mut self, is_whole: bool, sink: &mut impl FnMut(Item<'_>)) -> Result<&mut Parser, Refusal> {
        let sample = match &mut self.stage {
            Stage::Sampling(sample) => std::mem::take(sample),
            Stage::Reading(_) => Vec::new(),
        };
        let marked =
            Encoding::of_mark(&sample).filter(|(marked, _)| self.chosen.encoding.is_none_or(|own| own == *marked));
        let start = marked.map_or(0, |(_, length)| length);
        let encoding =
            self.chosen.encoding.or(marked.map(|(encoding, _)| encoding)).or_else(|| Encoding::of_contents(&sample));
        let utf16 = encoding.filter(|encoding| encoding.is_utf16());
        let text = utf16.map(|encoding| encoding.decode(&sample[start..]).0);
        let plain = text.as_ref().map_or(&sample[start..], |text| text.as_bytes());
        let announced = announced(plain);
        let found = || announced.map_or_else(|| separator_of(plain, is_whole), |(separator, _)| separator);
        let separator = self.chosen.separator.unwrap_or_else(found);
        let skipped = announced.map_or(0, |(_, length)| if utf16.is_some() { 2 * length } else { length });
        let begun = start + skipped;
        let line = if announced.is_some() { 2 } else { 1 };
        let mut parser = Box::new(Parser::new(encoding, separator, self.limits, begun as u64, line));
        parser.feed(&sample[begun..], sink)?;
        self.stage = Stage::Reading(parser);
        match &mut self.stage {
            Stage::Reading(parser) => Ok(parser),
            Stage::Sampling(_) => Err(Refusal::NoHeader),
        }
    }

    /// How the list is written, once that is decided: it may be told only by the end of the file that all of it is ASCII.
    pub fn dialect(&self) -> Option<Dialect> {
        match &self.stage {
            Stage::Reading(parser) => Some(Dialect { encoding: parser.encoding, separator: parser.separator }),
            Stage::Sampling(_) => None,
        }
    }

    /// Bytes that were read.
    pub const fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Rows under the header that were read.
    pub fn rows(&self) -> u32 {
        match &self.stage {
            Stage::Reading(parser) => parser.rows,
            Stage::Sampling(_) => 0,
        }
    }
}

/// Reads one row again from its own bytes, which stand in the file where its [`super::RowSpan`] says.
pub fn read_again(dialect: Dialect, bytes: &[u8]) -> Fields {
    let text = dialect.encoding.filter(|encoding| encoding.is_utf16()).map(|encoding| encoding.decode(bytes).0);
    let encoding = if text.is_some() { Encoding::Utf8 } else { dialect.encoding.unwrap_or(Encoding::Utf8) };
    let mut rest = text.as_ref().map_or(bytes, |text| text.as_bytes());
    let mut csv = csv_core::ReaderBuilder::new().delimiter(dialect.separator).build();
    csv.read_record(b" ", &mut [], &mut []);
    // No field is longer than the row, and every field but one has a separator.
    let (mut output, mut ends) = (vec![0; rest.len() + 1], vec![0; rest.len() + 2]);
    let (mut written, mut ended) = (0, 0);
    loop {
        let (result, read, more, fields) = csv.read_record(rest, &mut output[written..], &mut ends[ended..]);
        (written, ended, rest) = (written + more, ended + fields, &rest[read..]);
        if !matches!(result, csv_core::ReadRecordResult::InputEmpty) {
            break;
        }
    }
    let mut fields = Fields::default();
    let mut start = 0;
    for end in &ends[..ended] {
        fields.push(&encoding.decode(output.get(start..*end).unwrap_or_default()).0);
        start = *end;
    }
    fields
}

#[cfg(test)]
#[path = "reader_tests.rs"]
mod tests;
