//! One number: printed, else derived from facts, else the reason why there is none.

use crate::dataset::{Decimal, Dimension, Fact, FactId, Facts, Group, Key, MeasureId, Statistic, Year, distinct};

use super::derive;
use super::table::{Cell, Derived, Interval, Method, NotApplicable, Printed, Reason};

/// What a cell asks.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Question {
    /// The year.
    pub year: Year,
    /// What is counted or measured.
    pub measure: MeasureId,
    /// How it is expressed.
    pub statistic: Statistic,
    /// Of which group.
    pub group: Group,
    /// For a share, of what; nothing for measures that are rates themselves.
    pub denominator: Option<Group>,
}

/// The breakdowns whose parts make up the whole without rest or overlap, so that a missing part is what the others leave.
const PARTITIONS: [(Dimension, &[&str]); 2] =
    [(Dimension::Purpose, &["new_drug", "be"]), (Dimension::ProductType, &["chemical", "biological", "tcm"])];

/// Answers one question from the dataset.
pub fn answer(facts: &Facts, question: &Question) -> Cell {
    Answering { facts, question: *question }.answer()
}

/// An answer in the making, or the reason that it met on the way.
type Attempt = Result<Cell, Reason>;

struct Answering<'a> {
    facts: &'a Facts,
    question: Question,
}

impl Answering<'_> {
    fn answer(&self) -> Cell {
        if let Some(printed) = self.printed() {
            return printed;
        }
        if let Some(reason) = self.meaningless() {
            return Cell::Empty(Reason::NotApplicable(reason));
        }
        let attempt = match self.question.statistic {
            Statistic::Count => self.count_of_share().or_else(|reason| self.rest_of_counts().ok_or(reason)),
            Statistic::Share => self.ratio_of_counts().or_else(|reason| self.rest_of_shares().ok_or(reason)),
            Statistic::Growth => self.growth_of_counts(),
            Statistic::Mean => Err(Reason::NotPrinted),
        };
        attempt.unwrap_or_else(Cell::Empty)
    }

    fn meaningless(&self) -> Option<NotApplicable> {
        let Question { year, statistic, group, .. } = self.question;
        let is_first = self.facts.years().is_some_and(|(first, _)| year == first);
        if statistic == Statistic::Growth && is_first {
            return Some(NotApplicable::NoEarlierYear);
        }
        let codes = self.facts.codes();
        let is_biological = |id| codes.lineage(id).any(|id| codes.get(id).code == "biological");
        let is_vaccine = group.get(Dimension::Disease).is_some_and(|id| codes.get(id).code == "preventive_vaccine");
        (is_vaccine && group.get(Dimension::ProductType).is_some_and(|id| !is_biological(id)))
            .then_some(NotApplicable::VaccinesAreBiological)
    }

    fn printed(&self) -> Option<Cell> {
        let (id, fact) = self.facts(self.question.statistic, self.question.group).find(|(_, fact)| {
            fact.key.statistic != Statistic::Share || fact.denominator() == self.question.denominator
        })?;
        Some(Cell::Printed(Printed { fact: id, value: fact.value, qualifier: fact.qualifier }))
    }

    /// The facts of the question's year and measure.
    fn facts(&self, statistic: Statistic, group: Group) -> impl Iterator<Item = (FactId, &Fact)> {
        self.facts_in(self.question.year, statistic, group)
    }

    fn facts_in(&self, year: Year, statistic: Statistic, group: Group) -> impl Iterator<Item = (FactId, &Fact)> {
        let key = Key { year, measure: self.question.measure, statistic, group };
        self.facts.find(&key).iter().map(|id| (*id, self.facts.fact(*id)))
    }

    /// A printed count that is exact; the reason names the fact where only a bound is printed.
    fn exact_count(&self, year: Year, group: Group) -> Result<(FactId, Decimal), Reason> {
        match self.facts_in(year, Statistic::Count, group).next() {
            Some((id, fact)) if fact.qualifier.is_none() => Ok((id, fact.value)),
            Some((id, _)) => Err(Reason::BoundOnly(id)),
            None => Err(Reason::NotPrinted),
        }
    }

    /// A count from a printed share of a printed count; never from a share of a share.
    fn count_of_share(&self) -> Attempt {
        let (interval, facts) = self.interval_of_share(self.question.group)?;
        Ok(derived(interval, Method::ShareOfCount, facts))
    }

    fn interval_of_share(&self, group: Group) -> Result<(Interval, Vec<FactId>), Reason> {
        let mut met = Reason::NotPrinted;
        for (id, share) in self.facts(Statistic::Share, group) {
            let Some(denominator) = share.denominator() else { continue };
            if share.qualifier.is_some() {
                met = Reason::BoundOnly(id);
                continue;
            }
            match self.exact_count(self.question.year, denominator) {
                Ok((whole_id, whole)) if whole.decimals() == 0 => {
                    if let Some(interval) = derive::count_of_share(share.value, whole.units()) {
                        return Ok((interval, vec![id, whole_id]));
                    }
                }
                Ok(_) => {}
                Err(reason) => met = reason,
            }
        }
        Err(met)
    }

    fn ratio_of_counts(&self) -> Attempt {
        let Some(denominator) = self.question.denominator else { return Err(Reason::NotPrinted) };
        let other_base = self.facts(Statistic::Share, self.question.group).next().map(|(id, _)| Reason::OtherBase(id));
        let counts = self
            .exact_count(self.question.year, self.question.group)
            .and_then(|part| Ok((part, self.exact_count(self.question.year, denominator)?)));
        match counts {
            Ok(((part_id, part), (whole_id, whole))) => derive::ratio(part, whole)
                .map(|interval| derived(interval, Method::RatioOfCounts, vec![part_id, whole_id]))
                .ok_or(Reason::NotPrinted),
            Err(reason) => Err(other_base.unwrap_or(reason)),
        }
    }

    fn growth_of_counts(&self) -> Attempt {
        let Question { year, group, .. } = self.question;
        let (now_id, now) = self.exact_count(year, group)?;
        let (before_id, before) = self.exact_count(year.previous(), group)?;
        derive::growth(derive::exactly(before), derive::exactly(now))
            .map(|interval| derived(interval, Method::GrowthOfCounts, vec![now_id, before_id]))
            .ok_or(Reason::NotPrinted)
    }

    /// The partitions that the question's group is a part of: the dimension, and the codes of all parts.
    fn partitions(&self) -> impl Iterator<Item = (Dimension, &'static [&'static str])> + '_ {
        PARTITIONS.into_iter().filter(|(dimension, parts)| {
            let own = self.question.group.get(*dimension);
            own.is_some_and(|own| parts.contains(&self.facts.codes().get(own).code.as_str()))
        })
    }

    /// The groups beside the question's in a partition; nothing when the dataset does not know all its parts.
    fn siblings(&self, dimension: Dimension, parts: &[&str]) -> Option<Vec<Group>> {
        let group = self.question.group;
        let sibling = |part: &&str| Some(group.with(dimension, Some(self.facts.codes().find(dimension, part)?)));
        let all: Option<Vec<Group>> = parts.iter().map(sibling).collect();
        all.map(|all| all.into_iter().filter(|sibling| *sibling != group).collect())
    }

    fn rest_of_counts(&self) -> Option<Cell> {
        self.partitions().find_map(|(dimension, parts_of_whole)| {
            let (whole_id, whole) =
                self.exact_count(self.question.year, self.question.group.with(dimension, None)).ok()?;
            let mut facts = vec![whole_id];
            let mut parts = Vec::new();
            for sibling in self.siblings(dimension, parts_of_whole)? {
                if let Ok((id, count)) = self.exact_count(self.question.year, sibling) {
                    facts.push(id);
                    parts.push(derive::exactly(count));
                } else {
                    let (interval, from) = self.interval_of_share(sibling).ok()?;
                    facts.extend(from);
                    parts.push(interval);
                }
            }
            Some(derived(derive::rest(derive::exactly(whole), parts), Method::Complement, facts))
        })
    }

    fn rest_of_shares(&self) -> Option<Cell> {
        self.partitions().find_map(|(dimension, parts_of_whole)| {
            let whole = self.question.group.with(dimension, None);
            if self.question.denominator != Some(whole) {
                return None;
            }
            let mut facts = Vec::new();
            let mut parts = Vec::new();
            for sibling in self.siblings(dimension, parts_of_whole)? {
                let (id, share) = self
                    .facts(Statistic::Share, sibling)
                    .find(|(_, share)| share.denominator() == Some(whole) && share.qualifier.is_none())?;
                facts.push(id);
                parts.push(derive::rounded(share.value));
            }
            let hundred = Interval { low: 100.0, high: 100.0, decimals: 0 };
            Some(derived(derive::rest(hundred, parts), Method::Complement, facts))
        })
    }
}

fn derived(interval: Interval, method: Method, facts: Vec<FactId>) -> Cell {
    Cell::Derived(Derived { interval, method, facts: distinct(facts) })
}
