//! A list of trials as sets of codes, in which any group is counted in a moment.

use serde::{Deserialize, Serialize};

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::bits::Bits;
use super::participations::Participations;
use super::trial::{Known, Unit};
use crate::dataset::{CodeId, Dimension, Group, Year};
use crate::trials::read::RowSpan;

/// A row that is the same trial as an earlier one.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, Serialize)]
pub struct Repeated {
    /// The row, counted from 0.
    pub row: u32,
    /// The first row of the trial.
    pub first: u32,
}

/// A list of trials: the codes of each, and where its row stands in the file.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, Serialize)]
pub struct TrialList {
    pub(super) spans: Vec<RowSpan>,
    pub(super) repeated: Vec<Repeated>,
    pub(super) known: Known,
    /// The row of each trial, year by year, and those without a year last.
    pub(super) trials: Vec<u32>,
    /// Each year that has trials, with the position where its trials end.
    pub(super) years: Vec<(Year, usize)>,
    pub(super) by_code: FxHashMap<CodeId, Bits>,
    pub(super) combined: u32,
    /// How many trials have any code of a dimension.
    pub(super) assigned: Vec<u32>,
    pub(super) sites: Participations,
    pub(super) leading_units: Participations,
}

impl TrialList {
    /// How many trials there are.
    pub const fn len(&self) -> usize {
        self.trials.len()
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.trials.is_empty()
    }

    /// How many rows there are: trials, and rows that repeat one.
    pub const fn rows(&self) -> usize {
        self.spans.len()
    }

    /// Where a row stands in the file.
    pub fn row_span(&self, row: u32) -> Option<RowSpan> {
        self.spans.get(row as usize).copied()
    }

    /// The rows that are the same trial as an earlier one.
    pub fn repeated(&self) -> &[Repeated] {
        &self.repeated
    }

    /// What can be asked of it.
    pub const fn known(&self) -> &Known {
        &self.known
    }

    /// First and last year of its trials; nothing where none has a year.
    pub fn years(&self) -> Option<(Year, Year)> {
        Some((self.years.first()?.0, self.years.last()?.0))
    }

    /// How many trials have no year, and are in no number.
    pub fn without_year(&self) -> usize {
        self.trials.len() - self.years.last().map_or(0, |(_, end)| *end)
    }

    /// How many trials have no code of a dimension: no phase, one or several; no site whose region is known.
    pub fn not_assigned(&self, dimension: Dimension) -> usize {
        let assigned = match dimension {
            Dimension::Region => self.with_known_sites().count(),
            _ => self.assigned.get(dimension.index()).copied().unwrap_or_default(),
        };
        self.trials.len() - assigned as usize
    }

    /// The trials with a site whose region is known.
    fn with_known_sites(&self) -> Bits {
        let mut known = Bits::none(self.trials.len());
        for region in self.sites.regions() {
            known.unite(&self.sites.trials(Some(region), self.trials.len()));
        }
        known
    }

    /// How many trials are in several phases, and therefore in none.
    pub const fn in_combined_phases(&self) -> u32 {
        self.combined
    }

    /// The positions of a year's trials.
    pub(super) fn span(&self, year: Year) -> (usize, usize) {
        match self.years.binary_search_by_key(&year, |(year, _)| *year) {
            Ok(found) => (found.checked_sub(1).map_or(0, |before| self.years[before].1), self.years[found].1),
            Err(_) => (0, 0),
        }
    }

    /// The trials with a code of a dimension, for counting in a unit.
    pub(super) fn with_code(&self, unit: Unit, dimension: Dimension, code: CodeId) -> Cow<'_, Bits> {
        let trials = self.trials.len();
        match (dimension, unit) {
            (Dimension::Region, Unit::LeadingUnits) => Cow::Owned(self.leading_units.trials(Some(code), trials)),
            (Dimension::Region, _) => Cow::Owned(self.sites.trials(Some(code), trials)),
            _ => self.by_code.get(&code).map_or_else(|| Cow::Owned(Bits::none(trials)), Cow::Borrowed),
        }
    }

    /// The rows of the trials of a group in a year, in the order of the file: what stands behind a number.
    /// For sites and leading units the trials that have any.
    pub fn rows_of(&self, unit: Unit, group: &Group, year: Year) -> impl Iterator<Item = u32> + use<'_> {
        let mut set = match unit {
            Unit::Trials => Bits::all(self.trials.len()),
            Unit::Sites => self.sites.trials(None, self.trials.len()),
            Unit::LeadingUnits => self.leading_units.trials(None, self.trials.len()),
        };
        for (dimension, code) in group.codes() {
            set.intersect(&self.with_code(unit, dimension, code));
        }
        let (start, end) = self.span(year);
        set.positions(start, end).filter_map(|position| self.trials.get(position).copied())
    }

    /// Bytes that the columns take: sets of codes, order, and spans of the rows.
    pub fn bytes(&self) -> usize {
        self.by_code.values().map(Bits::bytes).sum::<usize>()
            + self.sites.bytes()
            + self.leading_units.bytes()
            + self.trials.len() * size_of::<u32>()
            + self.spans.len() * size_of::<RowSpan>()
            + self.repeated.len() * size_of::<Repeated>()
    }
}
