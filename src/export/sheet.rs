//! The one model that all files of a view are written from, so that they agree number for number.

use super::memo::Memo;
use super::name::name_for;
use super::native_chart::NativeChart;
use super::number::Number;
use super::record::{FactRow, Record, SourceRow};

/// One cell of a sheet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// The number, or why there is none.
    pub number: Number,
    /// The number as the page shows it, in the reader's language; empty where there is none.
    pub shown: String,
    /// Whether credible sources print other values too.
    pub is_disputed: bool,
    /// Whether the reader has entered it, or a number that it follows from.
    pub is_own: bool,
    /// The cell as a row of its own, with everything that proves it.
    pub record: Record,
}

/// One figure in one statistic for one selection: a table in the reader's words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sheet {
    /// The figure's name in the address.
    pub figure: String,
    /// The question that it answers.
    pub title: String,
    /// What is counted.
    pub population: String,
    /// Unit, narrowing and years, one text for each.
    pub scope: Vec<String>,
    /// The unit of the numbers.
    pub unit: String,
    /// Whether the numbers are percentages.
    pub is_percent: bool,
    /// The heading of the rows.
    pub corner: String,
    /// The labels of the columns.
    pub columns: Vec<String>,
    /// The labels of the rows.
    pub rows: Vec<String>,
    /// Row by row.
    pub entries: Vec<Entry>,
    /// How a spreadsheet draws it; nothing where a chart would say no more.
    pub chart: Option<NativeChart>,
    /// Who printed the numbers, in a line.
    pub sources: String,
    /// The editions of the report that state the numbers, in a line.
    pub edition: String,
    /// What to know of the figure: what it does not show, breaks, notes and other values.
    pub notes: Vec<String>,
    /// The address of the view that shows it.
    pub link: String,
}

impl Sheet {
    /// The entries of a row.
    pub fn row(&self, row: usize) -> &[Entry] {
        let width = self.columns.len();
        self.entries.get(row * width..(row + 1) * width).unwrap_or_default()
    }

    /// The entries of a column, from the top down.
    pub(super) fn column(&self, column: usize) -> impl Iterator<Item = &Entry> + '_ {
        (0..self.rows.len()).filter_map(move |row| self.row(row).get(column))
    }

    /// Whether there is any number.
    pub fn has_numbers(&self) -> bool {
        self.entries.iter().any(|entry| !matches!(entry.number, Number::Empty(_)))
    }
}

/// A heading with the lines under it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notes {
    /// What they are about.
    pub heading: String,
    /// One text for each note.
    pub lines: Vec<String>,
}

/// Words of the files themselves, in the reader's language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Labels {
    /// Name of the program and author of the files.
    pub program: &'static str,
    /// What stands before the population.
    pub population: &'static str,
    /// What stands before the unit.
    pub unit: &'static str,
    /// What stands before the address of the view.
    pub address: &'static str,
    /// What stands before the sources.
    pub sources: &'static str,
    /// Between a name and what is said of it.
    pub colon: &'static str,
    /// Name of the sheet with the table as shown.
    pub data_sheet: &'static str,
    /// Name of the sheet that leads to the others.
    pub contents_sheet: &'static str,
    /// Name of the sheet with a row for each cell.
    pub cells_sheet: &'static str,
    /// Name of the sheet with a row for each fact.
    pub facts_sheet: &'static str,
    /// Name of the sheet with a row for each source.
    pub sources_sheet: &'static str,
    /// Name of the sheet with everything else that is to be known.
    pub notes_sheet: &'static str,
    /// What the marks of the table as shown mean.
    pub key: String,
    /// Heading of a column of lower bounds.
    pub low: &'static str,
    /// Heading of a column of upper bounds.
    pub high: &'static str,
    /// What stands before other values.
    pub other_values: &'static str,
    /// Heading of a column that says how a number is known.
    pub how_known: &'static str,
    /// `printed`, `derived` and `empty` in words.
    pub kinds: [&'static str; 3],
    /// What a number is called that the reader has entered.
    pub own: &'static str,
    /// Between two remarks.
    pub comma: &'static str,
    /// The fields of [`Record`] in words.
    pub of_cells: Vec<&'static str>,
    /// The fields of [`FactRow`] in words.
    pub of_facts: Vec<&'static str>,
    /// The fields of [`SourceRow`] in words.
    pub of_sources: Vec<&'static str>,
    /// The sign before an approximation.
    pub about: &'static str,
    /// Whether numbers have their thousands apart.
    pub are_thousands_apart: bool,
}

impl Labels {
    /// What a kind of number is called.
    pub(super) fn kind<'a>(&self, code: &'a str) -> &'a str {
        if code == "own" {
            return self.own;
        }
        let codes = ["printed", "derived", "empty"];
        codes.iter().position(|known| *known == code).map_or(code, |position| self.kinds[position])
    }
}

/// Everything that leaves the page with one view: the figures that are shown, the facts behind them and where these are printed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Export {
    /// What it is about: a question, a selection or all data.
    pub title: String,
    /// The chosen years and filters in words; empty where it is about all.
    pub selection: String,
    /// The figures with numbers; none where the facts themselves are asked for.
    pub sheets: Vec<Sheet>,
    /// Numbers that stand in none of the figures, such as those that a brief has by themselves.
    pub singles: Vec<Record>,
    /// What a brief says; nothing where the view is none.
    pub memo: Option<Memo>,
    /// The facts behind them, each once.
    pub facts: Vec<FactRow>,
    /// The sources of those facts, each once.
    pub sources: Vec<SourceRow>,
    /// Definitions, other values, licence and edition.
    pub notes: Vec<Notes>,
    /// The address of the view.
    pub link: String,
    /// Words of the files themselves.
    pub labels: Labels,
}

/// Why a view gives no file.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum NoFile {
    /// No figure was asked for.
    #[error("the view shows no figure")]
    NoFigure,
    /// What is shown has no number, so that a file would only have empty cells.
    #[error("no figure of the view has a number")]
    NoNumbers,
}

impl Export {
    /// The name of a file with this ending: what it is about, and what was chosen.
    pub fn file_name(&self, ending: &str) -> String {
        name_for(&format!("{} {}", self.title, self.selection), ending)
    }

    /// What it is about, with what was chosen.
    pub fn heading(&self) -> String {
        let parts = [self.title.as_str(), &self.selection];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    /// All cells of all figures, and the numbers that stand in none.
    pub fn cells(&self) -> Vec<&Record> {
        let of_figures = self.sheets.iter().flat_map(|sheet| sheet.entries.iter().map(|entry| &entry.record));
        of_figures.chain(&self.singles).collect()
    }

    /// Whether there is any row for [`Export::cells`]: of all data there is none.
    pub(super) fn has_cells(&self) -> bool {
        !self.sheets.is_empty() || !self.singles.is_empty()
    }
}
