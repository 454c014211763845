//! A memo as a Word document: the few parts of Office Open XML that it takes, in a zip file.
//!
//! Only a module that is loaded on demand may call this, as it brings the writer of zip files along.
//! Why not a library: `docs/decisions/0019-the-brief.md`.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::address::Language;

use super::memo::{Memo, MemoItem, MemoTable};
use super::xml::escaped;

/// The media type of a document.
pub const DOCX_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const NAMESPACE: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;
const CONTENT_TYPES: &str = include_str!("docx/content_types.xml");
const RELATIONS: &str = include_str!("docx/relations.xml");
const DOCUMENT_RELATIONS: &str = include_str!("docx/document_relations.xml");
const SETTINGS: &str = include_str!("docx/settings.xml");
const STYLES: &str = include_str!("docx/styles.xml");

/// Width of the text on A4 with the margins below, in twentieths of a point.
const TEXT_WIDTH: usize = 10_204;
/// Share of a table's width that its labels take, in percent.
const LABEL_PERCENT: usize = 30;

/// A memo as a document. The same memo gives the same bytes.
///
/// # Errors
/// When the zip file cannot be written.
pub fn docx(memo: &Memo) -> Result<Vec<u8>, zip::result::ZipError> {
    let parts = [
        ("[Content_Types].xml", CONTENT_TYPES.to_owned()),
        ("_rels/.rels", RELATIONS.to_owned()),
        ("docProps/core.xml", core(memo)),
        ("word/_rels/document.xml.rels", DOCUMENT_RELATIONS.to_owned()),
        ("word/document.xml", document(memo)),
        ("word/footnotes.xml", footnotes(memo)),
        ("word/settings.xml", SETTINGS.to_owned()),
        ("word/styles.xml", styles(memo.language)),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, text) in parts {
        zip.start_file(name, options)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

fn document(memo: &Memo) -> String {
    let mut body = paragraph("Title", &run(&memo.title, "")) + &paragraph("Date", &run(&memo.date, ""));
    body.extend(memo.items.iter().map(item));
    body.extend(memo.closing.iter().map(|line| paragraph("Closing", &run(line, ""))));
    let section = r#"<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="794" w:right="851" w:bottom="794" w:left="851" w:header="400" w:footer="400" w:gutter="0"/></w:sectPr>"#;
    format!("{DECLARATION}<w:document {NAMESPACE}><w:body>{body}{section}</w:body></w:document>")
}

fn item(item: &MemoItem) -> String {
    let MemoItem { heading, statement, is_derived, footnote, about, table, note, is_missing } = item;
    let mark = footnote.map(reference).unwrap_or_default();
    // The number of the footnote stands behind what it proves.
    let (at_heading, at_statement) = if statement.is_empty() { (mark, String::new()) } else { (String::new(), mark) };
    let style = if *is_missing || *is_derived { "<w:i/>" } else { "" };
    let lines = [
        paragraph("Heading1", &(run(heading, "") + &at_heading)),
        if statement.is_empty() {
            String::new()
        } else {
            paragraph("Normal", &(run(statement, style) + &at_statement))
        },
        if about.is_empty() { String::new() } else { paragraph("About", &run(about, "")) },
        table.as_ref().map(self::table).unwrap_or_default(),
        if note.is_empty() { String::new() } else { paragraph("Own", &run(note, "")) },
    ];
    lines.concat()
}

fn table(table: &MemoTable) -> String {
    let MemoTable { corner, columns, rows } = table;
    let labels = TEXT_WIDTH * LABEL_PERCENT / 100;
    let width = (TEXT_WIDTH - labels) / columns.len().max(1);
    let grid =
        format!(r#"<w:gridCol w:w="{labels}"/>"#) + &format!(r#"<w:gridCol w:w="{width}"/>"#).repeat(columns.len());
    let cell = |text: &str, width: usize, style: &str, marks: &str| {
        format!(
            r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{}</w:tc>"#,
            paragraph(style, &run(text, marks))
        )
    };
    let head = columns.iter().map(|column| cell(column, width, "Number", "<w:b/>")).collect::<String>();
    let head = cell(corner, labels, "Cell", "<w:b/>") + &head;
    let rows = rows.iter().map(|row| {
        let numbers = row.cells.iter();
        let numbers =
            numbers.map(|number| cell(&number.text, width, "Number", if number.is_derived { "<w:i/>" } else { "" }));
        format!("<w:tr>{}{}</w:tr>", cell(&row.label, labels, "Cell", ""), numbers.collect::<String>())
    });
    let rows = rows.collect::<String>();
    format!(
        r#"<w:tbl><w:tblPr><w:tblStyle w:val="Numbers"/><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>{head}</w:tr>{rows}</w:tbl>"#
    )
}

fn paragraph(style: &str, runs: &str) -> String {
    format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>"#)
}

/// A piece of text with the marks of its run, such as `<w:b/>`.
fn run(text: &str, marks: &str) -> String {
    let marks = if marks.is_empty() { String::new() } else { format!("<w:rPr>{marks}</w:rPr>") };
    format!(r#"<w:r>{marks}<w:t xml:space="preserve">{}</w:t></w:r>"#, escaped(text))
}

fn reference(footnote: usize) -> String {
    format!(
        r#"<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{footnote}"/></w:r>"#
    )
}

/// The footnotes, behind the two lines that Word draws over them and that have to be there.
fn footnotes(memo: &Memo) -> String {
    let mark = r#"<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>"#;
    let notes = memo.footnotes.iter().enumerate().map(|(at, text)| {
        let runs = format!("{mark}{}", run(&format!(" {text}"), ""));
        format!(r#"<w:footnote w:id="{}">{}</w:footnote>"#, at + 1, paragraph("FootnoteText", &runs))
    });
    let separator = r#"<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>"#;
    format!("{DECLARATION}<w:footnotes {NAMESPACE}>{separator}{}</w:footnotes>", notes.collect::<String>())
}

/// Title, author and day of the document.
fn core(memo: &Memo) -> String {
    let Memo { title, today, .. } = memo;
    let names = r#"xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance""#;
    format!(
        r#"{DECLARATION}<cp:coreProperties {names}><dc:title>{}</dc:title><dc:creator>China Trials Explorer</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">{}T00:00:00Z</dcterms:created></cp:coreProperties>"#,
        escaped(title),
        escaped(today)
    )
}

/// The styles, for the fonts and the line breaking of a language.
fn styles(language: Language) -> String {
    STYLES.replace("LANGUAGE", if language == Language::Zh { "zh-CN" } else { "en-GB" })
}
