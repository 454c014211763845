//! The five findings that open the page, each with the way to its numbers.

use leptos::prelude::*;

use crate::dataset::{Facts, Group, Takeaway};
use crate::figures::figures;
use crate::locale::{Message, Words};
use crate::query::{Figure, Filter, Selection, Years, slice};
use crate::ui::controls::link::selection_link;
use crate::ui::kit::live::live;
use crate::ui::late::use_late;
use crate::ui::state::explorer::{Explorer, use_explorer};

/// The findings as cards; each links to the selection that proves it. They open the page: a question takes their place.
#[component]
pub fn Takeaways() -> impl IntoView {
    let explorer = use_explorer();
    // Hidden, not taken away: finding the way to the numbers again would cost more than any figure.
    let is_answered = move || !explorer.selection.with(Selection::is_default);
    let findings = live(move || {
        let words = explorer.words();
        let cards: Vec<AnyView> =
            explorer.facts.takeaways().iter().map(|takeaway| card(explorer, words, takeaway)).collect();
        view! { <h2>{words.say(Message::Takeaways)}</h2> <ol>{cards}</ol> }.into_any()
    });
    view! { <section class="takeaways" data-part="takeaways" hidden=is_answered>{findings}</section> }
}

fn card(explorer: Explorer, words: Words<'_>, takeaway: &'static Takeaway) -> AnyView {
    let title = words.pick(&takeaway.title).to_owned();
    let link = use_late().details.when_here(move |details| (details.takeaway_link)(explorer, takeaway));
    let colon = words.colon();
    let source = format!("{}{colon}{}", words.say(Message::Sources), words.publishers(&takeaway.facts));
    view! {
        <li>
            <h3>{title}</h3> <p>{words.pick(&takeaway.text).to_owned()}</p> <p class="small">{source}</p>
            <p class="copy">{link}</p>
        </li>
    }
    .into_any()
}

/// The way to the numbers of a finding.
pub fn takeaway_link(explorer: Explorer, takeaway: &'static Takeaway) -> AnyView {
    let facts = explorer.facts;
    let selection = proof(facts, takeaway);
    let figure = proving_figure(facts, takeaway, &selection);
    let words = explorer.words();
    let title = words.pick(&takeaway.title).to_owned();
    let named = view! { {words.say(Message::ShowNumbers)} <span class="off-screen">": " {title}</span> };
    selection_link(explorer, selection, figure, named.into_any())
}

/// The selection that all facts of a finding share: their year, and for each filter the codes that they name.
fn proof(facts: &Facts, takeaway: &Takeaway) -> Selection {
    let all = || takeaway.facts.iter().map(|fact| facts.fact(*fact));
    let years = all().map(|fact| fact.key.year);
    let years = match (years.clone().min(), years.max()) {
        (Some(first), Some(last)) => Years::between(first, last),
        _ => Years::All,
    };
    Filter::ALL.into_iter().fold(Selection::default().with_years(years), |selection, filter| {
        selection.with_codes(filter, all().filter_map(|fact| fact.key.group.get(filter.dimension())))
    })
}

/// The figure that shows the most facts of a finding; nothing when none shows any.
fn proving_figure(facts: &Facts, takeaway: &Takeaway, selection: &Selection) -> Option<&'static Figure> {
    let groups: Vec<_> = takeaway.facts.iter().map(|fact| facts.fact(*fact).key.group).collect();
    // Only figures that are about what some fact is about: slicing all of them would take a while.
    let may_show = |figure: &&Figure| {
        let is_in = |group: &Group| {
            figure.fixed.iter().all(|(dimension, code)| group.get(*dimension) == facts.codes().find(*dimension, code))
        };
        figure.measure == "trials" && groups.iter().any(is_in)
    };
    let shown = |figure: &Figure| {
        let tables = figure.statistics.iter().map(|statistic| slice(facts, figure, Some(*statistic), selection));
        let shown: Vec<_> = tables.flat_map(|table| table.facts()).collect();
        takeaway.facts.iter().filter(|fact| shown.contains(fact)).count()
    };
    // The first of equals: `max_by_key` keeps the last.
    let best = figures().rev().filter(may_show).map(|figure| (shown(figure), figure)).max_by_key(|(facts, _)| *facts);
    best.filter(|(facts, _)| *facts > 0).map(|(_, figure)| figure)
}
