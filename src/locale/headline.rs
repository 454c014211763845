//! A headline number in words.

use super::messages::Message;
use super::words::Words;
use crate::address::Language;
use crate::dataset::{CodeId, Statistic, Year};
use crate::query::{Cell, Filter, Headline, Selection, Years};

/// One line under the name of an item.
#[derive(PartialEq)]
pub struct Line {
    /// What kind of line it is: `value`, `aside`, `unmet` or `none`, with `derived` beside `value` where that is so.
    pub class: &'static str,
    /// What it says.
    pub text: String,
    /// Stands behind the text, set apart; often nothing.
    pub mark: &'static str,
}

impl Line {
    const fn new(class: &'static str, text: String) -> Self {
        Self { class, text, mark: "" }
    }
}

impl Words<'_> {
    /// What stands under the name of a headline number: value, change, share, and what it does not answer.
    pub fn headline(&self, said: &Headline, selection: &Selection) -> Vec<Line> {
        if said.is_answered { answered(*self, said, selection) } else { unanswered(*self, said, selection.years) }
    }
}

fn answered(words: Words<'_>, said: &Headline, selection: &Selection) -> Vec<Line> {
    let (statistic, main) =
        if said.count.is_empty() { (Statistic::Share, &said.share) } else { (Statistic::Count, &said.count) };
    let value = words.number(statistic, main);
    let value = if matches!(main, Cell::Derived(_)) {
        Line { class: "value derived", text: value, mark: words.say(Message::DerivedMark) }
    } else {
        Line::new("value", value)
    };
    let mut lines = vec![value, Line::new("aside", aside(words, said, statistic))];
    lines.extend(unanswered_filters(words, said).into_iter().map(|text| Line::new("unmet", text)));
    if said.item.is_whole() && !selection.codes(Filter::Disease).is_empty() {
        lines.push(Line::new("unmet", words.say(Message::AllDiseaseAreas).to_owned()));
    }
    lines
}

/// What the numbers do not answer, and why.
fn unanswered_filters(words: Words<'_>, said: &Headline) -> Vec<String> {
    let named = |message: Message, filters: &[Filter]| {
        let dimensions: Vec<&str> = filters.iter().map(|filter| words.dimension(filter.dimension())).collect();
        match words.language {
            Language::En => format!("{} {}", words.say(message), dimensions.join(", ").to_ascii_lowercase()),
            Language::Zh => format!("{}{}", words.say(message), dimensions.join("、")),
        }
    };
    let mut lines = Vec::new();
    if !said.unmet.is_empty() && said.has_other_base {
        lines.push(words.say(Message::ReasonOtherBase).to_owned());
    } else if !said.unmet.is_empty() {
        lines.push(named(Message::NotPrintedBy, &said.unmet));
    }
    if !said.several.is_empty() {
        lines.push(named(Message::SeveralNotSummed, &said.several));
    }
    lines
}

/// Change on the year before, and share of the whole.
fn aside(words: Words<'_>, said: &Headline, shown: Statistic) -> String {
    let mut parts = vec![words.span(said.year, said.year)];
    if let Some(change) = said.growth.number() {
        let sign = if change < 0.0 { "▼" } else { "▲" };
        let before = said.year.previous();
        let derived = match (&said.growth, words.language) {
            (Cell::Derived(_), Language::En) => format!(" ({})", words.say(Message::DerivedMark)),
            (Cell::Derived(_), Language::Zh) => format!("（{}）", words.say(Message::DerivedMark)),
            _ => String::new(),
        };
        let growth = words.number(Statistic::Growth, &said.growth);
        let growth = growth.trim_start_matches(['\u{2212}', '+']);
        parts.push(match words.language {
            Language::En => format!("{sign} {growth} {} {before}{derived}", words.say(Message::OnYearBefore)),
            Language::Zh => {
                let moved = if change < 0.0 { "下降" } else { "增长" };
                format!("{sign} 较{before}年{moved}{growth}{derived}")
            }
        });
    }
    if shown == Statistic::Count && !said.share.is_empty() {
        let share = words.number(Statistic::Share, &said.share);
        let of = words.subgroup(&said.whole);
        parts.push(match words.language {
            Language::En => format!("{share} {} {}", words.say(Message::OfAll), words.inner(&of)),
            Language::Zh => format!("占{of}{share}"),
        });
    }
    parts.join(" · ")
}

/// Why there is no number, and the nearest one: without filters, or of the nearest year that has one.
fn unanswered(words: Words<'_>, said: &Headline, years: Years) -> Vec<Line> {
    let has_number = !said.count.is_empty() || !said.share.is_empty();
    let unanswered = unanswered_filters(words, said);
    let colon = words.colon();
    let reason = if has_number && !unanswered.is_empty() {
        unanswered.join(words.say(Message::ListComma))
    } else if years == Years::All {
        words.unbroken(Message::NotPrinted)
    } else {
        format!("{}{colon}{}", words.years(years), words.unbroken(Message::NotPrinted))
    };
    let instead = if has_number {
        let count = words.number(Statistic::Count, &said.count);
        let share = words.number(Statistic::Share, &said.share);
        let share = match words.language {
            _ if share.is_empty() => share,
            Language::En => format!(" ({share})"),
            Language::Zh => format!("（{share}）"),
        };
        Some(match words.language {
            Language::En => format!("{} {} {count}{share}", said.year, words.say(Message::WithoutFilter)),
            Language::Zh => format!("{}年{}{count}{share}", said.year, words.say(Message::WithoutFilter)),
        })
    } else if let Some((_, year, _)) = said.parts.first() {
        let part = |(code, _, cell): &(CodeId, Year, Cell)| {
            format!("{} {}", words.inner(words.code(*code)), words.number(Statistic::Count, cell))
        };
        let parts: Vec<String> = said.parts.iter().map(part).collect();
        Some(format!("{}{colon}{}", words.span(*year, *year), parts.join(words.say(Message::ListComma))))
    } else {
        nearest(said).map(|(year, cell)| {
            format!("{}{colon}{}", words.span(year, year), words.number(said.series_statistic, cell))
        })
    };
    std::iter::once(Line::new("none", reason)).chain(instead.map(|instead| Line::new("aside", instead))).collect()
}

/// The number of the nearest year that has one.
fn nearest(said: &Headline) -> Option<(Year, &Cell)> {
    let with_number = said.series.iter().filter(|(_, cell)| !cell.is_empty());
    with_number.min_by_key(|(year, _)| year.0.abs_diff(said.year.0)).map(|(year, cell)| (*year, cell))
}
