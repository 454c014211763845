//! What `tests/exports.rs` shares: twenty views of the page, and readers of what is taken away from them.

pub(crate) mod archive;
pub(crate) mod chart;
pub(crate) mod spreadsheet;

use std::collections::BTreeMap;

use china_trials_explorer::address;
use china_trials_explorer::dataset::{Facts, Library, Qualifier};
use china_trials_explorer::export::{DecimalSign, Export, NoFile, Record, Row, Separator, Sheet};
use china_trials_explorer::figures::{figure, figures};
use china_trials_explorer::locale::{Language, Shown};
use china_trials_explorer::query::{Cell, Selection, Table, slice};

const SELECTIONS: [&str; 20] = [
    "",
    "year=2019",
    "year=2020",
    "year=2021",
    "year=2022",
    "year=2023",
    "year=2024",
    "year=2025",
    "year=2020..2024",
    "year=2022..2024&product=biological",
    "year=2024&product=biological&disease=oncology",
    "year=2023&category=1",
    "year=2020&product=chemical&phase=III",
    "population=paediatric_only",
    "product=tcm",
    "product=chemical,biological",
    "disease=oncology",
    "year=2021&product=biological_preventive",
    "year=2024&phase=I",
    "population=rare_disease",
];

pub(crate) fn facts() -> &'static Facts {
    Facts::shipped().expect("the shipped data unpack")
}

pub(crate) fn library() -> Library<'static> {
    Library::shipped().expect("the shipped data unpack")
}

pub(crate) fn selection(query: &str) -> Selection {
    let (address, notices) = address::parse(facts(), query.as_bytes());
    assert!(notices.is_empty(), "{query}: {notices:?}");
    address.selection
}

/// All figures with numbers for a selection, in one language.
pub(crate) struct View<'a> {
    pub(crate) name: String,
    /// The tables that have numbers, in the order of the export's sheets.
    pub(crate) tables: Vec<&'a Table>,
    pub(crate) export: Export,
}

impl View<'_> {
    /// All cells, in the order of the export's.
    pub(crate) fn cells(&self) -> impl Iterator<Item = &Cell> + '_ {
        self.tables.iter().flat_map(|table| table.cells().map(|(.., cell)| cell))
    }
}

/// The position of a field of a row for each cell.
pub(crate) fn field_at(name: &str) -> usize {
    Record::FIELDS.iter().position(|field| field.name == name).expect("a field")
}

/// Calls back with all figures in all their statistics under twenty selections, in both languages.
pub(crate) fn each_view(mut check: impl FnMut(&View<'_>)) {
    for query in SELECTIONS {
        let selection = selection(query);
        let asked = figures().flat_map(|figure| figure.statistics.iter().map(move |one| (figure, *one)));
        let tables = asked.map(|(figure, one)| (figure, one, slice(facts(), figure, Some(one), &selection)));
        let tables: Vec<_> = tables.filter(|(_, one, table)| table.statistic == *one).collect();
        let link = |id: &str| format!("https://portal.example/trials/?v=1&{query}&figure={id}");
        let shown: Vec<Shown<'_>> =
            tables.iter().map(|(figure, _, table)| Shown { figure, table, link: link(figure.id) }).collect();
        for language in Language::ALL {
            let export = library().words(language).export(&shown, &selection, "https://portal.example/trials/");
            let tables = tables.iter().map(|(.., table)| table).filter(|table| !table.is_empty()).collect();
            check(&View { name: format!("?{query} {language:?}"), tables, export: export.expect("it has numbers") });
        }
    }
}

/// Calls back with each figure alone, in all its statistics, in both languages.
pub(crate) fn each_figure(mut check: impl FnMut(&View<'_>)) {
    let selection = Selection::default();
    for (figure, statistic) in figures().flat_map(|figure| figure.statistics.iter().map(move |one| (figure, *one))) {
        let table = slice(facts(), figure, Some(statistic), &selection);
        if table.is_empty() {
            continue;
        }
        for language in Language::ALL {
            let shown = [Shown { figure, table: &table, link: "https://portal.example/".to_owned() }];
            let export = library().words(language).export(&shown, &selection, "https://portal.example/");
            let name = format!("{} {language:?}", figure.id);
            check(&View { name, tables: vec![&table], export: export.expect("it has numbers") });
        }
    }
}

/// Some figures under a selection, as they are taken away.
pub(crate) fn views_of(query: &str, ids: &[&str], language: Language) -> Result<Export, NoFile> {
    let selection = selection(query);
    let figures: Vec<_> = ids.iter().map(|id| figure(id).expect("in the catalogue")).collect();
    let tables: Vec<Table> = figures.iter().map(|figure| slice(facts(), figure, None, &selection)).collect();
    let link = |id: &str| format!("https://portal.example/trials/?v=1&figure={id}");
    let shown = figures.iter().zip(&tables).map(|(figure, table)| Shown { figure, table, link: link(figure.id) });
    let shown: Vec<Shown<'_>> = shown.collect();
    library().words(language).export(&shown, &selection, &format!("https://portal.example/trials/?v=1&{query}"))
}

/// The kind of a cell: printed, derived or empty.
pub(crate) fn kind(cell: &Cell) -> usize {
    match cell {
        Cell::Printed(_) => 0,
        Cell::Derived(_) => 1,
        Cell::Empty(_) => 2,
    }
}

/// Checks the one number that stands for a cell: what is printed, or what lies in the middle of its bounds.
pub(crate) fn check_number(cell: &Cell, found: Option<f64>, place: &str) {
    match (cell, found) {
        (Cell::Printed(printed), Some(found)) => {
            assert!((printed.value.to_f64() - found).abs() < 1e-9, "{place}: {found} for {cell:?}");
        }
        (Cell::Derived(derived), Some(found)) => {
            let step = 10_f64.powi(-i32::from(derived.interval.decimals));
            assert!((derived.interval.middle() - found).abs() <= 0.5 * step + 1e-9, "{place}: {found} for {cell:?}");
        }
        (Cell::Empty(_), None) => {}
        (cell, found) => unreachable!("{place}: {found:?} for {cell:?}"),
    }
}

/// Checks value and bounds of a cell as it stands in a row of its own.
pub(crate) fn check_long(cell: &Cell, [value, low, high]: [Option<f64>; 3], place: &str) {
    match (cell, value, low, high) {
        (Cell::Printed(_), Some(_), None, None) => check_number(cell, value, place),
        (Cell::Empty(_), None, None, None) => {}
        (Cell::Derived(derived), value, Some(low), Some(high)) => {
            let interval = derived.interval;
            assert_eq!(value.is_some(), interval.is_point(), "{place}: {cell:?}");
            let step = 10_f64.powi(-i32::from(interval.decimals));
            let near = |one: f64, other: f64| (one - other).abs() <= step + 1e-9;
            assert!(low <= high && near(low, interval.low) && near(high, interval.high), "{place}: {cell:?}");
            if let Some(value) = value {
                check_number(cell, Some(value), place);
            } else {
                assert!((low - interval.low).abs() <= 0.5 * step + 1e-9, "{place}: {low} for {cell:?}");
                assert!((high - interval.high).abs() <= 0.5 * step + 1e-9, "{place}: {high} for {cell:?}");
            }
        }
        found => unreachable!("{place}: {found:?}"),
    }
}

/// Checks what a row for a cell says beside its numbers.
pub(crate) fn check_texts<'a>(cell: &Cell, field: impl Fn(&str) -> &'a str, place: &str) {
    assert_eq!(field("kind"), ["printed", "derived", "empty"][kind(cell)], "{place}");
    let names: Vec<&str> = cell.facts().iter().map(|fact| library().name(*fact)).collect();
    assert_eq!(field("facts"), names.join("; "), "{place}");
    assert_eq!(field("grade").is_empty(), cell.is_empty(), "{place}");
    assert_eq!(field("sources").is_empty(), cell.is_empty(), "{place}");
    let is_disputed = cell.facts().iter().any(|fact| library().disputes_of(*fact).next().is_some());
    assert_eq!(!field("other_values").is_empty(), is_disputed, "{place}");
    assert_eq!(field("explanation").is_empty(), matches!(cell, Cell::Printed(_)), "{place}");
    let qualifier = match cell {
        Cell::Printed(printed) => printed.qualifier.map(Qualifier::code),
        Cell::Derived(_) | Cell::Empty(_) => None,
    };
    assert_eq!(field("qualifier"), qualifier.unwrap_or_default(), "{place}");
    let links = cell.facts().iter().flat_map(|fact| facts().fact(*fact).sources.iter());
    let links: Vec<&str> = links.filter_map(|source| library().source(*source).link()).collect();
    let addresses: Vec<&str> = field("addresses").split("; ").filter(|address| !address.is_empty()).collect();
    assert!(addresses.iter().all(|address| links.contains(address)), "{place}");
    assert!(links.iter().all(|link| addresses.contains(link)), "{place}");
}

/// A number with this sign before its decimals, in percent or not; nothing for an empty field.
pub(crate) fn number_in(text: &str, sign: DecimalSign) -> Option<f64> {
    let text = text.trim_end_matches('%');
    let (own, other) = if sign == DecimalSign::Point { ('.', ',') } else { (',', '.') };
    assert!(!text.contains(other), "{text}");
    (!text.is_empty()).then(|| text.replace(own, ".").parse().expect("a number and nothing else"))
}

/// The lines of a CSV file with its head.
pub(crate) fn read_csv(text: &str, separator: Separator) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    let delimiter = u8::try_from(separator.char()).expect("ASCII");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(text.as_bytes());
    let lines = reader.records().map(|record| record.expect("as many fields as the head has"));
    lines.map(|line| line.iter().map(str::to_owned).collect()).collect()
}

/// The fields of an HTML table with its head.
pub(crate) fn read_html(html: &str) -> Vec<Vec<String>> {
    let (table, _) = html.split_once("</table>").expect("a table");
    let cells = |row: &str| {
        let cells = row.split("</td>").flat_map(|part| part.split("</th>"));
        let texts = cells.filter_map(|cell| Some(cell.rsplit_once('>')?.1.to_owned()));
        texts.map(|text| unescaped(&text)).collect::<Vec<String>>()
    };
    let rows = table.split("<tr>").skip(1);
    rows.map(|row| {
        let row = row.split("</tr>").next().unwrap_or_default();
        cells(row)
    })
    .collect()
}

fn unescaped(text: &str) -> String {
    let entities = BTreeMap::from([("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\"")]);
    let text = entities.iter().fold(text.to_owned(), |text, (entity, char)| text.replace(entity, char));
    text.replace("&amp;", "&")
}

/// Checks a table as shown: the column of each column of the page has its numbers, and its bounds stand beside it.
pub(crate) fn as_shown(view: &View<'_>, sheet: &Sheet, table: &Table, lines: &[Vec<String>], sign: DecimalSign) {
    let labels = &view.export.labels;
    let place = |row: usize, column: usize| format!("{} {} {row}/{column}", view.name, sheet.figure);
    let head: Vec<&str> = lines[0].iter().map(|name| name.trim_end_matches(" (%)")).collect();
    assert_eq!(lines.len(), sheet.rows.len() + 1, "{} {}", view.name, sheet.figure);
    let is_beside = |name: &str| {
        [labels.low, labels.high, labels.how_known]
            .iter()
            .any(|label| name.ends_with(&format!("{}{label}", labels.colon)))
    };
    let behind = ["other_values", "grade", "facts", "addresses"].map(|name| labels.of_cells[field_at(name)]);
    let is_behind = |name: &str| behind.contains(&name);
    let numbers = (1..head.len()).filter(|at| !is_beside(head[*at]) && !is_behind(head[*at]));
    let numbers: Vec<usize> = numbers.collect();
    assert_eq!(numbers.len(), table.columns.len(), "{head:?}");
    for (row, column, cell) in table.cells() {
        let (fields, at) = (&lines[row + 1], numbers[column]);
        assert_eq!(fields[0], sheet.rows[row]);
        let is_open = matches!(cell, Cell::Derived(derived) if !derived.interval.is_point());
        if is_open {
            assert_eq!(number_in(&fields[at], sign), None, "no middle of its bounds: {}", place(row, column));
        } else {
            check_number(cell, number_in(&fields[at], sign), &place(row, column));
        }
        let bound = |label: &str| {
            let beside = at + 1..numbers.get(column + 1).copied().unwrap_or(head.len());
            let found = beside.into_iter().find(|beside| head[*beside].ends_with(&format!("{}{label}", labels.colon)));
            found.and_then(|beside| number_in(&fields[beside], sign))
        };
        let (low, high) = (bound(labels.low), bound(labels.high));
        assert_eq!((low.is_some(), high.is_some()), (is_open, is_open), "{}", place(row, column));
        if is_open {
            check_long(cell, [None, low, high], &place(row, column));
        }
    }
}
