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
        number in proptest::option::of(proptest::sample::select(&["2024:growth:all", "2021:share:purpose.new_drug,disease.oncology:disease"][..])),
        figure in proptest::option::of(proptest::sample::select(crate::figures::figures().collect::<Vec<_>>())),
        frame in frame(),
        brief in "\\PC{0,40}",
    ) {
        let figure = figure.and_then(|figure| crate::figures::figure(figure.id));
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
fn a_long_value_is_not_repeated_in_full() {
    let (_, notices) = read(&format!("yaer={}", "a".repeat(500)));
    assert_eq!(notices[0].to_string().chars().count(), "yaer=".len() + 41);
}
