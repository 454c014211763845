//! Sentence builder: both languages at once, piece by piece.

use super::span::Span;
use crate::address::Language;
use crate::dataset::{Dimension, Group};
use crate::locale::chinese::category;
use crate::locale::words::Words;
use crate::query::{BREAKDOWNS, Cell, NumberName, PartOfWhole};

/// A sentence in the making.
pub(super) struct Sentence<'a> {
    pub(super) words: &'a Words<'a>,
    pub(super) spans: Vec<Span>,
}

impl Sentence<'_> {
    /// The text that belongs to the reader's language.
    pub(super) fn say(&mut self, en: &str, zh: &str) {
        let text = match self.words.language {
            Language::En => en,
            Language::Zh => zh,
        };
        match self.spans.last_mut() {
            Some(Span::Text(before)) => before.push_str(text),
            _ => self.spans.push(Span::Text(text.to_owned())),
        }
    }

    pub(super) fn number(&mut self, cell: &Cell, name: NumberName) {
        let text = self.words.spoken(name.statistic, cell);
        let (facts, is_derived) = (cell.facts().to_vec(), matches!(cell, Cell::Derived(_)));
        self.spans.push(Span::Number { text, facts, is_derived, name });
    }

    /// How many trials the part has.
    pub(super) fn count(&mut self, part: &PartOfWhole) {
        let [count, ..] = part.names();
        self.number(&part.count, count);
    }

    /// How many trials its whole has.
    pub(super) fn whole(&mut self, part: &PartOfWhole) {
        let [_, whole, _] = part.names();
        self.number(&part.whole, whole);
    }

    /// Its share of the whole.
    pub(super) fn share(&mut self, part: &PartOfWhole) {
        let [.., share] = part.names();
        self.number(&part.share, share);
    }

    pub(super) fn count_or_share(&mut self, part: &PartOfWhole, is_share: bool) {
        if is_share {
            self.share(part);
        } else {
            self.count(part);
        }
    }

    /// "2,539 of them (51.8 %)", or one of the two where the other is not known.
    pub(super) fn count_and_share(&mut self, part: &PartOfWhole, of: &str, unit_zh: &str, share_zh: &str) {
        match (part.count.is_empty(), part.share.is_empty()) {
            (false, false) => {
                self.count(part);
                self.say(&format!("{of} ("), &format!("{unit_zh}{share_zh}"));
                self.share(part);
                self.say(")", "");
            }
            (false, true) => {
                self.count(part);
                self.say(of, unit_zh);
            }
            (true, _) => {
                self.say("", share_zh.trim_start_matches('，'));
                self.share(part);
                self.say(of, "");
            }
        }
    }

    /// What makes the part a part: "of biological products", "for oncology".
    pub(super) fn predicate(&self, group: &Group) -> (String, String) {
        let named = BREAKDOWNS.into_iter().find_map(|dimension| Some((dimension, group.get(dimension)?)));
        match named.map(|(dimension, code)| (dimension, self.words.code(code))) {
            Some((Dimension::Population, label)) => (self.words.inner(label), label.to_owned()),
            Some((Dimension::RegClass, label)) => {
                (self.words.narrowed_in_english(Dimension::RegClass, label), category(label))
            }
            Some((dimension, label)) => (self.words.narrowed_in_english(dimension, label), label.to_owned()),
            None => (self.words.inner(self.words.population(group)), self.words.population(group).to_owned()),
        }
    }

    /// The same behind the name of the whole: "new-drug trials that are paediatric-only trials".
    pub(super) fn attribute(&self, group: &Group) -> String {
        let (predicate, _) = self.predicate(group);
        let is_named_by_population =
            BREAKDOWNS.into_iter().find(|dimension| group.get(*dimension).is_some()) == Some(Dimension::Population);
        if is_named_by_population { format!("that are {predicate}") } else { predicate }
    }
}
