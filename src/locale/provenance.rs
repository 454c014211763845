//! Provenance in words: where a finding comes from.

use super::cell::DAGGER;
use super::messages::Message;
use super::sentence::{Span, memo_text};
use super::words::{LibraryWords, Words};
use crate::address::Language;
use crate::dataset::{FactId, SourceId, Statistic, Year, distinct};
use crate::export::{SentenceCitation, citation_of_sentence};
use crate::query::Finding;

impl Words<'_> {
    /// "Population: New-drug trials · Unit: trials · Edition 2024, grade A".
    pub fn provenance(&self, finding: &Finding) -> String {
        let facts = finding.facts();
        let mut populations: Vec<&str> = finding.parts().iter().map(|part| self.population(&part.group)).collect();
        populations.dedup();
        let population = (!populations.is_empty()).then(|| populations.join(self.say(Message::ListComma)));
        let colon = self.colon();
        let mut parts = Vec::new();
        if let Some(population) = population {
            parts.push(format!("{}{colon}{population}", self.say(Message::Population)));
        }
        if let Some(measure) = self.facts.codes().measure("trials") {
            let unit = self.unit(measure, Statistic::Count);
            parts.push(format!("{}{colon}{unit}", self.say(Message::Unit)));
        }
        if !facts.is_empty() {
            parts.push(self.editions(&facts));
            parts.push(self.grades(&facts));
        }
        parts.join(" · ")
    }

    /// The most direct source of each fact: publisher and date.
    pub fn publishers(&self, facts: &[FactId]) -> String {
        self.publisher_list(facts).join(if self.language == Language::En { "; " } else { "；" })
    }

    /// The same, each source apart.
    pub fn publisher_list(&self, facts: &[FactId]) -> Vec<String> {
        let mut named: Vec<String> = Vec::new();
        for fact in facts {
            let Some(source) = self.facts.fact(*fact).sources.first() else { continue };
            let name = self.publisher_and_date(*source);
            if !named.contains(&name) {
                named.push(name);
            }
        }
        named
    }

    /// Who printed a source, and when: "China Medical News (2025-06-28)".
    pub fn publisher_and_date(&self, source: SourceId) -> String {
        let source = self.facts.publication(source);
        let publisher = self.pick(&source.publisher);
        match (source.published.as_str(), self.language) {
            ("", _) => publisher.to_owned(),
            (date, Language::En) => format!("{publisher} ({date})"),
            (date, Language::Zh) => format!("{publisher}，{date}"),
        }
    }
}

impl LibraryWords<'_> {
    /// A sentence as a memo quotes it: its words, the report in its editions, and who prints which of its numbers. `link` is the
    /// address of the view, `today` the day of citing.
    pub fn cite_sentence(&self, spans: &[Span], link: &str, today: &str) -> String {
        let (mut editions, mut sources): (Vec<Year>, Vec<(SourceId, Vec<String>)>) = (Vec::new(), Vec::new());
        for span in spans {
            let Span::Number { text, facts, .. } = span else { continue };
            let number = text.replace(DAGGER, "");
            for fact in facts.iter().map(|id| self.facts.fact(*id)) {
                editions.extend(fact.report);
                let Some(best) = fact.sources.first() else { continue };
                match sources.iter_mut().find(|(source, _)| source == best) {
                    Some((_, numbers)) if numbers.contains(&number) => {}
                    Some((_, numbers)) => numbers.push(number.clone()),
                    None => sources.push((*best, vec![number.clone()])),
                }
            }
        }
        let cited = SentenceCitation {
            sentence: memo_text(spans, self.say(Message::DerivedMark)) + &self.printed_otherwise(spans),
            editions: distinct(editions),
            sources: sources.into_iter().map(|(id, numbers)| (self.library.source(id), numbers)).collect(),
            link,
            today,
        };
        citation_of_sentence(self.language, &cited)
    }

    /// What credible sources print instead of the numbers of a sentence, in brackets; nothing where none is disputed.
    fn printed_otherwise(&self, spans: &[Span]) -> String {
        let mut others: Vec<String> = Vec::new();
        for span in spans {
            let Span::Number { text, facts, .. } = span else { continue };
            for fact in facts {
                // A number that follows from others does not say which of them is meant.
                let number = if facts.len() == 1 { text.clone() } else { self.fact_in_words(*fact) };
                let other = self.other_values(*fact);
                others.extend(other.map(|other| format!("{}{}{other}", number.replace(DAGGER, ""), self.colon())));
            }
        }
        let others = distinct(others).join(self.say(Message::ListSemicolon));
        match (others.is_empty(), self.language) {
            (true, _) => String::new(),
            (false, Language::En) => format!(" ({others}.)"),
            (false, Language::Zh) => format!("（{others}。）"),
        }
    }
}
