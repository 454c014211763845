//! The address: what the reader asks and how the page shows it, as a query string and back.
//!
//! `?v=1&year=2024&product=biological&disease=oncology&lang=zh`. Defaults are not written.
//! Reading is forgiving: an unknown key or value is ignored, named in a [`Notice`], and never breaks the page.

mod frame;
mod message;
mod parse;
mod write;

use crate::query::{Against, Figure, Filter, Listing, Place, Selection};

pub use frame::{Frame, Lock, Mode, Part};
pub use message::{LONGEST_FIELD, PROTOCOL, Refusal, Request, TARGET, request};
pub use parse::parse;
pub use write::{encoded, query_string};

/// The version of the address that this program writes. An address without a version is read as this one.
pub const VERSION: u32 = 1;

/// The query string that asks for everything in so many words.
pub const EVERYTHING: &str = "v=1";
const _: () = assert!(VERSION == 1, "EVERYTHING names the version");

/// The language of the page, when the address names it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Language {
    /// English.
    En,
    /// Simplified Chinese.
    Zh,
}

impl Language {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::En, Self::Zh];

    /// The code in the address and in `lang` attributes.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh",
        }
    }

    /// The language of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::En => Self::Zh,
            Self::Zh => Self::En,
        }
    }
}

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum ThemeChoice {
    /// As the system has it.
    #[default]
    Auto,
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
    /// Dark ink on whatever ground the page around has.
    Transparent,
}

impl ThemeChoice {
    const ALL: [Self; 4] = [Self::Auto, Self::Light, Self::Dark, Self::Transparent];

    /// The code in the address.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Transparent => "transparent",
        }
    }

    /// The theme of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.code() == code)
    }

    /// Whether the page is dark: as chosen, else as the portal has set, else as the system is.
    pub fn is_dark(self, of_portal: Option<Self>, system_is_dark: bool) -> bool {
        match self {
            Self::Auto => match of_portal {
                None | Some(Self::Auto) => system_is_dark,
                Some(set) => set == Self::Dark,
            },
            Self::Light | Self::Transparent => false,
            Self::Dark => true,
        }
    }
}

/// Whether figures open as charts or as tables.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum View {
    /// A drawing.
    #[default]
    Chart,
    /// The same numbers as a table.
    Table,
}

impl View {
    const ALL: [Self; 2] = [Self::Chart, Self::Table];

    /// The code in the address.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Chart => "chart",
            Self::Table => "table",
        }
    }
}

/// What the page shows.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Page {
    /// The finding and the figures.
    #[default]
    Explore,
    /// All facts in one table.
    Data,
    /// What is there and what is not: years by breakdowns.
    Coverage,
    /// Two selections side by side.
    Compare,
    /// Grades, definitions, sources, reconciliation.
    Methods,
}

impl Page {
    /// All pages, in the order of the navigation.
    pub const ALL: [Self; 5] = [Self::Explore, Self::Data, Self::Coverage, Self::Compare, Self::Methods];

    /// The code in the address.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Explore => "explore",
            Self::Data => "data",
            Self::Coverage => "coverage",
            Self::Compare => "compare",
            Self::Methods => "methods",
        }
    }
}

/// A number of a figure whose proof is asked for.
#[derive(Clone, PartialEq, Debug)]
pub struct Proven {
    /// The figure, where it is another than the one that the address points at: `view` belongs to that one alone.
    pub figure: Option<&'static Figure>,
    /// Where in it.
    pub place: Place,
}

/// All that an address says.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Address {
    /// The reader's question.
    pub selection: Selection,
    /// The language, when the address names one.
    pub language: Option<Language>,
    /// The theme.
    pub theme: ThemeChoice,
    /// The figure that the address points at.
    pub figure: Option<&'static Figure>,
    /// The number whose proof is asked for.
    pub cell: Option<Proven>,
    /// The name of the fact whose proof is asked for, outside any figure.
    pub fact: Option<String>,
    /// What the page shows.
    pub page: Page,
    /// How all facts are listed.
    pub listing: Listing,
    /// What the selection is compared with.
    pub against: Option<Against>,
    /// How figures open.
    pub view: View,
    /// How the page stands inside another.
    pub frame: Frame,
}

/// The keys that are understood, in the order in which they are written.
const KEYS: [&str; 22] = [
    "v",
    "year",
    "product",
    "disease",
    "phase",
    "category",
    "population",
    "lang",
    "theme",
    "page",
    "figure",
    "cell",
    "fact",
    "against",
    "q",
    "sort",
    "statistic",
    "grade",
    "view",
    "mode",
    "hide",
    "lock",
];

/// The key of a filter.
pub const fn key(filter: Filter) -> &'static str {
    match filter {
        Filter::ProductType => "product",
        Filter::Disease => "disease",
        Filter::Phase => "phase",
        Filter::RegClass => "category",
        Filter::Population => "population",
    }
}

/// Something in an address that was ignored.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notice {
    /// The key, as far as it could be read.
    pub key: String,
    /// The value, as far as it could be read.
    pub value: String,
    /// Why it was ignored.
    pub problem: Problem,
}

/// Longest text that a notice repeats, in characters: an address can be made by anyone.
const LONGEST_ECHO: usize = 40;

impl std::fmt::Display for Notice {
    /// Key and value, short enough to be shown.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let echo = |text: &str| -> String {
            let mut echo: String = text.chars().take(LONGEST_ECHO).collect();
            if text.chars().nth(LONGEST_ECHO).is_some() {
                echo.push('…');
            }
            echo
        };
        write!(formatter, "{}={}", echo(&self.key), echo(&self.value))
    }
}

/// Why a part of an address was ignored.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Problem {
    /// No such key.
    UnknownKey,
    /// No such value for this key.
    UnknownValue,
    /// The key stands there more than once; the first counts.
    Repeated,
    /// A cell or a card of a figure that the address does not name.
    WithoutFigure,
    /// The address was written by a newer version of this page.
    NewerVersion,
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test may fail")]
mod tests;
