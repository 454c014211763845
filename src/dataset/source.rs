//! Who prints the facts: the rows of `sources.csv`.

use serde::{Deserialize, Serialize};

use super::bilingual::Bilingual;
use super::year::Year;

/// Stands for one source of [`super::facts::Facts`], which hands them out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Deserialize, Serialize)]
pub struct SourceId(pub(super) u16);

/// A publication as far as a figure names it: who printed it, and when.
#[derive(Clone, PartialEq, Eq, Debug, Default, Deserialize, Serialize)]
pub struct Publication {
    /// Publisher, with the mirror named where the page is one; the same in both languages where it has no Chinese name.
    pub publisher: Bilingual,
    /// Date of publication as far as known: `2025`, `2026-06`, `2025-07-21`; may be empty.
    pub published: String,
}

/// A publication that prints facts: a row of `sources.csv`.
#[derive(Clone, PartialEq, Eq, Debug, Default, Deserialize, Serialize)]
pub struct Source {
    /// The row's own name.
    pub name: String,
    /// Title; in square brackets where it is a description.
    pub title: String,
    /// Publisher, with the mirror named where the page is one; stored once, with the facts.
    #[serde(skip)]
    pub publisher: Bilingual,
    /// Address; empty where none is known.
    pub url: String,
    /// Date of publication as far as known: `2025`, `2026-06`, `2025-07-21`; may be empty; stored once, with the facts.
    #[serde(skip)]
    pub published: String,
    /// Language code of the page: `en`, `zh`, `ja`.
    pub language: String,
    /// Code of the kind of source in `codes.csv`.
    pub kind: String,
    /// The edition of the report that it is about; nothing for one that is about other populations.
    pub about_report: Option<Year>,
}

impl Source {
    /// What a figure names of it.
    pub(super) fn publication(&self) -> Publication {
        Publication { publisher: self.publisher.clone(), published: self.published.clone() }
    }

    /// Whether the page is a copy on a domain that is not the publisher's: named, but not linked.
    pub fn is_mirror(&self) -> bool {
        self.publisher.en.contains("mirror")
    }

    /// The address to link to: none where none is known, and none of a mirror.
    pub fn link(&self) -> Option<&str> {
        (!self.url.is_empty() && !self.is_mirror()).then_some(self.url.as_str())
    }
}
