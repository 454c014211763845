//! Provenance: what proves one number, what it is a part of, and the facts that it is or follows from.

use crate::dataset::{FactId, Facts, Group, Key, MeasureId, Statistic, Year};

use super::cell::{Question, answer};
use super::cell_name::CellName;
use super::figure::Figure;
use super::number_name::NumberName;
use super::selection::Selection;
use super::slice::slice;
use super::table::{Cell, Printed, Table};

/// One number with everything that it rests on.
#[derive(Clone, PartialEq, Debug)]
pub struct Proof {
    /// The year that it is about.
    pub year: Year,
    /// What is counted or measured.
    pub measure: MeasureId,
    /// How it is expressed.
    pub statistic: Statistic,
    /// Of which group.
    pub group: Group,
    /// What the group is a part of; nothing for a whole, and for a measure that is a rate.
    pub whole_group: Option<Group>,
    /// The number.
    pub cell: Cell,
    /// How many the group has.
    pub count: Cell,
    /// How many the whole has.
    pub whole: Cell,
    /// The group's share of the whole, in percent.
    pub share: Cell,
}

impl Proof {
    /// What proves a cell of a figure; nothing in a table without years.
    pub fn of(facts: &Facts, figure: &Figure, table: &Table, row: usize, column: usize) -> Option<Self> {
        let (year, group) = (table.year_of(row, column)?, table.group_of(row, column));
        let denominator = table.denominator_of(facts, figure, row, column);
        let whole_group = denominator.filter(|whole| *whole != group);
        let ask = |statistic, group| {
            let denominator = if statistic == Statistic::Share { denominator } else { None };
            answer(facts, &Question { year, measure: table.measure, statistic, group, denominator })
        };
        Some(Self {
            year,
            measure: table.measure,
            statistic: table.statistic,
            group,
            whole_group,
            cell: table.cell(row, column).clone(),
            count: ask(Statistic::Count, group),
            whole: ask(Statistic::Count, whole_group.unwrap_or(group)),
            share: ask(Statistic::Share, group),
        })
    }

    /// What proves a named cell under a selection; nothing where there is no such number.
    pub fn of_cell(facts: &Facts, cell: &CellName, selection: &Selection) -> Option<Self> {
        let table = slice(facts, cell.figure, Some(cell.statistic), selection);
        let (row, column) = cell.find(facts, &table)?;
        Self::of(facts, cell.figure, &table, row, column)
    }

    /// What proves a number that stands in no figure; nothing when the dataset has no trials at all.
    pub fn of_number(facts: &Facts, number: &NumberName) -> Option<Self> {
        let measure = number.measure(facts)?;
        let NumberName { year, statistic, group, .. } = *number;
        let whole_group = Some(number.whole()).filter(|whole| *whole != group);
        let ask =
            |statistic, group, denominator| answer(facts, &Question { year, measure, statistic, group, denominator });
        Some(Self {
            year,
            measure,
            statistic,
            group,
            whole_group,
            cell: number.cell(facts)?,
            count: ask(Statistic::Count, group, None),
            whole: ask(Statistic::Count, number.whole(), None),
            share: ask(Statistic::Share, group, whole_group),
        })
    }

    /// What proves a fact.
    pub fn of_fact(facts: &Facts, id: FactId) -> Self {
        let fact = facts.fact(id);
        let Key { year, measure, statistic, group } = fact.key;
        let whole_group = fact.denominator().filter(|whole| *whole != group);
        let cell = Cell::Printed(Printed { fact: id, value: fact.value, qualifier: fact.qualifier });
        let count = |group| {
            let statistic = Statistic::Count;
            answer(facts, &Question { year, measure, statistic, group, denominator: None })
        };
        let (whole, count) = (count(whole_group.unwrap_or(group)), count(group));
        Self { year, measure, statistic, group, whole_group, share: cell.clone(), cell, count, whole }
    }

    /// The facts that the number is or follows from. An empty number rests on the one that is printed instead, if any.
    pub fn facts(&self) -> Vec<FactId> {
        match &self.cell {
            Cell::Empty(reason) => reason.fact().into_iter().collect(),
            cell => cell.facts().to_vec(),
        }
    }
}
