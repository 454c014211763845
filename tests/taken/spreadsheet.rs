//! Spreadsheets read back.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use china_trials_explorer::export::{Export, xlsx};
use china_trials_explorer::query::Table;

use super::{View, check_long, check_number, field_at, kind};

pub(crate) fn book(export: &Export) -> Xlsx<Cursor<Vec<u8>>> {
    calamine::open_workbook_from_rs(Cursor::new(xlsx(export).expect("it fits the format"))).expect("a workbook")
}

pub(crate) fn check_spreadsheet(view: &View<'_>) {
    let (labels, mut book) = (&view.export.labels, book(&view.export));
    let names = book.sheet_names();
    let first = usize::from(view.tables.len() > 1);
    for (position, table) in view.tables.iter().enumerate() {
        let range = book.worksheet_range(&names[first + position]).expect("the sheet of a figure");
        check_data(view, position, table, &range);
    }
    let list = book.worksheet_range(labels.cells_sheet).expect("the sheet of the cells");
    check_cells(view, &list);
    let facts = book.worksheet_range(labels.facts_sheet).expect("the sheet of the facts");
    assert_eq!(facts.height(), view.export.facts.len() + 1, "{}", view.name);
    let sources = book.worksheet_range(labels.sources_sheet).expect("the sheet of the sources");
    assert_eq!(sources.height(), view.export.sources.len() + 1, "{}", view.name);
    assert!(book.worksheet_range(labels.notes_sheet).expect("notes").height() > 5, "{}", view.name);
}

/// The table as shown: numbers are numbers, and where there is none the cell is blank.
fn check_data(view: &View<'_>, position: usize, table: &Table, range: &calamine::Range<Data>) {
    let sheet = &view.export.sheets[position];
    let text = |row: usize, column: usize| range.get((row, column)).map(ToString::to_string).unwrap_or_default();
    let head = (0..range.height()).rfind(|row| text(*row, 0) == sheet.corner).expect("the headings");
    assert_eq!(text(0, 0), sheet.title);
    assert!((0..head).any(|row| text(row, 0) == sheet.link), "{} has its address", view.name);
    for (row, column, cell) in table.cells() {
        assert_eq!(text(head + 1 + row, 0), sheet.rows[row]);
        assert_eq!(text(head, column + 1), sheet.columns[column]);
        let place = || format!("{} {} {row}/{column}", view.name, sheet.figure);
        let found = match range.get((head + 1 + row, column + 1)) {
            Some(Data::Float(number)) => Some(*number),
            Some(Data::Empty) | None => None,
            other => unreachable!("{} holds {other:?}", place()),
        };
        let scale = if sheet.is_percent { 100.0 } else { 1.0 };
        check_number(cell, found.map(|number| number * scale), &place());
    }
}

/// The cells one by one: value, bounds and kind.
fn check_cells(view: &View<'_>, list: &calamine::Range<Data>) {
    let heads: Vec<String> = list.rows().next().expect("headings").iter().map(ToString::to_string).collect();
    assert_eq!(heads, view.export.labels.of_cells);
    let mut rows = list.rows().skip(1);
    for (cell, record) in view.cells().zip(view.export.cells()) {
        let row = rows.next().expect("a row for each cell");
        let number = |name: &str| match &row[field_at(name)] {
            Data::Float(number) => Some(*number),
            Data::Empty => None,
            other => unreachable!("{}: {name} holds {other:?}", view.name),
        };
        let [value, low, high] = ["value", "low", "high"].map(number);
        check_long(cell, [value, low, high], &view.name);
        assert_eq!(row[field_at("facts")].to_string(), record.facts);
        let kinds = view.export.labels.kinds;
        assert_eq!(row[field_at("kind")].to_string(), kinds[kind(cell)]);
    }
    assert_eq!(rows.next(), None);
}
