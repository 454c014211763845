//! The facts: everything that it takes to slice a figure, to draw it and to say a sentence.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::codes::{Codes, MeasureId};
use super::fact::{Fact, FactId, Key};
use super::origin::Origin;
use super::source::{Publication, SourceId};
use super::year::Year;

/// All facts with their codes and publications: what the page starts with. Their texts are in the [`super::library::Library`].
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, Serialize)]
pub struct Facts {
    pub(super) codes: Codes,
    pub(super) publications: Vec<Publication>,
    pub(super) facts: Vec<Fact>,
    /// The facts for which another value is printed too, each once, in file order.
    pub(super) disputed: Vec<FactId>,
    #[serde(skip)]
    pub(super) by_key: FxHashMap<Key, Vec<FactId>>,
    /// First and last year of the facts of the reports.
    #[serde(skip)]
    pub(super) years: Option<(Year, Year)>,
    /// The first of the facts that the reader has entered, which stand behind all others; nothing without an overlay.
    #[serde(skip)]
    pub(super) first_own: Option<FactId>,
    /// Whether they are counted from what the reader brings, instead of printed.
    #[serde(skip)]
    pub(super) is_counted: bool,
}

impl Facts {
    /// The facts in the form in which the program embeds them.
    ///
    /// # Errors
    /// None is known: every part has such a form.
    pub fn to_bytes(&self) -> postcard::Result<Vec<u8>> {
        postcard::to_allocvec(self)
    }

    /// Reads what [`Facts::to_bytes`] wrote. Nothing is checked again: only bytes of this very program may be given.
    ///
    /// # Errors
    /// When the bytes are no such facts.
    pub fn from_bytes(bytes: &[u8]) -> postcard::Result<Self> {
        let mut facts: Self = postcard::from_bytes(bytes)?;
        facts.codes.reindex();
        facts.index();
        Ok(facts)
    }

    /// Makes the look-ups, which are not stored.
    pub(super) fn index(&mut self) {
        self.years = self.span(|fact| self.origin_of(fact) == Origin::Reports);
        for (id, fact) in (0..=u16::MAX).map(FactId).zip(&self.facts) {
            self.by_key.entry(fact.key).or_default().push(id);
        }
    }

    /// The code lists.
    pub fn codes(&self) -> &Codes {
        &self.codes
    }

    /// All facts with their ids, in file order: those of the reports, and then those of other populations.
    pub fn all(&self) -> impl Iterator<Item = (FactId, &Fact)> + '_ {
        // The parser refuses more facts than fit into an id.
        (0..=u16::MAX).map(FactId).zip(&self.facts)
    }

    /// The facts of one origin with their ids, in file order.
    pub fn of(&self, origin: Origin) -> impl Iterator<Item = (FactId, &Fact)> + '_ {
        self.all().filter(move |(_, fact)| self.origin_of(fact) == origin)
    }

    /// Whose number a fact is.
    pub fn origin_of(&self, fact: &Fact) -> Origin {
        self.codes.measure_of(fact.key.measure).origin
    }

    /// The fact behind an id.
    pub fn fact(&self, id: FactId) -> &Fact {
        &self.facts[usize::from(id.0)]
    }

    /// The facts with this key: several only for shares of different denominators.
    pub fn find(&self, key: &Key) -> &[FactId] {
        self.by_key.get(key).map_or(&[], Vec::as_slice)
    }

    /// Who printed a source, and when.
    pub fn publication(&self, id: SourceId) -> &Publication {
        &self.publications[usize::from(id.0)]
    }

    /// Whether another value is printed for a fact too.
    pub fn is_disputed(&self, fact: FactId) -> bool {
        self.disputed.binary_search(&fact).is_ok()
    }

    /// Whether the reader has entered a fact.
    pub fn is_own(&self, fact: FactId) -> bool {
        self.first_own.is_some_and(|first| fact >= first)
    }

    /// Whether they are counted from what the reader brings: what is missing is not there, instead of not printed.
    pub const fn is_counted(&self) -> bool {
        self.is_counted
    }

    /// Whether the reader has entered any fact.
    pub fn has_own(&self) -> bool {
        self.first_own.is_some_and(|first| usize::from(first.0) < self.facts.len())
    }

    /// First and last year that any fact of the reports is about, which are the years that a reader can choose;
    /// nothing where there is no fact.
    pub const fn years(&self) -> Option<(Year, Year)> {
        self.years
    }

    /// First and last year of a measure: those of the reports for a measure of theirs, otherwise its own.
    pub fn years_of(&self, measure: MeasureId) -> Option<(Year, Year)> {
        match self.codes.measure_of(measure).origin {
            Origin::Reports => self.years,
            Origin::World => self.span(|fact| fact.key.measure == measure),
        }
    }

    /// First and last year of some facts.
    fn span(&self, is_meant: impl Fn(&Fact) -> bool) -> Option<(Year, Year)> {
        let years = || self.facts.iter().filter(|fact| is_meant(fact)).map(|fact| fact.key.year);
        years().min().zip(years().max())
    }
}
