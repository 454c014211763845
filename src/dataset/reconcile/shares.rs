//! Shares against counts, against whole numbers, and against other shares of the same group.

use std::collections::HashMap;

use super::counts::{count, exact};
use super::discrepancy::{Check, Discrepancy, Gap, Reconciliation};
use super::interval::{Interval, PARTS, exact_quotient, half_unit, quotient};
use crate::dataset::fact::{Fact, FactId, Key, Statistic};
use crate::dataset::facts::Facts;

/// All shares that say what they are a share of, with the printed count of that, if there is one.
fn shares(facts: &Facts) -> impl Iterator<Item = (FactId, &Fact, Option<FactId>)> {
    facts.all().filter_map(|(id, fact)| {
        let denominator = fact.denominator()?;
        Some((id, fact, count(facts, fact.key.year, fact.key.measure, denominator)))
    })
}

/// Every share of which both counts are printed.
pub(super) fn against_counts(facts: &Facts, reconciliation: &mut Reconciliation) {
    for (share, fact, denominator) in shares(facts) {
        let numerator = count(facts, fact.key.year, fact.key.measure, fact.key.group);
        let Some((numerator, denominator)) = numerator.zip(denominator) else { continue };
        let (part, whole) = (facts.fact(numerator), facts.fact(denominator));
        if whole.value.units() == 0 {
            // Nothing is a share of nothing.
            continue;
        }
        let fits = |share: Interval| possible(share, Interval::of(part), Interval::of(whole));
        let finding = (!fits(Interval::of(fact))).then(|| {
            let cut_off = Interval::within(fact.value, 2 * half_unit(fact.value));
            let gap = if fact.qualifier.is_none() && fits(cut_off) { Gap::LastDigit } else { Gap::Larger };
            let computed = quotient(100 * i128::from(part.value.units()), i128::from(whole.value.units()), 3);
            Discrepancy::ShareOfCounts { share, numerator, denominator, computed, gap }
        });
        reconciliation.record(Check::SharesOfCounts, finding);
    }
}

/// Whether a share, a part and a whole within these bounds exist that fit together.
fn possible(share: Interval, part: Interval, whole: Interval) -> bool {
    // part / whole = share / 100, written without division.
    let most = share.high.zip(whole.high);
    let part_is_small_enough = most.is_none_or(|(share, whole)| part.low * 100 * PARTS <= share * whole);
    let part_is_large_enough = part.high.is_none_or(|part| part * 100 * PARTS >= share.low * whole.low);
    part_is_small_enough && part_is_large_enough
}

/// Every group with shares of exactly printed counts.
pub(super) fn whole_numbers(facts: &Facts, reconciliation: &mut Reconciliation) {
    let mut groups: Vec<Vec<Candidates>> = Vec::new();
    let mut positions: HashMap<Key, usize> = HashMap::new();
    for (share, fact, denominator) in shares(facts) {
        let Some(candidates) = denominator.and_then(|denominator| Candidates::of(facts, share, denominator)) else {
            continue;
        };
        let position = *positions.entry(fact.key).or_insert(groups.len());
        match groups.get_mut(position) {
            Some(group) => group.push(candidates),
            None => groups.push(vec![candidates]),
        }
    }
    for group in groups {
        let impossible: Vec<Discrepancy> = group.iter().filter_map(Candidates::finding).collect();
        let first = group.iter().map(|candidates| candidates.first).max();
        let last = group.iter().map(|candidates| candidates.last).min();
        if impossible.is_empty() && first > last {
            let shares = group.iter().map(|candidates| candidates.share).collect();
            reconciliation.record(Check::WholeNumbers, [Discrepancy::NoCommonWholeNumber { shares }]);
        } else {
            reconciliation.record(Check::WholeNumbers, impossible);
        }
    }
}

/// The whole numbers that give a share of a printed count.
struct Candidates {
    share: FactId,
    denominator: FactId,
    /// Bounds of the numbers that round to the share, in hundredths of [`PARTS`].
    bounds: (i128, i128),
    /// First whole number between the bounds.
    first: i128,
    /// Last whole number between the bounds; before the first when there is none.
    last: i128,
}

impl Candidates {
    /// Nothing when the count or the share is not exactly printed.
    fn of(facts: &Facts, share: FactId, denominator: FactId) -> Option<Self> {
        let fact = facts.fact(share);
        if fact.qualifier.is_some() {
            return None;
        }
        let whole = exact(facts, denominator)?;
        let interval = Interval::of(fact);
        let bounds = (interval.low * whole, interval.high? * whole);
        let first = -(-bounds.0).div_euclid(100 * PARTS);
        let last = bounds.1.div_euclid(100 * PARTS);
        Some(Self { share, denominator, bounds, first, last })
    }

    fn finding(&self) -> Option<Discrepancy> {
        let Self { share, denominator, bounds: (least, most), first, last } = *self;
        let bound = |number| exact_quotient(number, 100 * PARTS);
        (first > last).then(|| Discrepancy::NoWholeNumber { share, denominator, from: bound(least), to: bound(most) })
    }
}

/// Every group with a printed share.
pub(super) fn denominators(facts: &Facts, reconciliation: &mut Reconciliation) {
    for (id, fact) in facts.all().filter(|(_, fact)| fact.key.statistic == Statistic::Share) {
        let shares = facts.find(&fact.key);
        if shares.first() == Some(&id) {
            let finding = (shares.len() > 1).then(|| Discrepancy::Denominators { shares: shares.to_vec() });
            reconciliation.record(Check::Denominators, finding);
        }
    }
}
