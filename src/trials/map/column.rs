//! One column of a list: what its values mean, and how many of them mean it.

use serde::{Deserialize, Serialize};

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::field::Field;
use super::keywords::{Found, Matcher};
use super::profile::{Profile, normal};
use super::region;
use super::values::{ages_of, category_of, phases_of, year_of};
use crate::dataset::{CodeId, Codes, Dimension};

/// The phases, in the order of their bits.
const PHASES: [&str; 4] = ["I", "II", "III", "IV"];

/// What a value means.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Meaning {
    /// The codes that it stands for.
    pub(super) codes: Vec<CodeId>,
    /// The region of each site that it names.
    pub(super) regions: Vec<Option<CodeId>>,
    /// The phases that it names, as bits.
    pub(super) phases: u8,
}

impl Meaning {
    /// What the reader has decided.
    fn decided(codes: &Codes, own: &[CodeId]) -> Self {
        let mut meaning = Self::default();
        for id in own {
            let code = codes.get(*id);
            match (code.dimension, PHASES.iter().position(|phase| code.code == *phase)) {
                (Dimension::Phase, Some(bit)) => meaning.phases |= 1 << bit,
                (Dimension::Region, _) => meaning.regions.push(Some(*id)),
                _ => meaning.codes.push(*id),
            }
        }
        meaning
    }

    fn is_some(&self) -> bool {
        !self.codes.is_empty() || self.phases != 0 || self.regions.iter().any(Option::is_some)
    }
}

/// A value of a column, how often it stands there, and what it is taken for.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, Serialize)]
pub struct ValueCount {
    /// The value, as its first row has it.
    pub value: String,
    /// In how many rows it stands.
    pub rows: u32,
    /// What it is taken for; nothing where it is not assigned.
    pub codes: Vec<CodeId>,
}

/// What the values of a column are taken for.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, Serialize)]
pub struct ColumnReport {
    /// The column's name.
    pub column: String,
    /// What it says of a trial; nothing for one that is not looked at.
    pub field: Option<Field>,
    /// Rows in which it is empty.
    pub empty: u32,
    /// Rows in which it is taken for something.
    pub matched: u32,
    /// Rows in which it has a value that means nothing.
    pub unmatched: u32,
    /// Its commonest values, commonest first.
    pub values: Vec<ValueCount>,
    /// Whether it has more different values than were counted one by one.
    pub has_more_values: bool,
}

/// How many different values are counted one by one, of a column and of all columns together, and how long they may be.
const VALUES: usize = 4_096;
const ALL_VALUES: usize = 1 << 17;
const VALUE_BYTES: usize = 200;

/// A column with what is known of its values so far.
pub(super) struct Column {
    pub(super) position: usize,
    pub(super) field: Field,
    name: String,
    matcher: Rc<Matcher>,
    corrections: FxHashMap<String, Vec<CodeId>>,
    seen: FxHashMap<String, (u32, Meaning)>,
    most_values: usize,
    has_more_values: bool,
    empty: u32,
    matched: u32,
    unmatched: u32,
    found: Vec<Found>,
}

impl Column {
    pub(super) fn new(position: usize, name: &str, field: Field, matcher: Rc<Matcher>, profile: &Profile) -> Self {
        let own = profile.values.iter().filter(|((of, _), _)| *of == field);
        Self {
            position,
            field,
            name: name.to_owned(),
            matcher,
            corrections: own.map(|((_, value), codes)| (value.clone(), codes.clone())).collect(),
            seen: FxHashMap::default(),
            most_values: VALUES,
            has_more_values: false,
            empty: 0,
            matched: 0,
            unmatched: 0,
            found: Vec::new(),
        }
    }

    /// Counts fewer values one by one, as one of many columns.
    pub(super) fn share_room(&mut self, columns: usize) {
        self.most_values = VALUES.min(ALL_VALUES / columns.max(1));
    }

    /// What a value means, handed on to `take`; most values stand in many rows and are read once.
    pub(super) fn read(&mut self, codes: &Codes, value: &str, take: impl FnOnce(&Meaning)) {
        let value = value.trim();
        if value.is_empty() {
            self.empty += 1;
            return;
        }
        if let Some((rows, meaning)) = self.seen.get_mut(value) {
            *rows += 1;
            let count = if is_read(self.field, value, meaning) { &mut self.matched } else { &mut self.unmatched };
            *count += 1;
            take(meaning);
            return;
        }
        let meaning = self.meaning(codes, value);
        let count = if is_read(self.field, value, &meaning) { &mut self.matched } else { &mut self.unmatched };
        *count += 1;
        take(&meaning);
        if self.seen.len() < self.most_values && value.len() <= VALUE_BYTES {
            self.seen.insert(value.to_owned(), (1, meaning));
        } else {
            self.has_more_values = true;
        }
    }

    fn meaning(&mut self, codes: &Codes, value: &str) -> Meaning {
        if let Some(own) = self.corrections.get(&normal(value)) {
            return Meaning::decided(codes, own);
        }
        let of =
            |dimension, code: Option<&str>| code.and_then(|code| codes.find(dimension, code)).into_iter().collect();
        let mut meaning = Meaning::default();
        match self.field {
            Field::Sites | Field::LeadingUnits => {
                meaning.regions = region::regions_of(codes, &self.matcher, value, &mut self.found);
            }
            Field::RegClass => meaning.codes = of(Dimension::RegClass, category_of(value)),
            Field::Population => meaning.codes = of(Dimension::Population, ages_of(value)),
            Field::Phase => meaning.phases = phases_of(value),
            _ => {}
        }
        if !matches!(self.field, Field::Sites | Field::LeadingUnits) {
            self.matcher.find(value, &mut self.found);
            for found in &self.found {
                if !meaning.codes.contains(&found.code) {
                    meaning.codes.push(found.code);
                }
            }
        }
        meaning
    }

    /// What the column's values are taken for.
    pub(super) fn report(&self, codes: &Codes, most: usize) -> ColumnReport {
        let phases = |bits: u8| {
            let all = PHASES.into_iter().enumerate();
            let meant = all.filter(move |(bit, _)| bits & (1 << bit) != 0);
            meant.filter_map(|(_, name)| codes.find(Dimension::Phase, name))
        };
        let value = |(value, (rows, meaning)): (&String, &(u32, Meaning))| ValueCount {
            value: value.clone(),
            rows: *rows,
            codes: meaning
                .codes
                .iter()
                .copied()
                .chain(meaning.regions.iter().copied().flatten())
                .chain(phases(meaning.phases))
                .collect(),
        };
        let mut values: Vec<ValueCount> = self.seen.iter().map(value).collect();
        values.sort_by(|one, other| other.rows.cmp(&one.rows).then_with(|| one.value.cmp(&other.value)));
        values.truncate(most);
        ColumnReport {
            column: self.name.clone(),
            field: Some(self.field),
            empty: self.empty,
            matched: self.matched,
            unmatched: self.unmatched,
            values,
            has_more_values: self.has_more_values,
        }
    }
}

/// Whether something was understood of a value.
fn is_read(field: Field, value: &str, meaning: &Meaning) -> bool {
    match field {
        Field::RegistryNumber | Field::OtherNumbers | Field::Enrolment => {
            value.bytes().any(|byte| byte.is_ascii_digit())
        }
        Field::Date | Field::StartDate | Field::FirstConsentDate | Field::CompletionDate => year_of(value).is_some(),
        Field::MonitoringCommittee | Field::Title => true,
        _ => meaning.is_some(),
    }
}
