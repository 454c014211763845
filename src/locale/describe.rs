//! Groups, headings, populations and units in words.

use super::{Language, Message, Words};
use crate::dataset::{Dimension, Group, MeasureId, Statistic, Year};
use crate::query::{Filter, Heading, Selection, Years};

impl Words<'_> {
    /// A group from the population inwards: "New-drug trials, Biological products, Oncology".
    pub fn group(&self, group: &Group) -> String {
        let population = self.population(group);
        let rest = group.codes().filter(|(dimension, _)| *dimension != Dimension::Purpose);
        let labels = std::iter::once(population).chain(rest.map(|(_, code)| self.code(code)));
        labels.collect::<Vec<_>>().join(self.say(Message::ListComma))
    }

    /// The group without its population; the population where nothing else is set.
    pub fn subgroup(&self, group: &Group) -> String {
        let rest = group.codes().filter(|(dimension, _)| *dimension != Dimension::Purpose);
        let labels: Vec<&str> = rest.map(|(_, code)| self.code(code)).collect();
        if labels.is_empty() { self.population(group).to_owned() } else { labels.join(self.say(Message::ListComma)) }
    }

    /// The population that a group belongs to: all registered trials, new-drug trials or bioequivalence trials.
    pub fn population(&self, group: &Group) -> &str {
        group.get(Dimension::Purpose).map_or_else(|| self.say(Message::AllRegisteredTrials), |code| self.code(code))
    }

    /// The label of a row or column.
    pub fn heading_text(&self, heading: &Heading) -> String {
        if let Some(year) = heading.year {
            return year.to_string();
        }
        if heading.codes.is_empty() {
            return self.say(Message::Total).to_owned();
        }
        let labels: Vec<&str> = heading.codes.iter().map(|(_, code)| self.code(*code)).collect();
        labels.join(self.say(Message::ListComma))
    }

    /// The unit of a measure in a statistic: trials, percent …
    pub fn unit(&self, measure: MeasureId, statistic: Statistic) -> &str {
        let unit = match statistic {
            Statistic::Share | Statistic::Growth => "percent",
            Statistic::Count | Statistic::Mean => &self.dataset.codes().measure_of(measure).unit,
        };
        match (self.language, unit) {
            (Language::Zh, "trials") => "项",
            (Language::Zh, "products") => "个品种",
            (Language::Zh, "participations") => "次",
            (Language::Zh, "regions") => "个地区",
            (Language::Zh, "persons") => "人",
            (Language::Zh, "days") => "天",
            (Language::Zh, "months") => "个月",
            (Language::Zh, "drugs") => "个药物",
            (Language::Zh, "years") => "年",
            (Language::Zh, "areas") => "个领域",
            (Language::Zh, "percent") => "百分比",
            (_, unit) => unit,
        }
    }

    /// A year, or the years from one to another.
    pub fn span(&self, first: Year, last: Year) -> String {
        match (first == last, self.language) {
            (true, Language::En) => first.to_string(),
            (false, Language::En) => format!("{first}–{last}"),
            (true, Language::Zh) => format!("{first}年"),
            (false, Language::Zh) => format!("{first}—{last}年"),
        }
    }

    /// The years of a selection.
    pub fn years(&self, years: Years) -> String {
        match years {
            Years::All => self.say(Message::AllYears).to_owned(),
            Years::One(year) => self.span(year, year),
            Years::Range(first, last) => self.span(first, last),
        }
    }

    /// A selection in a few words: "2024, Biological products, Oncology".
    pub fn selection(&self, selection: &Selection) -> String {
        let codes =
            Filter::ALL.into_iter().flat_map(|filter| selection.codes(filter)).map(|code| self.code(*code).to_owned());
        let years = (selection.years != Years::All).then(|| self.years(selection.years));
        let words: Vec<String> = years.into_iter().chain(codes).collect();
        if words.is_empty() { self.say(Message::AllYears).to_owned() } else { words.join(self.say(Message::ListComma)) }
    }

    /// A label in the middle of a sentence: English loses its capital, unless the word is an abbreviation.
    pub fn inner(&self, label: &str) -> String {
        let mut chars = label.chars();
        match (self.language, chars.next(), chars.clone().next()) {
            (Language::En, Some(first), Some(second)) if second.is_lowercase() => {
                std::iter::once(first.to_ascii_lowercase()).chain(chars).collect()
            }
            _ => label.to_owned(),
        }
    }
}
