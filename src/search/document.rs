//! Search documents: each fact, figure and topic with its entries, its year and its number.

use super::entry::{Entry, quality};
use super::hit::Target;
use super::topics::{TOPICS, Topic};
use super::vocabulary::{Vocabulary, synonyms};
use super::words::{Kind, Token, without_end_zeros};
use crate::dataset::{CodeId, Dimension, Fact, FactId, Facts, Statistic, Year};
use crate::figures::{SECTIONS, Section};
use crate::query::{Axis, Figure, Members};

/// How much an entry says about a document, out of 100.
mod weight {
    /// What it is about.
    pub(super) const OWN: u8 = 100;
    /// What a figure keeps fixed.
    pub(super) const FIXED: u8 = 80;
    /// What stands around it: the groups that it is part of, names of its dimensions, codes that a figure breaks down.
    pub(super) const AROUND: u8 = 50;
    /// The title of its section, which is also that of the figures beside it.
    pub(super) const SECTION: u8 = 30;
}

/// A figure for a query that names a year: it shows that year among others.
const FIGURE_OF_YEAR: u8 = 20;
/// A number that happens to be the year that was asked for.
const NUMBER_LIKE_YEAR: u8 = 60;
/// The first digits of a year.
const YEAR_START: u8 = 30;

/// A fact, figure or topic, prepared.
#[derive(Clone, Debug)]
pub(super) struct Document {
    pub(super) target: Target,
    /// Positions of its entries in the index, each with its weight.
    pub(super) entries: Vec<(usize, u8)>,
    /// Nothing for a figure or topic, which is of every year.
    pub(super) year: Option<Year>,
    /// The printed number without sign and without zeros at its end; empty for a figure.
    number: String,
    is_percent: bool,
    /// Whether it is of the main series, registered trials; figures and topics stand beside it.
    pub(super) is_main: bool,
    /// How many codes narrow it down, and then counts before shares before others: the more general comes first.
    pub(super) detail: (usize, Statistic),
}

impl Document {
    /// A document of every year, without a number and with nothing to be found by.
    const fn of(target: Target) -> Self {
        Self {
            target,
            entries: Vec::new(),
            year: None,
            number: String::new(),
            is_percent: false,
            is_main: true,
            detail: (0, Statistic::Count),
        }
    }

    /// How well it fits a number or year of a query, apart from its entries.
    pub(super) fn number_quality(&self, token: &Token, is_asked: impl Fn(Year) -> bool) -> u8 {
        let Some(year) = self.year else {
            return if token.kind == Kind::Year { FIGURE_OF_YEAR } else { 0 };
        };
        let text = token.text.as_str();
        let starts = |number: &str| text.len() > 1 && number.starts_with(text);
        match token.kind {
            Kind::Year if is_asked(year) => quality::WHOLE,
            Kind::Year if self.number == text => NUMBER_LIKE_YEAR,
            Kind::Number { is_percent } if is_percent && !self.is_percent => 0,
            Kind::Number { .. } if self.number == text => quality::WHOLE,
            Kind::Number { .. } if starts(&self.number) => quality::INITIALS_START,
            Kind::Number { is_percent: false } if starts(&year.to_string()) => YEAR_START,
            _ => 0,
        }
    }
}

/// The entries of one document, while they are being collected.
struct Entries<'a> {
    facts: &'a Facts,
    vocabulary: &'a Vocabulary<'a>,
    list: Vec<(usize, u8)>,
}

impl Entries<'_> {
    fn add(&mut self, list: &str, code: &str, weight: u8) {
        self.list.extend(self.vocabulary.position(list, code).map(|position| (position, weight)));
    }

    fn add_code(&mut self, id: CodeId, weight: u8) {
        let code = self.facts.codes().get(id);
        self.add(code.dimension.code(), &code.code, weight);
        if (code.dimension, code.code.as_str()) == (Dimension::RegClass, "1") {
            self.list.push((self.vocabulary.innovative, weight));
        }
    }

    fn add_named(&mut self, dimension: Dimension, code: &str, weight: u8) {
        if let Some(id) = self.facts.codes().find(dimension, code) {
            self.add_code(id, weight);
        }
    }

    /// The codes of an axis.
    fn add_axis(&mut self, axis: Axis) {
        match axis {
            Axis::Codes(dimension, members)
            | Axis::CodesAndTotal(dimension, members)
            | Axis::PartsAndWhole(dimension, members) => {
                self.add_members(dimension, members);
            }
            Axis::Nested(outer, inner) => {
                self.add_members(outer.0, outer.1);
                self.add_members(inner.0, inner.1);
            }
            Axis::Groups(groups) => {
                for (dimension, code) in groups.concat() {
                    self.add("dimension", dimension.code(), weight::AROUND);
                    self.add_named(dimension, code, weight::AROUND);
                }
            }
            Axis::Years | Axis::PrintedSpan | Axis::PrintedYears | Axis::TwoYears | Axis::Itself => {}
        }
    }

    fn add_members(&mut self, dimension: Dimension, members: Members) {
        self.add("dimension", dimension.code(), weight::AROUND);
        let codes = self.facts.codes();
        for id in codes.of(dimension) {
            let code = codes.get(id);
            let is_member = match members {
                Members::All => true,
                Members::Top => code.parent.is_none(),
                Members::Listed(list) => list.contains(&code.code.as_str()),
                Members::Under(above) => codes.lineage(id).any(|id| codes.get(id).code == above),
            };
            if is_member {
                self.add_code(id, weight::AROUND);
            }
        }
    }
}

/// The topics, each with one entry of its name and of what readers call it.
pub(super) fn topics(vocabulary: &mut Vocabulary<'_>) -> Vec<Document> {
    let topic = |topic: &'static Topic| {
        let texts = [topic.name.en, topic.name.zh, synonyms("topic", topic.id)];
        let entry = vocabulary.add(Entry::named(), &texts);
        Document { entries: vec![(entry, weight::OWN)], ..Document::of(Target::Topic(topic)) }
    };
    TOPICS.iter().map(topic).collect()
}

/// The figures of the catalogue, whose questions become entries too.
pub(super) fn figures(facts: &Facts, vocabulary: &mut Vocabulary<'_>) -> Vec<Document> {
    let mut documents = Vec::new();
    for section in SECTIONS {
        let Section { id: _, title, figures } = section;
        let title = vocabulary.add(Entry::default(), &[title.en, title.zh]);
        for figure in *figures {
            let texts = [figure.question.en, figure.question.zh, synonyms("figure", figure.id)];
            let question = vocabulary.add(Entry::default(), &texts);
            let own = vec![(question, weight::OWN), (title, weight::SECTION)];
            documents.push(of_figure(figure, Entries { facts, vocabulary, list: own }));
        }
    }
    documents
}

fn of_figure(figure: &'static Figure, mut entries: Entries<'_>) -> Document {
    entries.add("measure", figure.measure, weight::AROUND);
    for (dimension, code) in figure.fixed {
        entries.add_named(*dimension, code, weight::FIXED);
    }
    entries.add_axis(figure.rows);
    entries.add_axis(figure.columns);
    Document { entries: entries.list, ..Document::of(Target::Figure(figure)) }
}

/// All facts of the dataset.
pub(super) fn facts(facts: &Facts, vocabulary: &Vocabulary<'_>) -> impl Iterator<Item = Document> {
    facts.all().map(|(id, fact)| of_fact(id, fact, Entries { facts, vocabulary, list: Vec::new() }))
}

/// The first and last year of any fact: a number between them is a year.
pub(super) fn years(facts: &Facts) -> Option<(Year, Year)> {
    let years = || facts.all().map(|(_, fact)| fact.key.year);
    years().min().zip(years().max())
}

fn of_fact(id: FactId, fact: &Fact, mut entries: Entries<'_>) -> Document {
    let codes = entries.facts.codes();
    let measure = codes.measure_of(fact.key.measure);
    entries.add("measure", &measure.code, weight::OWN);
    entries.add("statistic", fact.key.statistic.code(), weight::OWN);
    for (dimension, code) in fact.key.group.codes() {
        entries.add("dimension", dimension.code(), weight::AROUND);
        for (steps, id) in codes.lineage(code).enumerate() {
            entries.add_code(id, if steps == 0 { weight::OWN } else { weight::AROUND });
        }
    }
    let number = fact.value.to_string();
    Document {
        target: Target::Fact(id),
        entries: entries.list,
        year: Some(fact.key.year),
        number: without_end_zeros(number.trim_start_matches('-')).to_owned(),
        is_percent: matches!(fact.key.statistic, Statistic::Share | Statistic::Growth) || measure.unit == "percent",
        is_main: measure.code == "trials",
        detail: (fact.key.group.codes().count(), fact.key.statistic),
    }
}
