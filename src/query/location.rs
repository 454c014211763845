//! Where a number stands: the figure that shows a fact as printed, and the question under which it does.

use crate::dataset::{Fact, FactId, Facts, Statistic, sorted_by};

use super::figure::Figure;
use super::selection::{Filter, Selection, Years};
use super::slice::slice;
use super::table::{Cell, Table};

/// A figure in a statistic, under a selection.
#[derive(Clone, PartialEq, Debug)]
pub struct Location {
    /// The figure.
    pub figure: &'static Figure,
    /// How it expresses its numbers.
    pub statistic: Statistic,
    /// The question that it answers.
    pub selection: Selection,
}

impl Location {
    /// The first of the figures that shows a fact as printed: under the selection of now, which stays then, else under the one
    /// that changes least of what the fact is about. `is_allowed` says which selections may be asked.
    pub fn of_fact(
        facts: &Facts,
        figures: impl Iterator<Item = &'static Figure> + Clone,
        id: FactId,
        selection: &Selection,
        is_allowed: impl Fn(&Selection) -> bool,
    ) -> Option<Self> {
        let fact = facts.fact(id);
        let statistic = fact.key.statistic;
        let of_its_kind: Vec<&'static Figure> = figures.filter(|figure| may_show(facts, figure, fact)).collect();
        let asked = std::iter::once(selection.clone()).chain(questions(facts, fact)).filter(is_allowed);
        let mut locations = asked.flat_map(|selection| {
            let location = move |figure: &&'static Figure| Self { figure, statistic, selection: selection.clone() };
            of_its_kind.iter().map(location).collect::<Vec<_>>()
        });
        locations.find(|location| shows(&slice(facts, location.figure, Some(statistic), &location.selection), id))
    }
}

/// The questions that can be asked about a fact: its year, with none, some or all of the codes that it has for the filters;
/// the fewest first.
pub fn questions(facts: &Facts, fact: &Fact) -> Vec<Selection> {
    // A year before the reports cannot be chosen: its numbers stand among those of all years.
    let can_be_chosen = facts.years().is_some_and(|(first, last)| (first..=last).contains(&fact.key.year));
    let years = if can_be_chosen { Years::One(fact.key.year) } else { Years::All };
    let mut questions = vec![Selection::default().with_years(years)];
    for filter in Filter::ALL {
        if let Some(code) = fact.key.group.get(filter.dimension()) {
            let narrowed: Vec<_> = questions.iter().map(|question| question.with_codes(filter, Some(code))).collect();
            questions.extend(narrowed);
        }
    }
    sorted_by(questions, |one, other| one.active().count().cmp(&other.active().count()))
}

/// Whether a table has a fact as printed: a number that is only derived from it does not count.
pub fn shows(table: &Table, id: FactId) -> bool {
    table.cells().any(|(.., cell)| matches!(cell, Cell::Printed(printed) if printed.fact == id))
}

/// Whether a figure is about what a fact is about: slicing those that are not would take a while.
fn may_show(facts: &Facts, figure: &Figure, fact: &Fact) -> bool {
    facts.codes().measure_of(fact.key.measure).code == figure.measure
        && figure.statistics.contains(&fact.key.statistic)
        && figure.is_about(facts, &fact.key.group)
}
