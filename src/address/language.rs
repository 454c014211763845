//! The languages of the page.

use crate::dataset::code_table;

code_table! {
    /// The language of the page, when the address names it.
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
    pub enum Language {
        /// English: what is read where nothing says which language.
        #[default]
        En = "en",
        /// Simplified Chinese.
        Zh = "zh",
    }
}

impl Language {
    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::En => Self::Zh,
            Self::Zh => Self::En,
        }
    }
}
