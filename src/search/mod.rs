//! Find a figure: from what a reader types to the facts and figures that it most likely means.
//!
//! Each label, synonym and question is an [`entry::Entry`]; a fact or figure is a list of entries, each with a weight.
//! A query is matched against the few hundred entries once, and every fact and figure then only looks its entries up.
//! This room knows nothing of how hits are shown or worded, and every query is welcome: none is an error.

mod document;
mod entry;
mod rank;
mod reading;
mod synonyms;
mod vocabulary;
mod words;

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test may fail")]
mod tests;

use crate::dataset::{Dataset, FactId, Year};
use crate::query::Figure;
use document::Document;
use entry::Entry;
use vocabulary::Vocabulary;

/// What a query leads to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Target {
    /// A figure of the catalogue.
    Figure(&'static Figure),
    /// A fact of the dataset that the index was made of.
    Fact(FactId),
}

/// What the reader must be told because the query's words are not those of the reports.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Note {
    /// The query says "innovative drugs"; the hit is about products of registration category 1,
    /// which are not the same as new-drug trials.
    InnovativeIsCategory1,
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

/// Everything that can be found, prepared once for many queries.
#[derive(Clone, Debug)]
pub struct Index {
    entries: Vec<Entry>,
    /// The entry of the words for "innovative drugs".
    innovative: usize,
    /// Figures in the order of the catalogue, then facts in file order.
    documents: Vec<Document>,
    years: Option<(Year, Year)>,
}

impl Index {
    /// Prepares the figures of the catalogue and all facts. Definitions and notes are not searched, so a lean dataset serves too.
    pub fn new(dataset: &Dataset) -> Self {
        let mut vocabulary = Vocabulary::new(dataset.codes());
        let mut documents = document::figures(dataset, &mut vocabulary);
        documents.extend(document::facts(dataset, &vocabulary));
        let Vocabulary { entries, innovative, .. } = vocabulary;
        Self { entries, innovative, documents, years: dataset.years() }
    }

    /// The best answers to a query, best first, at most `limit`.
    ///
    /// Every word of the query must fit; only where nothing fits them all come those that fit most of them.
    pub fn find(&self, query: &str, limit: usize) -> Vec<Hit> {
        let readings = reading::readings(query, &self.entries, self.years);
        rank::rank(&self.documents, self.innovative, &readings, limit)
    }
}
