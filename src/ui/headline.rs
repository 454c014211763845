//! The row of six headline numbers.

use leptos::prelude::*;

use super::explorer::{Explorer, use_explorer};
use super::live::live_on;
use crate::dataset::{CodeId, Statistic, Year};
use crate::locale::{Language, Message, Words};
use crate::query::{Cell, Filter, Headline, HeadlineItem, Selection, Years, headline};

/// Six numbers that answer the filters, or say that they cannot.
#[component]
pub(super) fn HeadlineRow() -> impl IntoView {
    let explorer = use_explorer();
    let items = HeadlineItem::ALL.map(|item| live_on(move || said(explorer, item), move |said| item_view(item, said)));
    let label = move || explorer.words().say(Message::HeadlineNumbers);
    view! {
        <section aria-label=label><dl class="headline" data-part="headline">{items.into_iter().collect::<Vec<_>>()}</dl></section>
    }
}

/// What an item says: nothing but text, so that it is drawn anew only when it says something else.
#[derive(PartialEq, Default)]
struct Said {
    name: String,
    lines: Vec<Line>,
    sparkline: Sparkline,
}

/// One line under the name of an item.
#[derive(PartialEq)]
struct Line {
    class: &'static str,
    text: String,
    /// Stands behind the text, set apart; often nothing.
    mark: &'static str,
}

impl Line {
    const fn new(class: &'static str, text: String) -> Self {
        Self { class, text, mark: "" }
    }
}

/// The numbers of all years as a path, and a dot for each with its radius.
#[derive(PartialEq, Default)]
struct Sparkline {
    path: String,
    dots: Vec<[String; 3]>,
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

fn said(explorer: Explorer, item: HeadlineItem) -> Vec<Said> {
    let (words, selection) = (explorer.words(), explorer.selection.get());
    let Some(said) = headline(explorer.dataset, item, &selection) else { return Vec::new() };
    let name = words.group(&said.group);
    vec![if said.is_answered {
        Said { name, lines: answered(words, &said, &selection), sparkline: sparkline(&said) }
    } else {
        Said { name, lines: unanswered(words, &said, selection.years), sparkline: Sparkline::default() }
    }]
}

fn item_view(item: HeadlineItem, said: &[Said]) -> AnyView {
    let [said] = said else { return ().into_any() };
    let lines: Vec<AnyView> = said.lines.iter().map(line_view).collect();
    view! { <div data-item=name(item)><dt>{said.name.clone()}</dt>{lines}{sparkline_view(&said.sparkline)}</div> }
        .into_any()
}

fn line_view(line: &Line) -> AnyView {
    let mark = match line.mark {
        "" => ().into_any(),
        mark => view! { " " <span class="tag">{mark}</span> }.into_any(),
    };
    view! { <dd class=line.class>{line.text.clone()}{mark}</dd> }.into_any()
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
fn unanswered(words: Words<'_>, said: &Headline, years: Years) -> Vec<Line> {
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
    std::iter::once(Line::new("none", reason)).chain(instead.map(|instead| Line::new("aside", instead))).collect()
}

/// The number of the nearest year that has one.
fn nearest(said: &Headline) -> Option<(Year, &Cell)> {
    let with_number = said.series.iter().filter(|(_, cell)| !cell.is_empty());
    with_number.min_by_key(|(year, _)| year.0.abs_diff(said.year.0)).map(|(year, cell)| (*year, cell))
}

/// The numbers of all years as a line of 96 by 20; broken where a year has none.
fn sparkline(said: &Headline) -> Sparkline {
    const WIDTH: f64 = 96.0;
    const HEIGHT: f64 = 20.0;
    let numbers: Vec<Option<f64>> = said.series.iter().map(|(_, cell)| cell.number()).collect();
    let largest = numbers.iter().flatten().copied().fold(0.0, f64::max);
    if numbers.iter().flatten().count() < 2 || largest <= 0.0 {
        return Sparkline::default();
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
    let dots = numbers
        .iter()
        .enumerate()
        .filter_map(|(position, number)| Some(point(position, (*number)?)))
        .zip(said.series.iter().filter(|(_, cell)| !cell.is_empty()))
        .map(|((x, y), (year, _))| {
            let radius = if *year == said.year { "3" } else { "1.4" };
            [tenths(x), tenths(y), radius.to_owned()]
        });
    let dots = dots.collect();
    Sparkline { path, dots }
}

fn sparkline_view(sparkline: &Sparkline) -> AnyView {
    if sparkline.dots.is_empty() {
        return ().into_any();
    }
    let path = sparkline.path.clone();
    let dots: Vec<AnyView> = sparkline
        .dots
        .iter()
        .cloned()
        .map(|[x, y, radius]| view! { <circle cx=x cy=y r=radius></circle> }.into_any())
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
