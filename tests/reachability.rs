//! Every fact can be met on the page: as a number of some figure under some selection.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test may fail")]

use china_trials_explorer::dataset::{FactId, Library};
use china_trials_explorer::figures::figures;
use china_trials_explorer::query::{Filter, Location, Selection, Years, shows, slice};

#[test]
fn every_fact_is_reachable_in_a_figure() {
    let library = Library::shipped().expect("the shipped data are good");
    let data = library.facts();
    let location = |id: FactId| Location::of_fact(data, figures(), id, &Selection::default(), |_| true);
    let is_shown = |id: FactId, location: Location| {
        let Location { figure, statistic, selection } = location;
        shows(&slice(data, figure, Some(statistic), &selection), id)
    };
    let unreachable: Vec<&str> = data
        .all()
        .filter(|(id, _)| !location(*id).is_some_and(|location| is_shown(*id, location)))
        .map(|(id, _)| library.name(id))
        .collect();
    assert_eq!(data.all().count(), 455 + 78);
    assert!(unreachable.is_empty(), "{} facts stand in no figure:\n{}", unreachable.len(), unreachable.join("\n"));
}

/// The way from a number to its chart changes the question only where the figure of now does not show the number.
#[test]
fn the_question_of_now_stays_where_its_figure_shows_the_number() {
    let library = Library::shipped().expect("the shipped data are good");
    let data = library.facts();
    let fact = |name| library.fact_named(name).expect("a fact");
    let in_2024 = Selection::default().with_years(Years::One(china_trials_explorer::dataset::Year(2024)));
    let location = |name, selection: &Selection| {
        Location::of_fact(data, figures(), fact(name), selection, |_| true).expect("in some figure")
    };
    let oncology = location("2024-new_drug-chemical-oncology-trials-share", &in_2024);
    assert_eq!((oncology.figure.id, &oncology.selection), ("disease_areas", &in_2024));
    let earlier = location("2022-new_drug-trials-count", &in_2024);
    assert_eq!(earlier.figure.id, "registered");
    assert!(earlier.selection.active().next().is_none(), "no filter is set that the number does not need");
    let fixed = Location::of_fact(data, figures(), fact("2022-all-trials-count"), &in_2024, |other| {
        other.years == in_2024.years && Filter::ALL.iter().all(|filter| other.codes(*filter).is_empty())
    });
    assert!(fixed.is_none_or(|location| location.selection == in_2024), "a fixed year stays");
}
