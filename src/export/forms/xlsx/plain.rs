//! Plain tables as sheets whose cells are texts: what is typed stays as it is typed, 46.0 as 46.0 and 57.5 % as an error
//! that is named, where a spreadsheet would make 46 and 0.575 of them.

use rust_xlsxwriter::{ColNum, Format, IgnoreError, RowNum, Workbook, Worksheet, XlsxError};

use super::NotWritten;
use super::cells::{self, colour};
use super::text::{width, write};
use crate::export::plain::PlainTable;
use crate::figures::Theme;

/// Narrowest and widest column, in digits.
const WIDTHS: (f64, f64) = (8.0, 60.0);

/// Tables as an XLSX file, a sheet for each.
///
/// # Errors
/// When they do not fit the format: more than a million rows, for one.
pub fn plain_xlsx(tables: &[PlainTable]) -> Result<Vec<u8>, NotWritten> {
    let mut workbook = Workbook::new();
    for table in tables {
        workbook.push_worksheet(worksheet(table)?);
    }
    Ok(workbook.save_to_buffer()?)
}

fn worksheet(table: &PlainTable) -> Result<Worksheet, XlsxError> {
    let mut page = Worksheet::new();
    page.set_name(&table.name)?;
    let text = Format::new().set_num_format("@");
    let typed = text.clone().set_background_color(colour(Theme::LIGHT.rule));
    for (column, name) in (0..).zip(&table.columns) {
        write(&mut page, 0, column, name, &cells::head())?;
        let texts = table.rows.iter().filter_map(|row| row.get(usize::from(column)));
        let widest = texts.map(|text| width(text)).fold(width(name), f64::max);
        page.set_column_width(column, (widest + 2.0).clamp(WIDTHS.0, WIDTHS.1))?;
        page.set_column_format(column, &text)?;
    }
    for (row, fields) in (1..).zip(&table.rows) {
        for (column, field) in (0..).zip(fields) {
            let is_typed = table.typed == Some(usize::from(column));
            let format = if is_typed { &typed } else { &text };
            if field.is_empty() {
                page.write_blank(row, column, format)?;
            } else {
                page.write_string_with_format(row, column, field, format)?;
            }
        }
    }
    page.set_freeze_panes(1, 0)?;
    let last = (RowNum::try_from(table.rows.len()), ColNum::try_from(table.columns.len().saturating_sub(1)));
    if let (Ok(last_row @ 1..), Ok(last_column)) = last {
        page.autofilter(0, 0, last_row, last_column)?;
        page.ignore_error_range(1, 0, last_row, last_column, IgnoreError::NumberStoredAsText)?;
    }
    Ok(page)
}
