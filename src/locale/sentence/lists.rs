//! The sentences that list: several groups side by side, and what is printed around a number that is not.

use super::builder::Sentence;
use crate::address::Language;
use crate::dataset::Dimension;
use crate::query::{BREAKDOWNS, PartOfWhole};

impl Sentence<'_> {
    pub(super) fn several(&mut self, parts: &[PartOfWhole]) {
        let Some(head) = parts.first() else { return };
        let year = head.year;
        let disease = head.group.get(Dimension::Disease);
        let is_one_disease =
            disease.is_some() && parts.iter().all(|part| part.group.get(Dimension::Disease) == disease);
        match disease.filter(|_| is_one_disease) {
            Some(disease) => self.say(
                &format!("In {year}, new-drug trials for {}: ", self.words.inner(self.words.code(disease))),
                &format!("{year}年{}新药临床试验：", self.words.code(disease)),
            ),
            None => self.say(&format!("In {year}, new-drug trials: "), &format!("{year}年新药临床试验：")),
        }
        for (position, part) in parts.iter().enumerate() {
            if position > 0 {
                // Where the heading may end, and where a long name with its commas and its "and" is told from the next.
                self.say("; ", "；");
            }
            self.of_several(part, is_one_disease);
        }
        self.say(".", "。");
    }

    /// "349 of 1,413 (24.7 %) for chemical drugs".
    fn of_several(&mut self, part: &PartOfWhole, is_one_disease: bool) {
        let shown = if is_one_disease { part.group.with(Dimension::Disease, None) } else { part.group };
        let label = self.words.subgroup(&shown);
        self.say("", &label);
        let has_whole = !part.whole.is_empty();
        if !part.count.is_empty() && has_whole && self.words.language == Language::En {
            self.count(part);
            self.say(" of ", "");
            self.whole(part);
            if !part.share.is_empty() {
                self.say(" (", "");
                self.share(part);
                self.say(")", "");
            }
        } else if has_whole && !part.count.is_empty() {
            self.whole(part);
            self.say("", "项中");
            self.count_and_share(part, "", "项", "，占");
        } else {
            self.count_and_share(part, "", "项", "，占");
        }
        self.say(&format!(" for {}", self.words.inner(&label)), "");
    }

    /// Several groups without a number: one disease area with its product types in brackets, else one after the other.
    fn several_asked(&self, asked: &[PartOfWhole]) -> (String, String) {
        let disease = asked.first().and_then(|part| part.group.get(Dimension::Disease));
        let is_shared = asked.iter().all(|part| part.group.get(Dimension::Disease) == disease);
        let label = |part: &PartOfWhole| {
            let group = if is_shared { part.group.with(Dimension::Disease, None) } else { part.group };
            self.words.inner(&self.words.subgroup(&group))
        };
        let labels: Vec<String> = asked.iter().map(label).collect();
        match disease.filter(|_| is_shared).map(|disease| self.words.code(disease)) {
            Some(disease) => (
                format!("new-drug trials for {} ({})", self.words.inner(disease), few(&labels, ", ", Language::En)),
                format!("{disease}新药临床试验（{}）", few(&labels, "、", Language::Zh)),
            ),
            None => (
                format!("new-drug trials for {}", few(&labels, "; ", Language::En)),
                format!("新药临床试验中{}", few(&labels, "、", Language::Zh)),
            ),
        }
    }

    pub(super) fn missing(&mut self, asked: &[PartOfWhole], neighbours: &[PartOfWhole], around: &[PartOfWhole]) {
        let Some(head) = asked.first() else { return };
        let year = head.year;
        let (en, zh) = if asked.len() == 1 {
            let (_, predicate_zh) = self.predicate(&head.group);
            let whole = self.words.trials_of(&head.whole_group);
            (format!("{whole} {}", self.attribute(&head.group)), format!("{whole}中{predicate_zh}"))
        } else {
            self.several_asked(asked)
        };
        // A list of groups leaves less room in a heading.
        let nothing = if asked.len() == 1 {
            "no source found prints the number or share"
        } else {
            "no source found prints numbers"
        };
        self.say(&format!("For {year}, {nothing} of {en}."), &format!("{year}年{zh}的数量和占比，所查来源均未公布。"));
        if !around.is_empty() {
            self.say(" Printed for that year: ", "该年已公布：");
        }
        for (position, part) in around.iter().enumerate() {
            if position > 0 {
                self.say("; ", "；");
            }
            self.short(part);
        }
        if !around.is_empty() {
            self.say(".", "。");
        }
        if neighbours.is_empty() {
            return;
        }
        self.say(" Nearest: ", "最近有数据的年份：");
        for (position, part) in neighbours.iter().enumerate() {
            if position > 0 {
                self.say(" and ", "，");
            }
            self.say("", &format!("{}年", part.year));
            self.count_and_share(part, "", "项", "，占");
            self.say(&format!(" in {}", part.year), "");
        }
        self.say(".", "。");
    }

    /// "1,974 new-drug trials (57.9 %)", "about 40 % of new-drug trials were of biological products".
    fn short(&mut self, part: &PartOfWhole) {
        let (predicate_en, predicate_zh) = self.predicate(&part.group);
        let whole = self.words.trials_of(&part.whole_group);
        let is_population = BREAKDOWNS.into_iter().all(|dimension| part.group.get(dimension).is_none());
        if is_population {
            self.say("", &predicate_zh);
            self.count_and_share(part, &format!(" {predicate_en}"), "项", "，占全部登记试验的");
            return;
        }
        self.say("", &format!("{whole}中{predicate_zh}"));
        if part.count.is_empty() {
            self.say("", "占");
            self.share(part);
            self.say(&format!(" of {whole} were {predicate_en}"), "");
        } else {
            self.count_and_share(part, &format!(" {whole} {}", self.attribute(&part.group)), "项", "，占");
        }
    }
}

/// The names of a list, of a long one the first two and how many follow: the filters say all of them.
fn few(names: &[String], joint: &str, language: Language) -> String {
    let [first, second, _, _, ..] = names else { return names.join(joint) };
    match language {
        Language::En => format!("{first}{joint}{second} and {} more", names.len() - 2),
        Language::Zh => format!("{first}{joint}{second}等{}类", names.len()),
    }
}
