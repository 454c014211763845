//! Counted facts: numbers that no publication prints, made of what the reader brings.

use rustc_hash::FxHashMap;

use super::bilingual::Bilingual;
use super::codes::MeasureId;
use super::decimal::Decimal;
use super::fact::{Fact, Grade, Key, ShareOf};
use super::facts::Facts;
use super::source::{Publication, SourceId};

/// One number that was counted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Counted {
    /// What it is about.
    pub key: Key,
    /// For a share, how to widen the group to its denominator.
    pub share_of: Vec<ShareOf>,
    /// The number; percent for shares and growth.
    pub value: Decimal,
}

/// There are more numbers than facts have names for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error(
    "{count} numbers are more than the {most} that one table of facts holds: ask about fewer years or figures at a time"
)]
pub struct TooManyFacts {
    /// How many there are.
    pub count: usize,
    /// How many there may be.
    pub most: usize,
}

impl Facts {
    /// Facts that have these numbers and none of ours, with our codes: the same ids mean the same groups.
    /// The labels of some measures and the one publication say whose numbers they are.
    ///
    /// # Errors
    /// When there are more numbers than facts have names for.
    pub fn counted(
        &self,
        labels: impl IntoIterator<Item = (MeasureId, Bilingual)>,
        publication: Publication,
        numbers: Vec<Counted>,
    ) -> Result<Self, TooManyFacts> {
        let most = usize::from(u16::MAX);
        if numbers.len() > most {
            return Err(TooManyFacts { count: numbers.len(), most });
        }
        let mut codes = self.codes.clone();
        for (measure, label) in labels {
            codes.relabel(measure, label);
        }
        let fact = |Counted { key, share_of, value }| Fact {
            key,
            share_of,
            value,
            qualifier: None,
            grade: Grade::A,
            sources: vec![SourceId(0)],
            report: None,
        };
        let mut facts = Self {
            codes,
            publications: vec![publication],
            facts: numbers.into_iter().map(fact).collect(),
            disputed: Vec::new(),
            by_key: FxHashMap::default(),
            years: None,
            first_own: None,
            is_counted: true,
        };
        facts.index();
        Ok(facts)
    }
}
