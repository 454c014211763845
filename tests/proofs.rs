//! Every number of every figure can be proved, in both languages.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test may fail")]

use china_trials_explorer::address;
use china_trials_explorer::dataset::{Facts, Library, Statistic};
use china_trials_explorer::figures;
use china_trials_explorer::locale::Language;
use china_trials_explorer::query::{Cell, CellName, Proof, Selection, slice};

fn facts() -> &'static Facts {
    Facts::shipped().expect("the shipped data unpack")
}

fn library() -> Library<'static> {
    Library::shipped().expect("the shipped data unpack")
}

fn selection(query: &str) -> Selection {
    address::parse(facts(), query.as_bytes()).0.selection
}

const QUESTIONS: [&str; 6] = [
    "",
    "year=2022",
    "year=2024&product=biological&disease=oncology",
    "year=2023&category=1",
    "year=2020&product=chemical&phase=III",
    "population=paediatric_only",
];

/// Calls back with every cell of every figure, in every statistic, under some questions.
fn each_cell(mut check: impl FnMut(&Proof, &str)) {
    for question in QUESTIONS {
        for figure in figures::figures() {
            for statistic in figure.statistics {
                let table = slice(facts(), figure, Some(*statistic), &selection(question));
                for (row, column, _) in table.cells() {
                    let proof = Proof::of(facts(), figure, &table, row, column).expect("every cell has a year");
                    check(&proof, &format!("?{question} {} {row}/{column}", figure.id));
                    let name = CellName::of(facts(), figure, &table, row, column);
                    assert_eq!(name.find(facts(), &table), Some((row, column)), "{name}");
                    assert_eq!(CellName::parse(&name.to_string(), figures::figure), Some(name));
                }
            }
        }
    }
}

#[test]
fn every_cell_has_a_name_and_a_proof_in_both_languages() {
    each_cell(|proof, cell| {
        for language in Language::ALL {
            let words = library().words(language);
            assert!(!words.proof_value(proof).is_empty(), "{cell}");
            let lines = words.proof(proof);
            assert!(
                lines.iter().all(|line| line.texts.iter().all(|text| !text.trim().is_empty())),
                "{cell}: {lines:?}"
            );
            assert!(lines.len() >= 3, "{cell}: population, unit and how it is known: {lines:?}");
            let statement = words.statement(proof);
            let population = words.inner(words.population_of(proof.measure, &proof.group));
            assert!(statement.contains(&population), "{cell}: {statement}");
            assert!(statement.contains(&proof.year.to_string()), "{cell}: {statement}");
            for flaw in ["  ", ", ,", "()", "NaN", "，，"] {
                assert!(!statement.contains(flaw), "{cell}: {flaw:?} in {statement}");
            }
            let cited = words.cite(proof, "https://portal.example/?v=1", "2026-11-23");
            assert!(cited.contains(&statement) && cited.contains("portal.example"), "{cell}: {cited}");
        }
    });
}

/// The part and the whole of a proof give its share.
#[test]
fn the_written_denominator_is_that_of_the_share() {
    let mut checked = 0;
    each_cell(|proof, cell| {
        let exact = |cell: &Cell| cell.exact().map(china_trials_explorer::dataset::Decimal::to_f64);
        let (Some(count), Some(whole), Some(share)) = (exact(&proof.count), exact(&proof.whole), exact(&proof.share))
        else {
            return;
        };
        if proof.statistic == Statistic::Share && proof.whole_group.is_some() && whole > 0.0 {
            // One in the last printed place: some sources cut off where others round.
            let decimals = proof.share.exact().map_or(0, china_trials_explorer::dataset::Decimal::decimals);
            let step = 10_f64.powi(-i32::from(decimals)) * 1.1;
            assert!((100.0 * count / whole - share).abs() < step, "{cell}: {count} of {whole} is not {share} %");
            checked += 1;
        }
    });
    assert!(checked > 100, "{checked} shares checked");
}

#[test]
fn the_proof_of_the_article_s_number_says_what_the_article_says() {
    let name = CellName::parse("disease_areas:share:oncology:chemical", figures::figure).expect("a cell");
    let proof = Proof::of_cell(facts(), &name, &selection("year=2024")).expect("a proof");
    let english = library().words(Language::En);
    assert_eq!(english.fraction(&proof).as_deref(), Some("349 of 1,413 new-drug trials of chemical drugs"));
    let cited = english.cite(&proof, "https://portal.example/", "2026-11-23");
    for part in ["24.7", "new-drug trials", "edition 2024", "Covington", "Center for Drug Evaluation"] {
        assert!(cited.contains(part), "{part} in {cited}");
    }
    let chinese = library().words(Language::Zh);
    let cited = chinese.cite(&proof, "https://portal.example/", "2026-11-23");
    for part in ["24.7%", "新药临床试验", "2024年版报告", "[R]", "[EB/OL]", "[2026-11-23]"] {
        assert!(cited.contains(part), "{part} in {cited}");
    }
}

#[test]
fn a_file_of_a_figure_has_a_record_for_each_cell() {
    let words = library().words(Language::En);
    for figure in figures::figures() {
        let table = slice(facts(), figure, None, &selection("year=2024"));
        let records = words.records(figure, &table);
        assert_eq!(records.len(), table.cells().count(), "{}", figure.id);
        for record in records {
            let has_number = !record.value.is_empty() || !record.low.is_empty();
            assert_eq!(has_number, record.kind != "empty", "{record:?}");
            assert_eq!(record.facts.is_empty(), record.kind == "empty", "{record:?}");
        }
    }
}
