//! A memo as a Word document: the few parts of Office Open XML that it takes, in a zip file.
//!
//! Only a module that is loaded on demand may call this, as it brings the writer of zip files along.
//! Why not a library: `docs/decisions/0019-the-brief.md`.

mod drawing;

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::address::Language;

use super::memo::{Memo, MemoItem, MemoTable};
use super::pages::{BETWEEN, TEXT_WIDTH, bands, width};
use super::xml::escaped;
use drawing::{Media, drawing, media, relations};

/// The media type of a document.
pub const DOCX_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const NAMESPACE: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing""#;
const CONTENT_TYPES: &str = include_str!("content_types.xml");
const RELATIONS: &str = include_str!("relations.xml");
const DOCUMENT_RELATIONS: &str = include_str!("document_relations.xml");
const SETTINGS: &str = include_str!("settings.xml");
const STYLES: &str = include_str!("styles.xml");

/// Share of a table's width that its labels take, in percent.
const LABEL_PERCENT: u32 = 30;

/// A memo as a document. The same memo gives the same bytes.
///
/// # Errors
/// When the zip file cannot be written.
pub fn docx(memo: &Memo) -> Result<Vec<u8>, zip::result::ZipError> {
    let parts = [
        ("[Content_Types].xml", CONTENT_TYPES.to_owned()),
        ("_rels/.rels", RELATIONS.to_owned()),
        ("docProps/core.xml", core(memo)),
        ("word/_rels/document.xml.rels", DOCUMENT_RELATIONS.replace("PICTURES", &relations(memo))),
        ("word/document.xml", document(memo)),
        ("word/footnotes.xml", footnotes(memo)),
        ("word/settings.xml", SETTINGS.to_owned()),
        ("word/styles.xml", styles(memo.language)),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, packed(CompressionMethod::Deflated))?;
        zip.write_all(text.as_bytes())?;
    }
    for Media { svg, png } in media(memo) {
        zip.start_file(svg.0, packed(CompressionMethod::Deflated))?;
        zip.write_all(svg.1)?;
        // What is compressed already only takes longer.
        zip.start_file(png.0, packed(CompressionMethod::Stored))?;
        zip.write_all(png.1)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn packed(method: CompressionMethod) -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(method).last_modified_time(DateTime::default())
}

fn document(memo: &Memo) -> String {
    let mut body = paragraph("Title", &run(&memo.title, "")) + &paragraph("Date", &run(&memo.date, ""));
    let (mut pictures, mut cited) = (0, 0);
    for range in bands(memo.items.iter().map(MemoItem::is_half)) {
        let mut items = memo.items[range].iter().map(|one| {
            pictures += usize::from(one.picture.is_some());
            let is_repeated = one.footnote.is_some_and(|footnote| footnote <= cited);
            cited = cited.max(one.footnote.unwrap_or_default());
            item(one, pictures, is_repeated)
        });
        let (first, second) = (items.next().unwrap_or_default(), items.next());
        body += &second.map_or_else(|| first.clone(), |second| beside(&first, &second));
    }
    body.extend(memo.closing.iter().map(|line| paragraph("Closing", &run(line, ""))));
    let section = r#"<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="794" w:right="851" w:bottom="794" w:left="851" w:header="400" w:footer="400" w:gutter="0"/></w:sectPr>"#;
    format!("{DECLARATION}<w:document {NAMESPACE}><w:body>{body}{section}</w:body></w:document>")
}

/// A line without height, between what would run together: two tables, and a table and the end of its cell.
const APART: &str = r#"<w:p><w:pPr><w:pStyle w:val="Apart"/></w:pPr></w:p>"#;

/// Two items beside each other, in a table without rules that no page break parts.
fn beside(one: &str, other: &str) -> String {
    let width = width(true);
    let cell = |width: u32, content: &str| {
        format!(r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}{APART}</w:tc>"#)
    };
    let cells = cell(width, one) + &cell(BETWEEN, "") + &cell(width, other);
    let grid = [width, BETWEEN, width].map(|width| format!(r#"<w:gridCol w:w="{width}"/>"#)).concat();
    format!(
        r#"<w:tbl><w:tblPr><w:tblStyle w:val="Beside"/><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr></w:tbl>{APART}"#
    )
}

/// An item. Its picture, where it has one, has this number; `is_repeated` says whether its footnote has been referred to before.
fn item(item: &MemoItem, number: usize, is_repeated: bool) -> String {
    let MemoItem { heading, statement, is_derived, footnote, about, picture, table, note, is_missing } = item;
    let mark = footnote.map(if is_repeated { repeated } else { reference }).unwrap_or_default();
    // The number of the footnote stands behind what it proves.
    let (at_heading, at_statement) = if statement.is_empty() { (mark, String::new()) } else { (String::new(), mark) };
    let style = if *is_missing || *is_derived { "<w:i/>" } else { "" };
    let about_style = if picture.is_some() { "AboutFigure" } else { "About" };
    let lines = [
        paragraph("Heading1", &(run(heading, "") + &at_heading)),
        if statement.is_empty() {
            String::new()
        } else {
            paragraph("Normal", &(run(statement, style) + &at_statement))
        },
        if about.is_empty() { String::new() } else { paragraph(about_style, &run(about, "")) },
        picture.as_ref().map(|picture| paragraph("Figure", &drawing(number, picture))).unwrap_or_default(),
        table.as_ref().map(self::table).unwrap_or_default(),
        if note.is_empty() { String::new() } else { paragraph("Own", &run(note, "")) },
    ];
    lines.concat()
}

fn table(table: &MemoTable) -> String {
    let MemoTable { corner, columns, rows } = table;
    let labels = TEXT_WIDTH * LABEL_PERCENT / 100;
    let width = (TEXT_WIDTH - labels) / u32::try_from(columns.len()).unwrap_or(u32::MAX).max(1);
    let grid =
        format!(r#"<w:gridCol w:w="{labels}"/>"#) + &format!(r#"<w:gridCol w:w="{width}"/>"#).repeat(columns.len());
    let cell = |text: &str, width: u32, style: &str, marks: &str| {
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

/// The number of a footnote, which the program counts: footnotes are numbered as they are first referred to.
fn reference(footnote: usize) -> String {
    format!(
        r#"<w:bookmarkStart w:id="{footnote}" w:name="note{footnote}"/><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{footnote}"/></w:r><w:bookmarkEnd w:id="{footnote}"/>"#
    )
}

/// The number of a footnote that stands there already: a second reference to it would be counted as another.
fn repeated(footnote: usize) -> String {
    format!(
        r#"<w:fldSimple w:instr=" NOTEREF note{footnote} \f \h "><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:t>{footnote}</w:t></w:r></w:fldSimple>"#
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
