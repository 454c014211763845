//! Groups, headings, populations and units in words.

use super::messages::{LateMessage, Message};
use super::words::Words;
use crate::address::Language;
use crate::dataset::{CodeId, Dimension, Group, MeasureId, Origin, Statistic, Year};
use crate::query::{Filter, Heading, Selection, Table, Years};

impl Words<'_> {
    /// A group from the population inwards: "New-drug trials, Biological products, Oncology", "抗肿瘤生物制品新药临床试验".
    pub fn group(&self, group: &Group) -> String {
        if self.language == Language::Zh {
            return self.chinese_trials(group);
        }
        let population = self.population(group);
        let rest = group.codes().filter(|(dimension, _)| *dimension != Dimension::Purpose);
        let labels = std::iter::once(population).chain(rest.map(|(_, code)| self.code(code)));
        labels.collect::<Vec<_>>().join(self.say(Message::ListComma))
    }

    /// A group of a measure: what does not count trials has no population of trials to begin with.
    pub fn group_of(&self, measure: MeasureId, group: &Group) -> String {
        if self.language == Language::Zh {
            let is_of_trials = self.facts.codes().measure_of(measure).origin == Origin::Reports;
            return if self.is_of_drugs(measure) || !is_of_trials {
                self.chinese_before(group, self.population_of(measure, group))
            } else {
                self.chinese_trials(group)
            };
        }
        let population = self.population_of(measure, group).to_owned();
        let rest = group.codes().filter(|(dimension, _)| *dimension != Dimension::Purpose);
        let labels = std::iter::once(population.as_str()).chain(rest.map(|(_, code)| self.code(code)));
        labels.collect::<Vec<_>>().join(self.say(Message::ListComma))
    }

    /// What the numbers of a measure are about: a population of trials, the drugs that were approved, or what others count.
    pub fn population_of(&self, measure: MeasureId, group: &Group) -> &str {
        let named = self.facts.codes().measure_of(measure);
        if self.is_of_drugs(measure) || named.origin == Origin::World {
            self.pick(&named.label)
        } else {
            self.population(group)
        }
    }

    /// Whether a measure is about drugs that were approved, and not about trials.
    pub(super) fn is_of_drugs(&self, measure: MeasureId) -> bool {
        matches!(self.facts.codes().measure_of(measure).unit.as_str(), "drugs" | "years" | "areas")
    }

    /// The trials of a group, in the middle of a sentence: "new-drug trials of biological products", "生物制品新药临床试验".
    pub(super) fn trials_of(&self, group: &Group) -> String {
        if self.language == Language::Zh {
            return self.chinese_trials(group);
        }
        let population = self.inner(self.population(group));
        let special = group.get(Dimension::Population).map(|code| self.inner(self.code(code)));
        let is_part = |dimension: &Dimension| !matches!(dimension, Dimension::Purpose | Dimension::Population);
        let parts = group.codes().filter(|(dimension, _)| is_part(dimension));
        let trials = special.map_or_else(|| population.clone(), |special| format!("{special} among {population}"));
        parts.fold(trials, |text, (dimension, code)| {
            format!("{text} {}", self.narrowed_in_english(dimension, self.code(code)))
        })
    }

    /// How a code narrows trials: "of biological products", "for oncology", "in phase I".
    pub(super) fn narrowed_in_english(&self, dimension: Dimension, label: &str) -> String {
        let label = self.inner(label);
        match dimension {
            Dimension::Disease => format!("for {label}"),
            Dimension::Phase => format!("in {label}"),
            Dimension::Scope | Dimension::Sponsor | Dimension::Status => format!("({label})"),
            _ => format!("of {label}"),
        }
    }

    /// The group without its population; the population where nothing else is set.
    pub fn subgroup(&self, group: &Group) -> String {
        let rest: Vec<_> = group.codes().filter(|(dimension, _)| *dimension != Dimension::Purpose).collect();
        if rest.is_empty() {
            return self.population(group).to_owned();
        }
        match self.language {
            Language::En => {
                let labels: Vec<&str> = rest.iter().map(|(_, code)| self.code(*code)).collect();
                labels.join(self.say(Message::ListComma))
            }
            Language::Zh => self.chinese_codes(&rest),
        }
    }

    /// The group without the population of its measure; the population where nothing else is set.
    pub fn subgroup_of(&self, measure: MeasureId, group: &Group) -> String {
        match self.facts.codes().measure_of(measure).origin {
            Origin::Reports => self.subgroup(group),
            Origin::World if *group == Group::TOTAL => self.population_of(measure, group).to_owned(),
            Origin::World => self.codes_of(group),
        }
    }

    /// The codes of a group, none of which names a population.
    pub(super) fn codes_of(&self, group: &Group) -> String {
        group.codes().map(|(_, code)| self.code(code)).collect::<Vec<_>>().join(self.say(Message::ListComma))
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

    /// What stands above the labels of the rows of a table.
    pub fn corner(&self, table: &Table) -> &'static str {
        let is_timed = table.rows.iter().any(|row| row.year.is_some());
        self.say(if is_timed { LateMessage::YearHeading } else { LateMessage::RowHeading })
    }

    /// The label of a column: one that stands alone is named by what the table is about.
    pub fn column_label(&self, table: &Table, column: usize) -> String {
        let heading = &table.columns[column];
        let is_all = heading.year.is_none() && heading.codes.is_empty() && table.columns.len() == 1;
        if is_all { self.subgroup_of(table.measure, &table.group) } else { self.heading_text(heading) }
    }

    /// The label of a row: the whole is named by what the table is about.
    pub fn row_label(&self, table: &Table, row: usize) -> String {
        let heading = &table.rows[row];
        let is_all = heading.year.is_none() && heading.codes.is_empty();
        if is_all { self.subgroup_of(table.measure, &table.group) } else { self.heading_text(heading) }
    }

    /// The unit of a measure in a statistic: trials, percent …
    pub fn unit(&self, measure: MeasureId, statistic: Statistic) -> &str {
        let unit = match statistic {
            Statistic::Share | Statistic::Growth => "percent",
            Statistic::Count | Statistic::Mean => &self.facts.codes().measure_of(measure).unit,
        };
        match (self.language, unit) {
            (Language::Zh, "trials" | "studies") => "项",
            (Language::Zh, "products" | "drugs") => "个",
            (Language::Zh, "participations") => "次",
            (Language::Zh, "regions") => "个地区",
            (Language::Zh, "persons") => "人",
            (Language::Zh, "days") => "天",
            (Language::Zh, "months") => "个月",
            (Language::Zh, "years") => "年",
            (Language::Zh, "areas") => "个领域",
            (Language::Zh, "percent") => "%",
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

    /// A selection in a few words: "2024, Biological products, Oncology", "2024年抗肿瘤生物制品".
    pub fn selection(&self, selection: &Selection) -> String {
        let years = (selection.years != Years::All).then(|| self.years(selection.years));
        let codes = Some(self.choices(selection)).filter(|codes| !codes.is_empty());
        match (years, codes) {
            (None, None) => self.say(Message::AllYears).to_owned(),
            (Some(only), None) | (None, Some(only)) => only,
            (Some(years), Some(codes)) => self.in_year(&years, &codes),
        }
    }

    /// What is chosen in the filters beside the years: "Biological products, Oncology", "抗肿瘤生物制品"; empty for nothing.
    pub fn choices(&self, selection: &Selection) -> String {
        let chosen = |filter: Filter| selection.codes(filter).iter().map(move |code| (filter.dimension(), *code));
        let codes: Vec<(Dimension, CodeId)> = Filter::ALL.into_iter().flat_map(chosen).collect();
        match self.language {
            Language::En => {
                let labels: Vec<&str> = codes.iter().map(|(_, code)| self.code(*code)).collect();
                labels.join(self.say(Message::ListComma))
            }
            Language::Zh => self.chinese_codes(&codes),
        }
    }

    /// The name of a source's language, by its code; the code itself for one that no source has yet.
    pub fn language_name(&self, code: &str) -> String {
        match (self.language, code) {
            (Language::En, "en") => "English",
            (Language::En, "zh") => "Chinese",
            (Language::En, "ja") => "Japanese",
            (Language::Zh, "en") => "英文",
            (Language::Zh, "zh") => "中文",
            (Language::Zh, "ja") => "日文",
            (_, other) => other,
        }
        .to_owned()
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
