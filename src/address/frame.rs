//! Embedding: which parts of the page are shown inside another page, and which filters are fixed.

use super::keys::key;
use crate::dataset::code_table;
use crate::query::{Filter, Selection};

code_table! {
    /// How much of the page is shown.
    #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
    pub enum Mode {
        /// The whole page.
        #[default]
        Full = "full",
        /// Without head and outer margin, for a frame.
        Embed = "embed",
        /// One figure alone with its source.
        Card = "card",
        /// What works where the page stands, for those who run the portal.
        SelfTest = "selftest",
    }
}

code_table! {
    /// A part of the page that can be hidden.
    #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
    pub enum HideablePart {
        /// Title, views, search, language and theme.
        Header = "header",
        /// The dropdowns; what is chosen stays named.
        Filters = "filters",
        /// The row of headline numbers.
        Headline = "headline",
        /// The last line of the page.
        Footer = "footer",
        /// Everything that hands over a file.
        Downloads = "downloads",
    }
}

/// A filter that the reader cannot change.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Lock {
    /// The year or years.
    Years,
    /// What is chosen in a filter.
    Codes(Filter),
}

impl Lock {
    /// All filters that can be fixed, in the order of the filter bar.
    pub const ALL: [Self; 6] = [
        Self::Years,
        Self::Codes(Filter::ProductType),
        Self::Codes(Filter::Disease),
        Self::Codes(Filter::Phase),
        Self::Codes(Filter::RegClass),
        Self::Codes(Filter::Population),
    ];

    /// The key of the filter in the address.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Years => "year",
            Self::Codes(filter) => key(filter),
        }
    }
}

/// How the page stands inside another page. The reader cannot change it: only an address can.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Frame {
    /// How much of the page is shown.
    pub mode: Mode,
    /// What is hidden, in the order of the address.
    pub hide: Vec<HideablePart>,
    /// The filters that are fixed, in the order of the address.
    pub lock: Vec<Lock>,
}

impl Frame {
    /// Whether a filter is fixed.
    pub fn fixes(&self, lock: Lock) -> bool {
        self.lock.contains(&lock)
    }

    /// What remains of a choice: fixed filters stay as they are in `fixed`.
    #[must_use]
    pub fn keep(&self, fixed: &Selection, chosen: Selection) -> Selection {
        self.lock.iter().fold(chosen, |chosen, lock| match *lock {
            Lock::Years => chosen.with_years(fixed.years),
            Lock::Codes(filter) => chosen.with_codes(filter, fixed.codes(filter).iter().copied()),
        })
    }
}
