//! Makes a list of trials, one row at a time.

use rustc_hash::FxHashMap;

use super::bits::Bits;
use super::participations::{Participations, Regions};
use super::trial::{Known, Trial};
use super::trial_list::{Repeated, TrialList};
use crate::dataset::{CodeId, Codes, Dimension, Year};
use crate::trials::read::RowSpan;

/// The rows of a list as they come.
pub struct ListBuilder<'a> {
    codes: &'a Codes,
    known: Known,
    spans: Vec<RowSpan>,
    years: Vec<Option<Year>>,
    /// The rows of each code, in order.
    rows_of: FxHashMap<CodeId, Vec<u32>>,
    combined: Vec<u32>,
    sites: Regions,
    leading_units: Regions,
    /// The first row with each registry number.
    first_with: FxHashMap<u64, u32>,
    /// For each row another one that is the same trial, or the row itself; always an earlier one.
    same_as: Vec<u32>,
}

impl<'a> ListBuilder<'a> {
    /// An empty list that can be asked what is known.
    pub fn new(codes: &'a Codes, known: Known) -> Self {
        Self {
            codes,
            known,
            spans: Vec::new(),
            years: Vec::new(),
            rows_of: FxHashMap::default(),
            combined: Vec::new(),
            sites: Regions::default(),
            leading_units: Regions::default(),
            first_with: FxHashMap::default(),
            same_as: Vec::new(),
        }
    }

    /// Adds a row. No list has more rows than a `u32` counts: the reader refuses it before.
    pub fn push(&mut self, span: RowSpan, trial: &Trial) {
        let Ok(row) = u32::try_from(self.spans.len()) else { return };
        self.spans.push(span);
        self.years.push(trial.year);
        self.same_as.push(row);
        for number in &trial.numbers {
            let first = *self.first_with.entry(*number).or_insert(row);
            self.join(first, row);
        }
        for code in &trial.codes {
            let rows = self.rows_of.entry(*code).or_default();
            if rows.last() != Some(&row) {
                rows.push(row);
            }
        }
        if trial.is_in_combined_phases {
            self.combined.push(row);
        }
        self.sites.push(self.codes, row, &trial.sites);
        self.leading_units.push(self.codes, row, &trial.leading_units);
    }

    /// Says anew what the list can be asked, where its rows tell it.
    pub fn know(&mut self, known: Known) {
        self.known = known;
    }

    /// How many rows there are.
    pub const fn len(&self) -> usize {
        self.spans.len()
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// The first row of the trial that a row is.
    fn first(&mut self, row: u32) -> u32 {
        let mut first = row;
        while let Some(before) = self.same_as.get(first as usize).filter(|before| **before != first) {
            first = *before;
        }
        if let Some(own) = self.same_as.get_mut(row as usize) {
            *own = first;
        }
        first
    }

    fn join(&mut self, one: u32, other: u32) {
        let (one, other) = (self.first(one), self.first(other));
        if let Some(later) = self.same_as.get_mut(one.max(other) as usize) {
            *later = one.min(other);
        }
    }

    /// The list: its trials year by year, those without a year last.
    pub fn finish(mut self) -> TrialList {
        let rows = u32::try_from(self.spans.len()).unwrap_or(u32::MAX);
        let firsts: Vec<u32> = (0..rows).map(|row| self.first(row)).collect();
        let is_first = |row: &u32| firsts.get(*row as usize) == Some(row);
        let year_of = |row: u32| self.years.get(row as usize).copied().flatten();
        let mut trials: Vec<u32> = (0..rows).filter(is_first).collect();
        trials.sort_by_key(|row| (year_of(*row).is_none(), year_of(*row)));
        let mut position_of = vec![None; rows as usize];
        for (position, row) in trials.iter().enumerate() {
            position_of[*row as usize] = Some(position);
        }
        let mut years: Vec<(Year, usize)> = Vec::new();
        for (position, row) in trials.iter().enumerate() {
            let Some(year) = year_of(*row) else { break };
            match years.last_mut() {
                Some((last, end)) if *last == year => *end = position + 1,
                _ => years.push((year, position + 1)),
            }
        }
        let count = trials.len();
        let set = |rows: &[u32]| {
            let mut set = Bits::none(count);
            rows.iter().filter_map(|row| position_of[*row as usize]).for_each(|position| set.insert(position));
            set
        };
        let mut by_code: FxHashMap<CodeId, Bits> = FxHashMap::default();
        for (code, rows) in std::mem::take(&mut self.rows_of) {
            let own = set(&rows);
            for above in self.codes.lineage(code) {
                by_code.entry(above).or_insert_with(|| Bits::none(count)).unite(&own);
            }
        }
        let mut assigned = vec![Bits::none(count); Dimension::COUNT];
        for (code, set) in &by_code {
            assigned[self.codes.get(*code).dimension.index()].unite(set);
        }
        let combined = set(&self.combined);
        assigned[Dimension::Phase.index()].unite(&combined);
        let repeated = firsts.iter().zip(0..).filter(|(first, row)| *first != row);
        TrialList {
            repeated: repeated.map(|(first, row)| Repeated { row, first: *first }).collect(),
            sites: Participations::new(&self.sites, &position_of, count),
            leading_units: Participations::new(&self.leading_units, &position_of, count),
            spans: self.spans,
            known: self.known,
            combined: combined.count(),
            assigned: assigned.iter().map(Bits::count).collect(),
            trials,
            years,
            by_code,
        }
    }
}
