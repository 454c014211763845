//! The entries of the code lists, with the synonyms that readers use.

use super::entry::{Entry, Initials};
use super::synonyms::{INNOVATIVE, NEW_DRUGS, SYNONYMS};
use crate::dataset::{Bilingual, Codes, Dimension};

/// All entries, while they are being collected.
pub(super) struct Vocabulary<'a> {
    pub(super) entries: Vec<Entry>,
    /// The entry of the words for "innovative drugs".
    pub(super) innovative: usize,
    /// The entry of the words for "new drugs".
    pub(super) new_drugs: usize,
    /// List and code of each entry of the code lists.
    names: Vec<(&'a str, &'a str)>,
    initials: Initials,
}

impl<'a> Vocabulary<'a> {
    pub(super) fn new(codes: &'a Codes) -> Self {
        let mut words =
            Self { entries: Vec::new(), innovative: 0, new_drugs: 0, names: Vec::new(), initials: Initials::new() };
        for dimension in Dimension::ALL {
            for code in codes.of(dimension).map(|id| codes.get(id)) {
                words.add_named(dimension.code(), &code.code, &code.label);
            }
        }
        for measure in codes.measures() {
            words.add_named("measure", &measure.code, &measure.label);
        }
        for list in ["statistic", "dimension"] {
            for term in codes.terms(list).filter_map(|code| codes.term(list, code)) {
                words.add_named(list, &term.code, &term.label);
            }
        }
        words.innovative = words.add(Entry::named(), &[INNOVATIVE]);
        words.new_drugs = words.add(Entry::named(), &[NEW_DRUGS]);
        words
    }

    fn add_named(&mut self, list: &'a str, code: &'a str, label: &Bilingual) {
        self.add(Entry::named(), &[&label.en, &label.zh, synonyms(list, code)]);
        self.names.push((list, code));
    }

    /// Adds an entry of these texts and gives its position.
    pub(super) fn add(&mut self, mut entry: Entry, texts: &[&str]) -> usize {
        for text in texts {
            entry.add(text, &self.initials);
        }
        self.entries.push(entry);
        self.entries.len() - 1
    }

    /// The entry of a code; the names come first among the entries.
    pub(super) fn position(&self, list: &str, code: &str) -> Option<usize> {
        self.names.iter().position(|name| *name == (list, code))
    }
}

/// What else readers call a code or a topic, or ask a figure for.
pub(super) fn synonyms(list: &str, code: &str) -> &'static str {
    SYNONYMS.iter().find(|entry| (entry.0, entry.1) == (list, code)).map_or("", |entry| entry.2)
}
