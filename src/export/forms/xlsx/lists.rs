//! The sheets that are lists: contents, cells, facts, sources and notes.

use rust_xlsxwriter::{ColNum, Format, FormatAlign, RowNum, Url, Worksheet, XlsxError};

use super::cells::{self, digits};
use super::text::{width, write, write_address};
use crate::dataset::Decimal;
use crate::export::record::{Field, Holds, Record, Row};
use crate::export::sheet::{Export, Labels, Sheet};

/// Narrowest and widest column of a list, in digits.
const WIDTHS: (f64, f64) = (8.0, 48.0);
/// How wide a column of notes is.
const NOTES_WIDTH: f64 = 110.0;

/// Rows as a sheet with a frozen header and a filter on each column.
pub(super) fn list<R: Row>(name: &str, heads: &[&str], rows: &[R], labels: &Labels) -> Result<Worksheet, XlsxError> {
    let mut page = Worksheet::new();
    page.set_name(name)?;
    for (column, (field, head)) in (0..).zip(R::FIELDS.iter().zip(heads)) {
        write(&mut page, 0, column, head, &cells::head())?;
        let texts = rows.iter().filter_map(|row| row.values().get(usize::from(column)).copied());
        let widest = texts.map(width).fold(width(head), f64::max);
        let most = if field.holds == Holds::Addresses { WIDTHS.1 } else { WIDTHS.1.min(widest + 2.0) };
        page.set_column_width(column, most.max(WIDTHS.0))?;
    }
    for (position, row) in (1..).zip(rows) {
        for (column, (field, text)) in (0..).zip(R::FIELDS.iter().zip(row.values())) {
            value(&mut page, (position, column), *field, text, labels)?;
        }
    }
    page.set_freeze_panes(1, 0)?;
    if let (Ok(last_row), Ok(width)) = (RowNum::try_from(rows.len()), ColNum::try_from(R::FIELDS.len())) {
        page.autofilter(0, 0, last_row, width.saturating_sub(1))?;
    }
    page.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    Ok(page)
}

fn value(
    page: &mut Worksheet,
    (row, column): (RowNum, ColNum),
    field: Field,
    text: &str,
    labels: &Labels,
) -> Result<(), XlsxError> {
    if text.is_empty() {
        return Ok(());
    }
    match (field.holds, text.parse::<Decimal>()) {
        (Holds::Number, Ok(number)) => {
            let format = digits(number.decimals(), false, labels.are_thousands_apart);
            let format = Format::new().set_num_format(format).set_align(FormatAlign::Top);
            page.write_number_with_format(row, column, number.to_f64(), &format)?;
            Ok(())
        }
        (Holds::Year, Ok(year)) => {
            page.write_number_with_format(row, column, year.to_f64(), &Format::new().set_align(FormatAlign::Top))?;
            Ok(())
        }
        // A cell has room for one link: several stay text, and each is a link among the sources.
        (Holds::Addresses, _) if !text.contains("; ") => write_address(page, row, column, text),
        _ => write(page, row, column, text, &cells::long()),
    }
}

/// The cells with their kind in the reader's words.
pub(super) fn with_kinds(export: &Export) -> Vec<Record> {
    let in_words = |record: &Record| Record { kind: export.labels.kind(&record.kind).to_owned(), ..record.clone() };
    export.cells().into_iter().map(in_words).collect()
}

/// The sheet that leads to those of the figures.
pub(super) fn contents(export: &Export, figures: &[(String, &Sheet)]) -> Result<Worksheet, XlsxError> {
    let labels = &export.labels;
    let mut page = Worksheet::new();
    page.set_name(labels.contents_sheet)?;
    write(&mut page, 0, 0, &export.heading(), &cells::title())?;
    write_address(&mut page, 1, 0, &export.link)?;
    let heads = [labels.data_sheet, labels.population, labels.unit];
    for (column, head) in (0..).zip(heads) {
        write(&mut page, 3, column, head, &cells::head())?;
    }
    for (row, (name, sheet)) in (4..).zip(figures) {
        page.write_url(row, 0, Url::new(format!("internal:'{name}'!A1")).set_text(sheet.title.as_str()))?;
        write(&mut page, row, 1, &sheet.population, &cells::long())?;
        write(&mut page, row, 2, &sheet.scope.join(" · "), &cells::long())?;
    }
    for (column, wide) in (0..).zip([60.0, 40.0, 60.0]) {
        page.set_column_width(column, wide)?;
    }
    page.set_freeze_panes(4, 0)?;
    Ok(page)
}

/// What is to be known: a heading, and a line for each note.
pub(super) fn notes(export: &Export) -> Result<Worksheet, XlsxError> {
    let mut page = Worksheet::new();
    page.set_name(export.labels.notes_sheet)?;
    page.set_column_width(0, NOTES_WIDTH)?;
    write(&mut page, 0, 0, &export.heading(), &cells::title())?;
    write_address(&mut page, 1, 0, &export.link)?;
    let mut row = 2;
    for notes in &export.notes {
        row += 1;
        write(&mut page, row, 0, &notes.heading, &cells::head())?;
        for line in &notes.lines {
            row += 1;
            write(&mut page, row, 0, line, &cells::long())?;
        }
        row += 1;
    }
    Ok(page)
}
