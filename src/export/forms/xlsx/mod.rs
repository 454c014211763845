//! Spreadsheets as Excel, `LibreOffice` and Google Sheets read them.
//!
//! Only a module that is loaded on demand may call this: the writer is larger than all that the page starts with.
//! One figure stands on the sheet *Data*. Of several, each has a sheet of its own, named as in the address, behind one that leads
//! to them: a frozen header belongs to one table, columns are as wide as one table needs, and a formula that points at a figure
//! still points at it when another is added before it.

mod cells;
mod chart;
mod data;
mod lists;
mod plain;
mod text;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use crate::export::sheet::{Export, Sheet};
pub use plain::plain_xlsx;
use text::SheetNames;

/// Why a spreadsheet could not be written: it would not fit the limits of the format.
#[derive(Debug, thiserror::Error)]
#[error("the spreadsheet could not be written: {0}")]
pub struct NotWritten(#[from] XlsxError);

/// The day on which the files say that they were made: always the same, so that the same view gives the same bytes.
/// When it was downloaded is said by the system, and what it holds by its edition.
const MADE_ON: (u16, u8, u8) = (2020, 1, 1);

/// Everything of an export as an XLSX file.
///
/// # Errors
/// When it does not fit the format: more than a million rows, for one.
pub fn xlsx(export: &Export) -> Result<Vec<u8>, NotWritten> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(export)?);
    for sheet in worksheets(export)? {
        workbook.push_worksheet(sheet);
    }
    Ok(workbook.save_to_buffer()?)
}

fn properties(export: &Export) -> Result<DocProperties, XlsxError> {
    let (year, month, day) = MADE_ON;
    let made = ExcelDateTime::from_ymd(year, month, day)?;
    let properties = DocProperties::new()
        .set_title(export.heading())
        .set_author(export.labels.program)
        .set_comment(export.link.as_str())
        .set_creation_datetime(&made);
    Ok(properties)
}

/// The sheets in their order: what is shown, its cells one by one, and what bears them.
fn worksheets(export: &Export) -> Result<Vec<Worksheet>, XlsxError> {
    let labels = &export.labels;
    let mut names = SheetNames::keeping([
        labels.contents_sheet,
        labels.cells_sheet,
        labels.facts_sheet,
        labels.sources_sheet,
        labels.notes_sheet,
    ]);
    let mut name_of = |sheet: &Sheet| match export.sheets.as_slice() {
        [_] => labels.data_sheet.to_owned(),
        _ => names.next(&sheet.figure),
    };
    let figures: Vec<(String, &Sheet)> = export.sheets.iter().map(|sheet| (name_of(sheet), sheet)).collect();
    let mut sheets = Vec::new();
    if figures.len() > 1 {
        sheets.push(lists::contents(export, &figures)?);
    }
    for (name, sheet) in &figures {
        sheets.push(data::worksheet(name, sheet, labels)?);
    }
    if export.has_cells() {
        sheets.push(lists::list(labels.cells_sheet, &labels.of_cells, &lists::with_kinds(export), labels)?);
    }
    sheets.push(lists::list(labels.facts_sheet, &labels.of_facts, &export.facts, labels)?);
    sheets.push(lists::list(labels.sources_sheet, &labels.of_sources, &export.sources, labels)?);
    sheets.push(lists::notes(export)?);
    Ok(sheets)
}
