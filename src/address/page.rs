//! The views of the page.

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
