//! The words of one language: labels of data, and the reader's half of every text.

use super::messages::Phrase;
use crate::address::Language;
use crate::dataset::{Bilingual, CodeId, Dataset, Dimension};
use crate::query::Text;

/// The dataset seen by a reader of one language.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// Where labels come from.
    pub dataset: &'a Dataset,
    /// The reader's language.
    pub language: Language,
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
        let label = &self.dataset.codes().get(code).label;
        match self.language {
            Language::En => &label.en,
            Language::Zh => &label.zh,
        }
    }

    /// The name of a dimension.
    pub fn dimension(&self, dimension: Dimension) -> &str {
        self.term("dimension", dimension.column())
    }

    /// The label of a dimension name, statistic, qualifier, grade or kind of source; the code itself where there is none.
    pub fn term<'b>(&'b self, list: &'static str, code: &'b str) -> &'b str {
        self.dataset.codes().term(list, code).map_or(code, |term| self.pick(&term.label))
    }
}
