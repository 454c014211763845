//! All facts with everything needed to prove them.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::codes::Codes;
use super::dispute::Dispute;
use super::fact::{Fact, FactId, Key};
use super::source::{Source, SourceId};
use super::takeaway::Takeaway;
use super::year::Year;

/// All figures with everything needed to prove them.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, Serialize)]
pub struct Dataset {
    codes: Codes,
    sources: Vec<Source>,
    facts: Vec<Fact>,
    disputes: Vec<Dispute>,
    takeaways: Vec<Takeaway>,
    #[serde(skip)]
    by_key: FxHashMap<Key, Vec<FactId>>,
    /// First and last year of the facts.
    #[serde(skip)]
    years: Option<(Year, Year)>,
}

impl Dataset {
    /// Puts the rows of the five files together.
    pub(super) fn new(
        codes: Codes,
        sources: Vec<Source>,
        facts: Vec<Fact>,
        disputes: Vec<Dispute>,
        takeaways: Vec<Takeaway>,
    ) -> Self {
        let mut dataset =
            Self { codes, sources, facts, disputes, takeaways, by_key: FxHashMap::default(), years: None };
        dataset.index();
        dataset
    }

    /// The dataset in the form in which the program embeds it.
    ///
    /// # Errors
    /// None is known: every part has such a form.
    pub fn to_bytes(&self) -> postcard::Result<Vec<u8>> {
        postcard::to_allocvec(self)
    }

    /// The dataset without the texts that only a number's proof shows, for the part of the program that comes first:
    /// names, notes and other values of facts, titles and addresses of sources, definitions. Ids are the same in both.
    #[must_use]
    pub fn lean(&self) -> Self {
        let mut lean = self.clone();
        lean.codes.forget_definitions();
        for source in &mut lean.sources {
            let Source { publisher, published: date, .. } = std::mem::take(source);
            *source = Source { publisher, published: date, ..Source::default() };
        }
        for fact in &mut lean.facts {
            (fact.name, fact.note) = Default::default();
        }
        for dispute in &mut lean.disputes {
            (dispute.other_text, dispute.explanation) = Default::default();
        }
        lean
    }

    /// Reads what [`Dataset::to_bytes`] wrote. Nothing is checked again: only bytes of this very program may be given.
    ///
    /// # Errors
    /// When the bytes are not such a dataset.
    pub fn from_bytes(bytes: &[u8]) -> postcard::Result<Self> {
        let mut dataset: Self = postcard::from_bytes(bytes)?;
        dataset.codes.reindex();
        dataset.index();
        Ok(dataset)
    }

    /// Makes the look-ups, which are not stored.
    fn index(&mut self) {
        let years = || self.facts.iter().map(|fact| fact.key.year);
        self.years = years().min().zip(years().max());
        for (id, fact) in (0..=u16::MAX).map(FactId).zip(&self.facts) {
            self.by_key.entry(fact.key).or_default().push(id);
        }
    }

    /// The code lists.
    pub fn codes(&self) -> &Codes {
        &self.codes
    }

    /// All facts with their ids, in file order.
    pub fn facts(&self) -> impl Iterator<Item = (FactId, &Fact)> + '_ {
        // The parser refuses more facts than fit into an id.
        (0..=u16::MAX).map(FactId).zip(&self.facts)
    }

    /// The fact behind an id.
    pub fn fact(&self, id: FactId) -> &Fact {
        &self.facts[usize::from(id.0)]
    }

    /// The fact of this name.
    pub fn fact_named(&self, name: &str) -> Option<FactId> {
        self.facts().find(|(_, fact)| fact.name == name).map(|(id, _)| id)
    }

    /// The facts with this key: several only for shares of different denominators.
    pub fn find(&self, key: &Key) -> &[FactId] {
        self.by_key.get(key).map_or(&[], Vec::as_slice)
    }

    /// The source behind an id.
    pub fn source(&self, id: SourceId) -> &Source {
        &self.sources[usize::from(id.0)]
    }

    /// All sources, in file order.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The other values that are printed for a fact.
    pub fn disputes_of(&self, fact: FactId) -> impl Iterator<Item = &Dispute> + '_ {
        self.disputes.iter().filter(move |dispute| dispute.fact == fact)
    }

    /// All disputes, in file order.
    pub fn disputes(&self) -> &[Dispute] {
        &self.disputes
    }

    /// The headline findings, in their order.
    pub fn takeaways(&self) -> &[Takeaway] {
        &self.takeaways
    }

    /// First and last year that any fact is about; nothing for an empty dataset.
    pub const fn years(&self) -> Option<(Year, Year)> {
        self.years
    }
}
