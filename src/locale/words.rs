//! Translation context: the facts, or the whole library, with the language of the reader.

use super::messages::Phrase;
use crate::address::Language;
use crate::dataset::{Bilingual, CodeId, Dimension, Facts, Library};
use crate::query::Text;

/// The facts seen by a reader of one language: all that the first module of the page says.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// Where labels come from.
    pub facts: &'a Facts,
    /// The reader's language.
    pub language: Language,
}

impl Facts {
    /// The words for these facts in a language.
    pub const fn words(&self, language: Language) -> Words<'_> {
        Words { facts: self, language }
    }
}

/// The library seen by a reader of one language: what proofs, sources, notes and the views of their own say,
/// beside everything that [`Words`] say.
#[derive(Clone, Copy, Debug)]
pub struct LibraryWords<'a> {
    words: Words<'a>,
    /// Where names, notes, definitions and sources come from.
    pub library: Library<'a>,
}

impl<'a> Library<'a> {
    /// The words for this library in a language.
    pub const fn words(self, language: Language) -> LibraryWords<'a> {
        LibraryWords { words: self.facts().words(language), library: self }
    }
}

impl<'a> std::ops::Deref for LibraryWords<'a> {
    type Target = Words<'a>;

    fn deref(&self) -> &Words<'a> {
        &self.words
    }
}

impl<'a> Words<'a> {
    /// A fixed text.
    pub fn say(&self, message: impl Phrase) -> &'static str {
        message.text(self.language)
    }

    /// What stands between a name and what is said of it.
    pub const fn colon(&self) -> &'static str {
        match self.language {
            Language::En => ": ",
            Language::Zh => "：",
        }
    }

    /// The reader's half of a text of the dataset.
    pub fn pick<'b>(&self, text: &'b Bilingual) -> &'b str {
        match self.language {
            Language::En => &text.en,
            Language::Zh => &text.zh,
        }
    }

    /// The reader's half of a fixed text.
    pub const fn text(&self, text: Text) -> &'static str {
        match self.language {
            Language::En => text.en,
            Language::Zh => text.zh,
        }
    }

    /// The label of a code.
    pub fn code(&self, code: CodeId) -> &'a str {
        let label = &self.facts.codes().get(code).label;
        match self.language {
            Language::En => &label.en,
            Language::Zh => &label.zh,
        }
    }

    /// The name of a dimension.
    pub fn dimension(&self, dimension: Dimension) -> &str {
        self.term("dimension", dimension.code())
    }

    /// The label of a dimension name, statistic, qualifier, grade or kind of source; the code itself where there is none.
    pub fn term<'b>(&'b self, list: &'static str, code: &'b str) -> &'b str {
        self.facts.codes().term(list, code).map_or(code, |term| self.pick(&term.label))
    }
}
