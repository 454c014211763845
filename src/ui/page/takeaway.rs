//! One finding of the source article in full: its text, its numbers with their proofs, and the way to their chart.

use leptos::prelude::*;

use crate::address::{Asked, Pinned};
use crate::dataset::{FactId, Facts, Library, Takeaway};
use crate::figures::figures;
use crate::host::clock;
use crate::locale::{LateMessage, LibraryWords, Message};
use crate::query::{Figure, Filter, Proof, Selection, Years, slice};
use crate::ui::controls::copy::copy_button;
use crate::ui::controls::link::{number_link, selection_link};
use crate::ui::controls::pin::pin_button;
use crate::ui::kit::live::live;
use crate::ui::state::explorer::Explorer;

/// The finding; no filter changes unless the reader goes on to its chart.
pub fn takeaway(explorer: Explorer, library: Library<'static>, takeaway: &'static Takeaway) -> AnyView {
    live(move || {
        let words = library.words(explorer.language.get());
        let numbers: Vec<AnyView> = takeaway.facts.iter().map(|fact| number(explorer, words, *fact)).collect();
        let pin = pin_button(explorer, || Some(Pinned::Takeaway(takeaway.order)));
        let source = format!("{}{}{}", words.say(Message::Sources), words.colon(), words.publishers(&takeaway.facts));
        view! {
            <p>{words.pick(&takeaway.text).to_owned()}</p>
            <ul class="of-finding">{numbers}</ul>
            <p class="small">{source}</p>
            <p class="copy">{chart_link(explorer, takeaway)} " " {pin}</p>
        }
        .into_any()
    })
}

/// A number of the finding, which opens its proof, and its citation.
fn number(explorer: Explorer, words: LibraryWords<'static>, fact: FactId) -> AnyView {
    let [_, group, ..] = words.fact_cells(fact);
    let asked = Asked::Fact(words.library.name(fact).to_owned());
    let number = number_link(explorer, "number", "", asked, words.value_of(fact));
    let cite = copy_button(LateMessage::CopyCitation, move || {
        let name = words.library.name(fact).to_owned();
        let address = explorer.address.with_untracked(|address| {
            let mut address = address.clone();
            address.ask_proof(Some(Asked::Fact(name)));
            address
        });
        words.cite(&Proof::of_fact(words.facts, fact), None, &explorer.link(&address), &clock::today())
    });
    view! { <li>{number} " " {group} " " {cite}</li> }.into_any()
}

/// The way to the chart of a finding, with the selection that it is about.
fn chart_link(explorer: Explorer, takeaway: &'static Takeaway) -> AnyView {
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
    let may_show =
        |figure: &&Figure| figure.measure == "trials" && groups.iter().any(|group| figure.is_about(facts, group));
    let shown = |figure: &Figure| {
        let tables = figure.statistics.iter().map(|statistic| slice(facts, figure, Some(*statistic), selection));
        let shown: Vec<_> = tables.flat_map(|table| table.facts()).collect();
        takeaway.facts.iter().filter(|fact| shown.contains(fact)).count()
    };
    // The first of equals: `max_by_key` keeps the last.
    let best = figures().rev().filter(may_show).map(|figure| (shown(figure), figure)).max_by_key(|(facts, _)| *facts);
    best.filter(|(facts, _)| *facts > 0).map(|(_, figure)| figure)
}
