//! Search index: everything that can be found, and the way from a query to hits.

use super::ambiguity::Ambiguity;
use super::document::{self, Document};
use super::entry::Entry;
use super::hit::Hit;
use super::vocabulary::Vocabulary;
use super::{rank, reading};
use crate::dataset::{Facts, Year};

/// Everything that can be found, prepared once for many queries.
#[derive(Clone, Debug)]
pub struct Index {
    entries: Vec<Entry>,
    /// The entry of the words for "innovative drugs".
    innovative: usize,
    ambiguity: Ambiguity,
    /// Topics, figures in the order of the catalogue, then facts in file order.
    documents: Vec<Document>,
    years: Option<(Year, Year)>,
}

impl Index {
    /// Prepares the topics, the figures of the catalogue and all facts. Definitions and notes are not searched.
    pub fn new(facts: &Facts) -> Self {
        let mut vocabulary = Vocabulary::new(facts.codes());
        let mut documents = document::topics(&mut vocabulary);
        documents.extend(document::figures(facts, &mut vocabulary));
        documents.extend(document::facts(facts, &vocabulary));
        let ambiguity = Ambiguity::new(facts, &vocabulary);
        let Vocabulary { entries, innovative, .. } = vocabulary;
        Self { entries, innovative, ambiguity, documents, years: document::years(facts) }
    }

    /// The best answers to a query, best first, at most `limit`.
    ///
    /// Every word of the query must fit; only where nothing fits them all come those that fit most of them.
    pub fn find(&self, query: &str, limit: usize) -> Vec<Hit> {
        let readings = reading::readings(query, &self.entries, self.years);
        let mut hits = rank::rank(&self.documents, self.innovative, &readings, limit);
        if let Some(lead) = self.ambiguity.lead(&readings) {
            hits.retain(|hit| lead.iter().all(|leading| leading.target != hit.target));
            let best = hits.first().map_or(0, |hit| hit.score);
            let leading = lead.map(|hit| Hit { score: hit.score.max(best), ..hit });
            hits.splice(0..0, leading);
            hits.truncate(limit);
        }
        hits
    }
}
