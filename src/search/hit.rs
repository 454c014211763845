//! The answers to a query.

use super::topics::Topic;
use crate::dataset::FactId;
use crate::query::Figure;

/// What a query leads to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Target {
    /// A figure of the catalogue.
    Figure(&'static Figure),
    /// A fact of the dataset that the index was made of.
    Fact(FactId),
    /// What no printed number answers, with what there is to say of it.
    Topic(&'static Topic),
}

/// What the reader must be told because the query's words are not those of the reports.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Note {
    /// The query says "innovative drugs"; the hit is about products of registration category 1,
    /// which are not the same as new-drug trials.
    InnovativeIsCategory1,
    /// The query says "innovative drugs" or "new drugs"; the hit is about all new-drug trials, as the source article means it.
    NewDrugsAreMore,
}

/// One answer to a query.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Hit {
    /// Where it leads.
    pub target: Target,
    /// How well it fits: comparable within one query only.
    /// A hit that misses a word of the query has at most 250, and comes only where no fact has them all.
    pub score: u32,
    /// What to say beside it.
    pub note: Option<Note>,
}
