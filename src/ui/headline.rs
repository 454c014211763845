//! The row of six headline numbers.

use leptos::prelude::*;

use super::explorer::{Explorer, use_explorer};
use crate::dataset::{Statistic, Year};
use crate::locale::{Language, Message, Words};
use crate::query::{Cell, Headline, HeadlineItem, Years, headline};

/// Six numbers that answer the filters, or say that they cannot.
#[component]
pub(super) fn HeadlineRow() -> impl IntoView {
    let explorer = use_explorer();
    let label = move || explorer.words().say(Message::HeadlineNumbers);
    let items = HeadlineItem::ALL.map(|item| view! { <Item item/> }.into_any());
    view! {
        <section aria-label=label>
            <dl class="headline" data-part="headline">{items.into_iter().collect_view()}</dl>
        </section>
    }
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

#[component]
fn Item(item: HeadlineItem) -> impl IntoView {
    let explorer = use_explorer();
    let said = Memo::new(move |_| headline(explorer.dataset, item, &explorer.selection.get()));
    let content = move || {
        let Some(said) = said.get() else { return ().into_any() };
        let words = explorer.words();
        let label = label(words, &said);
        if said.is_answered {
            answered(words, label, &said).into_any()
        } else {
            unanswered(explorer, words, label, &said).into_any()
        }
    };
    view! { <div data-item=name(item)>{content}</div> }
}

/// The group in words; the whole population needs no addition.
fn label(words: Words<'_>, said: &Headline) -> String {
    words.subgroup(&said.group)
}

fn answered(words: Words<'static>, label: String, said: &Headline) -> impl IntoView + use<> {
    let (statistic, main) =
        if said.count.is_empty() { (Statistic::Share, &said.share) } else { (Statistic::Count, &said.count) };
    let is_derived = matches!(main, Cell::Derived(_));
    let value = words.number(statistic, main);
    let aside = aside(words, said, statistic);
    let unmet = (!said.unmet.is_empty()).then(|| {
        let dimensions: Vec<&str> = said.unmet.iter().map(|filter| words.dimension(filter.dimension())).collect();
        let list = dimensions.join(words.say(Message::ListComma)).to_lowercase();
        view! { <dd class="unmet">{words.say(Message::NotPrintedBy)} " " {list}</dd> }
    });
    let year = said.year.to_string();
    let derived = is_derived.then(|| view! { <span class="tag">{words.say(Message::DerivedMark)}</span> });
    view! {
        <dt>{label}</dt>
        <dd class="value" class:derived=is_derived>{value} {derived}</dd>
        <dd class="aside"><span class="year">{year}</span> {aside}</dd>
        {unmet}
        {sparkline(said)}
    }
}

/// Change on the year before, and share of the whole.
fn aside(words: Words<'_>, said: &Headline, shown: Statistic) -> String {
    let mut parts = Vec::new();
    if let Some(change) = said.growth.number() {
        let sign = if change < 0.0 { "▼" } else { "▲" };
        let before = said.year.previous();
        let derived = if matches!(said.growth, Cell::Derived(_)) { "*" } else { "" };
        let growth = words.number(Statistic::Growth, &said.growth);
        let growth = growth.trim_start_matches('\u{2212}');
        parts.push(match words.language {
            Language::En => format!("{sign} {growth}{derived} {} {before}", words.say(Message::OnYearBefore)),
            Language::Zh => format!("{sign} 较{before}年{growth}{derived}"),
        });
    }
    if shown == Statistic::Count && !said.share.is_empty() {
        let share = words.number(Statistic::Share, &said.share);
        let of = words.subgroup(&said.whole);
        parts.push(match words.language {
            Language::En => format!("{share} {} {}", words.say(Message::OfAll), of.to_lowercase()),
            Language::Zh => format!("占{of}{share}"),
        });
    }
    parts.join(" · ")
}

/// Why there is no number, and the nearest one: without filters, or of the latest year that has one.
fn unanswered(explorer: Explorer, words: Words<'static>, label: String, said: &Headline) -> impl IntoView + use<> {
    let has_number = !said.count.is_empty() || !said.share.is_empty();
    let reason = if has_number && !said.unmet.is_empty() {
        let dimensions: Vec<&str> = said.unmet.iter().map(|filter| words.dimension(filter.dimension())).collect();
        let list = dimensions.join(words.say(Message::ListComma)).to_lowercase();
        format!("{} {list}", words.say(Message::NotPrintedBy))
    } else {
        let selection = explorer.selection.get_untracked();
        let year =
            if selection.years == Years::All { String::new() } else { format!("{}: ", words.years(selection.years)) };
        format!("{year}{}", words.unbroken(Message::NotPrinted))
    };
    let instead = if has_number {
        let count = words.number(Statistic::Count, &said.count);
        let share = words.number(Statistic::Share, &said.share);
        let share = if share.is_empty() { share } else { format!(" ({share})") };
        Some(format!("{} {} {count}{share}", said.year, words.say(Message::WithoutFilter)))
    } else {
        nearest(said).map(|(year, cell)| format!("{year}: {}", words.number(said.series_statistic, cell)))
    };
    view! {
        <dt>{label}</dt>
        <dd class="none">{reason}</dd>
        {instead.map(|instead| view! { <dd class="aside">{instead}</dd> })}
    }
}

/// The number of the nearest year that has one.
fn nearest(said: &Headline) -> Option<(Year, &Cell)> {
    let with_number = said.series.iter().filter(|(_, cell)| !cell.is_empty());
    with_number.min_by_key(|(year, _)| year.0.abs_diff(said.year.0)).map(|(year, cell)| (*year, cell))
}

/// The numbers of all years as a line of 96 by 22; broken where a year has none.
fn sparkline(said: &Headline) -> Option<impl IntoView + use<>> {
    const WIDTH: f64 = 96.0;
    const HEIGHT: f64 = 22.0;
    let numbers: Vec<Option<f64>> = said.series.iter().map(|(_, cell)| cell.number()).collect();
    let largest = numbers.iter().flatten().copied().fold(0.0, f64::max);
    if numbers.iter().flatten().count() < 2 || largest <= 0.0 {
        return None;
    }
    let step = WIDTH / f64::from(u32::try_from(numbers.len().max(2) - 1).unwrap_or(1));
    let point = |position: usize, number: f64| {
        let x = 2.0 + step * f64::from(u32::try_from(position).unwrap_or(0));
        (x, 2.0 + HEIGHT - number / largest * HEIGHT)
    };
    let mut path = String::new();
    let mut is_joined = false;
    for (position, number) in numbers.iter().enumerate() {
        let Some(number) = number else {
            is_joined = false;
            continue;
        };
        let (x, y) = point(position, *number);
        path.push_str(&format!("{}{x:.1} {y:.1}", if is_joined { "L" } else { "M" }));
        is_joined = true;
    }
    let dots: Vec<_> = numbers
        .iter()
        .enumerate()
        .filter_map(|(position, number)| Some(point(position, (*number)?)))
        .zip(said.series.iter().filter(|(_, cell)| !cell.is_empty()))
        .map(|((x, y), (year, _))| {
            let radius = if *year == said.year { "3" } else { "1.4" };
            view! { <circle cx=format!("{x:.1}") cy=format!("{y:.1}") r=radius></circle> }
        })
        .collect();
    Some(view! {
        <dd class="spark" aria-hidden="true">
            <svg viewBox="0 0 100 26" width="100" height="26"><path d=path></path>{dots}</svg>
        </dd>
    })
}
