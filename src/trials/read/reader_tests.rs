//! What the reader makes of files of every kind.
#![expect(clippy::expect_used, reason = "a test may fail")]

use super::{Chosen, Reader, read_again};
use crate::trials::read::{Encoding, Flaw, FlawKind, Item, Limits, Refusal};

/// Everything that was read of a file.
#[derive(Default, PartialEq, Debug)]
struct Seen {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
    lines: Vec<u32>,
    flaws: Vec<Flaw>,
    preamble: usize,
    blank: usize,
}

impl Seen {
    fn see(&mut self, item: Item<'_>, file: &[u8], again: &mut Vec<(u64, u32, Vec<String>)>) {
        let owned = |fields: &super::Fields| fields.iter().map(str::to_owned).collect::<Vec<_>>();
        match item {
            Item::Header(record) => self.header = owned(record.fields),
            Item::Row(record) => {
                self.rows.push(owned(record.fields));
                self.lines.push(record.span.line);
                again.push((record.span.offset, record.span.length, owned(record.fields)));
                assert!(record.span.offset + u64::from(record.span.length) <= file.len() as u64);
            }
            Item::Flaw(flaw) => self.flaws.push(flaw),
            Item::Preamble(_) => self.preamble += 1,
            Item::Blank(_) => self.blank += 1,
        }
    }
}

/// Reads a file in pieces of a length, and every row again.
fn read_with(file: &[u8], piece: usize, limits: Limits) -> Result<Seen, Refusal> {
    let (mut reader, mut seen, mut again) = (Reader::new(Chosen::default(), limits), Seen::default(), Vec::new());
    for bytes in file.chunks(piece) {
        reader.feed(bytes, |item| seen.see(item, file, &mut again))?;
    }
    reader.finish(|item| seen.see(item, file, &mut again))?;
    let dialect = reader.dialect().expect("the file was read");
    for (offset, length, row) in again {
        let start = usize::try_from(offset).expect("a small file");
        let mut fields: Vec<String> =
            read_again(dialect, &file[start..start + length as usize]).iter().map(str::to_owned).collect();
        fields.truncate(row.len());
        assert_eq!(fields, row, "read again from {offset}");
    }
    Ok(seen)
}

fn read(file: &[u8]) -> Seen {
    let whole = read_with(file, file.len().max(1), Limits::OF_THE_PAGE).expect("a list");
    for piece in [1, 2, 3, 7] {
        assert_eq!(read_with(file, piece, Limits::OF_THE_PAGE).expect("a list"), whole, "in pieces of {piece}");
    }
    whole
}

const LIST: &str = "登记号,题目\r\nCTR20240001,\"一项\r\n\"\"研究\"\"\"\r\n\r\nCTR20240002,另一项\r\n";

#[test]
fn a_list_reads_the_same_in_every_encoding() {
    let expected = read(LIST.as_bytes());
    assert_eq!(expected.header, ["登记号", "题目"]);
    assert_eq!(expected.rows, [["CTR20240001", "一项\r\n\"研究\""], ["CTR20240002", "另一项"]]);
    assert_eq!(expected.lines, [2, 5]);
    for encoding in [Encoding::Gb18030, Encoding::Utf16Le, Encoding::Utf16Be] {
        assert_eq!(read(&encoding.encode(LIST).expect("every one has Chinese")), expected, "{encoding:?}");
    }
    for (mark, encoding) in
        [("\u{FEFF}", Encoding::Utf8), ("\u{FEFF}", Encoding::Utf16Le), ("\u{FEFF}", Encoding::Utf16Be)]
    {
        let marked = encoding.encode(&format!("{mark}{LIST}")).expect("every one has Chinese");
        assert_eq!(read(&marked), expected, "{encoding:?} with a mark");
    }
}

#[test]
fn line_ends_of_every_kind_are_counted() {
    for end in ["\n", "\r\n", "\r"] {
        let seen = read(format!("a,b{end}1,2{end}{end}3,4{end}5,6").as_bytes());
        assert_eq!(seen.rows, [["1", "2"], ["3", "4"], ["5", "6"]]);
        assert_eq!(seen.lines, [2, 4, 5], "{end:?}");
    }
}

#[test]
fn broken_rows_are_named() {
    let seen = read(b"a,b,c\n1,2\n1,2,3\n1,2,3,4\n1,2,3,,\n,,\n\xFF,2,3\xE4\xB8\xAD\n");
    let kinds: Vec<(u32, FlawKind)> = seen.flaws.iter().map(|flaw| (flaw.span.line, flaw.kind)).collect();
    assert_eq!(
        kinds,
        [
            (2, FlawKind::FieldCount { found: 2, expected: 3 }),
            (4, FlawKind::FieldCount { found: 4, expected: 3 }),
            (7, FlawKind::NotALetter),
        ]
    );
    assert_eq!(seen.rows.len(), 3);
    assert_eq!((seen.blank, seen.rows[2][0].as_str()), (1, "\u{FFFD}"));
}

#[test]
fn an_open_quote_is_named_with_its_lines() {
    let seen = read(b"a,b\n1,2\n3,\"4\n5,6\n7,8\n");
    let flaw = seen.flaws[0];
    assert_eq!((flaw.span.line, flaw.lines, flaw.kind), (3, 3, FlawKind::OpenQuote));
    assert_eq!(seen.rows, [["1", "2"]]);
}

#[test]
fn titles_before_the_header_are_left_out() {
    let seen = read("我的试验清单\n\n导出日期：2025-01-01\na;b\n1;2\n".as_bytes());
    assert_eq!((seen.preamble, seen.header), (2, vec!["a".to_owned(), "b".to_owned()]));
    assert_eq!(read(b"sep=;\na;b\n1,5;2\n").rows, [["1,5", "2"]]);
}

#[test]
fn what_is_no_list_is_refused() {
    for file in ["", "\n\n", "only one column\n1\n2\n"] {
        assert_eq!(read_with(file.as_bytes(), 1000, Limits::OF_THE_PAGE), Err(Refusal::NoHeader), "{file}");
    }
    let many = "a,".repeat(10_000);
    let refusal = read_with(many.as_bytes(), 1000, Limits::OF_THE_PAGE).expect_err("10,000 columns");
    assert_eq!(refusal, Refusal::TooManyColumns { line: 1, limit: 1000 });
    let limits = Limits { rows: 2, ..Limits::OF_THE_PAGE };
    assert!(read_with(b"a,b\n1,2\n3,4\n", 5, limits).is_ok());
    assert_eq!(read_with(b"a,b\n1,2\n3,4\n5,6\n", 5, limits), Err(Refusal::TooManyRows { limit: 2 }));
    let limits = Limits { bytes: 10, ..Limits::OF_THE_PAGE };
    let refusal = read_with(b"a,b\n1,2\n3,4\n", 5, limits).expect_err("12 bytes");
    assert!(refusal.to_string().contains("DuckDB"), "it names the way on: {refusal}");
}

#[test]
fn a_row_with_many_columns_under_a_header_with_few_is_set_aside() {
    let seen = read(format!("a,b\n{}\n1,2\n", "x,".repeat(5_000)).as_bytes());
    assert_eq!(seen.flaws[0].kind, FlawKind::FieldCount { found: 1001, expected: 2 });
    assert_eq!(seen.rows, [["1", "2"]]);
}

#[test]
fn a_hundred_megabytes_in_one_cell_take_no_room() {
    let mut reader = Reader::new(Chosen::default(), Limits::OF_THE_PAGE);
    let (mut rows, mut flaws) = (0, Vec::new());
    let mut sink = |item: Item<'_>| match item {
        Item::Row(_) => rows += 1,
        Item::Flaw(flaw) => flaws.push(flaw.kind),
        _ => {}
    };
    reader.feed(b"a,b\n1,\"", &mut sink).expect("within the limits");
    let piece = vec![b'x'; 1 << 20];
    for _ in 0..100 {
        reader.feed(&piece, &mut sink).expect("within the limits");
    }
    reader.feed(b"\"\n2,3\n", &mut sink).expect("within the limits");
    reader.finish(&mut sink).expect("a header was read");
    assert_eq!((rows, flaws), (1, vec![FlawKind::TooLong]));
}
