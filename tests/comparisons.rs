//! Two selections side by side, all facts in a list, and what the dataset holds.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test may fail")]

use china_trials_explorer::address;
use china_trials_explorer::dataset::{Dimension, FactId, Facts, Library, Origin, Statistic, Year, distinct};
use china_trials_explorer::figures::{figure, figures};
use china_trials_explorer::query::{
    Against, Cell, Difference, Listing, Pair, Selection, Sort, SortColumn, Years, compare, coverage_matrix, figure_for,
    list,
};

fn facts() -> &'static Facts {
    Facts::shipped().expect("the shipped data unpack")
}

fn library() -> Library<'static> {
    Library::shipped().expect("the shipped data unpack")
}

fn selection(query: &str) -> Selection {
    address::parse(facts(), query.as_bytes()).0.selection
}

fn pairs(id: &str, statistic: Statistic, query: &str, against: &str) -> Vec<Pair> {
    let against = Against::parse(facts(), against).expect("a year or a product type");
    let figure = figure(id).expect("in the catalogue");
    compare(facts(), figure, Some(statistic), &selection(query), against).1
}

/// 349 of 1,413 against 371 of 1,294: 24.7 % is 4.0 points less than 28.7 %.
#[test]
fn shares_differ_in_points_and_counts_in_percent() {
    let shares = pairs("disease_areas", Statistic::Share, "year=2024&product=chemical", "2023");
    let Difference::Points(points) = shares.first().expect("oncology").difference else {
        unreachable!("shares differ in points")
    };
    assert!((points.middle() + 4.0).abs() < 1e-9, "{points:?}");
    let counts = pairs("registered", Statistic::Count, "year=2024", "2023");
    let total = counts.last().expect("the total");
    let Difference::Percent(percent) = total.difference else { unreachable!("counts differ in percent") };
    assert!((percent.middle() - 13.953).abs() < 1e-3, "4,900 on 4,300: {percent:?}");
}

#[test]
fn product_types_are_compared_within_their_own_wholes() {
    let pairs = pairs("disease_areas", Statistic::Share, "year=2024&product=biological", "chemical");
    let oncology = pairs.first().expect("oncology");
    assert_eq!(oncology.first.number(), Some(43.1));
    assert_eq!(oncology.second.number(), Some(24.7));
}

#[test]
fn a_bound_has_no_difference() {
    let types = pairs("product_types_all", Statistic::Share, "year=2024", "2023");
    assert!(
        types.iter().any(|pair| pair.difference == Difference::Unknown),
        "2023 prints only >75 % for chemical drugs"
    );
}

/// Every pair of every figure holds two numbers of the sides that were asked about.
#[test]
fn no_comparison_mixes_years() {
    for (query, against) in [("year=2024", "2023"), ("year=2022", "2021"), ("year=2024&product=tcm", "biological")] {
        let against = Against::parse(facts(), against).expect("a side");
        for figure in figures() {
            for statistic in figure.statistics {
                let (_, pairs) = compare(facts(), figure, Some(*statistic), &selection(query), against);
                for pair in pairs {
                    let years = |cell: &Cell| distinct(cell.facts().iter().map(|fact| facts().fact(*fact).key.year));
                    let is_growth = pair.statistic == Statistic::Growth;
                    if let (Against::Year(other), false) = (against, is_growth) {
                        assert_eq!(years(&pair.second), [other], "{}: {pair:?}", figure.id);
                        assert!(!years(&pair.first).contains(&other), "{}: {pair:?}", figure.id);
                    }
                }
            }
        }
    }
}

#[test]
fn the_list_has_every_fact_and_the_selection_first() {
    let all = list(library(), &Selection::default(), &Listing::default());
    assert_eq!(distinct(all.iter().map(|(fact, _)| *fact)).len(), 455);
    let chosen = list(library(), &selection("year=2022"), &Listing::default());
    let first_other = chosen.iter().position(|(_, is_chosen)| !is_chosen).expect("others");
    assert_eq!(first_other, 91);
    assert!(chosen[..first_other].iter().all(|(fact, _)| facts().fact(*fact).key.year == Year(2022)));
    assert_eq!(chosen.len(), 455, "the others follow");
}

#[test]
fn the_list_is_searched_in_both_languages_and_with_numbers() {
    let found = |text: &str| {
        let listing = Listing { text: text.to_owned(), ..Listing::default() };
        list(library(), &Selection::default(), &listing).len()
    };
    assert_eq!(found("4,900"), 1);
    assert_eq!(found("oncology 2024"), found("抗肿瘤 2024"));
    assert!(found("oncology 2024") > 3);
    assert_eq!(found("unicorn"), 0);
}

#[test]
fn every_column_sorts_both_ways() {
    for column in SortColumn::ALL {
        let order = |is_descending| -> Vec<FactId> {
            let listing = Listing { sort: Sort { column, is_descending }, ..Listing::default() };
            list(library(), &Selection::default(), &listing).into_iter().map(|(fact, _)| fact).collect()
        };
        assert_ne!(order(false), order(true), "{column:?}");
        assert_eq!(
            Sort::parse(&Sort { column, is_descending: true }.name()),
            Some(Sort { column, is_descending: true })
        );
    }
    let largest = Listing { sort: Sort { column: SortColumn::Value, is_descending: true }, ..Listing::default() };
    let (first, _) = list(library(), &Selection::default(), &largest)[0];
    assert_eq!(facts().fact(first).value.to_string(), "40397");
}

#[test]
fn the_coverage_matrix_holds_every_fact_once_and_lead_to_a_figure() {
    let held = coverage_matrix(facts(), Origin::Reports);
    let counted: Vec<FactId> =
        held.iter().flat_map(|row| row.years.iter().flat_map(|(_, facts)| facts.iter().copied())).collect();
    assert_eq!(counted.len(), 455);
    assert_eq!(distinct(counted).len(), 455);
    for row in &held {
        assert!(figure_for(facts(), row, figures()).is_some(), "{row:?}");
        let is_of = |fact: &FactId, year: Year| facts().fact(*fact).key.year == year;
        assert!(row.years.iter().all(|(year, facts)| facts.iter().all(|fact| is_of(fact, *year))));
    }
    let phases = held.iter().find(|row| row.dimensions == [Dimension::Purpose, Dimension::Phase]);
    let figure = phases.and_then(|row| figure_for(facts(), row, figures())).map(|figure| figure.id);
    assert_eq!(figure, Some("phases"));
}

#[test]
fn a_year_and_a_product_type_survive_the_address() {
    for text in ["2023", "chemical", "biological_preventive"] {
        let against = Against::parse(facts(), text).expect("a side");
        assert_eq!(against.name(facts()), text);
        let applied = against.applied_to(&Selection::default());
        assert!(applied.years != Years::All || applied.active().next().is_some());
    }
    for text in ["2018", "oncology", "", "20233"] {
        assert_eq!(Against::parse(facts(), text), None, "{text}");
    }
}
