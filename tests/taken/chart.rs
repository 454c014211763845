//! Charts read back: the numbers that ECharts gets, and the words that stand at their marks.

use china_trials_explorer::figures::{Canvas, Drawing, Layout, Mark, Theme, figures, is_in_numbers, plan};
use china_trials_explorer::locale::Language;
use china_trials_explorer::query::{Cell, Table, slice};
use serde_json::Value;

use super::{SELECTIONS, facts, selection};

/// As wide as on a phone, and as beside the sentence.
const WIDTHS_PX: [f64; 2] = [358.0, 620.0];

/// A chart with the table that it is of.
pub(crate) struct Chart<'a> {
    pub(crate) name: String,
    pub(crate) table: &'a Table,
    drawing: Drawing,
    /// What stands beside the marks of the cells, in the order of the table; empty for an empty cell.
    texts: Vec<String>,
}

/// Calls back with the charts of all figures in all their statistics under twenty selections, in both languages.
pub(crate) fn each_chart(mut check: impl FnMut(&Chart<'_>)) {
    for query in SELECTIONS {
        let selection = selection(query);
        for (figure, statistic) in figures().flat_map(|figure| figure.statistics.iter().map(move |one| (figure, *one)))
        {
            let table = &slice(facts(), figure, Some(statistic), &selection);
            if table.statistic != statistic || table.is_empty() || is_in_numbers(figure, table) {
                continue;
            }
            for (language, width_px) in Language::ALL.into_iter().flat_map(|one| WIDTHS_PX.map(|px| (one, px))) {
                let (words, layout) = (facts().words(language), Layout { width_px });
                let canvas = Canvas {
                    codes: facts().codes(),
                    figure,
                    table,
                    words: &words,
                    theme: &Theme::LIGHT,
                    layout,
                    hidden: &[],
                };
                let texts = table.cells().map(|(.., cell)| canvas.words.mark(table, cell)).collect();
                let name = format!("{} ({}) for ?{query}, {language:?}, {width_px} px", figure.id, statistic.code());
                check(&Chart { name, table, drawing: plan(&canvas).draw(), texts });
            }
        }
    }
}

impl Chart<'_> {
    /// What stands at the mark of a cell, without units; nothing for an empty cell.
    fn text(&self, row: usize, column: usize) -> String {
        plain(&self.texts[row * self.table.columns.len() + column])
    }

    fn texts_of(&self, row: usize) -> Vec<String> {
        (0..self.table.columns.len()).map(|column| self.text(row, column)).collect()
    }

    fn points(&self) -> impl Iterator<Item = (Mark, &str, &Value)> {
        let series = self.drawing.option.value()["series"].as_array().map_or(&[][..], Vec::as_slice);
        series.iter().enumerate().flat_map(|(series, one)| {
            let points = one["data"].as_array().map_or(&[][..], Vec::as_slice);
            let id = one["id"].as_str().unwrap_or_default();
            points.iter().enumerate().map(move |(index, point)| (Mark { series, index }, id, point))
        })
    }

    /// Checks that the marks of the cells stand at their numbers.
    pub(crate) fn check_numbers(&self) {
        for (row, column, cell) in self.table.cells() {
            let Some(Mark { series, index }) = self.drawing.marks.of(row, column) else { continue };
            let number = cell.number();
            assert!(number.is_some(), "{}: an empty cell has a mark", self.name);
            let number = number.unwrap_or_default();
            let value = &self.drawing.option.value()["series"][series]["data"][index]["value"];
            // A mark of two coordinates has its place among the rows too.
            let numbers = value.as_array().map_or_else(|| vec![value], |both| both.iter().collect());
            let is_there = numbers.iter().filter_map(|value| value.as_f64()).any(|found| (found - number).abs() < 1e-9);
            assert!(is_there, "{}: {value} for {cell:?}", self.name);
        }
    }

    /// Checks that every label with a number says what a cell says, and that of its mark.
    pub(crate) fn check_labels(&self) {
        for (mark, id, point) in self.points() {
            let Some(label) = point["label"]["formatter"].as_str() else { continue };
            let parts = parts(label);
            match self.drawing.marks.cell(mark) {
                // Two ends of a row may share one label.
                Some((row, column)) => {
                    let (own, row) = (self.text(row, column), self.texts_of(row));
                    assert!(parts.contains(&own), "{}: “{label}” and not “{own}”", self.name);
                    assert!(parts.iter().all(|part| row.contains(part)), "{}: “{label}” of {row:?}", self.name);
                }
                None if is_note(id) => {}
                // A total beside its parts, or words.
                None => {
                    let is_words = !label.contains(|char: char| char.is_ascii_digit());
                    let is_known = parts.iter().all(|part| self.texts.iter().any(|text| plain(text) == *part));
                    assert!(is_words || is_known, "{}: “{label}” stands in no cell", self.name);
                }
            }
        }
    }

    /// Checks that every cell with a mark, and every total, is said in words.
    pub(crate) fn check_that_all_are_labelled(&self) -> usize {
        let labels = self.points().filter_map(|(.., point)| point["label"]["formatter"].as_str());
        let said: Vec<String> = labels.flat_map(parts).collect();
        let is_marked = |row: usize, column: usize| self.drawing.marks.of(row, column).is_some();
        let is_total = |column: usize| {
            let heading = &self.table.columns[column];
            heading.codes.is_empty() && heading.year.is_none()
        };
        let filled = self.table.cells().filter(|(.., cell)| !matches!(cell, Cell::Empty(_)));
        let drawn: Vec<_> = filled.filter(|(row, column, _)| is_marked(*row, *column) || is_total(*column)).collect();
        for (row, column, cell) in &drawn {
            let text = self.text(*row, *column);
            assert!(said.contains(&text), "{}: no label says “{text}” of {cell:?}", self.name);
        }
        drawn.len()
    }
}

/// Whether a series only carries words beside the marks: what an axis does not reach, what a rule or an outline means.
fn is_note(series: &str) -> bool {
    ["why-", "break-", "key-"].iter().any(|kind| series.starts_with(kind))
}

/// The numbers of a label: both ends of a row, or one with its year.
fn parts(label: &str) -> Vec<String> {
    let values = label.split_once(": ").map_or(label, |(_, value)| value);
    values.split('→').map(plain).collect()
}

/// A label without line breaks and spaces, and without the unit, which a narrow column has no room for.
fn plain(text: &str) -> String {
    text.chars().filter(|char| !char.is_whitespace() && *char != '%').collect()
}
