//! Text search: from what a reader types to the facts and figures that it most likely means.
//!
//! Each label, synonym and question is an `Entry`; a fact or figure is a list of entries, each with a weight.
//! A topic is what readers ask for and no number answers; it says so, and which figure comes nearest.
//! A query is matched against the few hundred entries once, and every fact and figure then only looks its entries up.
//! This room knows nothing of how hits are shown or worded, and every query is welcome: none is an error.

mod ambiguity;
mod document;
mod entry;
mod hit;
mod index;
mod rank;
mod reading;
mod synonyms;
mod topics;
mod vocabulary;
mod words;

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test may fail")]
mod tests;

pub use hit::{Hit, Note, Target};
pub use index::Index;
pub use topics::Topic;
