//! Words that two numbers answer: "innovative drugs" and "new drugs" mean all new-drug trials to the source article,
//! and those of registration category 1 to the trade. Whoever types nothing else gets both, each with what it counts.

use super::entry::quality;
use super::hit::{Hit, Note, Target};
use super::reading::Reading;
use super::vocabulary::Vocabulary;
use super::words::{Kind, Token};
use crate::dataset::{Dimension, FactId, Facts, Group, Key, Statistic, Year};

/// At least as much as whatever fits a whole query.
const LEAD_SCORE: u32 = 1_000;
/// Pinyin initials of fewer letters may mean anything.
const SHORTEST_INITIALS: usize = 3;

/// Both numbers of each year that prints both, and the entries of the words that mean them.
#[derive(Clone, Debug)]
pub(super) struct Ambiguity {
    innovative: usize,
    new_drugs: usize,
    /// The newest first.
    years: Vec<Both>,
}

/// The two numbers of a year.
#[derive(Clone, Copy, Debug)]
struct Both {
    year: Year,
    category_1: FactId,
    new_drug: FactId,
}

impl Ambiguity {
    pub(super) fn new(facts: &Facts, vocabulary: &Vocabulary<'_>) -> Self {
        let years = facts.years().into_iter().flat_map(|(first, last)| (first.0..=last.0).rev()).map(Year);
        let years = years.filter_map(|year| both(facts, year)).collect();
        Self { innovative: vocabulary.innovative, new_drugs: vocabulary.new_drugs, years }
    }

    /// What leads the answers to a query that says nothing but such words and years.
    pub(super) fn lead(&self, readings: &[Reading]) -> Option<[Hit; 2]> {
        let mut orders = readings.iter().filter_map(|reading| {
            let asks = |entry: usize| says_only(reading, entry);
            (asks(self.innovative) || asks(self.new_drugs)).then(|| (asks(self.innovative), reading))
        });
        let (is_innovative, reading) = orders.next()?;
        let asked: Vec<&Token> = reading.tokens.iter().filter(|token| token.kind == Kind::Year).collect();
        let is_asked =
            |both: &&Both| asked.is_empty() || asked.iter().any(|token| token.text.parse() == Ok(both.year.0));
        let both = self.years.iter().find(is_asked)?;
        let hit = |fact, note| Hit { target: Target::Fact(fact), score: LEAD_SCORE, note: Some(note) };
        let category_1 = hit(both.category_1, Note::InnovativeIsCategory1);
        let new_drug = hit(both.new_drug, Note::NewDrugsAreMore);
        Some(if is_innovative { [category_1, new_drug] } else { [new_drug, category_1] })
    }
}

/// The two numbers of a year, where it prints both.
fn both(facts: &Facts, year: Year) -> Option<Both> {
    let codes = facts.codes();
    let measure = codes.measure("trials")?;
    let new_drug = Group::TOTAL.with(Dimension::Purpose, Some(codes.find(Dimension::Purpose, "new_drug")?));
    let category_1 = new_drug.with(Dimension::RegClass, Some(codes.find(Dimension::RegClass, "1")?));
    let count = |group| facts.find(&Key { year, measure, statistic: Statistic::Count, group }).first().copied();
    Some(Both { year, category_1: count(category_1)?, new_drug: count(new_drug)? })
}

/// Whether a reading says what an entry means, and besides at most years.
fn says_only(reading: &Reading, entry: usize) -> bool {
    let mut said =
        reading.tokens.iter().zip(&reading.qualities).filter(|(token, _)| token.kind != Kind::Year).peekable();
    let is_meant = |(token, qualities): (&Token, &Vec<u8>)| match qualities[entry] {
        quality::WHOLE => true,
        quality::INITIALS => token.text.len() >= SHORTEST_INITIALS,
        _ => false,
    };
    said.peek().is_some() && said.all(is_meant)
}
