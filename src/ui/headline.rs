//! The row of six headline numbers.

use leptos::prelude::*;

use super::explorer::{Explorer, use_explorer};
use super::live::live_on;
use crate::locale::{Line, Message};
use crate::query::{Headline, HeadlineItem, headline};

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

/// The numbers of all years as a path, and a dot for each with its radius.
#[derive(PartialEq, Default)]
struct Sparkline {
    path: String,
    dots: Vec<[String; 3]>,
}

fn said(explorer: Explorer, item: HeadlineItem) -> Vec<Said> {
    let (words, selection) = (explorer.words(), explorer.selection.get());
    let Some(said) = headline(explorer.dataset, item, &selection) else { return Vec::new() };
    let name = words.group(&said.group);
    let sparkline = if said.is_answered { sparkline(&said) } else { Sparkline::default() };
    vec![Said { name, lines: words.headline(&said, &selection), sparkline }]
}

fn item_view(item: HeadlineItem, said: &[Said]) -> AnyView {
    let [said] = said else { return ().into_any() };
    let lines: Vec<AnyView> = said.lines.iter().map(line_view).collect();
    view! { <div data-item=item.code()><dt>{said.name.clone()}</dt>{lines}{sparkline_view(&said.sparkline)}</div> }
        .into_any()
}

fn line_view(line: &Line) -> AnyView {
    let mark = match line.mark {
        "" => ().into_any(),
        mark => view! { " " <span class="tag">{mark}</span> }.into_any(),
    };
    view! { <dd class=line.class>{line.text.clone()}{mark}</dd> }.into_any()
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
