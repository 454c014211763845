//! Growth rates against the counts of both years.

use super::counts::{count, exact};
use super::discrepancy::{Check, Discrepancy, Gap, Reconciliation};
use super::interval::{PARTS, half_unit, parts, quotient};
use crate::dataset::fact::{FactId, Qualifier, Statistic};
use crate::dataset::facts::Facts;

/// Every growth rate.
pub(super) fn check(facts: &Facts, reconciliation: &mut Reconciliation) {
    for (growth, fact) in facts.all().filter(|(_, fact)| fact.key.statistic == Statistic::Growth) {
        let count_of = |year| count(facts, year, fact.key.measure, fact.key.group);
        let (current, previous) = (count_of(fact.key.year), count_of(fact.key.year.previous()));
        let number = |id: FactId| Some((id, exact(facts, id)?));
        let counts = current.and_then(number).zip(previous.and_then(number).filter(|(_, number)| *number > 0));
        let Some(((current, now), (previous, before))) = counts else {
            reconciliation.findings.push(Discrepancy::GrowthWithoutCounts { growth, current, previous });
            continue;
        };
        let fits = |tolerance: i128| {
            let printed = parts(fact.value) * before;
            let computed = 100 * PARTS * (now - before);
            let tolerance = tolerance * before;
            match fact.qualifier {
                None => (printed - computed).abs() <= tolerance,
                Some(Qualifier::MoreThan) => computed >= printed,
                Some(Qualifier::LessThan) => computed <= printed,
                Some(Qualifier::About) => true,
            }
        };
        let half = half_unit(fact.value);
        let finding = (!fits(half)).then(|| Discrepancy::Growth {
            growth,
            current,
            previous,
            computed: quotient(100 * (now - before), before, 3),
            gap: if fits(2 * half) { Gap::LastDigit } else { Gap::Larger },
        });
        reconciliation.record(Check::Growth, finding);
    }
}
