//! Views: what the page shows.

use crate::dataset::code_table;

code_table! {
    /// What the page shows.
    #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
    pub enum View {
        /// The finding and the figures.
        #[default]
        Explore = "explore",
        /// All facts in one table.
        Data = "data",
        /// What is there and what is not: years by breakdowns.
        Coverage = "coverage",
        /// One figure alone, which `figure` names.
        Figure = "figure",
        /// Two selections side by side.
        Compare = "compare",
        /// Grades, definitions, sources, reconciliation.
        Methods = "methods",
        /// What the reader brings.
        Own = "own",
        /// What the reader has pinned.
        Brief = "brief",
    }
}
