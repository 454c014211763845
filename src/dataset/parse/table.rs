//! CSV reader: a file as rows of named fields, each of which knows where it stands.
//!
//! Knows CSV; nothing of what stands in the fields.

use std::collections::HashSet;

use csv::{ByteRecord, StringRecord};

use super::field::Field;
use super::position::RowPosition;
use super::suggest::nearest;
use crate::dataset::error::{Error, ErrorKind, File};

/// A file whose header has been checked.
pub(super) struct Table<'b, const COLUMNS: usize> {
    records: Records<'b>,
    columns: [&'static str; COLUMNS],
    /// For each column, where it stands in the file.
    indices: [usize; COLUMNS],
}

impl<'b, const COLUMNS: usize> Table<'b, COLUMNS> {
    /// Reads the header, which names each column once, in any order.
    pub(super) fn open(file: File, bytes: &'b [u8], columns: [&'static str; COLUMNS]) -> Result<Self, Error> {
        let mut records = Records::new(file, bytes);
        let (header, position) = match records.next() {
            Some(header) => header?,
            None => return Err(RowPosition { file, line: 1 }.error(ErrorKind::EmptyFile)),
        };
        let indices = indices(&header, position, &columns)?;
        let indices = std::array::from_fn(|position| indices.get(position).copied().unwrap_or_default());
        Ok(Self { records, columns, indices })
    }

    /// The error for a table without rows, where rows are needed.
    pub(super) fn no_rows(&self) -> Error {
        RowPosition { file: self.records.file, line: 1 }.error(ErrorKind::NoRows)
    }

    /// The next row, nothing at the end of the file.
    pub(super) fn next(&mut self) -> Result<Option<Row<COLUMNS>>, Error> {
        let Some(record) = self.records.next() else { return Ok(None) };
        let (record, position) = record?;
        self.records.rows += 1;
        if self.records.rows > usize::from(u16::MAX) {
            return Err(position.error(ErrorKind::TooManyRows { limit: u16::MAX }));
        }
        if record.len() != COLUMNS {
            return Err(position.error(ErrorKind::FieldCount { expected: COLUMNS, found: record.len() }));
        }
        Ok(Some(Row { record, position, columns: self.columns, indices: self.indices }))
    }
}

/// For each expected column, where the header has it.
fn indices(header: &StringRecord, position: RowPosition, columns: &[&'static str]) -> Result<Vec<usize>, Error> {
    let mut seen = HashSet::new();
    for name in header {
        let Some(column) = columns.iter().find(|column| **column == name) else {
            let suggestion = nearest(name, columns.iter().copied());
            return Err(position.error(ErrorKind::UnknownColumn { column: name.to_owned(), suggestion }));
        };
        if !seen.insert(column) {
            return Err(position.error(ErrorKind::DuplicateColumn { column }));
        }
    }
    let index = |column: &&'static str| {
        let index = header.iter().position(|name| name == *column);
        index.ok_or_else(|| position.error(ErrorKind::MissingColumn { column }))
    };
    columns.iter().map(index).collect()
}

/// The rows of a file as the CSV reader gives them, with the right line numbers.
struct Records<'b> {
    file: File,
    bytes: &'b [u8],
    reader: csv::Reader<&'b [u8]>,
    /// Where the last record begins.
    start: usize,
    /// The line of `start`.
    line: u64,
    /// Rows given out so far, without the header.
    rows: usize,
}

impl<'b> Records<'b> {
    fn new(file: File, bytes: &'b [u8]) -> Self {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        // Flexible, because our own check of the number of fields says where and how many.
        let reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
        Self { file, bytes, reader, start: 0, line: 1, rows: 0 }
    }

    /// The next record with its position, nothing at the end of the file.
    fn next(&mut self) -> Option<Result<(StringRecord, RowPosition), Error>> {
        let begin = self.offset();
        let mut record = ByteRecord::new();
        let read = self.reader.read_byte_record(&mut record);
        let position = self.advance(begin);
        match read {
            Ok(false) => None,
            Ok(true) => Some(self.check(record, position)),
            Err(error) => Some(Err(position.error(ErrorKind::Unreadable { reason: error.to_string() }))),
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

/// One row.
pub(super) struct Row<const COLUMNS: usize> {
    record: StringRecord,
    position: RowPosition,
    columns: [&'static str; COLUMNS],
    indices: [usize; COLUMNS],
}

impl<const COLUMNS: usize> Row<COLUMNS> {
    /// Where the row stands.
    pub(super) const fn position(&self) -> RowPosition {
        self.position
    }

    /// The fields, in the order of the columns given to [`Table::open`].
    pub(super) fn fields(&self) -> [Field<'_>; COLUMNS] {
        std::array::from_fn(|position| Field {
            text: self.record.get(self.indices[position]).unwrap_or_default(),
            column: self.columns[position],
            position: self.position,
        })
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a failed expectation is a failed test")]
mod tests {
    use super::{Table, line_breaks};
    use crate::dataset::{Error, ErrorKind, File};

    /// Lines and first fields of a file with columns `a` and `b`.
    fn read(bytes: &[u8]) -> Result<Vec<(u64, String)>, Error> {
        let mut table = Table::open(File::Codes, bytes, ["a", "b"])?;
        let mut rows = Vec::new();
        while let Some(row) = table.next()? {
            let [a, _] = row.fields();
            rows.push((row.position().line, a.text.to_owned()));
        }
        Ok(rows)
    }

    #[test]
    fn lines_are_those_of_an_editor() {
        for (bytes, lines) in [
            (&b"a,b\n1,x\n2,x\n"[..], [2, 3]),
            (b"a,b\n1,x\n2,x", [2, 3]),
            (b"a,b\r\n1,x\r\n2,x\r\n", [2, 3]),
            (b"a,b\r1,x\r2,x\r", [2, 3]),
            (b"\xef\xbb\xbfa,b\r\n1,x\r\n2,x\r\n", [2, 3]),
            (b"\n\na,b\n\n1,x\n\r\n\n2,x\n\n", [5, 8]),
            (b"a,b\n1,\"x\ny\r\nz\"\n2,x\n", [2, 5]),
            (b"b,a\n\"x\n\n\",1\nx,2\n", [2, 5]),
        ] {
            let rows = read(bytes).expect("a good file");
            let expected: Vec<(u64, String)> = lines.into_iter().zip(["1".to_owned(), "2".to_owned()]).collect();
            assert_eq!(rows, expected, "{:?}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn an_open_quotation_mark_swallows_nothing() {
        let error = read(b"a,b\n1,x\n2,\"x\n3,x\n").expect_err("open");
        assert_eq!(error.kind(), &ErrorKind::UnclosedQuote);
        assert_eq!(error.position().line, 3);
    }

    #[test]
    fn headers_are_complete() {
        for (bytes, message) in [
            (&b""[..], "codes.csv line 1: the file is empty"),
            (b"\xef\xbb\xbf", "codes.csv line 1: the file is empty"),
            (b"\n\n", "codes.csv line 1: the file is empty"),
            (b"a", "codes.csv line 1: the header has no column `b`"),
            (b"\nb", "codes.csv line 2: the header has no column `a`"),
            (b"a,b,a", "codes.csv line 1: the header names column `a` twice"),
            (b"a,b,c", "codes.csv line 1: unknown column `c`"),
            (b"a,B", "codes.csv line 1: unknown column `B`"),
            (b"a,b\n1", "codes.csv line 2: the row has 1 fields where the header has 2"),
            (b"a,b\n1,2,", "codes.csv line 2: the row has 3 fields where the header has 2"),
            (b"a,b\n1,\xff", "codes.csv line 2: not UTF-8 text"),
        ] {
            assert_eq!(read(bytes).map_err(|error| error.to_string()), Err(message.to_owned()));
        }
    }

    #[test]
    fn line_breaks_are_counted_once() {
        assert_eq!(line_breaks(b"\n\r\n\r\r\n"), 4);
        assert_eq!(line_breaks(b"x"), 0);
    }
}
