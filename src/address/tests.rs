//! Every selection survives the address; no address breaks it.

use proptest::prelude::*;

use super::*;
use crate::dataset::{Facts, Grade, Statistic, Year};
use crate::query::{Against, CellName, Filter, Listing, NumberName, Selection, Sort, SortColumn, Years};

fn facts() -> &'static Facts {
    Facts::shipped().expect("the shipped data are read by a test of their own")
}

fn read(query: &str) -> (Address, Vec<Notice>) {
    parse(facts(), query.as_bytes())
}

prop_compose! {
    fn years()(from in 2019_u16..=2025, to in 2019_u16..=2025, is_all in any::<bool>()) -> Years {
        if is_all { Years::All } else { Years::between(Year(from), Year(to)) }
    }
}

fn codes(filter: Filter) -> impl Strategy<Value = Vec<crate::dataset::CodeId>> {
    let all: Vec<_> = facts().codes().of(filter.dimension()).collect();
    let most = all.len();
    proptest::sample::subsequence(all, 0..=most)
}

prop_compose! {
    fn selection()(
        years in years(),
        products in codes(Filter::ProductType),
        diseases in codes(Filter::Disease),
        phases in codes(Filter::Phase),
        categories in codes(Filter::RegClass),
        populations in codes(Filter::Population),
    ) -> Selection {
        Selection::default()
            .with_years(years)
            .with_codes(Filter::ProductType, products)
            .with_codes(Filter::Disease, diseases)
            .with_codes(Filter::Phase, phases)
            .with_codes(Filter::RegClass, categories)
            .with_codes(Filter::Population, populations)
    }
}

prop_compose! {
    fn frame()(
        mode in proptest::sample::select(&Mode::ALL[..]),
        hide in proptest::sample::subsequence(&HideablePart::ALL[..], 0..=HideablePart::ALL.len()),
        lock in proptest::sample::subsequence(&Lock::ALL[..], 0..=Lock::ALL.len()),
    ) -> Frame {
        Frame { mode, hide, lock }
    }
}

proptest! {
    #[test]
    fn every_selection_survives_the_address(
        selection in selection(),
        language in proptest::option::of(proptest::sample::select(&Language::ALL[..])),
        theme in proptest::sample::select(&ThemeChoice::ALL[..]),
        display in proptest::sample::select(&Display::ALL[..]),
        fact in proptest::option::of("[a-z0-9_-]{1,40}"),
        view in proptest::sample::select(&View::ALL[..]),
        text in "[^\u{0}]{0,20}",
        column in proptest::sample::select(&SortColumn::ALL[..]),
        is_descending in any::<bool>(),
        statistic in proptest::option::of(proptest::sample::select(&Statistic::ALL[..])),
        grade in proptest::option::of(proptest::sample::select(&Grade::ALL[..])),
        against in proptest::option::of(proptest::sample::select(&["2019", "2024", "chemical", "biological_preventive"][..])),
        cell in proptest::option::of("(registered|phases):(count|share|mean|growth):[a-z0-9_.]{1,20}:(all|20[12][0-9])"),
        number in proptest::option::of(proptest::sample::select(&["2024:growth:all", "2021:share:purpose.new_drug,disease.oncology:disease", "2019:share:area.china:area.world:world_trials", "2024:count:all::products"][..])),
        figure in proptest::option::of(proptest::sample::select(crate::figures::figures().collect::<Vec<_>>())),
        own in proptest::option::of(proptest::sample::select(&Statistic::ALL[..])),
        frame in frame(),
        brief in "\\PC{0,40}",
    ) {
        let own = |figure: &'static crate::query::Figure| own.filter(|own| figure.statistics.contains(own));
        let figure = figure.and_then(|figure| crate::figures::figure(figure.id)).map(|figure| NamedFigure { figure, statistic: own(figure) });
        // A card is a card of a figure.
        let frame = if figure.is_none() && frame.mode == Mode::Card { Frame::default() } else { frame };
        let against = against.and_then(|against| Against::parse(facts(), against));
        let cell = cell.and_then(|cell| CellName::parse(&cell, crate::figures::figure));
        let number = number.and_then(|number| NumberName::parse(facts(), number));
        let listing = Listing { text, sort: Sort { column, is_descending }, statistic, grade };
        let address = Address { selection, language, theme, figure, cell, fact, number, view, listing, against, display, frame, brief };
        let written = query_string(facts(), &address);
        prop_assert_eq!(read(&written), (address.clone(), Vec::new()), "{}", written);
        prop_assert_eq!(read(&format!("?{written}")).0, address);
    }

    #[test]
    fn any_bytes_give_a_valid_selection(query in proptest::collection::vec(any::<u8>(), 0..200)) {
        let (address, _) = parse(facts(), &query);
        let written = query_string(facts(), &address);
        prop_assert_eq!(read(&written).0, address);
    }

    #[test]
    fn almost_right_addresses_give_a_valid_selection(query in "(&?(v|year|product|disease|phase|category|population|lang|theme|page|figure|cell|fact|number|against|q|sort|statistic|grade|view|brief|x)=[a-z0-9_,.%+&=一-十]{0,12}){0,6}") {
        let (address, _) = read(&query);
        let written = query_string(facts(), &address);
        prop_assert_eq!(read(&written).0, address);
    }
}

#[test]
fn defaults_are_not_written() {
    assert_eq!(query_string(facts(), &Address::default()), "");
}

#[test]
fn an_address_reads_like_a_question() {
    let (address, notices) = read("year=2020..2024&product=biological,tcm&disease=oncology&lang=zh");
    assert!(notices.is_empty());
    assert_eq!(query_string(facts(), &address), "v=1&year=2020..2024&product=biological,tcm&disease=oncology&lang=zh");
}

#[test]
fn what_is_not_understood_is_named_and_left_out() {
    let notice = |key: &str, value: &str, problem| Notice { key: key.into(), value: value.into(), problem };
    let cases = [
        ("year=1999", notice("year", "1999", Problem::UnknownValue)),
        ("year=+202", notice("year", " 202", Problem::UnknownValue)),
        ("year=2020..", notice("year", "2020..", Problem::UnknownValue)),
        ("product=onclogy", notice("product", "onclogy", Problem::UnknownValue)),
        ("Year=2024", notice("Year", "2024", Problem::UnknownKey)),
        ("lang=fr", notice("lang", "fr", Problem::UnknownValue)),
        ("v=2", notice("v", "2", Problem::NewerVersion)),
        ("v=0", notice("v", "0", Problem::UnknownValue)),
        ("figure=pie", notice("figure", "pie", Problem::UnknownValue)),
        ("figure=pie:share", notice("figure", "pie:share", Problem::UnknownValue)),
    ];
    for (query, expected) in cases {
        assert_eq!(read(query), (Address::default(), vec![expected]), "{query}");
    }
}

#[test]
fn the_known_codes_of_a_list_are_kept() {
    let (address, notices) = read("disease=oncology,nonsense&disease=endocrine");
    assert_eq!(address.selection.codes(Filter::Disease).len(), 1);
    let problems: Vec<_> = notices.iter().map(|notice| (notice.value.as_str(), notice.problem)).collect();
    assert_eq!(problems, [("nonsense", Problem::UnknownValue), ("endocrine", Problem::Repeated)]);
}

#[test]
fn a_figure_is_named_in_the_statistic_that_it_was_switched_to() {
    for query in ["v=1&figure=phases:share", "v=1&figure=phases", "v=1&page=figure&figure=phases:share&mode=card"] {
        let (address, notices) = read(query);
        assert_eq!((query_string(facts(), &address).as_str(), notices), (query, Vec::new()));
    }
    let phases = crate::figures::figure("phases").expect("a figure");
    assert_eq!(read("figure=phases:share").0.statistic_in(phases), Some(Statistic::Share));
    assert_eq!(read("figure=registered:growth").0.statistic_in(phases), None);
    // A number that is proved stands in a statistic of its own.
    assert_eq!(read("figure=phases:share&cell=phases:count:2024:I").0.statistic_in(phases), Some(Statistic::Count));
}

#[test]
fn a_figure_stays_where_its_statistic_is_none_of_its_own() {
    for value in ["phases:growth", "phases:nonsense", "phases:", "phases:share:2024"] {
        let (address, notices) = read(&format!("figure={value}"));
        assert_eq!(query_string(facts(), &address), "v=1&figure=phases");
        let expected = Notice { key: "figure".into(), value: value.into(), problem: Problem::UnknownValue };
        assert_eq!(notices, [expected]);
    }
}

#[test]
fn only_a_statistic_that_a_figure_would_not_show_by_itself_is_named() {
    for (query, wanted, named) in [
        ("year=2024", None, "phases"),
        ("year=2024", Some(Statistic::Count), "phases:count"),
        ("year=2024", Some(Statistic::Share), "phases"),
        // What it has no number for is not shown, whatever is asked.
        ("year=2024", Some(Statistic::Growth), "phases"),
    ] {
        let selection = read(query).0.selection;
        let figure = crate::figures::figure("phases").expect("a figure");
        let table = crate::query::slice(facts(), figure, wanted, &selection);
        assert_eq!(NamedFigure::shown(facts(), figure, &table, &selection).to_string(), named, "{query} {wanted:?}");
    }
}

#[test]
fn a_long_value_is_not_repeated_in_full() {
    let (_, notices) = read(&format!("yaer={}", "a".repeat(500)));
    assert_eq!(notices[0].to_string().chars().count(), "yaer=".len() + 41);
}

#[test]
fn the_documents_name_every_key_and_every_view() {
    for (name, text) in
        [("README.md", include_str!("../../README.md")), ("embedding.md", include_str!("../../docs/embedding.md"))]
    {
        let rows: Vec<&str> = text.lines().filter(|line| line.starts_with("| `")).collect();
        let is_named = |code: &str, rows: &[&str]| rows.iter().any(|row| row.contains(&format!("`{code}`")));
        let of_key = |key: &str| -> Vec<&str> {
            let first = |row: &&&str| row.split('|').nth(1).is_some_and(|cell| cell.contains(&format!("`{key}`")));
            rows.iter().filter(first).copied().collect()
        };
        for key in KEYS {
            assert!(!of_key(key).is_empty(), "{name} has no row of {key}");
        }
        for view in View::ALL {
            assert!(is_named(view.code(), &of_key("page")), "{name} does not name page={}", view.code());
        }
    }
}
