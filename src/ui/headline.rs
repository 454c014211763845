//! The row of six headline numbers.

use leptos::prelude::*;

use super::explorer::{Explorer, use_explorer};
use super::live::live;
use crate::dataset::{CodeId, Statistic, Year};
use crate::locale::{Language, Message, Words};
use crate::query::{Cell, Filter, Headline, HeadlineItem, Years, headline};

/// Six numbers that answer the filters, or say that they cannot.
#[component]
pub(super) fn HeadlineRow() -> impl IntoView {
    let explorer = use_explorer();
    live(move || {
        let words = explorer.words();
        let items: Vec<AnyView> = HeadlineItem::ALL.into_iter().map(|item| shown(explorer, words, item)).collect();
        let label = words.say(Message::HeadlineNumbers);
        view! { <section aria-label=label><dl class="headline" data-part="headline">{items}</dl></section> }.into_any()
    })
}

const fn name(item: HeadlineItem) -> &'static str {
    match item {
        HeadlineItem::Registered => "registered",
        HeadlineItem::NewDrug => "new_drug",
        HeadlineItem::Category1 => "category_1",
        HeadlineItem::MultiRegional => "multi_regional",
        HeadlineItem::CellAndGeneTherapy => "cell_and_gene_therapy",
        HeadlineItem::DiseaseArea => "disease_area",
    }
}

fn shown(explorer: Explorer, words: Words<'_>, item: HeadlineItem) -> AnyView {
    let selection = explorer.selection.get();
    let Some(said) = headline(explorer.dataset, item, &selection) else { return ().into_any() };
    let lines =
        if said.is_answered { answered(explorer, words, &said) } else { unanswered(words, &said, selection.years) };
    view! { <div data-item=name(item)><dt>{words.group(&said.group)}</dt>{lines}</div> }.into_any()
}

/// One line under the name of an item.
fn line(class: &'static str, text: String) -> AnyView {
    view! { <dd class=class>{text}</dd> }.into_any()
}

fn answered(explorer: Explorer, words: Words<'_>, said: &Headline) -> Vec<AnyView> {
    let (statistic, main) =
        if said.count.is_empty() { (Statistic::Share, &said.share) } else { (Statistic::Count, &said.count) };
    let value = words.number(statistic, main);
    let value = if matches!(main, Cell::Derived(_)) {
        let derived = words.say(Message::DerivedMark);
        view! { <dd class="value derived">{value} " " <span class="tag">{derived}</span></dd> }.into_any()
    } else {
        line("value", value)
    };
    let mut lines = vec![value, line("aside", aside(words, said, statistic))];
    lines.extend(unanswered_filters(words, said).into_iter().map(|text| line("unmet", text)));
    if said.item.is_whole() && explorer.selection.with(|selection| !selection.codes(Filter::Disease).is_empty()) {
        lines.push(line("unmet", words.say(Message::AllDiseaseAreas).to_owned()));
    }
    lines.push(sparkline(said));
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
        let growth = growth.trim_start_matches('\u{2212}');
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
fn unanswered(words: Words<'_>, said: &Headline, years: Years) -> Vec<AnyView> {
    let has_number = !said.count.is_empty() || !said.share.is_empty();
    let unanswered = unanswered_filters(words, said);
    let colon = if words.language == Language::En { ": " } else { "：" };
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
        let share = if share.is_empty() { share } else { format!(" ({share})") };
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
    std::iter::once(line("none", reason)).chain(instead.map(|instead| line("aside", instead))).collect()
}

/// The number of the nearest year that has one.
fn nearest(said: &Headline) -> Option<(Year, &Cell)> {
    let with_number = said.series.iter().filter(|(_, cell)| !cell.is_empty());
    with_number.min_by_key(|(year, _)| year.0.abs_diff(said.year.0)).map(|(year, cell)| (*year, cell))
}

/// The numbers of all years as a line of 96 by 20; broken where a year has none.
fn sparkline(said: &Headline) -> AnyView {
    const WIDTH: f64 = 96.0;
    const HEIGHT: f64 = 20.0;
    let numbers: Vec<Option<f64>> = said.series.iter().map(|(_, cell)| cell.number()).collect();
    let largest = numbers.iter().flatten().copied().fold(0.0, f64::max);
    if numbers.iter().flatten().count() < 2 || largest <= 0.0 {
        return ().into_any();
    }
    let step = WIDTH / f64::from(u32::try_from(numbers.len().max(2) - 1).unwrap_or(1));
    let point = |position: usize, number: f64| {
        let x = 3.0 + step * f64::from(u32::try_from(position).unwrap_or(0));
        (x, 4.0 + HEIGHT - number / largest * HEIGHT)
    };
    let mut path = String::new();
    let mut is_joined = false;
    for (position, number) in numbers.iter().enumerate() {
        let Some(number) = number else {
            is_joined = false;
            continue;
        };
        let (x, y) = point(position, *number);
        path.extend([if is_joined { "L" } else { "M" }, &tenths(x), " ", &tenths(y)]);
        is_joined = true;
    }
    let dots: Vec<AnyView> = numbers
        .iter()
        .enumerate()
        .filter_map(|(position, number)| Some(point(position, (*number)?)))
        .zip(said.series.iter().filter(|(_, cell)| !cell.is_empty()))
        .map(|((x, y), (year, _))| {
            let radius = if *year == said.year { "3" } else { "1.4" };
            view! { <circle cx=tenths(x) cy=tenths(y) r=radius></circle> }.into_any()
        })
        .collect();
    view! {
        <dd class="spark" aria-hidden="true">
            <svg viewBox="0 0 102 28" width="102" height="28"><path d=path></path>{dots}</svg>
        </dd>
    }
    .into_any()
}

/// A coordinate with one decimal.
#[expect(clippy::cast_possible_truncation, reason = "coordinates of a drawing of 100 by 26")]
fn tenths(coordinate: f64) -> String {
    crate::dataset::Decimal::new((coordinate * 10.0).round() as i64, 1).to_string()
}
