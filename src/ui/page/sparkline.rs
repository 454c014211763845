//! The small line of all years beside a headline number. It comes with the late parts, into a place that is kept for it.

use leptos::prelude::*;

use crate::query::{Headline, HeadlineItem, headline};
use crate::ui::kit::live::live_on;
use crate::ui::state::explorer::Explorer;

/// The numbers of all years as a path, and a dot for each with its radius.
#[derive(PartialEq, Default)]
struct Sparkline {
    path: String,
    dots: Vec<[String; 3]>,
}

/// The line of a headline number; nothing where the number cannot answer the filters.
pub fn sparkline(explorer: Explorer, item: HeadlineItem) -> AnyView {
    live_on(
        move || {
            // A moment later than the numbers: these must be seen at once.
            let said = explorer.pace.settled.with(|selection| headline(explorer.facts, item, selection));
            vec![said.filter(|said| said.is_answered).map(|said| drawn(&said)).unwrap_or_default()]
        },
        |lines| lines.first().map_or_else(|| ().into_any(), shown),
    )
}

/// The numbers of all years as a line of 96 by 20; broken where a year has none.
fn drawn(said: &Headline) -> Sparkline {
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

fn shown(sparkline: &Sparkline) -> AnyView {
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
    view! { <svg viewBox="0 0 102 28" width="102" height="28"><path d=path></path>{dots}</svg> }.into_any()
}

/// A coordinate with one decimal.
#[expect(clippy::cast_possible_truncation, reason = "coordinates of a drawing of 100 by 26")]
fn tenths(coordinate: f64) -> String {
    crate::dataset::Decimal::new((coordinate * 10.0).round() as i64, 1).to_string()
}
