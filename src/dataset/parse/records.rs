//! CSV reader: the records of a file, or of a sheet, with the lines on which an editor shows them.

use csv::{ByteRecord, StringRecord};

use super::position::RowPosition;
use crate::dataset::error::{Error, ErrorKind, File};
use crate::dataset::sheet::SheetRow;

/// What a table is read from.
#[derive(Clone, Copy)]
pub(in crate::dataset) enum Input<'b> {
    /// The bytes of a CSV file, with what stands between its fields.
    Csv(&'b [u8], u8),
    /// The rows of a spreadsheet.
    Sheet(&'b [SheetRow]),
}

/// The rows of a file, whatever it is.
pub(super) struct Records<'b> {
    pub(super) file: File,
    input: Reading<'b>,
    /// Rows given out so far, without the header.
    pub(super) rows: usize,
}

enum Reading<'b> {
    Csv(CsvRecords<'b>),
    Sheet(std::slice::Iter<'b, SheetRow>),
}

impl<'b> Records<'b> {
    /// The rows of a file from its header on.
    pub(super) fn new(file: File, input: Input<'b>) -> Self {
        let input = match input {
            Input::Csv(bytes, delimiter) => Reading::Csv(CsvRecords::new(file, bytes, delimiter)),
            Input::Sheet(rows) => Reading::Sheet(rows.iter()),
        };
        Self { file, input, rows: 0 }
    }

    /// The next record with its position, nothing at the end of the file.
    pub(super) fn next(&mut self) -> Option<Result<(StringRecord, RowPosition), Error>> {
        match &mut self.input {
            Reading::Csv(records) => records.next(),
            Reading::Sheet(rows) => {
                let SheetRow { number, cells } = rows.next()?;
                Some(Ok((StringRecord::from(cells.as_slice()), RowPosition { file: self.file, line: *number })))
            }
        }
    }
}

/// The rows of a file as the CSV reader gives them, with the right line numbers.
struct CsvRecords<'b> {
    file: File,
    bytes: &'b [u8],
    reader: csv::Reader<&'b [u8]>,
    /// Where the last record begins.
    start: usize,
    /// The line of `start`.
    line: u64,
    /// Whether the reader gave up, so that nothing follows.
    has_failed: bool,
}

impl<'b> CsvRecords<'b> {
    fn new(file: File, bytes: &'b [u8], delimiter: u8) -> Self {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        // Flexible, because our own check of the number of fields says where and how many.
        let reader =
            csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(bytes);
        Self { file, bytes, reader, start: 0, line: 1, has_failed: false }
    }

    /// The next record with its position, nothing at the end of the file.
    fn next(&mut self) -> Option<Result<(StringRecord, RowPosition), Error>> {
        if self.has_failed {
            return None;
        }
        let begin = self.offset();
        let mut record = ByteRecord::new();
        let read = self.reader.read_byte_record(&mut record);
        let position = self.advance(begin);
        match read {
            Ok(false) => None,
            Ok(true) => Some(self.check(record, position)),
            Err(error) => {
                self.has_failed = true;
                Some(Err(position.error(ErrorKind::Unreadable { reason: error.to_string() })))
            }
        }
    }

    fn offset(&self) -> usize {
        usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX)
    }

    /// Moves to the record that was read from `begin` on.
    ///
    /// The reader's own line numbers are not used: it leaves the second half of a CR LF, and empty lines, to the next
    /// record, which then seems to begin above its text.
    fn advance(&mut self, begin: usize) -> RowPosition {
        let rest = self.bytes.get(begin..).unwrap_or_default();
        let blank = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let passed = self.bytes.get(self.start..begin + blank).unwrap_or_default();
        self.line += line_breaks(passed);
        self.start = begin + blank;
        RowPosition { file: self.file, line: self.line }
    }

    fn check(&self, record: ByteRecord, position: RowPosition) -> Result<(StringRecord, RowPosition), Error> {
        let text = self.bytes.get(self.start..self.offset()).unwrap_or_default();
        // The reader takes an open quotation mark as quoting the whole rest of the file.
        if text.iter().fold(false, |open, byte| open ^ (*byte == b'"')) {
            return Err(position.error(ErrorKind::UnclosedQuote));
        }
        let record = StringRecord::from_byte_record(record).map_err(|_| position.error(ErrorKind::NotUtf8))?;
        Ok((record, position))
    }
}

/// How many lines end in these bytes: with LF, CR LF or CR.
fn line_breaks(bytes: &[u8]) -> u64 {
    let mut count = 0;
    let mut previous = 0;
    for byte in bytes {
        if *byte == b'\r' || (*byte == b'\n' && previous != b'\r') {
            count += 1;
        }
        previous = *byte;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::line_breaks;

    #[test]
    fn line_breaks_are_counted_once() {
        assert_eq!(line_breaks(b"\n\r\n\r\r\n"), 4);
        assert_eq!(line_breaks(b"x"), 0);
    }
}
