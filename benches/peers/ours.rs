//! Our list of trials for the page that measures it against others (`page.mjs`): it makes the rows for all of them, reads them as
//! *Your data* does, and counts them again under filters.

#[path = "../../tests/made/mod.rs"]
#[expect(dead_code, reason = "the tests make whole lists")]
mod made;

use china_trials_explorer::address;
use china_trials_explorer::dataset::{Bilingual, Dimension, Facts, Group, Publication, Statistic, Year};
use china_trials_explorer::figures::figures;
use china_trials_explorer::query::Figure;
use china_trials_explorer::trials::{
    Chosen, Import, Keywords, Limits, Naming, Profile, Sample, TrialList, facts_of, lack, suggest,
};
use wasm_bindgen::prelude::wasm_bindgen;

/// Rows `from` to `to` of the list, with its header where it begins.
#[wasm_bindgen]
pub fn rows(from: usize, to: usize) -> String {
    let mut text = if from == 0 { made::HEADER.to_owned() } else { String::new() };
    (from..to).for_each(|number| text.push_str(&made::row(number)));
    text
}

/// A list that is being read.
#[wasm_bindgen]
pub struct Reading {
    facts: &'static Facts,
    import: Import<'static>,
}

/// A list that was read.
#[wasm_bindgen]
pub struct Ours {
    facts: &'static Facts,
    list: TrialList,
    answered: Vec<&'static Figure>,
    naming: Naming,
}

#[wasm_bindgen]
impl Reading {
    /// Begins with the first bytes, from which the meaning of the columns is suggested.
    ///
    /// # Errors
    /// What was wrong, in words.
    #[wasm_bindgen(constructor)]
    pub fn new(first: &[u8]) -> Result<Self, String> {
        let facts = Facts::shipped().map_err(in_words)?;
        // What the reader holds on to for as long as the page lives.
        let keywords: &'static Keywords = Box::leak(Box::new(Keywords::shipped(facts.codes()).map_err(in_words)?));
        let sample = Sample::of_text(first, false, Chosen::default(), Limits::OF_THE_PAGE).map_err(in_words)?;
        let suggested = suggest(facts.codes(), keywords, &sample.header, &sample.rows);
        let profile: &'static Profile = Box::leak(Box::new(Profile::of_suggestions(&suggested)));
        Ok(Self { facts, import: Import::new(facts.codes(), keywords, profile, Limits::OF_THE_PAGE) })
    }

    /// Reads the next bytes.
    ///
    /// # Errors
    /// Why the list is refused.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), String> {
        self.import.feed(bytes).map(|_| ()).map_err(in_words)
    }

    /// The list.
    ///
    /// # Errors
    /// Why it is refused.
    pub fn finish(self) -> Result<Ours, String> {
        let list = self.import.finish().map_err(in_words)?.list;
        let answered = figures().filter(|figure| lack(self.facts, figure, &list).is_none()).collect();
        let label = Bilingual { en: "Your list".to_owned(), zh: "我的清单".to_owned() };
        let naming = Naming {
            measures: [label.clone(), label.clone(), label.clone()],
            publication: Publication { publisher: label, published: String::new() },
        };
        Ok(Ours { facts: self.facts, list, answered, naming })
    }
}

#[wasm_bindgen]
impl Ours {
    /// How many figures the list answers.
    pub fn figures(&self) -> usize {
        self.answered.len()
    }

    /// Counts every figure that the list answers, under three filters; gives how many numbers that are.
    pub fn all_figures(&self, year: u16, product: &str, disease: &str) -> usize {
        self.counted(year, product, disease, None).map_or(0, |own| own.all().count())
    }

    /// Counts the new-drug trials of each phase under three filters: I, II, III, IV.
    pub fn phases(&self, year: u16, product: &str, disease: &str) -> Vec<u32> {
        let Some(own) = self.counted(year, product, disease, Some("phases")) else { return Vec::new() };
        let codes = self.facts.codes();
        let group = |phase: &str| {
            let of = |dimension, code: &str| (dimension, codes.find(dimension, code));
            [
                of(Dimension::Purpose, "new_drug"),
                of(Dimension::ProductType, product),
                of(Dimension::Disease, disease),
                of(Dimension::Phase, phase),
            ]
            .into_iter()
            .fold(Group::TOTAL, |group, (dimension, code)| group.with(dimension, code))
        };
        let trials = |phase: &str| {
            let group = group(phase);
            let found = own.all().map(|(_, fact)| fact).find(|fact| {
                fact.key.year == Year(year) && fact.key.statistic == Statistic::Count && fact.key.group == group
            });
            found.map_or(0, |fact| rounded(fact.value.to_f64()))
        };
        ["I", "II", "III", "IV"].map(trials).into()
    }

    fn counted(&self, year: u16, product: &str, disease: &str, figure: Option<&str>) -> Option<Facts> {
        let question = format!("year={year}&product={product}&disease={disease}");
        let (address, _) = address::parse(self.facts, question.as_bytes());
        let wanted = self.answered.iter().copied().filter(|one| figure.is_none_or(|id| one.id == id));
        let years = (Year(2019), Year(2025));
        facts_of(self.facts, &self.list, wanted, &address.selection, years, &self.naming).ok()
    }
}

fn in_words(error: impl std::fmt::Display) -> String {
    error.to_string()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "trials of a list of at most two million")]
fn rounded(trials: f64) -> u32 {
    trials.round() as u32
}
