//! What the reader makes of spreadsheets, good and malicious.
#![expect(clippy::expect_used, reason = "a test may fail")]

use std::io::{Cursor, Write};

use super::Workbook;
use crate::trials::read::{FlawKind, Item, Limits, Refusal};

/// The least that a spreadsheet has, around the rows of its sheet and its shared texts.
fn packed(sheet: &str, shared: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let types = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
    let relations = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
    let book = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="List" sheetId="1" r:id="r1"/></sheets></workbook>"#;
    let sheet = format!(
        r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{sheet}</sheetData></worksheet>"#
    );
    let package = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    for (name, text) in [
        ("[Content_Types].xml", types),
        ("_rels/.rels", package),
        ("xl/_rels/workbook.xml.rels", relations),
        ("xl/workbook.xml", book),
        ("xl/worksheets/sheet1.xml", sheet.as_str()),
        ("xl/sharedStrings.xml", shared),
    ] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("room in memory");
    }
    zip.finish().expect("a whole file").into_inner()
}

const NOTHING_SHARED: &str = r#"<?xml version="1.0"?><sst uniqueCount="0"></sst>"#;

fn cell(at: &str, text: &str) -> String {
    format!(r#"<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

/// A row with its line.
type Row = (u32, Vec<String>);

/// The rows, and the broken ones.
fn read(file: &[u8], limits: Limits) -> Result<(Vec<Row>, Vec<FlawKind>), Refusal> {
    let mut book = Workbook::open(file, limits)?;
    let (mut rows, mut flaws) = (Vec::new(), Vec::new());
    book.read("List", |item| {
        match item {
            Item::Row(record) => {
                rows.push((record.span.line, record.fields.iter().map(str::to_owned).collect()));
            }
            Item::Flaw(flaw) => flaws.push(flaw.kind),
            _ => {}
        }
        true
    })?;
    Ok((rows, flaws))
}

#[test]
fn rows_are_read_with_gaps_formulas_and_what_is_too_wide() {
    let rows = [
        format!("<row r=\"1\">{}</row>", cell("A1", "A list")),
        format!("<row r=\"3\">{}{}{}</row>", cell("A3", "a"), cell("B3", "b"), cell("C3", "c")),
        format!("<row r=\"4\">{}{}</row>", cell("A4", "1"), cell("C4", "3 &lt; 4")),
        r#"<row r="6"><c r="B6" t="str"><f>"N"&amp;"CT"</f><v>NCT</v></c><c r="C6"><v>45356</v></c></row>"#.to_owned(),
        format!("<row r=\"7\">{}</row>", cell("D7", "beside")),
        format!("<row r=\"8\">{}</row>", cell("A8", " ")),
    ];
    let file = packed(&rows.concat(), NOTHING_SHARED);
    let (rows, flaws) = read(&file, Limits::OF_THE_PAGE).expect("a list");
    assert_eq!(rows[0], (4, vec!["1".to_owned(), String::new(), "3 < 4".to_owned()]));
    assert_eq!(rows[1], (6, vec![String::new(), "NCT".to_owned(), "45356".to_owned()]));
    assert_eq!((rows.len(), flaws), (2, vec![FlawKind::FieldCount { found: 4, expected: 3 }]));
    let mut book = Workbook::open(&file, Limits::OF_THE_PAGE).expect("a list");
    let span = crate::trials::read::RowSpan { offset: 5, length: 0, line: 6 };
    let again = book.read_again("List", span).expect("a list").expect("the row");
    assert_eq!(again.iter().collect::<Vec<_>>(), ["", "NCT", "45356"]);
}

#[test]
fn what_unpacks_to_more_than_the_limit_is_refused() {
    let spaces = " ".repeat(4 << 20);
    let shared = format!("<sst uniqueCount=\"0\">{}</sst>", format!("<si>{spaces}</si>").repeat(1));
    let file = packed(&cell("A1", "a"), &shared);
    assert!(file.len() < 100_000, "it is small as long as it is packed");
    assert!(matches!(read(&file, Limits::OF_THE_PAGE), Err(Refusal::HugeCell { .. })));
    let many = "<si><t>x</t></si>".repeat(1 << 18);
    let file = packed(&cell("A1", "a"), &format!("<sst uniqueCount=\"0\">{many}</sst>"));
    let limits = Limits { unpacked_bytes: 1 << 20, ..Limits::OF_THE_PAGE };
    let refusal = read(&file, limits).expect_err("4 MB");
    assert_eq!(refusal, Refusal::Bomb { part: "xl/sharedStrings.xml".to_owned(), limit: 1 << 20 });
}

#[test]
fn a_hundred_megabytes_in_one_cell_are_refused() {
    let file = packed(&cell("A1", &"x".repeat(100 << 20)), NOTHING_SHARED);
    let refusal = read(&file, Limits::OF_THE_PAGE).expect_err("100 MB in one piece");
    assert_eq!(refusal, Refusal::HugeCell { part: "xl/worksheets/sheet1.xml".to_owned(), limit: super::PIECE });
}

#[test]
fn ten_thousand_columns_are_refused_in_a_header_and_set_aside_below() {
    let wide = (0..10_000).map(|_| r#"<c t="inlineStr"><is><t>x</t></is></c>"#).collect::<String>();
    let file = packed(&format!("<row r=\"1\">{wide}</row>"), NOTHING_SHARED);
    assert_eq!(read(&file, Limits::OF_THE_PAGE), Err(Refusal::TooManyColumns { line: 1, limit: 1000 }));
    let header = format!("<row r=\"1\">{}{}</row>", cell("A1", "a"), cell("B1", "b"));
    let file = packed(&format!("{header}<row r=\"2\">{wide}</row>"), NOTHING_SHARED);
    let (rows, flaws) = read(&file, Limits::OF_THE_PAGE).expect("a list");
    assert_eq!((rows.len(), flaws), (0, vec![FlawKind::FieldCount { found: 1001, expected: 2 }]));
}

#[test]
fn two_cells_far_apart_take_no_room_between_them() {
    let rows = format!(
        "<row r=\"1\">{}{}</row><row r=\"1048576\">{}</row>",
        cell("A1", "a"),
        cell("B1", "b"),
        cell("B1048576", "far")
    );
    let (rows, _) = read(&packed(&rows, NOTHING_SHARED), Limits::OF_THE_PAGE).expect("a list");
    assert_eq!(rows, [(1_048_576, vec![String::new(), "far".to_owned()])]);
}

#[test]
fn announced_texts_that_cannot_be_there_are_refused() {
    for count in ["99999999999999999999", "1000000000", "00000000001000000000"] {
        for announced in [format!("uniqueCount=\"{count}\""), format!("uniqueCount = '{count}'")] {
            let file = packed(&cell("A1", "a"), &format!("<sst {announced}><si><t>x</t></si></sst>"));
            assert!(matches!(read(&file, Limits::OF_THE_PAGE), Err(Refusal::NotAWorkbook { .. })), "{announced}");
        }
    }
}

#[test]
fn what_is_no_workbook_is_refused() {
    for file in [&b""[..], b"PK\x03\x04", b"a,b\n1,2\n"] {
        assert!(matches!(read(file, Limits::OF_THE_PAGE), Err(Refusal::NotAWorkbook { .. })));
    }
    let limits = Limits { workbook_bytes: 10, ..Limits::OF_THE_PAGE };
    assert_eq!(read(&packed("", NOTHING_SHARED), limits), Err(Refusal::TooLarge { limit: 10 }));
    assert_eq!(read(&packed("", NOTHING_SHARED), Limits::OF_THE_PAGE), Err(Refusal::NoHeader));
}
