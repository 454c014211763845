//! The sheets of an XLSX workbook, guarded against archives that are larger inside than outside.

use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx, XlsxError};

use super::number;
use super::refusal::{Limit, RefusalKind};
use crate::dataset::SheetRow;
use crate::trials::{Limits, Refusal, look_at_parts};

/// Most rows of a sheet with anything in them: as many as the dataset could ever have.
const ROWS: usize = 65_536;
/// Most columns of a sheet.
const COLUMNS: usize = 256;
/// Longest text of a cell, in bytes: what a spreadsheet itself allows is 32,767 characters.
const CELL_BYTES: usize = 4 * 32_767;

/// A sheet: its name and its rows.
type NamedRows = (String, Vec<SheetRow>);

/// The sheets with anything in them.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<NamedRows>, RefusalKind> {
    measure(bytes)?;
    let not_a_workbook = |error: XlsxError| match error {
        XlsxError::Password => RefusalKind::OldOrProtected,
        error => RefusalKind::NotAWorkbook { reason: error.to_string() },
    };
    let mut workbook: Xlsx<Cursor<&[u8]>> =
        calamine::open_workbook_from_rs(Cursor::new(bytes)).map_err(not_a_workbook)?;
    let names = workbook.sheet_names();
    let sheets = names.into_iter().map(|name| {
        let rows = rows(&mut workbook, &name)?;
        Ok((name, rows))
    });
    let sheets: Vec<NamedRows> = sheets.collect::<Result<_, _>>()?;
    Ok(sheets.into_iter().filter(|(_, rows)| !rows.is_empty()).collect())
}

/// What the parts of a workbook may be; those of a list of trials are larger.
const LIMITS: Limits = Limits { unpacked_bytes: 64_000_000, ..Limits::OF_THE_PAGE };

/// Unpacks everything once, to nowhere, before anything is kept: what an archive says of its own size may be untrue.
fn measure(bytes: &[u8]) -> Result<(), RefusalKind> {
    look_at_parts(bytes, LIMITS).map_err(|refusal| match refusal {
        Refusal::Bomb { .. } => RefusalKind::TooLarge(Limit::Unpacked { megabytes: LIMITS.unpacked_bytes / 1_000_000 }),
        Refusal::HugeCell { part, limit } => RefusalKind::TooLarge(Limit::Piece { part, bytes: limit }),
        Refusal::NotAWorkbook { detail } => RefusalKind::NotAWorkbook { reason: detail },
        other => RefusalKind::NotAWorkbook { reason: other.to_string() },
    })
}

fn rows(workbook: &mut Xlsx<Cursor<&[u8]>>, sheet: &str) -> Result<Vec<SheetRow>, RefusalKind> {
    let unreadable =
        |error: XlsxError| RefusalKind::UnreadableSheet { sheet: sheet.to_owned(), reason: error.to_string() };
    let mut cells = match workbook.worksheet_cells_reader(sheet) {
        Ok(cells) => cells,
        // A sheet that is a chart has no cells.
        Err(XlsxError::NotAWorksheet(_)) => return Ok(Vec::new()),
        Err(error) => return Err(unreadable(error)),
    };
    let mut rows: Vec<SheetRow> = Vec::new();
    while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(unreadable)? {
        let (row, column) = cell.get_position();
        let format = cells.styles().get(style).and_then(|style| style.number_format.as_ref());
        let text = text(cell.get_value(), format.map_or("", |format| format.format_code.as_str()));
        if text.is_empty() {
            continue;
        }
        let number = u64::from(row) + 1;
        let too_large = |limit| Err(RefusalKind::TooLarge(limit));
        if text.len() > CELL_BYTES {
            return too_large(Limit::Cell { sheet: sheet.to_owned(), row: number, bytes: CELL_BYTES });
        }
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if column >= COLUMNS {
            return too_large(Limit::Columns { sheet: sheet.to_owned(), columns: COLUMNS });
        }
        if rows.last().is_none_or(|last| last.number != number) {
            if rows.len() >= ROWS {
                return too_large(Limit::Rows { sheet: sheet.to_owned(), rows: ROWS });
            }
            rows.push(SheetRow { number, cells: Vec::new() });
        }
        let Some(last) = rows.last_mut() else { continue };
        if last.cells.len() <= column {
            last.cells.resize(column + 1, String::new());
        }
        last.cells[column] = text;
    }
    Ok(rows)
}

/// What stands in a cell, as text. A formula is what it came to when the file was saved.
fn text(value: &DataRef<'_>, format: &str) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number::text(*number, format),
        DataRef::Bool(is_true) => is_true.to_string(),
        // A date is no value of the dataset: the serial number is named as it stands.
        DataRef::DateTime(date) => date.as_f64().to_string(),
        DataRef::Error(error) => error.to_string(),
    }
}
