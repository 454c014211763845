//! Counts groups of a list, one after the other, and keeps what they have in common.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::bits::Bits;
use super::trial::Unit;
use super::trial_list::TrialList;
use crate::dataset::{Dimension, Group, Year};

/// Counts the groups that the figures of a page ask for: most differ only in their last code.
pub(crate) struct Counter<'a> {
    list: &'a TrialList,
    /// Groups as sets, which others narrow.
    sets: FxHashMap<(Unit, Group), Rc<Bits>>,
    /// The counts of groups, for each year of the list that has trials.
    counts: FxHashMap<(Unit, Group), Rc<[u32]>>,
}

impl<'a> Counter<'a> {
    pub(crate) fn new(list: &'a TrialList) -> Self {
        Self { list, sets: FxHashMap::default(), counts: FxHashMap::default() }
    }

    /// How many trials (or sites, or leading units) of a group a year has.
    pub(crate) fn count(&mut self, unit: Unit, group: &Group, year: Year) -> u32 {
        let Ok(position) = self.list.years.binary_search_by_key(&year, |(year, _)| *year) else { return 0 };
        let counts = match self.counts.get(&(unit, *group)) {
            Some(counts) => Rc::clone(counts),
            None => self.count_all(unit, group),
        };
        counts.get(position).copied().unwrap_or_default()
    }

    fn count_all(&mut self, unit: Unit, group: &Group) -> Rc<[u32]> {
        let spans = self.list.years.iter().map(|(year, _)| self.list.span(*year));
        let counts: Rc<[u32]> = if unit == Unit::Trials {
            match group.codes().last() {
                None => spans.map(|(start, end)| u32::try_from(end - start).unwrap_or(u32::MAX)).collect(),
                Some((dimension, code)) => {
                    let before = self.set(unit, group.with(dimension, None));
                    let own = self.list.with_code(unit, dimension, code);
                    spans.map(|(start, end)| before.count_both(&own, start, end)).collect()
                }
            }
        } else {
            let among = self.set(unit, group.with(Dimension::Region, None));
            let participations = if unit == Unit::Sites { &self.list.sites } else { &self.list.leading_units };
            let region = group.get(Dimension::Region);
            spans.map(|(start, end)| participations.count(region, &among, start, end)).collect()
        };
        self.counts.insert((unit, *group), Rc::clone(&counts));
        counts
    }

    /// The trials of a group.
    fn set(&mut self, unit: Unit, group: Group) -> Rc<Bits> {
        if let Some(set) = self.sets.get(&(unit, group)) {
            return Rc::clone(set);
        }
        let set = match group.codes().last() {
            None => Rc::new(Bits::all(self.list.trials.len())),
            Some((dimension, code)) => {
                let mut set = Bits::clone(&self.set(unit, group.with(dimension, None)));
                set.intersect(&self.list.with_code(unit, dimension, code));
                Rc::new(set)
            }
        };
        self.sets.insert((unit, group), Rc::clone(&set));
        set
    }
}
