//! One trial as the list knows it, and what it knows of trials at all.

use serde::{Deserialize, Serialize};

use rustc_hash::FxHashSet;

use crate::dataset::{CodeId, Codes, Dimension, Group, Year, code_table};

code_table! {
    /// What is counted, by the measure of the figures that count it.
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
    pub enum Unit {
        /// Trials, each once.
        Trials = "trials",
        /// Sites, each once for each trial.
        Sites = "site_participations",
        /// Leading units, each once for each trial.
        LeadingUnits = "leading_unit_participations",
    }
}

code_table! {
    /// A rule by which a list is counted: what the page says beside the numbers.
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Deserialize, Serialize)]
    pub enum Rule {
        /// A trial with several codes of a breakdown counts under each, and once in totals.
        SeveralCodes = "several_codes",
        /// Rows with a registry number in common are one trial, which is as its first row says.
        OneTrialPerNumber = "one_trial_per_number",
        /// A trial that is not said to be of bioequivalence is a new-drug trial, as in the report of 2020.
        OtherwiseNewDrug = "otherwise_new_drug",
        /// A trial in two phases counts under neither, as in the reports, and is part of the whole.
        CombinedPhasesApart = "combined_phases_apart",
        /// A trial in two phases counts under each of them.
        CombinedPhasesInEach = "combined_phases_in_each",
        /// Where no column has the scope, it follows from the countries of the sites.
        ScopeFromSites = "scope_from_sites",
        /// A site counts once for each trial.
        SitesOncePerTrial = "sites_once_per_trial",
        /// Trials without a code of a breakdown are part of the whole, and are said to be not assigned.
        NotAssigned = "not_assigned",
        /// Trials without a year are in no number.
        WithoutYear = "without_year",
    }
}

/// One trial, or one row that may be the same trial as another.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Trial {
    /// The year in which it was registered.
    pub year: Option<Year>,
    /// The codes that describe it, of any dimension but the region; a code stands for those above it too.
    pub codes: Vec<CodeId>,
    /// The region of each of its sites, nothing for one whose region is not known.
    pub sites: Vec<Option<CodeId>>,
    /// The region of each of its leading units.
    pub leading_units: Vec<Option<CodeId>>,
    /// Marks of its registry numbers: rows that share one are the same trial.
    pub numbers: Vec<u64>,
    /// Whether it is in several phases, and therefore in none of them.
    pub is_in_combined_phases: bool,
}

/// What a list can be asked: the codes that some column of it can lead to.
#[derive(Clone, PartialEq, Eq, Debug, Default, Deserialize, Serialize)]
pub struct Known {
    codes: FxHashSet<CodeId>,
    /// Whether it names sites.
    pub sites: bool,
    /// Whether it names leading units.
    pub leading_units: bool,
}

/// The breakdowns of which a part follows from the others: where one part can be counted, all are.
const WHOLE: [Dimension; 2] = [Dimension::Purpose, Dimension::ProductType];

impl Known {
    /// Adds a code, and all that it stands for.
    pub fn add(&mut self, codes: &Codes, code: CodeId) {
        let dimension = codes.get(code).dimension;
        if WHOLE.contains(&dimension) {
            self.codes.extend(codes.of(dimension));
        }
        self.codes.extend(codes.lineage(code));
    }

    /// Takes a code away again.
    pub fn remove(&mut self, code: CodeId) {
        self.codes.remove(&code);
    }

    /// Whether a code can be counted.
    pub fn has(&self, code: CodeId) -> bool {
        self.codes.contains(&code)
    }

    /// Whether a group can be counted in a unit.
    pub fn has_group(&self, unit: Unit, group: &Group) -> bool {
        let (is_named, has_region) = match unit {
            Unit::Trials => (true, self.sites),
            Unit::Sites => (self.sites, self.sites),
            Unit::LeadingUnits => (self.leading_units, self.leading_units),
        };
        is_named
            && group.codes().all(|(dimension, code)| self.has(code) && (dimension != Dimension::Region || has_region))
    }
}
