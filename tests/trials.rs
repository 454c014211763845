//! Properties of trial lists: what the figures say of a list is what a naive recount of its trials says,
//! a list is the same in whatever pieces it comes, and nothing that a reader may bring makes the program panic.
//!
//! `TRIAL_CASES=100000 cargo test --test trials` runs more cases of each property than the few hundred of `make test`.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test may fail")]

use china_trials_explorer::dataset::{
    Bilingual, CodeId, Decimal, Dimension, Facts, Group, Publication, Statistic, Year,
};
use china_trials_explorer::figures::{figure, figures};
use china_trials_explorer::query::{Cell, Figure, Filter, Selection, Table, Years, slice};
use china_trials_explorer::trials::{
    Field, Known, Lack, ListBuilder, Naming, RowSpan, Trial, TrialList, Unit, facts_of, lack, rows_behind,
};
use proptest::prelude::*;

/// How many cases each property has: few for `make test`, as many as are wished otherwise.
fn cases(few: u32) -> ProptestConfig {
    let asked = std::env::var("TRIAL_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig { cases: asked.unwrap_or(few), failure_persistence: None, ..ProptestConfig::default() }
}

fn answers(facts: &Facts, figure: &Figure, list: &TrialList) -> bool {
    lack(facts, figure, list).is_none()
}

fn facts() -> &'static Facts {
    Facts::shipped().expect("the shipped data unpack")
}

fn naming() -> Naming {
    let label = |en: &str, zh: &str| Bilingual { en: en.to_owned(), zh: zh.to_owned() };
    let publisher = label("Your list", "我的清单");
    Naming {
        measures: [
            label("Trials of your list", "清单中的试验"),
            label("Sites of your list", "清单中的机构"),
            label("Leading units of your list", "清单中的组长单位"),
        ],
        publication: Publication { publisher, published: String::new() },
    }
}

/// Codes that a trial may have: those that are no sums and no headings.
fn codes_of(dimension: Dimension) -> Vec<CodeId> {
    facts().codes().of(dimension).collect()
}

const DESCRIBED: [Dimension; 9] = [
    Dimension::Purpose,
    Dimension::ProductType,
    Dimension::RegClass,
    Dimension::Phase,
    Dimension::Disease,
    Dimension::Scope,
    Dimension::Sponsor,
    Dimension::Population,
    Dimension::Status,
];

fn a_trial() -> impl Strategy<Value = Trial> {
    let all: Vec<CodeId> = DESCRIBED.into_iter().flat_map(codes_of).chain(codes_of(Dimension::Modality)).collect();
    let regions = codes_of(Dimension::Region);
    let site = prop::option::weighted(0.8, prop::sample::select(regions));
    let year = prop::option::weighted(0.9, 2019..=2025_u16);
    (
        year,
        prop::collection::vec(prop::sample::select(all), 0..8),
        prop::collection::vec(site.clone(), 0..5),
        prop::collection::vec(site, 0..2),
        prop::collection::vec(0..40_u64, 0..2),
        any::<bool>(),
    )
        .prop_map(|(year, codes, sites, leading_units, numbers, is_in_combined_phases)| Trial {
            year: year.map(Year),
            // Half of all trials are new-drug trials, so that most figures have something to count.
            codes: if numbers.first().is_some_and(|number| number % 2 == 0) {
                codes.into_iter().chain(facts().codes().find(Dimension::Purpose, "new_drug")).collect()
            } else {
                codes
            },
            sites,
            leading_units,
            numbers,
            is_in_combined_phases,
        })
}

fn known(without: &[Dimension]) -> Known {
    let mut known = Known::default();
    (known.sites, known.leading_units) = (true, true);
    let described = DESCRIBED.into_iter().chain([Dimension::Modality, Dimension::Region]);
    for code in described.filter(|dimension| !without.contains(dimension)).flat_map(codes_of) {
        known.add(facts().codes(), code);
    }
    known
}

fn list_of(trials: &[Trial], known: Known) -> TrialList {
    let mut builder = ListBuilder::new(facts().codes(), known);
    for (trial, line) in trials.iter().zip(2..) {
        builder.push(RowSpan { line, ..RowSpan::default() }, trial);
    }
    builder.finish()
}

/// The trials of a list with the numbers of their rows, those with a number in common once: what a patient reader would do.
fn distinct_trials(trials: &[Trial]) -> Vec<(u32, &Trial)> {
    let mut same: Vec<usize> = (0..trials.len()).collect();
    loop {
        let before = same.clone();
        for one in 0..trials.len() {
            for other in 0..one {
                let shares = trials[one].numbers.iter().any(|number| trials[other].numbers.contains(number));
                if shares && same[one] != same[other] {
                    let (from, to) = (same[one].max(same[other]), same[one].min(same[other]));
                    same.iter_mut().filter(|first| **first == from).for_each(|first| *first = to);
                }
            }
        }
        if same == before {
            break;
        }
    }
    let firsts = (0..trials.len()).filter(|row| same[*row] == *row);
    firsts.map(|row| (u32::try_from(row).expect("few rows"), &trials[row])).collect()
}

fn is_in(trial: &Trial, group: &Group, with_region: bool) -> bool {
    let codes = facts().codes();
    group.codes().all(|(dimension, code)| {
        let is_within = |own: &CodeId| codes.is_within(*own, code);
        if dimension == Dimension::Region {
            !with_region || trial.sites.iter().flatten().any(is_within)
        } else {
            trial.codes.iter().any(is_within)
        }
    })
}

fn weight(trial: &Trial, unit: Unit, group: &Group) -> usize {
    let in_region = |site: &&Option<CodeId>| match group.get(Dimension::Region) {
        None => true,
        Some(region) => site.is_some_and(|site| facts().codes().is_within(site, region)),
    };
    match unit {
        Unit::Trials => usize::from(is_in(trial, group, true)),
        Unit::Sites if is_in(trial, group, false) => trial.sites.iter().filter(in_region).count(),
        Unit::LeadingUnits if is_in(trial, group, false) => trial.leading_units.iter().filter(in_region).count(),
        Unit::Sites | Unit::LeadingUnits => 0,
    }
}

fn recount(trials: &[(u32, &Trial)], unit: Unit, group: &Group, year: Year) -> i64 {
    let of_year = trials.iter().filter(|(_, trial)| trial.year == Some(year));
    i64::try_from(of_year.map(|(_, trial)| weight(trial, unit, group)).sum::<usize>()).expect("few trials")
}

fn tenths(part: i64, whole: i64) -> i64 {
    (2_000 * part + whole).div_euclid(2 * whole)
}

fn check(own: &Facts, list: &TrialList, trials: &[(u32, &Trial)], figure: &Figure, table: &Table) {
    let unit = Unit::from_code(figure.measure).expect("a list counts it");
    for (row, column, cell) in table.cells() {
        let (group, year) = (table.group_of(row, column), table.year_of(row, column).expect("every cell has a year"));
        let count = recount(trials, unit, &group, year);
        let place = format!("{} {year} {:?} {group:?}", figure.id, table.statistic);
        let expected = match table.statistic {
            Statistic::Count => Some(Decimal::whole(count)),
            Statistic::Share => {
                let whole = table.denominator_of(own, figure, row, column).expect("a base");
                let of = recount(trials, unit, &whole, year);
                (of > 0).then(|| Decimal::new(tenths(count, of), 1))
            }
            Statistic::Growth => {
                let before = recount(trials, unit, &group, year.previous());
                (before > 0).then(|| Decimal::new(tenths(count, before) - 1000, 1))
            }
            Statistic::Mean => None,
        };
        match cell {
            Cell::Printed(printed) => assert_eq!(Some(printed.value), expected, "{place}"),
            Cell::Derived(_) => panic_at(&format!("{place}: everything of a list is counted")),
            Cell::Empty(_) => {
                let is_known = group.codes().all(|(_, code)| list.known().has(code));
                assert!(!is_known || expected.is_none(), "{place}: {expected:?}");
            }
        }
        let rows: Vec<u32> = rows_behind(own, list, table, row, column).collect();
        let naive = trials.iter().filter(|(_, trial)| trial.year == Some(year) && weight(trial, unit, &group) > 0);
        if group.codes().all(|(_, code)| list.known().has(code)) {
            assert_eq!(rows, naive.map(|(row, _)| *row).collect::<Vec<_>>(), "{place}");
        }
    }
}

#[track_caller]
fn panic_at(message: &str) {
    assert!(message.is_empty(), "{message}");
}

fn a_selection() -> impl Strategy<Value = Selection> {
    let of_filter = |filter: Filter| {
        let codes = codes_of(filter.dimension());
        prop_oneof![
            3 => Just(Vec::new()),
            2 => prop::sample::select(codes.clone()).prop_map(|code| vec![code]),
            1 => prop::sample::subsequence(codes, 2..=2),
        ]
    };
    let years = prop_oneof![
        2 => Just(Years::All),
        2 => (2019..=2025_u16).prop_map(|year| Years::One(Year(year))),
        1 => (2019..=2025_u16, 2019..=2025_u16).prop_map(|(one, other)| Years::between(Year(one), Year(other))),
    ];
    (years, Filter::ALL.map(of_filter)).prop_map(|(years, chosen)| {
        let selection = Selection::default().with_years(years);
        Filter::ALL
            .into_iter()
            .zip(chosen)
            .fold(selection, |selection, (filter, codes)| selection.with_codes(filter, codes))
    })
}

const ALL_YEARS: (Year, Year) = (Year(2019), Year(2025));

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn every_figure_says_what_a_recount_says(
        trials in prop::collection::vec(a_trial(), 1..60),
        selection in a_selection(),
        without in prop::sample::subsequence(DESCRIBED.to_vec(), 0..3),
    ) {
        let list = list_of(&trials, known(&without));
        let distinct = distinct_trials(&trials);
        prop_assert_eq!(list.len(), distinct.len());
        prop_assert_eq!(list.repeated().len() + list.len(), trials.len());
        let answerable: Vec<&Figure> = figures().filter(|figure| answers(facts(), figure, &list)).collect();
        let own = facts_of(facts(), &list, answerable.iter().copied(), &selection, ALL_YEARS, &naming()).expect("few numbers");
        for figure in answerable {
            let statistics = slice(&own, figure, None, &selection).statistics;
            for statistic in statistics {
                check(&own, &list, &distinct, figure, &slice(&own, figure, Some(statistic), &selection));
            }
        }
    }

    #[test]
    fn a_filter_that_a_list_knows_is_obeyed_and_another_is_named(
        trials in prop::collection::vec(a_trial(), 1..30),
        selection in a_selection(),
        without in prop::sample::subsequence(DESCRIBED.to_vec(), 0..3),
    ) {
        let list = list_of(&trials, known(&without));
        let registered = figure("registered").expect("a figure of the catalogue");
        prop_assume!(answers(facts(), registered, &list));
        let own = facts_of(facts(), &list, [registered], &selection, ALL_YEARS, &naming()).expect("few numbers");
        let table = slice(&own, registered, None, &selection);
        for filter in selection.active() {
            let is_obeyed = table.group.get(filter.dimension()).is_some();
            let can_be = selection.single(filter).is_some() && !without.contains(&filter.dimension());
            prop_assert_eq!(is_obeyed, can_be, "{:?}", filter);
            prop_assert_eq!(table.unmet.iter().any(|unmet| unmet.filter == filter), !can_be);
        }
    }
}

#[test]
fn a_list_answers_the_figures_that_it_knows_enough_for() {
    let list = list_of(&[], known(&[]));
    let answered: Vec<&str> =
        figures().filter(|figure| answers(facts(), figure, &list)).map(|figure| figure.id).collect();
    for id in [
        "registered",
        "product_types",
        "disease_areas",
        "phases",
        "scope",
        "sponsors",
        "site_regions",
        "leading_units",
        "stopped",
    ] {
        assert!(answered.contains(&id), "{id} in {answered:?}");
    }
    for id in ["target_products", "days_to_registration", "approvals", "busiest_regions", "studies_of_the_world"] {
        assert!(!answered.contains(&id), "{id}");
    }
    let of_no_phase = list_of(&[], known(&[Dimension::Phase]));
    let phases = figure("phases").expect("a figure of the catalogue");
    let no_phase = Lack::Columns { field: None, dimensions: vec![Dimension::Phase] };
    assert_eq!(lack(facts(), phases, &of_no_phase), Some(no_phase));
    let without_purpose = list_of(&[], known(&[Dimension::Purpose]));
    assert!(!answers(facts(), phases, &without_purpose), "what the figure is about is not known");
    let mut without_sites = known(&[]);
    without_sites.sites = false;
    let sites = figure("site_regions").expect("a figure of the catalogue");
    let no_sites = lack(facts(), sites, &list_of(&[], without_sites));
    assert!(matches!(no_sites, Some(Lack::Columns { field: Some(Field::Sites), .. })), "{no_sites:?}");
    let products = figures().find(|figure| figure.measure == "products").expect("products are counted");
    assert_eq!(lack(facts(), products, &list_of(&[], known(&[]))), Some(Lack::Unit));
}

#[test]
fn the_facts_of_a_list_say_whose_they_are_and_hold_none_of_the_nation() {
    let new_drug = facts().codes().find(Dimension::Purpose, "new_drug").expect("a code");
    let trial = Trial { year: Some(Year(2024)), codes: vec![new_drug], ..Trial::default() };
    let list = list_of(&[trial.clone(), trial], known(&[]));
    let registered = figure("registered").expect("a figure of the catalogue");
    let own = facts_of(facts(), &list, [registered], &Selection::default(), ALL_YEARS, &naming()).expect("few numbers");
    let measure = own.codes().measure("trials").expect("the measure");
    assert_eq!(own.codes().measure_of(measure).label.zh, "清单中的试验");
    for (_, fact) in own.all() {
        assert_eq!(own.publication(fact.sources[0]).publisher.en, "Your list");
        assert!(fact.value.units() <= 1000, "no number of the nation is so small: {fact:?}");
    }
    let table = slice(&own, registered, Some(Statistic::Count), &Selection::default());
    let total = table.columns.len() - 1;
    let numbers: Vec<Option<f64>> = (0..table.rows.len()).map(|row| table.cell(row, total).number()).collect();
    assert_eq!(numbers, [0.0, 0.0, 0.0, 0.0, 0.0, 2.0, 0.0].map(Some));
    assert_eq!(own.years(), Some(ALL_YEARS));
}

#[test]
fn the_keywords_are_described_as_they_are() {
    let package: serde_json::Value =
        serde_json::from_str(include_str!("../public/data/datapackage.json")).expect("JSON");
    let resources = package["resources"].as_array().expect("resources");
    let keywords = resources.iter().find(|resource| resource["path"] == "keywords.csv").expect("described");
    let bytes = include_bytes!("../public/data/keywords.csv");
    assert_eq!(keywords["bytes"].as_u64(), u64::try_from(bytes.len()).ok());
    let fields = keywords["schema"]["fields"].as_array().expect("fields");
    let mut rows = csv::Reader::from_reader(bytes.as_slice());
    let names: Vec<&str> = fields.iter().filter_map(|field| field["name"].as_str()).collect();
    assert_eq!(rows.headers().expect("a header"), names);
    let mut seen = std::collections::BTreeSet::new();
    for row in rows.records() {
        let row = row.expect("a row");
        for (field, text) in fields.iter().zip(&row) {
            let allowed = field["constraints"]["enum"].as_array();
            assert!(!text.is_empty() && allowed.is_none_or(|all| all.iter().any(|one| one == text)), "{row:?}");
        }
        let dimension = Dimension::from_code(&row[0]).expect("a dimension");
        assert!(facts().codes().find(dimension, &row[1]).is_some(), "{row:?}");
        assert!(seen.insert((row[0].to_owned(), row[1].to_owned(), row[2].to_owned())), "twice: {row:?}");
    }
}
