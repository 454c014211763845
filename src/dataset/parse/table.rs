//! A file, or a sheet, as rows of named fields, each of which knows where it stands.
//!
//! Knows headers; nothing of what stands in the fields.

use std::collections::HashSet;

use csv::StringRecord;

use super::field::Field;
use super::position::RowPosition;
use super::problems::Problems;
use super::records::{Input, Records};
use super::suggest::nearest;
use crate::dataset::error::{Error, ErrorKind, File};

/// What the name of a column begins with that is only read by people.
const REMARK: char = '#';

/// How much a header may leave out.
#[derive(Clone, Copy)]
pub(in crate::dataset) enum Header {
    /// Each column once, in any order: the files that the page ships.
    Whole,
    /// At least the columns named here; others are empty. Columns whose name begins with `#` are remarks, blanks around
    /// a field do not count, and rows without anything are left out: what people fill in.
    AtLeast(&'static [&'static str]),
}

/// A file whose header has been checked.
pub(in crate::dataset) struct Table<'b, const COLUMNS: usize> {
    records: Records<'b>,
    columns: [&'static str; COLUMNS],
    /// For each column, where it stands in the file; nothing for one that may be left out and is.
    indices: [Option<usize>; COLUMNS],
    /// Fields of the header.
    width: usize,
    is_strict: bool,
}

impl<'b, const COLUMNS: usize> Table<'b, COLUMNS> {
    /// Reads the header of a shipped file, which names each column once, in any order; nothing where it does not.
    pub(super) fn open(
        file: File,
        bytes: &'b [u8],
        columns: [&'static str; COLUMNS],
        problems: &mut Problems,
    ) -> Option<Self> {
        Self::open_as(file, Input::Csv(bytes, b','), columns, Header::Whole, problems)
    }

    /// Reads a header; nothing where it lacks something.
    pub(in crate::dataset) fn open_as(
        file: File,
        input: Input<'b>,
        columns: [&'static str; COLUMNS],
        header: Header,
        problems: &mut Problems,
    ) -> Option<Self> {
        let mut records = Records::new(file, input);
        let empty = || Err(RowPosition { file, line: 1 }.error(ErrorKind::EmptyFile));
        let (names, position) = problems.keep(records.next().unwrap_or_else(empty))?;
        let names = match header {
            Header::Whole => names,
            Header::AtLeast(_) => without_blanks(&names),
        };
        let indices = indices(&names, position, &columns, header, problems)?;
        let indices = std::array::from_fn(|position| indices.get(position).copied().flatten());
        Some(Self { records, columns, indices, width: names.len(), is_strict: matches!(header, Header::Whole) })
    }

    /// The error for a table without rows, where rows are needed.
    pub(super) fn no_rows(&self) -> Error {
        RowPosition { file: self.records.file, line: 1 }.error(ErrorKind::NoRows)
    }

    /// The next row that can be read, nothing at the end of the file. What cannot be read is noted.
    pub(in crate::dataset) fn next(&mut self, problems: &mut Problems) -> Option<Row<COLUMNS>> {
        loop {
            let Some((record, position)) = problems.keep(self.records.next()?) else { continue };
            let record = if self.is_strict { record } else { without_blanks(&record) };
            if !self.is_strict && record.is_empty() {
                continue;
            }
            self.records.rows += 1;
            if self.records.rows > usize::from(u16::MAX) {
                problems.push(position.error(ErrorKind::TooManyRows { limit: u16::MAX }));
                return None;
            }
            let fits = if self.is_strict { record.len() == self.width } else { record.len() <= self.width };
            if fits {
                return Some(Row { record, position, columns: self.columns, indices: self.indices });
            }
            problems.push(position.error(ErrorKind::FieldCount { expected: self.width, found: record.len() }));
        }
    }
}

/// The names in the first row of a table, as they stand; none where it cannot be read.
pub(in crate::dataset) fn header(file: File, input: Input<'_>) -> Vec<String> {
    let first = Records::new(file, input).next().and_then(Result::ok);
    first.map(|(names, _)| without_blanks(&names).iter().map(str::to_owned).collect()).unwrap_or_default()
}

/// A row without blanks around its fields, and without empty fields at its end.
fn without_blanks(record: &StringRecord) -> StringRecord {
    let mut fields: Vec<&str> = record.iter().map(str::trim).collect();
    while fields.last().is_some_and(|field| field.is_empty()) {
        fields.pop();
    }
    fields.into()
}

/// For each expected column, where the header has it; nothing where it is not what it must be.
fn indices(
    names: &StringRecord,
    position: RowPosition,
    columns: &[&'static str],
    header: Header,
    problems: &mut Problems,
) -> Option<Vec<Option<usize>>> {
    let mut seen = HashSet::new();
    let mut is_good = true;
    let mut refuse = |kind: ErrorKind| {
        is_good = false;
        problems.push(position.error(kind));
    };
    let may_have_remarks = matches!(header, Header::AtLeast(_));
    for name in names.iter().filter(|name| !(may_have_remarks && name.starts_with(REMARK))) {
        match columns.iter().find(|column| **column == name) {
            None => {
                let suggestion = nearest(name, columns.iter().copied());
                refuse(ErrorKind::UnknownColumn { column: name.to_owned(), suggestion });
            }
            Some(column) if !seen.insert(column) => refuse(ErrorKind::DuplicateColumn { column }),
            Some(_) => {}
        }
    }
    let needed = match header {
        Header::Whole => columns,
        Header::AtLeast(needed) => needed,
    };
    for column in needed.iter().filter(|column| !seen.contains(*column)) {
        refuse(ErrorKind::MissingColumn { column });
    }
    let index = |column: &&'static str| names.iter().position(|name| name == *column);
    is_good.then(|| columns.iter().map(index).collect())
}

/// One row.
pub(in crate::dataset) struct Row<const COLUMNS: usize> {
    record: StringRecord,
    position: RowPosition,
    columns: [&'static str; COLUMNS],
    indices: [Option<usize>; COLUMNS],
}

impl<const COLUMNS: usize> Row<COLUMNS> {
    /// Where the row stands.
    pub(in crate::dataset) const fn position(&self) -> RowPosition {
        self.position
    }

    /// The fields, in the order of the columns given to [`Table::open`].
    pub(in crate::dataset) fn fields(&self) -> [Field<'_>; COLUMNS] {
        std::array::from_fn(|position| Field {
            text: self.indices[position].and_then(|index| self.record.get(index)).unwrap_or_default(),
            column: self.columns[position],
            position: self.position,
        })
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a failed expectation is a failed test")]
mod tests {
    use super::{Header, Problems, Table};
    use crate::dataset::parse::records::Input;
    use crate::dataset::sheet::SheetRow;
    use crate::dataset::{Error, ErrorKind, File};

    /// Lines and first fields of a table with columns `a` and `b`, and what could not be read.
    fn read_as(input: Input<'_>, header: Header) -> (Vec<(u64, String)>, Vec<Error>) {
        let (mut rows, mut problems) = (Vec::new(), Problems::default());
        if let Some(mut table) = Table::open_as(File::Codes, input, ["a", "b"], header, &mut problems) {
            while let Some(row) = table.next(&mut problems) {
                let [a, _] = row.fields();
                rows.push((row.position().line, a.text.to_owned()));
            }
        }
        (rows, problems.take())
    }

    /// The same of a shipped file; the first error where there is one.
    fn read(bytes: &[u8]) -> Result<Vec<(u64, String)>, Error> {
        let (rows, mut errors) = read_as(Input::Csv(bytes, b','), Header::Whole);
        if errors.is_empty() { Ok(rows) } else { Err(errors.remove(0)) }
    }

    #[test]
    fn rows_after_a_broken_one_are_read() {
        let (rows, errors) = read_as(Input::Csv(b"a,b\n1\n2,x\n\xff,x\n3,x\n4,x,y\n", b','), Header::Whole);
        assert_eq!(rows, [(3, "2".to_owned()), (5, "3".to_owned())]);
        assert_eq!(errors.iter().map(|error| error.position().line).collect::<Vec<_>>(), [2, 4, 6]);
    }

    #[test]
    fn what_people_fill_in_may_have_remarks_blanks_and_fewer_columns() {
        let header = Header::AtLeast(&["a"]);
        for (text, delimiter) in [
            ("#what;a\nx; 1 \n;;\nx;2\n", b';'),
            ("a,#,b,,\n1,,,,\n,,,,\n2,x\n", b','),
            ("b\ta\n\t1\n\n \t \nx\t2\n", b'\t'),
        ] {
            let (rows, errors) = read_as(Input::Csv(text.as_bytes(), delimiter), header);
            let firsts: Vec<&str> = rows.iter().map(|(_, first)| first.as_str()).collect();
            assert_eq!((firsts, errors), (vec!["1", "2"], vec![]), "{text:?}");
        }
        let (_, errors) = read_as(Input::Csv(b"A,,b,b\n", b','), header);
        let messages: Vec<String> = errors.iter().map(|error| error.kind().to_string()).collect();
        let expected = [
            "unknown column `A`",
            "unknown column ``",
            "the header names column `b` twice",
            "the header has no column `a`",
        ];
        assert_eq!(messages, expected);
    }

    #[test]
    fn a_sheet_is_read_like_a_file() {
        let row = |number, cells: &[&str]| SheetRow { number, cells: cells.iter().map(ToString::to_string).collect() };
        let rows = [row(2, &["a", "b", ""]), row(3, &["1", "x"]), row(7, &["2", "", "y"])];
        let (rows, errors) = read_as(Input::Sheet(&rows), Header::AtLeast(&["a"]));
        assert_eq!(rows, [(3, "1".to_owned())]);
        assert_eq!(errors.len(), 1);
        assert_eq!(errors[0].to_string(), "codes.csv line 7: the row has 3 fields where the header has 2");
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
            (b"a,b\n1,\xff", "codes.csv line 2: not UTF-8 text: save it as CSV UTF-8, or as XLSX"),
        ] {
            assert_eq!(read(bytes).map_err(|error| error.to_string()), Err(message.to_owned()));
        }
    }
}
