//! Lazy-loaded data: the texts that only a proof or a view of its own shows, in the form in which the program embeds them.

use serde::{Deserialize, Serialize};

use super::bilingual::Bilingual;
use super::codes::Term;
use super::dispute::Dispute;
use super::facts::Facts;
use super::own::Own;
use super::source::Source;
use super::takeaway::Takeaway;

/// What [`Facts`] leave out: each list stands in the order of their ids. [`super::library::Library`] looks things up in it.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, Serialize)]
pub struct Texts {
    /// The name of each fact.
    pub(super) names: Vec<String>,
    /// What to know before quoting each fact; may be empty.
    pub(super) notes: Vec<Bilingual>,
    pub(super) sources: Vec<Source>,
    pub(super) disputes: Vec<Dispute>,
    pub(super) takeaways: Vec<Takeaway>,
    pub(super) definitions: Definitions,
    /// The kinds of source.
    pub(super) kinds: Vec<Term>,
    /// What the reader has entered; nothing without an overlay.
    #[serde(skip)]
    pub(super) own: Own,
}

/// What codes, measures and grades mean, where the label does not say it; may be empty.
#[derive(Clone, PartialEq, Eq, Debug, Default, Deserialize, Serialize)]
pub(super) struct Definitions {
    pub(super) codes: Vec<Bilingual>,
    pub(super) measures: Vec<Bilingual>,
    /// In the order of [`super::fact::Grade::ALL`].
    pub(super) grades: Vec<Bilingual>,
}

impl Texts {
    /// The texts in the form in which the program embeds them.
    ///
    /// # Errors
    /// None is known: every part has such a form.
    pub fn to_bytes(&self) -> postcard::Result<Vec<u8>> {
        postcard::to_allocvec(self)
    }

    /// Reads what [`Texts::to_bytes`] wrote, and puts back what is stored with their facts.
    /// Nothing is checked again: only bytes of this very program may be given.
    ///
    /// # Errors
    /// When the bytes are no such texts.
    pub fn from_bytes(bytes: &[u8], facts: &Facts) -> postcard::Result<Self> {
        let mut texts: Self = postcard::from_bytes(bytes)?;
        for (source, publication) in texts.sources.iter_mut().zip(&facts.publications) {
            source.publisher.clone_from(&publication.publisher);
            source.published.clone_from(&publication.published);
        }
        Ok(texts)
    }
}
