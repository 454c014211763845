//! The library: the facts with everything that is written about them.

use super::bilingual::Bilingual;
use super::codes::{CodeId, MeasureId, OWN_KIND, Term};
use super::dispute::Dispute;
use super::fact::{FactId, Grade};
use super::facts::Facts;
use super::own::Own;
use super::source::{Source, SourceId};
use super::takeaway::Takeaway;
use super::texts::Texts;

/// [`Facts`] and their [`Texts`]: names, notes, sources, disputes and definitions. What asks for these asks for a library,
/// so that it cannot be called with facts alone, which would silently say nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Library<'a> {
    facts: &'a Facts,
    texts: &'a Texts,
}

impl<'a> Library<'a> {
    /// Facts with the texts that were read with them.
    pub const fn new(facts: &'a Facts, texts: &'a Texts) -> Self {
        Self { facts, texts }
    }

    /// The facts alone.
    pub const fn facts(self) -> &'a Facts {
        self.facts
    }

    /// The texts alone.
    pub(super) const fn texts(self) -> &'a Texts {
        self.texts
    }

    /// What the reader has entered.
    pub const fn own(self) -> &'a Own {
        &self.texts.own
    }

    /// Whether a source stands for what the reader has entered.
    pub fn is_own_source(self, id: SourceId) -> bool {
        self.source(id).kind == OWN_KIND
    }

    /// The name of a fact in `facts.csv`, stable between versions of the data.
    pub fn name(self, fact: FactId) -> &'a str {
        &self.texts.names[usize::from(fact.0)]
    }

    /// The fact of this name.
    pub fn fact_named(self, name: &str) -> Option<FactId> {
        let position = self.texts.names.iter().position(|other| other == name)?;
        u16::try_from(position).ok().map(FactId)
    }

    /// What to know before quoting a fact; may be empty.
    pub fn note(self, fact: FactId) -> &'a Bilingual {
        &self.texts.notes[usize::from(fact.0)]
    }

    /// The source behind an id.
    pub fn source(self, id: SourceId) -> &'a Source {
        &self.texts.sources[usize::from(id.0)]
    }

    /// All sources, in file order.
    pub fn sources(self) -> &'a [Source] {
        &self.texts.sources
    }

    /// The kind of a source, by its code.
    pub fn kind(self, code: &str) -> Option<&'a Term> {
        self.texts.kinds.iter().find(|kind| kind.code == code)
    }

    /// The other values that are printed for a fact.
    pub fn disputes_of(self, fact: FactId) -> impl Iterator<Item = &'a Dispute> {
        self.texts.disputes.iter().filter(move |dispute| dispute.fact == fact)
    }

    /// All disputes, in file order.
    pub fn disputes(self) -> &'a [Dispute] {
        &self.texts.disputes
    }

    /// The headline findings, in their order.
    pub fn takeaways(self) -> &'a [Takeaway] {
        &self.texts.takeaways
    }

    /// What a code means, where its label does not say it; may be empty.
    pub fn code_definition(self, code: CodeId) -> &'a Bilingual {
        &self.texts.definitions.codes[usize::from(code.0)]
    }

    /// What a measure means.
    pub fn measure_definition(self, measure: MeasureId) -> &'a Bilingual {
        &self.texts.definitions.measures[usize::from(measure.0)]
    }

    /// What a grade means.
    pub fn grade_definition(self, grade: Grade) -> &'a Bilingual {
        &self.texts.definitions.grades[grade as usize]
    }
}
