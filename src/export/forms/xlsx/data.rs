//! The sheet of a figure: its table as the page shows it, and its chart.

use rust_xlsxwriter::{ColNum, RowNum, Worksheet, XlsxError};

use super::cells::{self, calculable};
use super::chart::{self, DataRange};
use super::text::{width, write, write_address};
use crate::export::sheet::{Entry, Labels, Sheet};

/// Narrowest and widest column of labels and of numbers, in digits.
const LABELS: (f64, f64) = (12.0, 56.0);
const NUMBERS: (f64, f64) = (11.0, 28.0);

/// The sheet of a figure.
pub(super) fn worksheet(name: &str, sheet: &Sheet, labels: &Labels) -> Result<Worksheet, XlsxError> {
    let mut page = Worksheet::new();
    page.set_name(name)?;
    let head = about(&mut page, sheet, labels)?;
    headings(&mut page, sheet, head)?;
    for (position, label) in (1..).zip(&sheet.rows) {
        write(&mut page, head + position, 0, label, &cells::long())?;
        for (column, entry) in (1..).zip(sheet.row(position as usize - 1)) {
            entry_at(&mut page, (head + position, column), entry, sheet, labels)?;
        }
    }
    page.set_freeze_panes(head + 1, 1)?;
    page.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(head, head)?;
    if let (Some(plan), Ok(rows), Ok(columns)) =
        (&sheet.chart, RowNum::try_from(sheet.rows.len()), ColNum::try_from(sheet.columns.len()))
    {
        let range = DataRange { name, head, rows: (head + 1, head + rows) };
        page.insert_chart(head, columns + 2, &chart::chart(plan, sheet, range, labels))?;
    }
    Ok(page)
}

/// Says what the table is about, and gives the row of its headings.
fn about(page: &mut Worksheet, sheet: &Sheet, labels: &Labels) -> Result<RowNum, XlsxError> {
    let said = |name: &str, text: &str| format!("{name}{}{text}", labels.colon);
    write(page, 0, 0, &sheet.title, &cells::title())?;
    let lines = [
        said(labels.population, &sheet.population),
        said(labels.unit, &sheet.unit),
        sheet.scope.join(" · "),
        said(labels.sources, &format!("{} · {}", sheet.edition, sheet.sources)),
        labels.key.clone(),
    ];
    let mut row = 1;
    for text in lines {
        write(page, row, 0, &text, &cells::line())?;
        row += 1;
    }
    write_address(page, row, 0, &sheet.link)?;
    Ok(row + 2)
}

fn headings(page: &mut Worksheet, sheet: &Sheet, head: RowNum) -> Result<(), XlsxError> {
    write(page, head, 0, &sheet.corner, &cells::head())?;
    let widest = sheet.rows.iter().chain([&sheet.corner]).map(|label| width(label)).fold(0.0, f64::max);
    page.set_column_width(0, (widest + 2.0).clamp(LABELS.0, LABELS.1))?;
    for (position, label) in sheet.columns.iter().enumerate() {
        let column = ColNum::try_from(position + 1).map_err(|_| XlsxError::RowColumnLimitError)?;
        write(page, head, column, label, &cells::head())?;
        let shown = sheet.column(position).map(|entry| width(&entry.shown));
        let widest = shown.fold(width(label), f64::max);
        page.set_column_width(column, (widest + 2.0).clamp(NUMBERS.0, NUMBERS.1))?;
    }
    Ok(())
}

fn entry_at(
    page: &mut Worksheet,
    (row, column): (RowNum, ColNum),
    entry: &Entry,
    sheet: &Sheet,
    labels: &Labels,
) -> Result<(), XlsxError> {
    match entry.number.drawn() {
        Some(number) => {
            let format = cells::number(entry, sheet.is_percent, labels);
            page.write_number_with_format(row, column, calculable(number, sheet.is_percent), &format)?;
        }
        // Not a word: a chart would draw it as zero, and a sum would stumble over it.
        None => {
            page.write_blank(row, column, &cells::empty())?;
        }
    }
    Ok(())
}
