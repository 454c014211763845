//! Every fact can be met on the page: as a number of some figure under some selection.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test may fail")]

use china_trials_explorer::dataset::{Fact, FactId, Facts, Library};
use china_trials_explorer::figures::figures;
use china_trials_explorer::query::{Cell, Figure, Filter, Selection, Years, slice};

/// The questions that a reader can ask about a fact: its year, with some or all of the codes that it has for the filters.
fn questions(data: &Facts, fact: &Fact) -> Vec<Selection> {
    // A year before the reports cannot be chosen: its numbers stand among those of all years.
    let can_be_chosen = data.years().is_some_and(|(first, last)| (first..=last).contains(&fact.key.year));
    let years = if can_be_chosen { Years::One(fact.key.year) } else { Years::All };
    let mut selections = vec![Selection::default().with_years(years)];
    for filter in Filter::ALL {
        if let Some(code) = fact.key.group.get(filter.dimension()) {
            let narrowed: Vec<_> =
                selections.iter().map(|selection| selection.with_codes(filter, Some(code))).collect();
            selections.extend(narrowed);
        }
    }
    selections
}

/// Whether a figure shows the fact as printed: a number that is only derived from it does not count.
fn is_shown(data: &Facts, figure: &'static Figure, fact: FactId, selection: &Selection) -> bool {
    figure.statistics.contains(&data.fact(fact).key.statistic)
        && slice(data, figure, Some(data.fact(fact).key.statistic), selection)
            .cells()
            .any(|(.., cell)| matches!(cell, Cell::Printed(printed) if printed.fact == fact))
}

#[test]
fn every_fact_is_reachable_in_a_figure() {
    let library = Library::shipped().expect("the shipped data are good");
    let data = library.facts();
    let is_reachable = |id: FactId, fact: &Fact| {
        questions(data, fact).iter().any(|selection| figures().any(|figure| is_shown(data, figure, id, selection)))
    };
    let unreachable: Vec<&str> =
        data.all().filter(|(id, fact)| !is_reachable(*id, fact)).map(|(id, _)| library.name(id)).collect();
    assert_eq!(data.all().count(), 455 + 78);
    assert!(unreachable.is_empty(), "{} facts stand in no figure:\n{}", unreachable.len(), unreachable.join("\n"));
}
