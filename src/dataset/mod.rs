//! The dataset: printed figures, their codes, sources and disputes; reading them and reconciling them.
//!
//! This room knows nothing of selections, charts, languages of the page or the browser.
//! The files are described in `public/data/datapackage.json`.

mod codes;
mod decimal;
mod dimension;
mod distinct;
mod error;
mod fact;
mod parse;
mod reconcile;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

pub use codes::{Code, CodeId, Codes, Measure, MeasureId, TERM_LISTS, Term};
pub use decimal::{Decimal, NotDecimal};
pub use dimension::Dimension;
pub use distinct::distinct;
pub use error::{Error, ErrorKind, File, Position};
pub use fact::{Fact, FactId, Grade, Group, Key, Qualifier, ShareOf, SourceId, Statistic, Year};
pub use reconcile::{Check, Finding, Gap, Reconciliation, Severity, reconcile};

/// A text in both languages of the page.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default, Deserialize, Serialize)]
pub struct Bilingual {
    /// English.
    pub en: String,
    /// Simplified Chinese.
    pub zh: String,
}

impl Bilingual {
    /// Whether there is no text in either language.
    pub fn is_empty(&self) -> bool {
        self.en.is_empty() && self.zh.is_empty()
    }
}

/// A publication that prints figures: a row of `sources.csv`.
#[derive(Clone, PartialEq, Eq, Debug, Default, Deserialize, Serialize)]
pub struct Source {
    /// The row's own name.
    pub name: String,
    /// Title; in square brackets where it is a description.
    pub title: String,
    /// Publisher, with the mirror named where the page is one.
    pub publisher: String,
    /// Address; empty where none is known.
    pub url: String,
    /// Date of publication as far as known: `2025`, `2026-06`, `2025-07-21`; may be empty.
    pub published: String,
    /// Language code of the page: `en`, `zh`, `ja`.
    pub language: String,
    /// Code of the kind of source in `codes.csv`.
    pub kind: String,
    /// The edition of the report that it is about.
    pub about_report: Year,
}

impl Source {
    /// Whether the page is a copy on a domain that is not the publisher's: named, but not linked.
    pub fn is_mirror(&self) -> bool {
        self.publisher.contains("mirror")
    }

    /// The address to link to: none where none is known, and none of a mirror.
    pub fn link(&self) -> Option<&str> {
        (!self.url.is_empty() && !self.is_mirror()).then_some(self.url.as_str())
    }
}

/// A credible other value for a fact: a row of `disputes.csv`.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, Serialize)]
pub struct Dispute {
    /// The fact that is disputed.
    pub fact: FactId,
    /// The other value as the source words it.
    pub other_text: String,
    /// The other value, where it is a plain number.
    pub other_value: Option<Decimal>,
    /// Who prints it.
    pub source: SourceId,
    /// Why it is not the value that is kept.
    pub explanation: Bilingual,
}

/// A headline finding: a row of `takeaways.csv`.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, Serialize)]
pub struct Takeaway {
    /// Position among the findings.
    pub order: u16,
    /// Short title.
    pub title: Bilingual,
    /// The finding in one to three sentences; every number in it is one of `facts`.
    pub text: Bilingual,
    /// The facts that prove it; never empty.
    pub facts: Vec<FactId>,
}

/// The bytes of the five data files.
#[derive(Clone, Copy, Debug)]
pub struct Files<'a> {
    /// `codes.csv`
    pub codes: &'a [u8],
    /// `sources.csv`
    pub sources: &'a [u8],
    /// `facts.csv`
    pub facts: &'a [u8],
    /// `disputes.csv`
    pub disputes: &'a [u8],
    /// `takeaways.csv`
    pub takeaways: &'a [u8],
}

impl Files<'static> {
    /// The files that are embedded in the program.
    pub const SHIPPED: Self = Self {
        codes: include_bytes!("../../public/data/codes.csv"),
        sources: include_bytes!("../../public/data/sources.csv"),
        facts: include_bytes!("../../public/data/facts.csv"),
        disputes: include_bytes!("../../public/data/disputes.csv"),
        takeaways: include_bytes!("../../public/data/takeaways.csv"),
    };
}

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
    /// Reads the five files.
    ///
    /// # Errors
    /// The first thing that is wrong, with its file, line and column, and what was expected.
    pub fn parse(files: &Files<'_>) -> Result<Self, Error> {
        parse::parse(files)
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
