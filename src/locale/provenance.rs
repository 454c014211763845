//! Provenance in words: where a finding comes from.

use super::messages::Message;
use super::words::Words;
use crate::address::Language;
use crate::dataset::{FactId, SourceId, Statistic};
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

    /// What a memo adds to the sentence: the report, its edition, and where it was read.
    /// `link` is the address of the view.
    pub fn memo_citation(&self, facts: &[FactId], link: &str) -> String {
        let (editions, sources) = (self.editions(facts), self.publishers(facts));
        match self.language {
            Language::En => format!(
                "(Center for Drug Evaluation, NMPA, Annual Report on the Progress of Clinical Trials for New Drug Registration in China, {}; as reported by {sources}. {link})",
                self.inner(&editions),
            ),
            Language::Zh => {
                format!("（国家药监局药审中心《中国新药注册临床试验进展年度报告》，{editions}；据{sources}。{link}）")
            }
        }
    }
}
