//! Groups as Chinese says them: attributes before their noun and no commas between them, "抗肿瘤生物制品新药临床试验".
//!
//! The words are the labels of the data; what stands here is their order, and what joins them.

use super::messages::Message;
use super::words::Words;
use crate::address::Language;
use crate::dataset::{CodeId, Dimension, Group};

/// The order in which attributes stand: clauses first, then from the wider to what is nearest to the noun.
const ORDER: [Dimension; 9] = [
    Dimension::Status,
    Dimension::Population,
    Dimension::Region,
    Dimension::Sponsor,
    Dimension::Scope,
    Dimension::Disease,
    Dimension::Modality,
    Dimension::ProductType,
    Dimension::RegClass,
];

/// What stands between several codes of one filter.
const AND: &str = "、";

/// Whether a label names trials itself, and is no attribute of them: "国际多中心临床试验（MRCT）", "真实世界研究".
fn is_noun(dimension: Dimension, label: &str) -> bool {
    let name = label.split('（').next().unwrap_or(label);
    // A product "with one trial in the year" is none.
    name.ends_with("研究") || (name.ends_with("试验") && dimension != Dimension::Status)
}

/// A registration category as a noun: "1类创新药", "2类改良型新药".
pub(super) fn category(label: &str) -> String {
    let category = attribute(Dimension::RegClass, label);
    if category.ends_with('药') { category } else { format!("{category}新药") }
}

/// A label before its noun: a clause gets its particle, and a category loses its brackets.
fn attribute(dimension: Dimension, label: &str) -> String {
    match dimension {
        Dimension::Status | Dimension::Population => format!("{label}的"),
        Dimension::Modality if label.ends_with("品种") => format!("{label}的"),
        Dimension::RegClass => label.replace(['（', '）'], ""),
        _ => label.to_owned(),
    }
}

impl Words<'_> {
    /// The trials of a group: "抗肿瘤生物制品新药临床试验", "1类创新药临床试验", "国际多中心临床试验（MRCT）".
    pub(super) fn chinese_trials(&self, group: &Group) -> String {
        let purpose = group.get(Dimension::Purpose).map(|code| self.facts.codes().get(code).code.as_str());
        let (mut text, nouns) = self.attributes(group);
        let phase = group.get(Dimension::Phase).map(|code| self.code(code)).unwrap_or_default();
        let Some((last, before)) = nouns.split_last() else {
            let population = self.population(group);
            let head = match purpose {
                // "Innovative drugs" says already that they are new.
                Some("new_drug") if self.is_of_innovative(group) => format!("{phase}临床试验"),
                Some("new_drug") => format!("新药{phase}临床试验"),
                None if text.is_empty() && phase.is_empty() => population.to_owned(),
                None if text.ends_with("登记的") => format!("{phase}试验"),
                None => format!("{phase}登记试验"),
                Some(_) => format!("{phase}{population}"),
            };
            return text + &head;
        };
        for noun in before {
            text = text + noun + "中的";
        }
        text = text + phase + last;
        // Multi-regional trials and the like are new-drug trials unless said otherwise.
        if purpose == Some("new_drug") { text } else { format!("{text}（{}）", self.population(group)) }
    }

    /// Whether the registration category of a group names drugs: "1类创新药".
    fn is_of_innovative(&self, group: &Group) -> bool {
        let category = group.get(Dimension::RegClass).map(|code| attribute(Dimension::RegClass, self.code(code)));
        category.is_some_and(|category| category.ends_with('药'))
    }

    /// A group before a noun that is no trial: "境内申办者获批创新药".
    pub(super) fn chinese_before(&self, group: &Group, noun: &str) -> String {
        let (text, nouns) = self.attributes(group);
        let nouns: String = nouns.iter().flat_map(|of| [of, "的"]).collect();
        let phase = group.get(Dimension::Phase).map(|code| self.code(code)).unwrap_or_default();
        format!("{text}{phase}{nouns}{noun}")
    }

    /// Several codes without the trials that they are about: "抗肿瘤生物制品"; those of one dimension are listed.
    pub(super) fn chinese_codes(&self, codes: &[(Dimension, CodeId)]) -> String {
        let of = |dimension| -> Vec<&str> {
            codes.iter().filter(|(other, _)| *other == dimension).map(|(_, code)| self.code(*code)).collect()
        };
        if let [(_, only)] = codes {
            return self.code(*only).to_owned();
        }
        let joined = |dimension: Dimension| match of(dimension).as_slice() {
            [] => String::new(),
            [one] if is_noun(dimension, one) => (*one).to_owned(),
            [one] => attribute(dimension, one),
            several => several.join(AND),
        };
        let text: String = ORDER.into_iter().chain([Dimension::Phase]).map(joined).collect();
        if text.ends_with('的') { format!("{text}试验") } else { text }
    }

    /// What stands before the noun, and the labels that are nouns themselves.
    fn attributes(&self, group: &Group) -> (String, Vec<&str>) {
        let mut text = String::new();
        let mut nouns = Vec::new();
        for dimension in ORDER {
            let Some(label) = group.get(dimension).map(|code| self.code(code)) else { continue };
            if is_noun(dimension, label) {
                nouns.push(label);
            } else if !(dimension == Dimension::ProductType && text.starts_with(label)) {
                // Some disease areas name their product type: "中药五大领域".
                text.push_str(&attribute(dimension, label));
            }
        }
        (text, nouns)
    }

    /// What is about a year: "2024年全部登记试验".
    pub(super) fn in_year(&self, year: &str, what: &str) -> String {
        match self.language {
            Language::En => format!("{year}{}{what}", self.say(Message::ListComma)),
            Language::Zh => format!("{year}{what}"),
        }
    }
}
