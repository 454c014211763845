//! The sentences about one group: in one year, against another year, and over a range.

use super::builder::Sentence;
use crate::address::Language;
use crate::dataset::{Statistic, Year};
use crate::locale::messages::Message;
use crate::query::{Cell, NumberName, PartOfWhole};

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

impl Sentence<'_> {
    pub(super) fn overview(&mut self, all: &PartOfWhole, growth: &Cell, new_drug: &PartOfWhole) {
        let year = all.year;
        self.say(&format!("In {year}, "), &format!("{year}年共登记药物临床试验"));
        self.count(all);
        self.say(" drug trials were registered in China", "项");
        if let Some(change) = growth.number() {
            let before = year.previous();
            self.say(", ", &format!("，较{before}年{}", if change < 0.0 { "下降" } else { "增长" }));
            self.number(growth, NumberName::new(year, Statistic::Growth, all.group, all.group));
            if matches!(growth, Cell::Derived(_)) {
                let mark = self.words.say(Message::DerivedMark);
                self.say(&format!(" ({mark})"), &format!("（{mark}）"));
            }
            self.say(&format!(" {} than in {before}", if change < 0.0 { "fewer" } else { "more" }), "");
        }
        if new_drug.is_empty() {
            return self.say(".", "。");
        }
        self.say("; ", "；其中新药临床试验");
        self.count_and_share(new_drug, " of them", "项", "，占");
        self.say(" were new-drug trials.", "。");
    }

    pub(super) fn one(&mut self, part: &PartOfWhole, before: Option<&PartOfWhole>) {
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
    fn one_in_english(&mut self, part: &PartOfWhole) {
        let has_whole = !part.whole.is_empty();
        self.count_or_share(part, part.count.is_empty());
        let of = if part.count.is_empty() { " of the " } else { " of " };
        match (has_whole, part.count.is_empty()) {
            (true, _) => {
                self.say(of, "");
                self.whole(part);
                self.say(" ", "");
            }
            (false, true) => self.say(" of ", ""),
            (false, false) => self.say(" ", ""),
        }
        let (whole, (predicate, _)) = (self.words.trials_of(&part.whole_group), self.predicate(&part.group));
        self.say(&format!("{whole} were {predicate}"), "");
        if !part.count.is_empty() && !part.share.is_empty() {
            self.say(", ", "");
            self.share(part);
        }
    }

    /// "生物制品新药临床试验1029项中，抗肿瘤444项，占43.1%".
    fn one_in_chinese(&mut self, part: &PartOfWhole) {
        let (whole, (_, predicate)) = (self.words.trials_of(&part.whole_group), self.predicate(&part.group));
        self.say("", &whole);
        if !part.whole.is_empty() {
            self.whole(part);
            self.say("", "项");
        }
        self.say("", &format!("中，{predicate}"));
        self.count_and_share(part, "", "项", "，占");
    }

    fn before(&mut self, part: &PartOfWhole, before: &PartOfWhole) {
        let year = before.year;
        if part.share.is_empty() {
            return;
        }
        self.say(", against ", &format!("，{year}年为"));
        self.share(before);
        if year == part.year.previous() {
            self.say(" a year before", "");
        } else {
            self.say(&format!(" in {year}"), "");
        }
    }

    pub(super) fn trend(&mut self, first: &PartOfWhole, last: &PartOfWhole, unprinted: &[Year]) {
        let has_shares = !first.share.is_empty() && !last.share.is_empty() && first.group != first.whole_group;
        let (from, to) = if has_shares { (&first.share, &last.share) } else { (&first.count, &last.count) };
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
        self.count_or_share(first, has_shares);
        self.say(" to ", &format!("{unit}{moved_zh}"));
        self.count_or_share(last, has_shares);
        self.say(".", &format!("{unit}。"));
        if !unprinted.is_empty() {
            let years = |joint: &str| unprinted.iter().map(Year::to_string).collect::<Vec<_>>().join(joint);
            self.say(&format!(" Not printed: {}.", years(" and ")), &format!("{}年未见公布。", years("年和")));
        }
    }
}
