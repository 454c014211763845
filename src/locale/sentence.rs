//! The finding of a selection as one sentence in the reader's language: heading, text alternative, announcement and memo line.

mod lists;

use super::cell::DAGGER;
use super::{Language, Words};
use crate::dataset::{Dimension, FactId, Group, Statistic, Year};
use crate::query::{BREAKDOWNS, Cell, Finding, Part};

/// A piece of a sentence.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Span {
    /// Words.
    Text(String),
    /// A number with the facts behind it.
    Number {
        /// As the sentence says it.
        text: String,
        /// The facts; never empty.
        facts: Vec<FactId>,
        /// Whether it is derived rather than printed.
        is_derived: bool,
    },
}

/// The direction from one number to another, where both are exact or their intervals lie apart.
fn direction(from: &Cell, to: &Cell) -> Option<std::cmp::Ordering> {
    let bounds = |cell: &Cell| match cell {
        Cell::Printed(printed) if printed.qualifier.is_none() => {
            let value = printed.value.to_f64();
            Some((value, value))
        }
        Cell::Derived(derived) => Some((derived.interval.low, derived.interval.high)),
        Cell::Printed(_) | Cell::Empty(_) => None,
    };
    let ((from_low, from_high), (to_low, to_high)) = (bounds(from)?, bounds(to)?);
    if to_low > from_high {
        Some(std::cmp::Ordering::Greater)
    } else if to_high < from_low {
        Some(std::cmp::Ordering::Less)
    } else {
        None
    }
}

/// The sentence for a memo: derived numbers say so in words.
pub fn memo_text(spans: &[Span], derived: &str) -> String {
    let piece = |span: &Span| match span {
        Span::Number { text, is_derived: true, .. } => format!("{text} ({derived})"),
        Span::Text(text) | Span::Number { text, .. } => text.clone(),
    };
    // Outside the page nothing explains the mark of a disputed number.
    spans.iter().map(piece).collect::<String>().replace(DAGGER, "")
}

/// The sentence without its links.
pub fn plain_text(spans: &[Span]) -> String {
    spans
        .iter()
        .map(|span| match span {
            Span::Text(text) | Span::Number { text, .. } => text.as_str(),
        })
        .collect()
}

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

struct Sentence<'a> {
    words: &'a Words<'a>,
    spans: Vec<Span>,
}

impl Sentence<'_> {
    /// The text that belongs to the reader's language.
    fn say(&mut self, en: &str, zh: &str) {
        let text = match self.words.language {
            Language::En => en,
            Language::Zh => zh,
        };
        match self.spans.last_mut() {
            Some(Span::Text(before)) => before.push_str(text),
            _ => self.spans.push(Span::Text(text.to_owned())),
        }
    }

    fn number(&mut self, statistic: Statistic, cell: &Cell) {
        let text = self.words.spoken(statistic, cell);
        let (facts, is_derived) = (cell.facts().to_vec(), matches!(cell, Cell::Derived(_)));
        self.spans.push(Span::Number { text, facts, is_derived });
    }

    fn overview(&mut self, all: &Part, growth: &Cell, new_drug: &Part) {
        let year = all.year;
        self.say(&format!("In {year}, "), &format!("{year}年共登记药物临床试验"));
        self.number(Statistic::Count, &all.count);
        self.say(" drug trials were registered in China", "项");
        if let Some(change) = growth.number() {
            let before = year.previous();
            self.say(", ", &format!("，较{before}年{}", if change < 0.0 { "下降" } else { "增长" }));
            self.number(Statistic::Growth, growth);
            self.say(&format!(" {} than in {before}", if change < 0.0 { "fewer" } else { "more" }), "");
        }
        if new_drug.is_empty() {
            return self.say(".", "。");
        }
        self.say("; ", "；其中新药临床试验");
        self.count_and_share(new_drug, " of them", "项", "，占");
        self.say(" were new-drug trials.", "。");
    }

    /// "2,539 of them (51.8 %)", or one of the two where the other is not known.
    fn count_and_share(&mut self, part: &Part, of: &str, unit_zh: &str, share_zh: &str) {
        match (part.count.is_empty(), part.share.is_empty()) {
            (false, false) => {
                self.number(Statistic::Count, &part.count);
                self.say(&format!("{of} ("), &format!("{unit_zh}{share_zh}"));
                self.number(Statistic::Share, &part.share);
                self.say(")", "");
            }
            (false, true) => {
                self.number(Statistic::Count, &part.count);
                self.say(of, unit_zh);
            }
            (true, _) => {
                self.say("", share_zh.trim_start_matches('，'));
                self.number(Statistic::Share, &part.share);
                self.say(of, "");
            }
        }
    }

    /// What makes the part a part: "of biological products", "for oncology".
    fn predicate(&self, group: &Group) -> (String, String) {
        let named = BREAKDOWNS.into_iter().find_map(|dimension| Some((dimension, group.get(dimension)?)));
        match named.map(|(dimension, code)| (dimension, self.words.code(code))) {
            Some((Dimension::Population, label)) => (self.words.inner(label), label.to_owned()),
            Some((dimension, label)) => (self.words.narrowed_in_english(dimension, label), label.to_owned()),
            None => (self.words.inner(self.words.population(group)), self.words.population(group).to_owned()),
        }
    }

    /// The same behind the name of the whole: "new-drug trials that are paediatric-only trials".
    fn attribute(&self, group: &Group) -> String {
        let (predicate, _) = self.predicate(group);
        let is_named_by_population =
            BREAKDOWNS.into_iter().find(|dimension| group.get(*dimension).is_some()) == Some(Dimension::Population);
        if is_named_by_population { format!("that are {predicate}") } else { predicate }
    }

    fn one(&mut self, part: &Part, before: Option<&Part>) {
        let year = part.year;
        self.say(&format!("In {year}, "), &format!("{year}年"));
        match self.words.language {
            Language::En => self.one_in_english(part),
            Language::Zh => self.one_in_chinese(part),
        }
        if let Some(before) = before {
            self.before(part, before);
        }
        self.say(".", "。");
    }

    /// "444 of 1,029 new-drug trials … were for oncology, 43.1 %", or "about 40 % of the 1,974 new-drug trials were …".
    fn one_in_english(&mut self, part: &Part) {
        let has_whole = !part.whole.is_empty();
        let (statistic, main) =
            if part.count.is_empty() { (Statistic::Share, &part.share) } else { (Statistic::Count, &part.count) };
        self.number(statistic, main);
        let of = if part.count.is_empty() { " of the " } else { " of " };
        match (has_whole, part.count.is_empty()) {
            (true, _) => {
                self.say(of, "");
                self.number(Statistic::Count, &part.whole);
                self.say(" ", "");
            }
            (false, true) => self.say(" of ", ""),
            (false, false) => self.say(" ", ""),
        }
        let (whole, (predicate, _)) = (self.words.trials_of(&part.whole_group), self.predicate(&part.group));
        self.say(&format!("{whole} were {predicate}"), "");
        if !part.count.is_empty() && !part.share.is_empty() {
            self.say(", ", "");
            self.number(Statistic::Share, &part.share);
        }
    }

    /// "生物制品新药临床试验1029项中，抗肿瘤444项，占43.1%".
    fn one_in_chinese(&mut self, part: &Part) {
        let (whole, (_, predicate)) = (self.words.trials_of(&part.whole_group), self.predicate(&part.group));
        self.say("", &whole);
        if !part.whole.is_empty() {
            self.number(Statistic::Count, &part.whole);
            self.say("", "项");
        }
        self.say("", &format!("中，{predicate}"));
        self.count_and_share(part, "", "项", "，占");
    }

    fn before(&mut self, part: &Part, before: &Part) {
        let year = before.year;
        if part.share.is_empty() {
            return;
        }
        self.say(", against ", &format!("，{year}年为"));
        self.number(Statistic::Share, &before.share);
        if year == part.year.previous() {
            self.say(" a year before", "");
        } else {
            self.say(&format!(" in {year}"), "");
        }
    }

    fn trend(&mut self, first: &Part, last: &Part, unprinted: &[Year]) {
        let has_shares = !first.share.is_empty() && !last.share.is_empty() && first.group != first.whole_group;
        let (statistic, from, to) = if has_shares {
            (Statistic::Share, &first.share, &last.share)
        } else {
            (Statistic::Count, &first.count, &last.count)
        };
        let (_, predicate_zh) = self.predicate(&first.group);
        let whole = self.words.trials_of(&first.whole_group);
        let (from_year, to_year) = (first.year, last.year);
        let (moved_en, moved_zh) = match direction(from, to) {
            Some(std::cmp::Ordering::Greater) => ("rose", "升至"),
            Some(std::cmp::Ordering::Less) => ("fell", "降至"),
            // A bound, an approximation or overlapping intervals tell no direction.
            Some(std::cmp::Ordering::Equal) | None => ("went", "变为"),
        };
        let subject_en = match (has_shares, first.group == first.whole_group) {
            (true, _) => format!("the share of {} among {whole}", self.words.inner(&predicate_zh)),
            (false, true) => whole.clone(),
            (false, false) => format!("{whole} {}", self.attribute(&first.group)),
        };
        let subject_zh = match (has_shares, first.group == first.whole_group) {
            (true, _) => format!("{whole}中{predicate_zh}的占比"),
            (false, true) => whole,
            (false, false) => format!("{whole}中{predicate_zh}"),
        };
        let unit = if has_shares { "" } else { "项" };
        self.say(
            &format!("From {from_year} to {to_year}, {subject_en} {moved_en} from "),
            &format!("{from_year}年至{to_year}年，{subject_zh}由"),
        );
        self.number(statistic, from);
        self.say(" to ", &format!("{unit}{moved_zh}"));
        self.number(statistic, to);
        self.say(".", &format!("{unit}。"));
        if !unprinted.is_empty() {
            let years = |joint: &str| unprinted.iter().map(Year::to_string).collect::<Vec<_>>().join(joint);
            self.say(&format!(" Not printed: {}.", years(" and ")), &format!("{}年未见公布。", years("年和")));
        }
    }
}
