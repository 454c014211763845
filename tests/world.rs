//! The numbers of other populations: all of them are there, and none of them stands where CDE's are counted.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test may fail")]

use std::collections::BTreeSet;

use china_trials_explorer::dataset::{Dimension, Fact, FactId, Facts, Library, Origin, Statistic, Year, distinct};
use china_trials_explorer::export::json;
use china_trials_explorer::figures::{SECTIONS, figure, figures, lead};
use china_trials_explorer::locale::Language;
use china_trials_explorer::query::{
    Cell, Figure, Filter, HeadlineItem, Listing, Proof, Selection, Table, Years, code_options, coverage_matrix,
    facts_behind, figure_for, finding, has_numbers, headline, list, nearest, nearest_answered, slice, year_options,
};

fn library() -> Library<'static> {
    Library::shipped().expect("the shipped data unpack")
}

fn facts() -> &'static Facts {
    library().facts()
}

fn is_of(origin: Origin) -> impl Fn(&FactId) -> bool {
    move |fact| facts().origin_of(facts().fact(*fact)) == origin
}

/// Whose numbers a figure shows.
fn origin(figure: &Figure) -> Origin {
    figure.origin(facts()).expect("a measure")
}

/// Every year, every range of years, and every code of every filter in every year.
fn selections() -> Vec<Selection> {
    let year = |year| Years::One(Year(year));
    let ranges =
        (2019..2025).flat_map(|first| (first + 1..=2025).map(move |last| Years::Range(Year(first), Year(last))));
    let years: Vec<Years> = std::iter::once(Years::All).chain((2019..=2025).map(year)).chain(ranges).collect();
    let of_years: Vec<Selection> = years.into_iter().map(|years| Selection::default().with_years(years)).collect();
    let narrowed =
        of_years.iter().filter(|selection| !matches!(selection.years, Years::Range(..))).flat_map(|selection| {
            Filter::ALL.into_iter().flat_map(move |filter| {
                facts().codes().of(filter.dimension()).map(move |code| selection.with_codes(filter, [code]))
            })
        });
    let narrowed: Vec<Selection> = narrowed.collect();
    of_years.into_iter().chain(narrowed).collect()
}

/// The tables of a figure in all its statistics.
fn tables(figure: &'static Figure, selection: &Selection) -> Vec<Table> {
    figure.statistics.iter().map(|statistic| slice(facts(), figure, Some(*statistic), selection)).collect()
}

/// The file as it is, read without the program's parser.
fn rows() -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_reader(&include_bytes!("../public/data/world.csv")[..]);
    let rows = reader.records().map(|record| record.expect("the shipped file is CSV"));
    rows.map(|record| record.iter().map(str::to_owned).collect()).collect()
}

#[test]
fn every_row_of_the_file_is_a_fact_as_it_is_printed() {
    let rows = rows();
    assert_eq!(rows.len(), 78);
    assert_eq!(facts().of(Origin::World).count(), 78);
    for row in rows {
        let id = library().fact_named(&row[0]).expect("a fact of each row");
        let fact = facts().fact(id);
        assert!(is_of(Origin::World)(&id), "{}", row[0]);
        assert_eq!(fact.key.year.to_string(), row[1], "{}", row[0]);
        assert_eq!(facts().codes().measure_of(fact.key.measure).code, row[2], "{}", row[0]);
        assert_eq!(fact.value.to_string(), row[8], "{}", row[0]);
        let source = library().source(fact.sources[0]);
        assert!(source.name == row[11] && source.about_report.is_none() && !source.url.is_empty(), "{}", row[0]);
        assert_eq!(fact.report, None, "{}", row[0]);
    }
}

#[test]
fn shares_agree_with_counts_where_both_are_printed() {
    let mut compared = 0;
    for (_, fact) in facts().of(Origin::World).filter(|(_, fact)| fact.key.statistic == Statistic::Share) {
        let Some(denominator) = fact.denominator() else { continue };
        let count = |group| {
            let key = china_trials_explorer::dataset::Key { statistic: Statistic::Count, group, ..fact.key };
            facts().find(&key).first().map(|id| facts().fact(*id).value.to_f64())
        };
        let Some((part, whole)) = count(fact.key.group).zip(count(denominator)) else { continue };
        let half = 0.5 / 10_f64.powi(i32::from(fact.value.decimals()));
        assert!((100.0 * part / whole - fact.value.to_f64()).abs() <= half, "{fact:?}");
        compared += 1;
    }
    assert_eq!(compared, 1, "innovative-drug trials of China in 2024: 2,069 of 4,678 is 44 %");
}

#[test]
fn no_table_has_numbers_of_both() {
    for selection in selections() {
        for figure in figures() {
            for table in tables(figure, &selection) {
                let own = origin(figure);
                assert!(table.facts().iter().all(is_of(own)), "{} under {selection:?}", figure.id);
                let reasons = table.cells().filter_map(|(.., cell)| match cell {
                    Cell::Empty(reason) => reason.fact(),
                    _ => None,
                });
                assert!(reasons.into_iter().all(|fact| is_of(own)(&fact)), "{} under {selection:?}", figure.id);
            }
        }
    }
}

#[test]
fn what_counts_and_speaks_knows_only_the_reports() {
    let is_of_reports = is_of(Origin::Reports);
    for selection in selections() {
        assert!(facts_behind(facts(), &selection).iter().all(&is_of_reports), "{selection:?}");
        let said = finding(facts(), &selection).expect("a finding");
        assert!(said.facts().iter().all(&is_of_reports), "{selection:?}");
        for item in HeadlineItem::ALL {
            let said = headline(facts(), item, &selection).expect("a headline");
            let cells =
                [&said.count, &said.share, &said.growth].into_iter().chain(said.series.iter().map(|(_, cell)| cell));
            assert!(cells.flat_map(Cell::facts).all(&is_of_reports), "{item:?} under {selection:?}");
        }
        let leading = lead(facts(), &selection).and_then(|position| figures().nth(position));
        assert!(leading.is_none_or(|figure| origin(figure) == Origin::Reports), "{selection:?}");
        let listed = list(library(), &selection, &Listing::default());
        assert!(listed.len() == 455 && listed.iter().all(|(fact, _)| is_of_reports(fact)), "{selection:?}");
    }
    let all = Selection::default();
    assert_eq!(year_options(facts(), &all).len(), 1 + 7, "all, and 2019 to 2025");
    assert_eq!(year_options(facts(), &all)[0].facts, 455);
    assert!(Filter::ALL.into_iter().all(|filter| code_options(facts(), &all, filter)[0].facts == 455));
}

#[test]
fn the_years_of_a_measure_are_its_own() {
    let years = |measure| facts().years_of(facts().codes().measure(measure).expect("a measure"));
    assert_eq!(facts().years(), Some((Year(2019), Year(2025))));
    assert_eq!(years("trials"), facts().years());
    assert_eq!(years("registry_studies"), Some((Year(2009), Year(2018))));
    assert_eq!(years("world_trials"), Some((Year(2019), Year(2023))));
}

#[test]
fn coverage_holds_each_number_once_and_apart() {
    let held = coverage_matrix(facts(), Origin::World);
    let counted: Vec<FactId> =
        held.iter().flat_map(|row| row.years.iter().flat_map(|(_, facts)| facts.iter().copied())).collect();
    assert_eq!((counted.len(), distinct(counted.clone()).len()), (78, 78));
    assert!(counted.iter().all(is_of(Origin::World)));
    for row in &held {
        let figure = figure_for(facts(), row, figures()).expect("a figure");
        assert_eq!(origin(figure), Origin::World, "{}", figure.id);
    }
}

#[test]
fn they_are_narrowed_by_year_and_by_no_other_filter() {
    let world = || figures().filter(|figure| origin(figure) == Origin::World);
    assert_eq!(world().count(), 10);
    for figure in world() {
        let all = slice(facts(), figure, None, &Selection::default());
        for filter in Filter::ALL {
            let code = facts().codes().of(filter.dimension()).next().expect("a code");
            let table = slice(facts(), figure, None, &Selection::default().with_codes(filter, [code]));
            let unmet: Vec<Filter> = table.unmet.iter().map(|unmet| unmet.filter).collect();
            assert_eq!(unmet, [filter], "{}", figure.id);
            assert_eq!(table.facts(), all.facts(), "{}", figure.id);
        }
    }
    let studies = figure("studies_of_the_world").expect("in the catalogue");
    let in_year = |year| Selection::default().with_years(Years::One(Year(year)));
    assert!(!has_numbers(facts(), studies, &in_year(2024)), "no number for a year after the last");
    let others = nearest(facts(), &in_year(2024), |selection| has_numbers(facts(), studies, selection));
    assert_eq!(others, [Selection::default()], "but there are some in all years");
    let nearest = nearest_answered(facts(), studies, &in_year(2024)).expect("a nearest answer");
    let label = |language| facts().words(language).nearest_answer(&in_year(2024), &nearest);
    assert_eq!([label(Language::En), label(Language::Zh)], ["All years", "全部年份"]);
    let started = figure("innovative_trials").expect("in the catalogue");
    let of_2024 = slice(facts(), started, Some(Statistic::Count), &in_year(2024));
    let years = |facts_of: &[FactId]| distinct(facts_of.iter().map(|fact| facts().fact(*fact).key.year));
    assert_eq!(years(&of_2024.facts()), [Year(2024)]);
    let of_all = slice(facts(), started, Some(Statistic::Count), &Selection::default());
    assert_eq!(years(&of_all.facts()), [Year(2015), Year(2024)]);
}

#[test]
fn a_table_without_a_number_names_the_year_that_was_asked_for() {
    let countries = figure("countries_of_recruitment").expect("in the catalogue");
    for (years, year) in
        [(Years::One(Year(2024)), 2024), (Years::Range(Year(2020), Year(2023)), 2023), (Years::All, 2018)]
    {
        let table = slice(facts(), countries, None, &Selection::default().with_years(years));
        assert_eq!(table.year, Some(Year(year)), "{years:?}");
        assert_eq!(table.is_empty(), years != Years::All, "{years:?}");
    }
}

#[test]
fn a_share_of_the_world_leaves_the_world_out() {
    let studies = figure("studies_of_the_world").expect("in the catalogue");
    let table = slice(facts(), studies, Some(Statistic::Share), &Selection::default());
    let words = facts().words(Language::En);
    let columns: Vec<String> = table.columns.iter().map(|column| words.heading_text(column)).collect();
    assert_eq!((columns, table.rows.len()), (vec!["China".to_owned()], 10));
    let last = table.cell(table.rows.len() - 1, 0);
    assert_eq!(words.number(Statistic::Share, last), "14.1\u{a0}%", "8,662 of 61,630");
}

/// The section stands last, and whatever a figure says of itself names its own population, never CDE's.
#[test]
fn every_figure_says_what_it_counts_and_why_it_differs() {
    let (last, before) = SECTIONS.split_last().expect("sections");
    assert!(last.figures.iter().all(|figure| origin(figure) == Origin::World));
    assert!(before.iter().flat_map(|section| section.figures).all(|figure| origin(figure) == Origin::Reports));
    for language in [Language::En, Language::Zh] {
        let words = library().words(language);
        let cde = [words.say(china_trials_explorer::locale::Message::AllRegisteredTrials), "new-drug trials"];
        for figure in last.figures {
            let table = slice(facts(), figure, None, &Selection::default());
            let measure = facts().codes().measure_of(table.measure);
            let population = words.population_of(table.measure, &table.shown_group());
            assert_eq!(population, words.pick(&measure.label), "{}", figure.id);
            assert!(words.why_other_population(table.measure).is_some(), "{}", figure.id);
            assert!(!words.pick(words.library.measure_definition(table.measure)).is_empty(), "{}", figure.id);
            let scope = words.scope_of(figure, &table, false).join(" ");
            let records = json(&words.records(figure, &table));
            for text in [scope, records] {
                assert!(cde.iter().all(|said| !text.contains(said)), "{}: {text}", figure.id);
            }
        }
        let registered = figure("registered").expect("in the catalogue");
        let table = slice(facts(), registered, None, &Selection::default());
        assert_eq!(words.why_other_population(table.measure), None);
    }
}

/// The statement, citation and lines of the proof of a fact.
fn proved(name: &str, language: Language) -> String {
    let words = library().words(language);
    let proof = Proof::of_fact(facts(), library().fact_named(name).expect("a fact"));
    let lines = words.proof(&proof).into_iter().chain(words.proof_definition(&proof));
    let lines = lines.map(|line| format!("{}: {}", line.name, line.texts.join(" | ")));
    let cited = words.cite(&proof, None, "https://portal.example/?v=1", "2026-11-25");
    lines.chain([cited]).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_number_is_proved_and_cited_with_its_own_source() {
    insta::assert_snapshot!("world_proof_en", proved("innovative_share_of_world-china-2024", Language::En));
    insta::assert_snapshot!("world_proof_zh", proved("ictrp_china_sponsored-china-2018", Language::Zh));
    for (id, fact) in facts().of(Origin::World) {
        let source = library().source(fact.sources[0]);
        for language in [Language::En, Language::Zh] {
            let text = proved(library().name(id), language);
            let publisher = facts().words(language).pick(&source.publisher).to_owned();
            for part in [&publisher, &source.title, &source.url, &source.published] {
                assert!(text.contains(part.as_str()), "{part} in {text}");
            }
            assert!(!text.contains("Center for Drug Evaluation") && !text.contains("年度报告"), "{text}");
        }
    }
}

#[test]
fn an_export_has_every_number_with_its_name() {
    let words = library().words(Language::En);
    let mut names: BTreeSet<String> = BTreeSet::new();
    for figure in SECTIONS.last().expect("sections").figures {
        for table in tables(figure, &Selection::default()) {
            for record in words.records(figure, &table) {
                assert!(record.kind == "empty" || record.edition == "Not a number of CDE's reports", "{record:?}");
                names.extend(record.facts.split("; ").filter(|name| !name.is_empty()).map(str::to_owned));
            }
        }
    }
    let all: BTreeSet<String> =
        facts().of(Origin::World).map(|(id, _): (FactId, &Fact)| library().name(id).to_owned()).collect();
    assert_eq!(names, all);
    assert!(facts().of(Origin::World).all(|(_, fact)| fact.key.group.get(Dimension::Area).is_some()));
}
