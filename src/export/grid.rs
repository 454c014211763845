//! A table as the page shows it, in plain fields: what a CSV file and the clipboard have.
//!
//! Each column of the page is a column of numbers without a sign, word or dagger in it. Only where a column has numbers between
//! bounds, their bounds stand in two columns beside it, and only where some are not simply printed, a third says how they are known.

use super::delimited::{DecimalSign, Separator, csv_lines, harmless};
use super::number::Number;
use super::record::{Holds, Record, Row};
use super::sheet::{Entry, Labels, Sheet};
use crate::dataset::{Decimal, Qualifier};

/// One field of a grid.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Plain {
    /// Nothing.
    Nothing,
    /// Words.
    Text(String),
    /// A number; percent where the sheet is in percent.
    Number(Decimal),
}

/// A table in plain fields.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Grid {
    /// The heading of each column, each once, and what it holds.
    pub(super) head: Vec<(String, Holds)>,
    /// The rows, each as wide as the head.
    pub(super) rows: Vec<Vec<Plain>>,
}

/// Which columns stand beside a column of numbers.
#[derive(Clone, Copy)]
struct Beside {
    bounds: bool,
    how_known: bool,
}

impl Beside {
    fn of(sheet: &Sheet, column: usize, labels: &Labels) -> Self {
        let bounds = sheet.column(column).any(|entry| entry.number.open_bounds().is_some());
        let how_known = sheet.column(column).any(|entry| !how_known(entry, labels).is_empty());
        Self { bounds, how_known }
    }
}

impl Grid {
    /// The grid of a sheet.
    pub(super) fn of(sheet: &Sheet, labels: &Labels) -> Self {
        let beside: Vec<Beside> = (0..sheet.columns.len()).map(|column| Beside::of(sheet, column, labels)).collect();
        let mut head = vec![(sheet.corner.clone(), Holds::Text)];
        for (label, beside) in sheet.columns.iter().zip(&beside) {
            let named = |name: &str| format!("{label}{}{name}", labels.colon);
            head.push((label.clone(), Holds::Number));
            if beside.bounds {
                head.extend([(named(labels.low), Holds::Number), (named(labels.high), Holds::Number)]);
            }
            if beside.how_known {
                head.push((named(labels.how_known), Holds::Text));
            }
        }
        let rows = sheet.rows.iter().enumerate().map(|(row, label)| {
            let entries = sheet.row(row).iter().zip(&beside).flat_map(|(entry, beside)| fields(entry, *beside, labels));
            std::iter::once(Plain::Text(label.clone())).chain(entries).collect()
        });
        let rows = rows.collect();
        Self { head: each_once(head), rows }
    }
}

/// Headings of which none stands twice: programs find columns by them.
fn each_once(head: Vec<(String, Holds)>) -> Vec<(String, Holds)> {
    let mut unique: Vec<(String, Holds)> = Vec::new();
    for (label, holds) in head {
        let is_new = |name: &String| unique.iter().all(|(known, _)| known != name);
        let others = (2..).map(|count| format!("{label} ({count})"));
        let name = std::iter::once(label.clone()).chain(others).find(is_new);
        unique.push((name.unwrap_or(label), holds));
    }
    unique
}

fn fields(entry: &Entry, beside: Beside, labels: &Labels) -> Vec<Plain> {
    let number = |number: Option<Decimal>| number.map_or(Plain::Nothing, Plain::Number);
    // Between bounds there is no number: the bounds stand beside it.
    let mut fields = vec![number(entry.number.value())];
    if beside.bounds {
        let bounds = entry.number.open_bounds();
        fields.extend([number(bounds.map(|[low, _]| low)), number(bounds.map(|[_, high]| high))]);
    }
    if beside.how_known {
        fields.push(match entry.number {
            Number::Derived { .. } => {
                let own = if entry.is_own { format!("{}{}", labels.comma, labels.own) } else { String::new() };
                Plain::Text(format!("{}{own}", labels.kind("derived")))
            }
            _ => Some(how_known(entry, labels)).filter(|how| !how.is_empty()).map_or(Plain::Nothing, Plain::Text),
        });
    }
    fields
}

/// The qualifier of a bound, that a number is the reader's own, the method of a derived number or the reason of an empty cell;
/// nothing for what is simply printed.
fn how_known(entry: &Entry, labels: &Labels) -> String {
    match entry.number {
        Number::Printed { qualifier, .. } => {
            let own = entry.is_own.then_some(labels.own);
            qualifier.map(Qualifier::code).into_iter().chain(own).collect::<Vec<_>>().join(labels.comma)
        }
        Number::Derived { .. } | Number::Empty(_) => entry.record.explanation.clone(),
    }
}

impl Sheet {
    /// The table as the page shows it as a CSV file: real numbers (percentages in percent, as the headings say), and at the end of
    /// each row other values, the grades, facts and addresses behind its numbers.
    pub fn csv_as_shown(&self, labels: &Labels, separator: Separator) -> String {
        let lines = self.lines_as_shown(labels, separator.decimal_sign());
        csv_lines(&lines, separator)
    }

    fn lines_as_shown(&self, labels: &Labels, sign: DecimalSign) -> Vec<Vec<String>> {
        let grid = Grid::of(self, labels);
        let mut head: Vec<String> = self.head_as_shown(&grid).collect();
        head.extend(behind_heads(labels));
        let rows = grid.rows.iter().enumerate().map(|(row, fields)| {
            let fields = fields.iter().map(|field| match field {
                Plain::Nothing => String::new(),
                Plain::Text(text) => harmless(text).into_owned(),
                Plain::Number(number) => sign.applied(&number.to_string()),
            });
            fields.chain(self.behind(row)).collect()
        });
        std::iter::once(head).chain(rows).collect()
    }

    /// The headings with their unit, where the numbers do not carry it.
    fn head_as_shown<'a>(&'a self, grid: &'a Grid) -> impl Iterator<Item = String> + 'a {
        grid.head.iter().map(|(label, holds)| {
            let has_unit = self.is_percent && *holds == Holds::Number;
            let label = if has_unit { format!("{label} (%)") } else { label.clone() };
            harmless(&label).into_owned()
        })
    }

    /// The grades, facts and addresses behind a row, each once.
    fn behind(&self, row: usize) -> [String; 4] {
        let of = |text: fn(&Entry) -> &str| {
            once_each(self.row(row).iter().flat_map(|entry| text(entry).split("; "))).join("; ")
        };
        let others = once_each(self.row(row).iter().map(|entry| entry.record.other_values.as_str()));
        let [grades, facts] = [of(|entry| &entry.record.grade), of(|entry| &entry.record.facts)];
        [others.join(" "), grades, facts, of(|entry| &entry.record.addresses)]
    }

    /// The names and types of the columns of [`Sheet::csv_as_shown`].
    pub(super) fn fields_as_shown(&self, labels: &Labels) -> Vec<(String, Holds)> {
        let grid = Grid::of(self, labels);
        let holds = grid.head.iter().map(|(_, holds)| *holds);
        let behind = behind_heads(labels).map(|name| (name, Holds::Text));
        self.head_as_shown(&grid).zip(holds).chain(behind).collect()
    }
}

/// Texts without those that are empty or have been before.
pub(super) fn once_each<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen: Vec<&str> = Vec::new();
    for text in texts {
        if !text.is_empty() && !seen.contains(&text) {
            seen.push(text);
        }
    }
    seen
}

/// The fields of the cells that stand behind a row of the table as shown.
const BEHIND: [&str; 4] = ["other_values", "grade", "facts", "addresses"];

/// What these are called.
fn behind_heads(labels: &Labels) -> impl Iterator<Item = String> + '_ {
    let named = Record::FIELDS.iter().zip(&labels.of_cells);
    named.filter(|(field, _)| BEHIND.contains(&field.name)).map(|(_, label)| (*label).to_owned())
}
