//! The tables of a figure, one in each statistic, and the one that is shown.

use super::group::widen;
use super::slicer::Slicer;
use crate::dataset::{Facts, Group, Statistic};
use crate::query::answered::unmet_by;
use crate::query::figure::{Axis, Figure, Widening};
use crate::query::selection::{Filter, Selection};
use crate::query::table::{Cell, Heading, Table, Unmet, Why};

/// What a figure says for a selection. `wanted` is shown if the figure has any such number, otherwise the first statistic that has.
///
/// ```
/// use china_trials_explorer::dataset::{Facts, Statistic, Year};
/// use china_trials_explorer::figures::figure;
/// use china_trials_explorer::query::{Cell, Selection, Years, slice};
///
/// let facts = Facts::shipped()?;
/// let registered = figure("registered").ok_or("a figure of the catalogue")?;
/// let selection = Selection::default().with_years(Years::One(Year(2024)));
/// let table = slice(facts, registered, Some(Statistic::Count), &selection);
/// let row = table.rows.iter().position(|row| row.is_marked).ok_or("the chosen year is marked")?;
/// let total = table.cell(row, table.columns.len() - 1);
/// assert!(matches!(total, Cell::Printed(printed) if printed.value.to_string() == "4900"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn slice(facts: &Facts, figure: &Figure, wanted: Option<Statistic>, selection: &Selection) -> Table {
    let tables = tables(facts, figure, selection);
    let statistics: Vec<Statistic> =
        tables.iter().filter(|table| !table.is_empty()).map(|table| table.statistic).collect();
    let shown = wanted.filter(|wanted| statistics.contains(wanted)).or_else(|| best(facts, selection, &tables));
    let mut tables = tables.into_iter();
    let table = match shown {
        Some(shown) => tables.find(|table| table.statistic == shown),
        None => tables.next(),
    };
    let Some(mut table) = table else { return nothing(facts, figure, selection) };
    table.unmet.extend(unmet_in_chosen_years(facts, selection, &table));
    Table { statistics, ..table }
}

/// The filters that only numbers of other years obey: the figure could be narrowed to them, and yet none of its numbers
/// for the chosen years answers.
fn unmet_in_chosen_years(facts: &Facts, selection: &Selection, table: &Table) -> Vec<Unmet> {
    let unmet = unmet_by(facts, selection, table).unwrap_or_default().into_iter();
    let is_said = |filter: &Filter| table.unmet.iter().any(|said| said.filter == *filter);
    unmet.filter(|filter| !is_said(filter)).map(|filter| Unmet { filter, why: Why::NotOfYears }).collect()
}

/// The tables of a figure in all its statistics, best first; none when the dataset does not know the figure.
pub(in crate::query) fn tables(facts: &Facts, figure: &Figure, selection: &Selection) -> Vec<Table> {
    let Some(slicer) = Slicer::new(facts, figure, selection) else { return Vec::new() };
    let (group, unmet) = slicer.narrowed();
    figure.statistics.iter().map(|statistic| slicer.table(group, unmet.clone(), *statistic)).collect()
}

/// The statistic that comes nearest to what is asked, the first of equals; one without a number of a chosen year comes last.
fn best(facts: &Facts, selection: &Selection, tables: &[Table]) -> Option<Statistic> {
    let filled = tables.iter().filter(|table| !table.is_empty());
    let nearest = filled.min_by_key(|table| unmet_by(facts, selection, table).map_or(usize::MAX, |unmet| unmet.len()));
    nearest.map(|table| table.statistic)
}

/// Whether a figure has any number for a selection: what [`slice()`] would find, without the rest of its work.
pub fn has_numbers(facts: &Facts, figure: &Figure, selection: &Selection) -> bool {
    Slicer::new(facts, figure, selection).is_some_and(|slicer| {
        let (group, _) = slicer.narrowed();
        figure.statistics.iter().any(|statistic| !slicer.table(group, Vec::new(), *statistic).is_empty())
    })
}

/// The table of a figure that the dataset does not know: possible only with data that a reader brings.
fn nothing(facts: &Facts, figure: &Figure, selection: &Selection) -> Table {
    let measure = facts.codes().measure(figure.measure).or(facts.codes().measure("trials"));
    Table {
        measure: measure.unwrap_or_default(),
        statistic: figure.statistics[0],
        statistics: Vec::new(),
        group: Group::TOTAL,
        year: None,
        rows: Vec::new(),
        columns: Vec::new(),
        omitted: Vec::new(),
        unmet: selection.active().map(|filter| Unmet { filter, why: Why::NotPrinted }).collect(),
        cells: Vec::new(),
    }
}

impl Slicer<'_> {
    /// Whether a row or column is the code that the shares of the figure are shares of.
    fn is_whole(&self, heading: &Heading) -> bool {
        let named = |dimension, code| Some((dimension, self.facts.codes().find(dimension, code)?));
        self.figure.base.iter().any(|widening| match *widening {
            Widening::ToCode(dimension, code) => heading.codes.last().copied() == named(dimension, code),
            Widening::ToTotal(_) | Widening::OwnToTotal => false,
        })
    }

    fn table(&self, group: Group, unmet: Vec<Unmet>, statistic: Statistic) -> Table {
        let is_timed = self.figure.rows.is_time() || self.figure.columns.is_time();
        let year = if is_timed { None } else { Some(self.shown_year(group, statistic)) };
        let group = year.map_or(group, |year| self.basis(year).narrow(group));
        let mut rows = self.timed(self.figure.rows, &self.rows, group, statistic);
        let mut columns = self.timed(self.figure.columns, &self.columns, group, statistic);
        if statistic == Statistic::Share && !self.figure.base.is_empty() {
            // The share of the total in itself says nothing; the rate of the total does.
            columns.retain(|column| {
                let is_total = column.year.is_none() && column.codes.is_empty() && self.figure.columns != Axis::Itself;
                !is_total && !self.is_whole(column)
            });
            rows.retain(|row| !self.is_whole(row));
        }
        let mut table = Table {
            measure: self.measure,
            statistic,
            statistics: Vec::new(),
            group,
            year,
            rows: Vec::new(),
            columns,
            omitted: Vec::new(),
            unmet,
            cells: Vec::new(),
        };
        let (mut has_parts, is_whole) = (false, |row: &Heading| row.year.is_none() && row.codes.is_empty());
        let is_broken_down = rows.iter().any(|row| !row.codes.is_empty());
        for row in rows {
            // The share of the whole in itself says nothing in a row either.
            let of = if is_whole(&row) { widen(self.facts, group, self.figure, &row) } else { None };
            if is_broken_down && statistic == Statistic::Share && of == Some(group) {
                continue;
            }
            let cells = table.columns.iter().map(|column| self.cell(group, statistic, year, &row, column));
            let cells: Vec<Cell> = cells.collect();
            let may_be_omitted = matches!(self.figure.rows, Axis::Groups(_)) || !row.codes.is_empty();
            if row.year.is_none() && may_be_omitted && cells.iter().all(Cell::is_empty) {
                // A nested axis has far more pairs than any report prints: they are not worth naming one by one.
                if row.codes.len() == 1 {
                    table.omitted.push(row);
                }
            } else {
                has_parts |= !is_whole(&row);
                table.rows.push(row);
                table.cells.extend(cells);
            }
        }
        // A whole is there for its parts: alone it answers another question.
        if is_broken_down && !has_parts {
            table.rows.clear();
            table.cells.clear();
        }
        if matches!(self.figure.columns, Axis::PartsAndWhole(..)) {
            without_lonely_whole(&mut table);
        }
        table
    }
}

/// Takes the column of the whole away where no part has a number.
fn without_lonely_whole(table: &mut Table) {
    let Some(whole) = table.columns.iter().position(|column| column.codes.is_empty()) else { return };
    if table.cells().any(|(_, column, cell)| column != whole && !cell.is_empty()) {
        return;
    }
    let width = table.columns.len();
    let cells = std::mem::take(&mut table.cells).into_iter().enumerate();
    table.cells = cells.filter(|(position, _)| position % width != whole).map(|(_, cell)| cell).collect();
    table.columns.remove(whole);
}
