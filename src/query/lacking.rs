//! What the reports print for other years and the dataset lacks for one: what a reader with the report in hand can fill in.

use crate::dataset::{CodeId, Dimension, FactId, Facts, Key, Origin, ShareOf, Statistic, Year, distinct};

/// A number that is printed for other years.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lacking {
    /// What it would be about.
    pub key: Key,
    /// For a share, how to widen the group to its denominator.
    pub share_of: Vec<ShareOf>,
    /// The facts of other years, the latest first; never empty.
    pub others: Vec<FactId>,
}

/// Every number of the reports that is printed for another year and lacks for this one: by measure, the totals before the
/// breakdowns, the simpler of these before the finer, in the order of the code lists.
pub fn lacking(facts: &Facts, year: Year) -> Vec<Lacking> {
    let mut found: Vec<(Rank, Lacking)> = Vec::new();
    for (id, fact) in facts.of(Origin::Reports) {
        let key = Key { year, ..fact.key };
        let share_of = distinct(fact.share_of.iter().copied());
        let is_same = |other: FactId| distinct(facts.fact(other).share_of.iter().copied()) == share_of;
        if facts.find(&key).iter().any(|other| is_same(*other)) || is_of_another_edition(facts, &key) {
            continue;
        }
        match found.iter_mut().find(|(_, known)| known.key == key && known.share_of == share_of) {
            Some((_, known)) => known.others.push(id),
            None => found.push((Rank::of(facts, &key, &share_of), Lacking { key, share_of, others: vec![id] })),
        }
    }
    found.sort_by(|(one, _), (other, _)| one.cmp(other));
    let latest_first = |(_, mut lacking): (Rank, Lacking)| {
        lacking.others.sort_by_key(|id| std::cmp::Reverse(facts.fact(*id).key.year));
        lacking
    };
    found.into_iter().map(latest_first).collect()
}

/// Whether a code is a sum that one edition made for its own year, such as `tcm_five_areas_2021`.
fn is_of_another_edition(facts: &Facts, key: &Key) -> bool {
    key.group.codes().any(|(_, code)| {
        let year = facts.codes().get(code).code.rsplit_once('_').and_then(|(_, end)| end.parse::<u16>().ok());
        year.is_some_and(|year| (2000..3000).contains(&year) && year != key.year.0)
    })
}

/// Where a number stands in the list.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    measure: u16,
    breakdowns: usize,
    dimensions: Vec<Dimension>,
    codes: Vec<(u16, CodeId)>,
    statistic: Statistic,
    share_of: Vec<ShareOf>,
}

impl Rank {
    fn of(facts: &Facts, key: &Key, share_of: &[ShareOf]) -> Self {
        let codes: Vec<(Dimension, CodeId)> = key.group.codes().collect();
        Self {
            measure: facts.codes().measure_of(key.measure).order,
            breakdowns: codes.len(),
            dimensions: codes.iter().map(|(dimension, _)| *dimension).collect(),
            codes: codes.iter().map(|(_, code)| (facts.codes().get(*code).order, *code)).collect(),
            statistic: key.statistic,
            share_of: share_of.to_vec(),
        }
    }
}
