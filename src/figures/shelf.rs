//! Which figures a page shows for a selection: the one that leads, and for each question those that answer, those that
//! are wider, and those without a number.

use super::catalogue::{Section, figures, position};
use crate::dataset::{FactId, Facts, Origin, distinct};
use crate::query::{ChartKind, Figure, Filter, Selection, Standing, Table, finding, is_answer, slice, standing};

/// How many figures of each question are shown before the others, without any choice and with one.
const LEADING: usize = 2;
const LEADING_OF_A_CHOICE: usize = 3;
/// A chart of fewer numbers says little beside the sentence.
const FEWEST_NUMBERS: usize = 3;

/// The figures of one question by how well they answer a selection, each by its position in the catalogue, in its order.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Shelf {
    /// Those that answer and are shown at once.
    pub leading: Vec<usize>,
    /// Those that answer too, behind the first.
    pub more: Vec<usize>,
    /// Those that have numbers but cannot be narrowed to some filter.
    pub wider: Vec<usize>,
    /// The filters that the wider ones do not obey.
    pub unmet: Vec<Filter>,
    /// Those that have no number of a chosen year.
    pub without: Vec<usize>,
}

impl Shelf {
    /// How many figures answer.
    pub const fn answers(&self) -> usize {
        self.leading.len() + self.more.len()
    }
}

/// The figures of a question for a selection.
pub fn shelf(facts: &Facts, section: &Section, selection: &Selection) -> Shelf {
    let mut shelf = Shelf::default();
    let mut answering = Vec::new();
    let first = section.figures.first().and_then(position).unwrap_or_default();
    for (position, figure) in (first..).zip(section.figures) {
        match standing(facts, figure, selection) {
            Standing::Answers => answering.push(position),
            Standing::Wider(filters) => {
                shelf.wider.push(position);
                shelf.unmet.extend(filters);
            }
            Standing::Without => shelf.without.push(position),
        }
    }
    shelf.unmet = distinct(shelf.unmet);
    let leading = if selection.is_default() { LEADING } else { LEADING_OF_A_CHOICE };
    shelf.more = answering.split_off(leading.min(answering.len()));
    Shelf { leading: answering, ..shelf }
}

/// The figure that answers a selection best, by its position: the first that draws a number of the finding among others;
/// else the one that answers with the most numbers; else the first wider one that draws what the finding says instead;
/// else the first that has numbers of other years. Nothing where no figure has more than a number or two.
/// A figure of another population never leads: it stands beside the sentence, which is about the reports.
pub fn lead(facts: &Facts, selection: &Selection) -> Option<usize> {
    let said = finding(facts, selection).map(|finding| finding.facts()).unwrap_or_default();
    let mut most: Option<(usize, usize)> = None;
    let (mut wider, mut any) = (None, None);
    let may_lead =
        |figure: &Figure| figure.chart != ChartKind::Numbers && figure.origin(facts) == Some(Origin::Reports);
    let drawn = figures().enumerate().filter(|(_, figure)| may_lead(figure));
    for (position, figure) in drawn {
        let table = slice(facts, figure, None, selection);
        let numbers = numbers(&table);
        if numbers < FEWEST_NUMBERS {
            continue;
        }
        any = any.or(Some(position));
        let draws_answer = draws(&table, &said, |row, column| is_answer(facts, selection, &table, row, column));
        match draws_answer {
            Some(true) => return Some(position),
            Some(false) if most.is_none_or(|(most, _)| numbers > most) => most = Some((numbers, position)),
            None if wider.is_none() && draws(&table, &said, |_, _| true) == Some(true) => wider = Some(position),
            Some(false) | None => {}
        }
    }
    most.map(|(_, position)| position).or(wider).or(any)
}

fn numbers(table: &Table) -> usize {
    table.cells().filter(|(_, _, cell)| !cell.is_empty()).count()
}

/// Whether a table has numbers in the cells that are asked for, and then whether the finding says any of them.
fn draws(table: &Table, said: &[FactId], is_asked: impl Fn(usize, usize) -> bool) -> Option<bool> {
    let asked = table.cells().filter(|(row, column, cell)| !cell.is_empty() && is_asked(*row, *column));
    asked.map(|(_, _, cell)| cell.facts().iter().any(|fact| said.contains(fact))).reduce(|one, other| one || other)
}

/// Whether a figure is among those at some positions; no figure is not.
pub fn is_on(shelf: &[usize], figure: Option<&Figure>) -> bool {
    figure.and_then(position).is_some_and(|position| shelf.contains(&position))
}
