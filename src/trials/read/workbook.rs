//! The reader of lists as XLSX: cell by cell, after a look at every part, so that nothing unpacks to more than the limits.

use std::io::{Cursor, Read};

use calamine::{DataRef, Reader as _, Xlsx};

use super::flaw::{Flaw, FlawKind};
use super::parser::Item;
use super::record::{Fields, Record, RowSpan};
use super::refusal::{Limits, Refusal};

/// An XLSX file whose parts are within the limits.
pub struct Workbook<'a> {
    book: Xlsx<Cursor<&'a [u8]>>,
    limits: Limits,
}

/// Bytes of the longest piece of a part that is text, or one tag: a cell has at most 32,767 letters.
const PIECE: usize = 1 << 20;

/// How many parts a spreadsheet has at most.
const PARTS: usize = 10_000;

/// Bytes of the shortest entry among the shared texts: fewer cannot stand for one.
const SHARED_TEXT: u64 = 5;

impl<'a> Workbook<'a> {
    /// Looks at every part of the file, and opens it.
    ///
    /// # Errors
    /// When it is no XLSX file, damaged, or would unpack to more than the limits.
    pub fn open(bytes: &'a [u8], limits: Limits) -> Result<Self, Refusal> {
        if bytes.len() as u64 > limits.workbook_bytes {
            return Err(Refusal::TooLarge { limit: limits.workbook_bytes });
        }
        look_at_parts(bytes, limits)?;
        let book = Xlsx::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
        Ok(Self { book, limits })
    }

    /// The names of its sheets.
    pub fn sheets(&self) -> Vec<String> {
        self.book.sheet_names()
    }

    /// Reads the rows of a sheet and hands them on, until `sink` says that it wants no more of them.
    ///
    /// # Errors
    /// When the sheet is beyond the limits, damaged, or has no header.
    pub fn read(&mut self, sheet: &str, mut sink: impl FnMut(Item<'_>) -> bool) -> Result<(), Refusal> {
        let limits = self.limits;
        let mut cells = self.book.worksheet_cells_reader(sheet).map_err(|error| damaged(&error))?;
        let mut rows = Rows { limits, columns: None, rows: 0, preamble: 0 };
        let mut row = Cells::default();
        while let Some(cell) = cells.next_cell().map_err(|error| damaged(&error))? {
            let (position, column) = cell.get_position();
            if row.position != Some(position) && !rows.end(&mut row, &mut sink)? {
                return Ok(());
            }
            row.position = Some(position);
            row.put(column as usize, text_of(cell.get_value()), limits);
        }
        rows.end(&mut row, &mut sink)?;
        if rows.columns.is_none() { Err(Refusal::NoHeader) } else { Ok(()) }
    }

    /// Reads one row again, by where it stands: the sheet is read from its beginning.
    ///
    /// # Errors
    /// When the sheet cannot be read.
    pub fn read_again(&mut self, sheet: &str, span: RowSpan) -> Result<Option<Fields>, Refusal> {
        let mut found = None;
        self.read(sheet, |item| {
            if let Item::Row(record) = item
                && record.span == span
            {
                found = Some(record.fields.clone());
            }
            found.is_none()
        })?;
        Ok(found)
    }
}

fn damaged(error: &impl std::fmt::Display) -> Refusal {
    Refusal::NotAWorkbook { detail: error.to_string() }
}

/// Unpacks every part that the library may read, and keeps nothing of it.
///
/// # Errors
/// When it is no archive, or a part of it is beyond the limits.
pub(crate) fn look_at_parts(bytes: &[u8], limits: Limits) -> Result<(), Refusal> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    if archive.len() > PARTS {
        return Err(Refusal::NotAWorkbook { detail: format!("more than {PARTS} parts") });
    }
    let mut left = limits.unpacked_bytes;
    let mut buffer = vec![0; 1 << 16];
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(|error| damaged(&error))?;
        let name = part.name().map_err(|error| damaged(&error))?.into_owned();
        let mut look = Look::default();
        loop {
            let read = part.read(&mut buffer).map_err(|error| damaged(&error))?;
            if read == 0 {
                break;
            }
            left = left
                .checked_sub(read as u64)
                .ok_or_else(|| Refusal::Bomb { part: name.clone(), limit: limits.unpacked_bytes })?;
            look.at(&buffer[..read]);
            // A picture has no tags; what is read as a sheet or as texts, whatever its name, begins with one.
            if look.is_xml && look.longest > PIECE {
                return Err(Refusal::HugeCell { part: name, limit: PIECE });
            }
        }
        if look.announced > look.bytes / SHARED_TEXT {
            // The library makes room for as many texts as are announced.
            let detail = format!("`{name}` announces {} texts and has {} bytes", look.announced, look.bytes);
            return Err(Refusal::NotAWorkbook { detail });
        }
    }
    Ok(())
}

/// What is noted of a part while it is unpacked.
#[derive(Default)]
struct Look {
    bytes: u64,
    /// Whether it begins as XML does: with a tag, or with the mark of an encoding.
    is_xml: bool,
    /// Bytes since the last tag began, and the most of them.
    piece: usize,
    longest: usize,
    /// The largest number of shared texts that the part announces.
    announced: u64,
    /// How much of `uniqueCount` was read, or the number after it so far.
    matched: usize,
    number: Option<u64>,
}

const ANNOUNCED: &[u8] = b"uniqueCount";

impl Look {
    fn at(&mut self, bytes: &[u8]) {
        if self.bytes == 0 {
            self.is_xml = matches!(bytes.trim_ascii_start().first(), None | Some(b'<' | 0xEF | 0xFE | 0xFF));
        }
        self.bytes += bytes.len() as u64;
        for byte in bytes {
            self.piece = if *byte == b'<' { 0 } else { self.piece + 1 };
            self.longest = self.longest.max(self.piece);
            match (self.number, byte) {
                (Some(number), b'0'..=b'9') => {
                    let number = number.saturating_mul(10).saturating_add(u64::from(byte - b'0'));
                    (self.number, self.announced) = (Some(number), self.announced.max(number));
                }
                // Between the name and the number stand an equals sign, a quote and perhaps spaces.
                (Some(0), b'=' | b'"' | b'\'' | b' ' | b'\t' | b'\r' | b'\n' | b'+') => {}
                _ => {
                    self.number = None;
                    let goes_on = ANNOUNCED.get(self.matched) == Some(byte);
                    self.matched =
                        if goes_on { self.matched + 1 } else { usize::from(ANNOUNCED.first() == Some(byte)) };
                    if self.matched == ANNOUNCED.len() {
                        (self.matched, self.number) = (0, Some(0));
                    }
                }
            }
        }
    }
}

/// The cells of a row so far.
#[derive(Default)]
struct Cells {
    position: Option<u32>,
    texts: Vec<String>,
    bytes: usize,
    is_too_wide: bool,
}

impl Cells {
    fn put(&mut self, column: usize, text: String, limits: Limits) {
        self.bytes += text.len();
        if text.is_empty() || self.bytes > limits.record_bytes {
            return;
        }
        if column >= limits.columns {
            self.is_too_wide = true;
            return;
        }
        if self.texts.len() <= column {
            self.texts.resize(column + 1, String::new());
        }
        self.texts[column] = text;
    }
}

/// The rows of a sheet, judged by its header.
struct Rows {
    limits: Limits,
    columns: Option<usize>,
    rows: u32,
    preamble: u32,
}

/// How many rows may stand before the header.
const PREAMBLE: u32 = 20;

impl Rows {
    /// Hands on a row that is complete; false when no more are wanted.
    fn end(&mut self, row: &mut Cells, sink: &mut impl FnMut(Item<'_>) -> bool) -> Result<bool, Refusal> {
        let Cells { position, texts, bytes, is_too_wide } = std::mem::take(row);
        let Some(position) = position else { return Ok(true) };
        let line = position.saturating_add(1);
        let span = RowSpan { offset: u64::from(position), length: 0, line };
        let mut fields = Fields::of(texts.iter().map(String::as_str));
        let flaw = |kind| Item::Flaw(Flaw { span, lines: 1, kind });
        let Some(columns) = self.columns else {
            if is_too_wide {
                return Err(Refusal::TooManyColumns { line, limit: self.limits.columns });
            }
            let record = Record { span, fields: &fields };
            if fields.filled() >= 2 {
                self.columns = Some(fields.len());
                return Ok(sink(Item::Header(record)));
            }
            self.preamble += 1;
            return if self.preamble > PREAMBLE { Err(Refusal::NoHeader) } else { Ok(sink(Item::Preamble(record))) };
        };
        if bytes > self.limits.record_bytes {
            return Ok(sink(flaw(FlawKind::TooLong)));
        }
        if is_too_wide || fields.len() > columns {
            let found = if is_too_wide { self.limits.columns + 1 } else { fields.len() };
            let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
            return Ok(sink(flaw(FlawKind::FieldCount { found: number(found), expected: number(columns) })));
        }
        if fields.filled() == 0 {
            return Ok(sink(Item::Blank(span)));
        }
        // A sheet has no cells where nothing stands.
        while fields.len() < columns {
            fields.push("");
        }
        if self.rows == self.limits.rows {
            return Err(Refusal::TooManyRows { limit: self.limits.rows });
        }
        self.rows += 1;
        Ok(sink(Item::Row(Record { span, fields: &fields })))
    }
}

/// The days of Excel's calendar, to the end of 9999 wherever it begins.
const DAYS: std::ops::RangeInclusive<f64> = 1.0..=2_957_003.0;

/// A cell as text: a formula is what it gave when it was last computed.
fn text_of(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(truth) => truth.to_string(),
        DataRef::DateTime(date) if date.is_datetime() && DAYS.contains(&date.as_f64()) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::DateTime(date) => date.as_f64().to_string(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

#[cfg(test)]
#[path = "workbook_tests.rs"]
mod tests;
