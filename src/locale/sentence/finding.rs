//! From a finding to its sentence.

use super::builder::Sentence;
use super::span::Span;
use crate::locale::words::Words;
use crate::query::Finding;

impl Words<'_> {
    /// A finding in words.
    pub fn sentence(&self, finding: &Finding) -> Vec<Span> {
        let mut sentence = Sentence { words: self, spans: Vec::new() };
        match finding {
            Finding::Overview { all, growth, new_drug } => sentence.overview(all, growth, new_drug),
            Finding::One { part, before } => sentence.one(part, before.as_ref()),
            Finding::Period { first, last } => sentence.trend(first, last, &[]),
            Finding::Trend { first, last, unprinted } => sentence.trend(first, last, unprinted),
            Finding::Several { parts } => sentence.several(parts),
            Finding::Missing { asked, neighbours, around } => sentence.missing(asked, neighbours, around),
        }
        sentence.spans
    }
}
