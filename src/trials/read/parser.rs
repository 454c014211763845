//! From bytes to rows, whatever the pieces in which the bytes come.
//!
//! Separators, quotes and line ends are ASCII bytes that are part of no letter in UTF-8, GB18030 and Windows-1252, so that rows are cut
//! in the bytes of the file and keep their place in it; UTF-16 is turned into UTF-8 first, from which the span follows too.

use super::encoding::Encoding;
use super::flaw::{Flaw, FlawKind};
use super::record::{Fields, Record, RowSpan};
use super::refusal::{Limits, Refusal};

/// What is read, in the order of the file.
#[derive(Clone, Copy, Debug)]
pub enum Item<'a> {
    /// A row before the header with fewer than two filled fields: a title, a date of export.
    Preamble(Record<'a>),
    /// The row that names the columns.
    Header(Record<'a>),
    /// A row of the list, with as many fields as the header.
    Row(Record<'a>),
    /// A row in which every field is empty.
    Blank(RowSpan),
    /// A broken row, said before it where it is counted all the same.
    Flaw(Flaw),
}

/// How many rows may stand before the header.
const PREAMBLE: u32 = 20;

/// What is known of the row that is being read.
#[derive(Clone, Copy, Default)]
struct Started {
    offset: u64,
    line: u32,
    quotes: u64,
    is_too_long: bool,
    has_too_many: bool,
}

/// Cuts the bytes of a file into rows.
pub(super) struct Parser {
    pub(super) encoding: Option<Encoding>,
    pub(super) separator: u8,
    limits: Limits,
    csv: csv_core::Reader,
    utf16: Option<encoding_rs::Decoder>,
    output: Vec<u8>,
    written: usize,
    ends: Vec<usize>,
    ended: usize,
    /// Bytes of the file that were read.
    offset: u64,
    line: u32,
    was_return: bool,
    started: Option<Started>,
    fields: Fields,
    /// How many columns the header has.
    columns: Option<usize>,
    preamble: u32,
    pub(super) rows: u32,
}

impl Parser {
    /// For a file of which `offset` bytes and `line - 1` lines were read already.
    pub(super) fn new(encoding: Option<Encoding>, separator: u8, limits: Limits, offset: u64, line: u32) -> Self {
        let mut csv = csv_core::ReaderBuilder::new().delimiter(separator).build();
        // The library takes a mark at the beginning away only if it comes in one piece. We have taken it away already.
        csv.read_record(b" ", &mut [], &mut []);
        let utf16 = encoding.filter(|encoding| encoding.is_utf16());
        Self {
            encoding,
            separator,
            limits,
            csv,
            utf16: utf16.map(|encoding| encoding.standard().new_decoder_without_bom_handling()),
            output: vec![0; 4096.min(limits.record_bytes)],
            written: 0,
            ends: vec![0; limits.columns + 1],
            ended: 0,
            offset,
            line,
            was_return: false,
            started: None,
            fields: Fields::default(),
            columns: None,
            preamble: 0,
            rows: 0,
        }
    }

    /// Reads the next bytes of the file.
    pub(super) fn feed(&mut self, bytes: &[u8], sink: &mut impl FnMut(Item<'_>)) -> Result<(), Refusal> {
        let Some(text) = self.decoded(bytes, false) else { return self.cut(bytes, sink) };
        self.cut(text.as_bytes(), sink)
    }

    /// Reads what the end of the file completes.
    pub(super) fn finish(&mut self, sink: &mut impl FnMut(Item<'_>)) -> Result<(), Refusal> {
        if let Some(text) = self.decoded(&[], true) {
            self.cut(text.as_bytes(), sink)?;
        }
        while self.started.is_some() {
            let (result, _, written, ended) =
                self.csv.read_record(&[], &mut self.output[self.written..], &mut self.ends[self.ended..]);
            self.advance(written, ended);
            match result {
                csv_core::ReadRecordResult::Record => self.end(true, sink)?,
                csv_core::ReadRecordResult::End => self.started = None,
                _ => self.make_room(&result),
            }
        }
        if self.columns.is_none() { Err(Refusal::NoHeader) } else { Ok(()) }
    }

    /// The bytes as UTF-8, where the file is UTF-16.
    fn decoded(&mut self, bytes: &[u8], is_last: bool) -> Option<String> {
        let decoder = self.utf16.as_mut()?;
        let mut text = String::with_capacity(decoder.max_utf8_buffer_length(bytes.len()).unwrap_or(bytes.len()));
        let mut rest = bytes;
        loop {
            let (result, read, _) = decoder.decode_to_string(rest, &mut text, is_last);
            rest = &rest[read..];
            if matches!(result, encoding_rs::CoderResult::InputEmpty) {
                return Some(text);
            }
            text.reserve(rest.len() * 3 + 16);
        }
    }

    /// Cuts a piece of the file into rows; the last one may go on in the next piece.
    fn cut(&mut self, bytes: &[u8], sink: &mut impl FnMut(Item<'_>)) -> Result<(), Refusal> {
        let mut rest = bytes;
        loop {
            if self.started.is_none() {
                let ends = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
                self.count(&rest[..ends]);
                rest = &rest[ends..];
            }
            if rest.is_empty() {
                return Ok(());
            }
            let (offset, line) = (self.offset, self.line);
            self.started.get_or_insert(Started { offset, line, ..Started::default() });
            let (result, read, written, ended) =
                self.csv.read_record(rest, &mut self.output[self.written..], &mut self.ends[self.ended..]);
            self.count(&rest[..read]);
            rest = &rest[read..];
            self.advance(written, ended);
            match result {
                csv_core::ReadRecordResult::Record => self.end(false, sink)?,
                _ => self.make_room(&result),
            }
        }
    }

    fn advance(&mut self, written: usize, ended: usize) {
        self.written += written;
        self.ended += ended;
    }

    /// Counts what was read: bytes of the file, lines, and quotes of the row.
    fn count(&mut self, read: &[u8]) {
        self.offset += self.encoding.unwrap_or(Encoding::Utf8).length_in_file(read) as u64;
        let (mut lines, mut quotes) = (0, 0);
        for byte in read {
            match byte {
                b'\n' => lines += u32::from(!self.was_return),
                b'\r' => lines += 1,
                b'"' => quotes += 1,
                _ => {}
            }
            self.was_return = *byte == b'\r';
        }
        self.line = self.line.saturating_add(lines);
        if let Some(started) = &mut self.started {
            started.quotes += quotes;
        }
    }

    /// Makes room for more of a row, unless it is too long already: then what is known of it is forgotten as it comes.
    fn make_room(&mut self, result: &csv_core::ReadRecordResult) {
        let Some(started) = &mut self.started else { return };
        if matches!(result, csv_core::ReadRecordResult::OutputEndsFull) {
            started.has_too_many = true;
            self.ended = 0;
        }
        if matches!(result, csv_core::ReadRecordResult::OutputFull) || self.written == self.output.len() {
            let longer = (self.output.len() * 2).min(self.limits.record_bytes);
            if longer > self.output.len() {
                self.output.resize(longer, 0);
            } else {
                started.is_too_long = true;
                self.written = 0;
            }
        }
    }

    /// Hands on the row that was read.
    fn end(&mut self, is_at_end: bool, sink: &mut impl FnMut(Item<'_>)) -> Result<(), Refusal> {
        let started = self.started.take().unwrap_or_default();
        let (written, ended) = (std::mem::take(&mut self.written), std::mem::take(&mut self.ended));
        let length = u32::try_from(self.offset - started.offset).unwrap_or(u32::MAX);
        let span = RowSpan { offset: started.offset, length, line: started.line };
        let lines = (self.line - started.line).max(1);
        let flaw = |kind| Item::Flaw(Flaw { span, lines, kind });
        if started.has_too_many && self.columns.is_none() {
            return Err(Refusal::TooManyColumns { line: started.line, limit: self.limits.columns });
        }
        if started.is_too_long {
            sink(flaw(FlawKind::TooLong));
            return Ok(());
        }
        let is_open = is_at_end && started.quotes % 2 == 1 && self.line > started.line;
        let is_sound = started.has_too_many || self.read_fields(written, ended);
        let found = if started.has_too_many { self.limits.columns + 1 } else { self.fields.len() };
        let Some(columns) = self.columns else {
            return self.begin(span, sink);
        };
        self.fields.trim_to(columns);
        let is_whole = !started.has_too_many && self.fields.len() == columns;
        if is_open {
            sink(flaw(FlawKind::OpenQuote));
        } else if is_whole && self.fields.filled() == 0 {
            sink(Item::Blank(span));
        } else if is_whole {
            if self.rows == self.limits.rows {
                return Err(Refusal::TooManyRows { limit: self.limits.rows });
            }
            self.rows += 1;
            if !is_sound {
                sink(flaw(FlawKind::NotALetter));
            }
            sink(Item::Row(Record { span, fields: &self.fields }));
        } else {
            let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
            sink(flaw(FlawKind::FieldCount { found: number(found), expected: number(columns) }));
        }
        Ok(())
    }

    /// Takes a row for the header, or for what stands before it.
    fn begin(&mut self, span: RowSpan, sink: &mut impl FnMut(Item<'_>)) -> Result<(), Refusal> {
        let record = Record { span, fields: &self.fields };
        if self.fields.filled() >= 2 {
            self.columns = Some(self.fields.len());
            sink(Item::Header(record));
        } else if self.preamble < PREAMBLE {
            self.preamble += 1;
            sink(Item::Preamble(record));
        } else {
            return Err(Refusal::NoHeader);
        }
        Ok(())
    }

    /// Reads the fields of a row as text; false where some bytes are no letters.
    fn read_fields(&mut self, written: usize, ended: usize) -> bool {
        self.fields.clear();
        let (bytes, ends) = (&self.output[..written], &self.ends[..ended]);
        if self.encoding.is_none() && !bytes.is_ascii() {
            // The first row with other letters than ASCII says what they are.
            self.encoding = Encoding::of_contents(bytes).filter(|found| !found.is_utf16()).or(Some(Encoding::Utf8));
        }
        let encoding = match self.encoding {
            Some(encoding) if !encoding.is_utf16() => encoding,
            _ => Encoding::Utf8,
        };
        let (mut start, mut is_sound) = (0, true);
        for end in ends {
            let (text, is_lossy) = encoding.decode(bytes.get(start..*end).unwrap_or_default());
            self.fields.push(&text);
            // A letter that UTF-16 does not know was replaced before.
            is_sound &= !is_lossy && (self.utf16.is_none() || !text.contains('\u{FFFD}'));
            start = *end;
        }
        is_sound
    }
}
