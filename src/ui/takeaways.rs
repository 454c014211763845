//! The five findings that open the page, each with the way to its numbers.

use leptos::prelude::*;

use super::explorer::use_explorer;
use crate::address::{Address, query_string};
use crate::dataset::{Dataset, Takeaway};
use crate::figures::FIGURES;
use crate::host::{document, frames};
use crate::locale::Message;
use crate::query::{Figure, Filter, Selection, Years, slice};

/// The findings as cards; each links to the selection that proves it.
#[component]
pub(super) fn Takeaways() -> impl IntoView {
    let explorer = use_explorer();
    let cards = explorer.dataset.takeaways().iter().map(|takeaway| view! { <Card takeaway/> }.into_any());
    view! {
        <section class="takeaways" data-part="takeaways">
            <h2>{move || explorer.words().say(Message::Takeaways)}</h2>
            <ol>{cards.collect_view()}</ol>
        </section>
    }
}

#[component]
fn Card(takeaway: &'static Takeaway) -> impl IntoView {
    let explorer = use_explorer();
    let selection = proof(explorer.dataset, takeaway);
    let figure = proving_figure(explorer.dataset, takeaway, &selection);
    let target = Address { selection, figure, ..Address::default() };
    let address = target.clone();
    let href = move || {
        let address = explorer.address.with(|current| Address {
            language: current.language,
            theme: current.theme,
            ..address.clone()
        });
        format!("?{}", query_string(explorer.dataset, &address))
    };
    let open = move |event: leptos::ev::MouseEvent| {
        // Opening in a new tab stays the browser's.
        if event.ctrl_key() || event.meta_key() || event.shift_key() {
            return;
        }
        event.prevent_default();
        let target = target.clone();
        explorer.go(move |address| {
            address.selection = target.selection;
            address.figure = target.figure;
        });
        if let Some(figure) = figure {
            frames::after_paint(move || document::scroll_to(figure.id));
        }
    };
    let text = move |pick: fn(&'static Takeaway) -> &'static crate::dataset::Bilingual| {
        move || explorer.words().pick(pick(takeaway)).to_owned()
    };
    view! {
        <li>
            <h3>{text(|takeaway| &takeaway.title)}</h3>
            <p>{text(|takeaway| &takeaway.text)}</p>
            <a href=href on:click=open>
                {move || explorer.words().say(Message::ShowNumbers)}
                <span class="off-screen">": " {text(|takeaway| &takeaway.title)}</span>
            </a>
        </li>
    }
}

/// The selection that all facts of a finding share: their year, and for each filter the codes that they name.
fn proof(dataset: &Dataset, takeaway: &Takeaway) -> Selection {
    let facts = || takeaway.facts.iter().map(|fact| dataset.fact(*fact));
    let years = facts().map(|fact| fact.key.year);
    let years = match (years.clone().min(), years.max()) {
        (Some(first), Some(last)) => Years::between(first, last),
        _ => Years::All,
    };
    Filter::ALL.into_iter().fold(Selection::default().with_years(years), |selection, filter| {
        selection.with_codes(filter, facts().filter_map(|fact| fact.key.group.get(filter.dimension())))
    })
}

/// The figure that shows the most facts of a finding; nothing when none shows any.
fn proving_figure(dataset: &Dataset, takeaway: &Takeaway, selection: &Selection) -> Option<&'static Figure> {
    let shown = |figure: &Figure| {
        let tables = figure.statistics.iter().map(|statistic| slice(dataset, figure, Some(*statistic), selection));
        let facts: Vec<_> = tables.flat_map(|table| table.facts()).collect();
        takeaway.facts.iter().filter(|fact| facts.contains(fact)).count()
    };
    // The first of equals: `max_by_key` keeps the last.
    let best = FIGURES.iter().rev().map(|figure| (shown(figure), figure)).max_by_key(|(facts, _)| *facts);
    best.filter(|(facts, _)| *facts > 0).map(|(_, figure)| figure)
}
