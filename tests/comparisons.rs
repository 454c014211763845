//! Two selections side by side, all facts in a list, and what the dataset holds.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test may fail")]

use china_trials_explorer::address;
use china_trials_explorer::dataset::{
    Dimension, FactId, Facts, Group, Key, Library, MeasureId, Origin, Statistic, Year, distinct,
};
use china_trials_explorer::figures::{Canvas, Layout, Theme, figure, figures, plan};
use china_trials_explorer::locale::Language;
use china_trials_explorer::query::{
    Against, Cell, ChartKind, Comparison, Difference, Figure, Finding, HeadlineItem, Listing, NumberName, Pair, Proof,
    Selection, Sort, SortColumn, Years, compare, comparisons, coverage_matrix, figure_for, finding, headline, list,
    sides, slice,
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
    let Difference::Printed(growth) = total.difference else { unreachable!("the growth of all trials is printed") };
    assert_eq!(growth.value.to_string(), "13.9", "as printed: 4,900 on 4,300 would give 14.0");
    let two_years = pairs("registered", Statistic::Count, "year=2024", "2022");
    let Difference::Percent(percent) = two_years.last().expect("the total").difference else {
        unreachable!("no source prints the growth of two years")
    };
    assert!((percent.middle() - 43.695).abs() < 1e-3, "4,900 on 3,410: {percent:?}");
}

/// Wherever the page says how a count grew on the year before, it says what a source prints, if any does.
#[test]
fn a_printed_growth_goes_before_a_computed_one_everywhere() {
    let mut shown = Vec::new();
    for year in 2020..=2025 {
        let query = format!("year={year}");
        let asked = selection(&query);
        for figure in figures() {
            let before = Against::Year(Year(year - 1));
            let (table, pairs) = compare(facts(), figure, Some(Statistic::Count), &asked, before);
            for pair in pairs {
                let (row, column) = pair.cell;
                if table.year_of(row, column) != Some(Year(year)) || table.statistic != Statistic::Count {
                    continue;
                }
                let printed = printed_growth(Year(year), table.group_of(row, column), table.measure);
                match (pair.difference, printed) {
                    (Difference::Printed(growth), Some(fact)) => assert_eq!(growth.fact, fact, "{}", figure.id),
                    (difference, None) => assert!(!matches!(difference, Difference::Printed(_)), "{}", figure.id),
                    (difference, Some(_)) => unreachable!("{} in {year}: {difference:?}", figure.id),
                }
                shown.extend(printed);
            }
            if figure.statistics.contains(&Statistic::Growth) {
                let table = slice(facts(), figure, Some(Statistic::Growth), &asked);
                for (row, column, cell) in table.cells() {
                    let year = table.year_of(row, column).expect("a year");
                    expect_printed(cell, year, table.group_of(row, column), table.measure);
                }
            }
        }
        for item in HeadlineItem::ALL {
            let said = headline(facts(), item, &asked).expect("a headline");
            let trials = facts().codes().measure("trials").expect("the measure");
            expect_printed(&said.growth, said.year, said.group, trials);
        }
        if let Some(Finding::Overview { all, growth, .. }) = finding(facts(), &asked) {
            expect_printed(&growth, all.year, all.group, facts().codes().measure("trials").expect("the measure"));
        }
    }
    assert!(distinct(shown).len() > 5, "several growths are printed");
}

/// The fact that prints how a group grew, if any does.
fn printed_growth(year: Year, group: Group, measure: MeasureId) -> Option<FactId> {
    facts().find(&Key { year, measure, statistic: Statistic::Growth, group }).first().copied()
}

fn expect_printed(cell: &Cell, year: Year, group: Group, measure: MeasureId) {
    if let Some(fact) = printed_growth(year, group, measure) {
        assert_eq!(cell.facts(), [fact], "{year}: {cell:?}");
        assert!(matches!(cell, Cell::Printed(_)), "{year}: {cell:?}");
    }
}

/// Both sides have the same rows, under what the sides differ in, and no table says what one before it says.
#[test]
fn the_sides_of_a_comparison_stand_row_by_row_and_each_table_once() {
    for (query, against) in [("year=2024", "2023"), ("year=2024&product=biological", "chemical")] {
        let (asked, against) = (selection(query), Against::parse(facts(), against).expect("a side"));
        let found = comparisons(facts(), figures(), &asked, against);
        assert!(found.len() > 5, "{query}: {} figures", found.len());
        for compared in &found {
            let [first, second] = compared.side_tables(&asked, against);
            assert_eq!(first.rows, second.rows, "{}", compared.figure.id);
            assert_eq!(first.rows.len(), compared.pairs.len());
            assert_ne!(first.columns, second.columns, "{}", compared.figure.id);
            for (row, pair) in compared.pairs.iter().enumerate() {
                assert_eq!((first.cell(row, 0), second.cell(row, 0)), (&pair.first, &pair.second));
                assert!(pair.first.number().is_none_or(|number| number <= compared.largest()), "{pair:?}");
            }
            if let Against::ProductType(_) = against {
                let names_a_type = |(dimension, _): &(Dimension, _)| *dimension == Dimension::ProductType;
                assert!(!first.rows.iter().any(|row| row.codes.iter().any(names_a_type)), "{}", compared.figure.id);
            }
        }
        let numbers = |compared: &Comparison| -> Vec<FactId> {
            let cells = compared.pairs.iter().flat_map(|pair| [&pair.first, &pair.second]);
            cells.flat_map(|cell| cell.facts().to_vec()).collect()
        };
        for (position, compared) in found.iter().enumerate() {
            let is_repeated = |other: &Comparison| {
                other.table.statistic == compared.table.statistic && numbers(other) == numbers(compared)
            };
            assert!(!found[..position].iter().any(is_repeated), "{query}: {} says it again", compared.figure.id);
        }
    }
}

/// Both charts of a comparison have one scale, shares from 0 to 100 %.
#[test]
fn both_charts_of_a_comparison_have_one_scale() {
    let (asked, against) = (selection("year=2024"), Against::parse(facts(), "2023").expect("a side"));
    let mut drawn = 0;
    for compared in comparisons(facts(), figures(), &asked, against) {
        let figure = Figure { chart: ChartKind::RankedBars, ..*compared.figure };
        for table in compared.side_tables(&asked, against) {
            let words = facts().words(Language::En);
            let layout = Layout { width_px: 320.0 };
            let (codes, theme) = (facts().codes(), &Theme::LIGHT);
            let canvas = Canvas { codes, figure: &figure, table: &table, words: &words, theme, layout, hidden: &[] };
            let option = plan(&canvas).draw().up_to(compared.largest()).option;
            let axis = &option.value()["xAxis"][0];
            assert_eq!(axis["max"].as_f64(), Some(compared.largest()), "{}: {axis}", figure.id);
            assert!(table.statistic != Statistic::Share || axis["max"].as_f64() == Some(100.0), "{}", figure.id);
            drawn += 1;
        }
    }
    assert!(drawn > 20, "{drawn} charts");
}

/// The title says once what both sides share; the columns are headed by what they differ in.
#[test]
fn a_comparison_is_headed_by_what_differs() {
    let (english, chinese) = (facts().words(Language::En), facts().words(Language::Zh));
    let asked = selection("year=2024&product=biological&disease=oncology");
    let year = Against::parse(facts(), "2023").expect("a year");
    assert_eq!(english.side_names(&asked, year), ["2024", "2023"]);
    assert_eq!(english.compared(&asked, year), "Biological products, Oncology: 2024 compared with 2023");
    assert_eq!(chinese.compared(&asked, year), "抗肿瘤生物制品：2024年与2023年对比");
    let chemical = Against::parse(facts(), "chemical").expect("a product type");
    assert_eq!(chinese.compared(&asked, chemical), "2024年抗肿瘤：生物制品与化学药品对比");
    assert_eq!(english.compared(&selection("year=2024"), year), "2024 compared with 2023");
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

/// Each number of a comparison has a name that an address can hold and that leads to its proof, whatever is compared with what.
#[test]
fn every_number_of_a_comparison_leads_to_its_proof() {
    let products = ["chemical", "biological", "tcm"];
    let years = (2019..=2025).map(|year| year.to_string());
    let sides: Vec<String> = years.chain(products.map(str::to_owned)).collect();
    let mut seen = 0;
    for query in ["", "disease=oncology", "phase=I", "population=paediatric"] {
        for own in &sides {
            let own = if own.starts_with('2') {
                format!("year={own}&{query}")
            } else {
                format!("year=2024&product={own}&{query}")
            };
            for other in &sides {
                let (asked, against) = sides_of(&own, other);
                for pair in comparisons(facts(), figures(), &asked, against).iter().flat_map(|compared| &compared.pairs)
                {
                    for (name, cell) in pair.names.iter().zip([&pair.first, &pair.second]) {
                        let text = name.text(facts());
                        assert_eq!(NumberName::parse(facts(), &text).as_ref(), Some(name), "{text}");
                        let proof = Proof::of_number(facts(), name).expect("the dataset has trials");
                        assert_eq!(&proof.cell, cell, "{own} against {other}: {text}");
                        assert_eq!((proof.measure, proof.statistic), (pair.measure, pair.statistic), "{text}");
                        seen += 1;
                    }
                    if let Difference::Printed(growth) = pair.difference {
                        let proof = Proof::of_number(facts(), &pair.names[0].grown()).expect("the dataset has trials");
                        assert_eq!(proof.facts(), [growth.fact]);
                    }
                }
            }
        }
    }
    assert!(seen > 5_000, "{seen} numbers");
}

fn sides_of(own: &str, other: &str) -> (Selection, Against) {
    sides(facts(), &selection(own), Against::parse(facts(), other))
}
