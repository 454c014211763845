//! The printed counts that shares, sums and growth rates are held against.

use crate::dataset::codes::MeasureId;
use crate::dataset::fact::{FactId, Group, Key, Statistic};
use crate::dataset::facts::Facts;
use crate::dataset::year::Year;

/// The printed count of a group.
pub(super) fn count(facts: &Facts, year: Year, measure: MeasureId, group: Group) -> Option<FactId> {
    facts.find(&Key { year, measure, statistic: Statistic::Count, group }).first().copied()
}

/// The printed count of a group as a number, when it is exact.
pub(super) fn exact(facts: &Facts, id: FactId) -> Option<i128> {
    let fact = facts.fact(id);
    (fact.qualifier.is_none() && fact.value.decimals() == 0).then(|| i128::from(fact.value.units()))
}
