//! From a figure and a selection to the figure's [`Table`].
//!
//! Three rules decide what a filter does to a figure:
//! a filter on something that the figure breaks down marks one chosen code among the others, and keeps only those chosen where there are several;
//! a filter on anything else narrows the whole figure, if any year prints the figure that way;
//! a filter that no year prints is left aside, and the table says so in [`Table::unmet`].

mod headings;

use crate::dataset::{CodeId, Dataset, Dimension, Group, MeasureId, Statistic, Year, distinct};

use super::cell::{Question, answer};
use super::figure::{Axis, Figure, Widening};
use super::selection::{Filter, Selection};
use super::table::{Cell, Heading, Reason, Table};

/// A filter that a figure does not obey.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Unmet {
    /// The filter.
    pub filter: Filter,
    /// Why not.
    pub why: Why,
}

/// Why a figure does not obey a filter.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Why {
    /// No source found prints the figure for this choice in any year.
    NotPrinted,
    /// The figure can be narrowed to one code only, and several are chosen.
    SeveralChosen,
    /// The figure is about something else by its nature.
    OtherSubject,
    /// The figure has only the group that the chosen code is part of.
    OnlyCoarser,
}

/// What a figure says for a selection. `wanted` is shown if the figure has any such number, otherwise the first statistic that has.
pub fn slice(dataset: &Dataset, figure: &Figure, wanted: Option<Statistic>, selection: &Selection) -> Table {
    let Some(slicer) = Slicer::new(dataset, figure, selection) else { return nothing(dataset, figure, selection) };
    let (group, unmet) = slicer.narrowed();
    let tables = figure.statistics.iter().map(|statistic| slicer.table(group, unmet.clone(), *statistic));
    let tables: Vec<Table> = tables.collect();
    let statistics: Vec<Statistic> =
        tables.iter().filter(|table| !table.is_empty()).map(|table| table.statistic).collect();
    let shown = wanted.filter(|wanted| statistics.contains(wanted)).or(statistics.first().copied());
    let mut tables = tables.into_iter();
    let table = match shown {
        Some(shown) => tables.find(|table| table.statistic == shown),
        None => tables.next(),
    };
    table.map_or_else(|| nothing(dataset, figure, selection), |table| Table { statistics, ..table })
}

/// Whether a figure has any number for a selection: what [`slice`] would find, without the rest of its work.
pub fn has_numbers(dataset: &Dataset, figure: &Figure, selection: &Selection) -> bool {
    Slicer::new(dataset, figure, selection).is_some_and(|slicer| {
        let (group, _) = slicer.narrowed();
        figure.statistics.iter().any(|statistic| !slicer.table(group, Vec::new(), *statistic).is_empty())
    })
}

/// The table of a figure that the dataset does not know: possible only with data that a reader brings.
fn nothing(dataset: &Dataset, figure: &Figure, selection: &Selection) -> Table {
    let measure = dataset.codes().measure(figure.measure).or(dataset.codes().measure("trials"));
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

/// The group that a list of fixed codes stands for; nothing when the dataset lacks one of them.
pub(super) fn group_of(dataset: &Dataset, fixed: &[(Dimension, &str)]) -> Option<Group> {
    fixed.iter().try_fold(Group::TOTAL, |group, (dimension, code)| {
        Some(group.with(*dimension, Some(dataset.codes().find(*dimension, code)?)))
    })
}

/// The denominator of a row's group under a figure's base; nothing for a measure that is a rate.
fn widen(dataset: &Dataset, group: Group, figure: &Figure, row: &Heading) -> Option<Group> {
    if figure.base.is_empty() {
        return None;
    }
    let own = row.codes.last().map(|(own, _)| *own).or(figure.fixed.last().map(|(own, _)| *own));
    Some(figure.base.iter().fold(group, |group, widening| match *widening {
        Widening::ToTotal(dimension) => group.with(dimension, None),
        Widening::ToCode(dimension, code) => group.with(dimension, dataset.codes().find(dimension, code)),
        Widening::OwnToTotal => own.map_or(group, |own| group.with(own, None)),
    }))
}

impl Table {
    /// What the share of a cell is a share of; nothing for a measure that is a rate.
    pub fn denominator_of(&self, dataset: &Dataset, figure: &Figure, row: usize, column: usize) -> Option<Group> {
        widen(dataset, self.group_of(row, column), figure, &self.rows[row])
    }
}

struct Slicer<'a> {
    dataset: &'a Dataset,
    figure: &'a Figure,
    selection: &'a Selection,
    measure: MeasureId,
    fixed: Group,
    years: Vec<Year>,
    /// Rows and columns without their years, as the filters leave them.
    rows: Vec<Heading>,
    columns: Vec<Heading>,
}

impl<'a> Slicer<'a> {
    fn new(dataset: &'a Dataset, figure: &'a Figure, selection: &'a Selection) -> Option<Self> {
        let measure = dataset.codes().measure(figure.measure)?;
        let fixed = group_of(dataset, figure.fixed)?;
        let (first, last) = dataset.years()?;
        let years = (first.0..=last.0).map(Year).collect();
        let mut slicer =
            Self { dataset, figure, selection, measure, fixed, years, rows: Vec::new(), columns: Vec::new() };
        slicer.rows = slicer.headings(figure.rows);
        slicer.columns = slicer.headings(figure.columns);
        Some(slicer)
    }

    /// The group that the figure is narrowed to, and the filters that it leaves aside.
    fn narrowed(&self) -> (Group, Vec<Unmet>) {
        let mut unmet: Vec<Unmet> = Vec::new();
        let mut narrowing = Vec::new();
        for filter in self.selection.active() {
            match self.role(filter) {
                Role::OnAxis | Role::Included => {
                    if self.misses_a_choice(filter) {
                        unmet.push(Unmet { filter, why: Why::OnlyCoarser });
                    }
                }
                Role::Narrows(code) => narrowing.push((filter, code)),
                Role::Unmet(why) => unmet.push(Unmet { filter, why }),
            }
        }
        let group = self.widest_covered(&narrowing);
        for (filter, code) in narrowing {
            if group.get(filter.dimension()) != Some(code) {
                unmet.push(Unmet { filter, why: Why::NotPrinted });
            }
        }
        (group, distinct(unmet))
    }

    fn role(&self, filter: Filter) -> Role {
        let dimension = filter.dimension();
        let codes = self.dataset.codes();
        if [self.figure.rows, self.figure.columns].iter().any(|axis| axis.dimensions().contains(&dimension)) {
            let chosen = self.selection.codes(filter);
            let reaches =
                self.members_of(dimension).any(|member| chosen.iter().any(|code| codes.is_within(member, *code)));
            return if reaches { Role::OnAxis } else { Role::Unmet(Why::OnlyCoarser) };
        }
        let Some(chosen) = self.selection.single(filter) else { return Role::Unmet(Why::SeveralChosen) };
        match self.fixed.get(dimension) {
            Some(fixed) if codes.is_within(fixed, chosen) => Role::Included,
            Some(fixed) if !codes.is_within(chosen, fixed) => Role::Unmet(Why::OtherSubject),
            _ => Role::Narrows(chosen),
        }
    }

    /// Whether one of the codes chosen on an axis is neither a member of it nor above one.
    fn misses_a_choice(&self, filter: Filter) -> bool {
        let members: Vec<CodeId> = self.members_of(filter.dimension()).collect();
        let reaches = |code: CodeId| members.iter().any(|member| self.dataset.codes().is_within(*member, code));
        !members.is_empty() && self.selection.codes(filter).iter().any(|code| !reaches(*code))
    }

    fn members_of(&self, dimension: Dimension) -> impl Iterator<Item = CodeId> + '_ {
        [self.figure.rows, self.figure.columns].into_iter().flat_map(move |axis| match axis {
            Axis::Codes(of, members) | Axis::CodesAndTotal(of, members) if of == dimension => self.members(of, members),
            Axis::Nested((outer, members), _) if outer == dimension => self.members(outer, members),
            Axis::Nested(_, (inner, members)) if inner == dimension => self.members(inner, members),
            Axis::Groups(groups) => {
                let codes = groups.iter().flat_map(|codes| codes.iter()).filter(|(of, _)| *of == dimension);
                codes.filter_map(|(of, code)| self.dataset.codes().find(*of, code)).collect()
            }
            _ => Vec::new(),
        })
    }

    /// The figure's own group with as many of the filters as some year prints together;
    /// among equally many the choice with the most numbers, then the filter that stands first in the filter bar.
    fn widest_covered(&self, narrowing: &[(Filter, CodeId)]) -> Group {
        let subsets = 1_usize << narrowing.len();
        let group = |subset: usize| {
            let kept = narrowing.iter().enumerate().filter(|(position, _)| subset & (1 << position) != 0);
            kept.fold(self.fixed, |group, (_, (filter, code))| group.with(filter.dimension(), Some(*code)))
        };
        (1..subsets)
            .map(|subset| (subset.count_ones(), self.numbers_of_all_statistics(group(subset)), subset))
            .filter(|(_, numbers, _)| *numbers > 0)
            .max_by_key(|(kept, numbers, subset)| (*kept, *numbers, std::cmp::Reverse(*subset)))
            .map_or(self.fixed, |(_, _, subset)| group(subset))
    }

    fn numbers_of_all_statistics(&self, group: Group) -> usize {
        self.figure.statistics.iter().map(|statistic| self.numbers(group, *statistic)).sum()
    }

    /// How many numbers the figure has in any year when narrowed to a group.
    fn numbers(&self, group: Group, statistic: Statistic) -> usize {
        let cells = self.years.iter().flat_map(|year| {
            self.rows.iter().flat_map(move |row| {
                self.columns.iter().map(move |column| self.cell(group, statistic, Some(*year), row, column))
            })
        });
        cells.filter(|cell| !cell.is_empty()).count()
    }

    fn cell(&self, group: Group, statistic: Statistic, year: Option<Year>, row: &Heading, column: &Heading) -> Cell {
        let Some(year) = row.year.or(column.year).or(year) else { return Cell::Empty(Reason::NotPrinted) };
        let group = column.narrow(row.narrow(self.basis(year).narrow(group)));
        let denominator = widen(self.dataset, group, self.figure, row);
        answer(self.dataset, &Question { year, measure: self.measure, statistic, group, denominator })
    }

    fn table(&self, group: Group, unmet: Vec<Unmet>, statistic: Statistic) -> Table {
        let is_timed = self.figure.rows.is_time() || self.figure.columns.is_time();
        let year = if is_timed { None } else { Some(self.shown_year(group, statistic)) };
        let group = year.map_or(group, |year| self.basis(year).narrow(group));
        let rows = self.timed(self.figure.rows, &self.rows, group, statistic);
        let mut columns = self.timed(self.figure.columns, &self.columns, group, statistic);
        if statistic == Statistic::Share && !self.figure.base.is_empty() {
            // The share of the total in itself says nothing; the rate of the total does.
            columns.retain(|column| {
                column.year.is_some() || !column.codes.is_empty() || self.figure.columns == Axis::Itself
            });
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
        for row in rows {
            let cells = table.columns.iter().map(|column| self.cell(group, statistic, year, &row, column));
            let cells: Vec<Cell> = cells.collect();
            let may_be_omitted = matches!(self.figure.rows, Axis::Groups(_)) || !row.codes.is_empty();
            if row.year.is_none() && may_be_omitted && cells.iter().all(Cell::is_empty) {
                // A nested axis has far more pairs than any report prints: they are not worth naming one by one.
                if row.codes.len() == 1 {
                    table.omitted.push(row);
                }
            } else {
                table.rows.push(row);
                table.cells.extend(cells);
            }
        }
        table
    }
}

/// What a filter is to a figure.
enum Role {
    /// It chooses among what the figure breaks down.
    OnAxis,
    /// The figure is about it anyway.
    Included,
    /// It narrows the whole figure, where that is printed.
    Narrows(CodeId),
    /// The figure cannot obey it.
    Unmet(Why),
}
