//! Counting: a trial list as counted facts, from which a figure is sliced as it is from the printed ones.

use super::list::{Counter, TrialList, Unit};
use super::map::Field;
use crate::dataset::{
    Bilingual, Counted, Decimal, Dimension, Facts, Group, Key, Publication, ShareOf, Statistic, TooManyFacts, Year,
    distinct,
};
use crate::query::{Axis, Figure, Question, Selection, Table, asked};

/// What the numbers of a list are called.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Naming {
    /// The measure, for trials, sites and leading units.
    pub measures: [Bilingual; Unit::COUNT],
    /// Who says it: the reader's list, and when it was loaded.
    pub publication: Publication,
}

/// Why a list cannot answer a figure.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Lack {
    /// The figure counts something else than a list has.
    Unit,
    /// No column tells what the figure is about, or breaks down.
    Columns {
        /// The column of what is counted, where it is missing.
        field: Option<Field>,
        /// The breakdowns of which the list says nothing.
        dimensions: Vec<Dimension>,
    },
}

/// What a list lacks for a figure; nothing where it can answer: it knows what the figure is about, and something of each breakdown.
pub fn lack(facts: &Facts, figure: &Figure, list: &TrialList) -> Option<Lack> {
    let Some(unit) = Unit::from_code(figure.measure) else { return Some(Lack::Unit) };
    let year = list.years().map_or(Year(2000), |(first, _)| first);
    let knows = |group: &Group| list.known().has_group(unit, group);
    let questions = asked(facts, figure, &Selection::default(), (year, year), knows);
    let is_fixed = |dimension: &Dimension| figure.fixed.iter().any(|(fixed, _)| fixed == dimension);
    let is_answered = |axis: Axis| {
        let dimensions = axis.dimensions();
        let names = |question: &Question| {
            let mut named = dimensions.iter().filter(|dimension| question.group.get(**dimension).is_some());
            named.any(|dimension| !is_fixed(dimension) || matches!(axis, Axis::Groups(_)))
        };
        dimensions.is_empty() || questions.iter().any(names)
    };
    let open: Vec<Axis> = [figure.rows, figure.columns].into_iter().filter(|axis| !is_answered(*axis)).collect();
    if !questions.is_empty() && open.is_empty() {
        return None;
    }
    let is_unknown = |(dimension, code): &(Dimension, &str)| {
        facts.codes().find(*dimension, code).is_none_or(|code| !list.known().has(code))
    };
    let fixed = figure.fixed.iter().copied().filter(is_unknown).map(|(dimension, _)| dimension);
    let broken_down = open.iter().flat_map(|axis| axis.dimensions()).filter(|dimension| !is_fixed(dimension));
    let field = match unit {
        Unit::Sites if !list.known().sites => Some(Field::Sites),
        Unit::LeadingUnits if !list.known().leading_units => Some(Field::LeadingUnits),
        _ => None,
    };
    Some(Lack::Columns { field, dimensions: distinct(fixed.chain(broken_down)) })
}

/// The facts of a list that some figures need for a selection, in some years: a count, and where the figures have them a share
/// and a growth, for each group. Sliced by these facts, a figure says of the list what it says of the nation by the shipped ones.
///
/// # Errors
/// When the figures and years ask for more numbers than facts have names for.
pub fn facts_of<'f>(
    shipped: &Facts,
    list: &TrialList,
    figures: impl IntoIterator<Item = &'f Figure>,
    selection: &Selection,
    years: (Year, Year),
    naming: &Naming,
) -> Result<Facts, TooManyFacts> {
    let mut making =
        Making { counter: Counter::new(list), numbers: Vec::new(), seen: rustc_hash::FxHashSet::default() };
    for figure in figures {
        let Some(unit) = Unit::from_code(figure.measure) else { continue };
        let knows = |group: &Group| list.known().has_group(unit, group);
        for question in asked(shipped, figure, selection, years, knows) {
            making.answer(unit, &question, knows);
        }
    }
    let labels = Unit::ALL.into_iter().zip(&naming.measures);
    let labels = labels.filter_map(|(unit, label)| Some((shipped.codes().measure(unit.code())?, label.clone())));
    shipped.counted(labels, naming.publication.clone(), making.numbers)
}

/// The rows behind the number of a cell, in the order of the file; none where the table is not of a list.
pub fn rows_behind<'l>(
    facts: &Facts,
    list: &'l TrialList,
    table: &Table,
    row: usize,
    column: usize,
) -> impl Iterator<Item = u32> + use<'l> {
    let unit = Unit::from_code(&facts.codes().measure_of(table.measure).code);
    let asked = unit.zip(table.year_of(row, column)).map(|(unit, year)| (unit, table.group_of(row, column), year));
    asked.into_iter().flat_map(|(unit, group, year)| list.rows_of(unit, &group, year))
}

/// Numbers in the making, each once.
struct Making<'l> {
    counter: Counter<'l>,
    numbers: Vec<Counted>,
    seen: rustc_hash::FxHashSet<(Key, Option<Group>)>,
}

impl Making<'_> {
    fn answer(&mut self, unit: Unit, question: &Question, knows: impl Fn(&Group) -> bool) {
        let Question { year, measure, statistic, group, denominator } = *question;
        let key = |statistic, group| Key { year, measure, statistic, group };
        let count = self.counter.count(unit, &group, year);
        self.note(key(Statistic::Count, group), None, Decimal::whole(i64::from(count)));
        match (statistic, denominator) {
            (Statistic::Share, Some(whole)) if whole != group && knows(&whole) => {
                let of = self.counter.count(unit, &whole, year);
                self.note(key(Statistic::Count, whole), None, Decimal::whole(i64::from(of)));
                if let Some(share) = per_mille(count, of) {
                    self.note(key(Statistic::Share, group), Some(whole), Decimal::new(share, 1));
                }
            }
            (Statistic::Growth, _) => {
                let before = self.counter.count(unit, &group, year.previous());
                if let Some(now) = per_mille(count, before) {
                    self.note(key(Statistic::Growth, group), None, Decimal::new(now - 1000, 1));
                }
            }
            _ => {}
        }
    }

    fn note(&mut self, key: Key, denominator: Option<Group>, value: Decimal) {
        if self.seen.insert((key, denominator)) {
            let share_of = denominator.map_or_else(Vec::new, |whole| widening(&key.group, &whole));
            self.numbers.push(Counted { key, share_of, value });
        }
    }
}

/// A count in tenths of a percent of another, halves up; nothing of nothing.
fn per_mille(part: u32, whole: u32) -> Option<i64> {
    let (part, whole) = (i64::from(part), i64::from(whole));
    (whole > 0).then(|| (2_000 * part + whole) / (2 * whole))
}

/// How to get from a group to the one that its share is a share of.
fn widening(group: &Group, whole: &Group) -> Vec<ShareOf> {
    let changed = Dimension::ALL.into_iter().filter(|dimension| group.get(*dimension) != whole.get(*dimension));
    let step = |dimension| match whole.get(dimension) {
        Some(code) => ShareOf::Ancestor(dimension, code),
        None => ShareOf::Total(dimension),
    };
    changed.map(step).collect()
}

#[cfg(test)]
mod tests {
    use super::per_mille;

    #[test]
    fn shares_are_rounded_as_printed_ones_are() {
        for (part, whole, tenths) in
            [(1, 3, Some(333)), (2, 3, Some(667)), (1, 8, Some(125)), (1, 16, Some(63)), (0, 5, Some(0)), (7, 0, None)]
        {
            assert_eq!(per_mille(part, whole), tenths, "{part} of {whole}");
        }
        // A fall by an eighth of a percent is rounded as the rise is: 799 of 800 is 99.875 %.
        assert_eq!(per_mille(799, 800), Some(999));
        assert_eq!(per_mille(u32::MAX, 1), Some(4_294_967_295_000));
    }
}
