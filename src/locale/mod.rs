//! The page's two languages: labels, numbers, sentences and messages.
//!
//! Labels of data come from `codes.csv`; everything else that a reader sees stands in `messages`.

mod cell;
mod chart;
mod describe;
pub mod glossary;
mod headline;
mod messages;
pub mod methods;
mod notes;
mod number;
mod proof;
mod provenance;
mod self_test;
mod sentence;
mod views;

use crate::dataset::{Bilingual, CodeId, Dataset, Dimension};
use crate::query::Text;

pub use crate::address::Language;
pub use headline::Line;
pub use messages::{Late, Message, Phrase};
pub use proof::ProofLine;
pub use self_test::Check;
pub use sentence::{Span, memo_text, plain_text};

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
