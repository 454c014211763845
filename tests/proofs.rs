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
            let cited = words.cite(proof, None, "https://portal.example/?v=1", "2026-11-23");
            assert!(cited.contains(&statement) && cited.contains("portal.example"), "{cell}: {cited}");
        }
    });
}

/// What is quoted leaves the page and its marks: a number that is disputed has to say so by itself.
#[test]
fn a_quoted_number_says_what_is_printed_otherwise() {
    let mut seen = 0;
    for dispute in library().disputes() {
        for language in Language::ALL {
            let words = library().words(language);
            let proof = Proof::of_fact(facts(), dispute.fact);
            let publisher = &library().source(dispute.source).publisher;
            let publisher = if language == Language::En { &publisher.en } else { &publisher.zh };
            let cited = words.cite(&proof, None, "https://portal.example/?v=1", "2026-11-23");
            for text in [words.statement(&proof), cited] {
                assert!(text.contains(publisher.as_str()), "{text} without {publisher}");
                assert!(!text.contains('†'), "{text}");
            }
            seen += 1;
        }
    }
    assert!(seen > 20, "{seen} disputes");
    let title = library()
        .words(Language::En)
        .statement(&Proof::of_fact(facts(), library().fact_named("2022-new_drug-trials-count").expect("a fact")));
    assert!(title.contains("also given as 2,033 by"), "{title}");
}

/// Chinese puts attributes before their noun: no title of a number is a chain of commas, and each names what is counted once.
#[test]
fn a_chinese_title_is_one_noun() {
    let words = library().words(Language::Zh);
    let title = |name: &str| words.proof_title(&Proof::of_fact(facts(), library().fact_named(name).expect("a fact")));
    for (name, expected) in [
        ("2024-all-trials-count", "2024年全部登记试验"),
        ("2024-new_drug-class_1-trials-count", "2024年1类创新药临床试验"),
        ("2024-new_drug-mrct-trials-count", "2024年国际多中心临床试验（MRCT）"),
        ("2024-new_drug-biological-oncology-trials-share", "2024年抗肿瘤生物制品新药临床试验"),
        ("2024-new_drug-chemical-class_1-oncology-trials-share", "2024年抗肿瘤化学药品1类创新药临床试验"),
        ("2024-new_drug-tcm-trials-count", "2024年中药新药临床试验"),
        ("2022-new_drug-started_within_6_months-share", "2022年新药临床试验（6个月内启动比例）"),
        ("2023-domestic_sponsor-approved_innovative_drugs-share", "2023年境内申办者获批创新药"),
        ("2024-cde_ordered_suspension_or_termination-trials-count", "2024年药审中心责令暂停或终止的登记试验"),
    ] {
        assert_eq!(title(name), expected, "{name}");
    }
    for (id, _) in facts().all() {
        let title = words.proof_title(&Proof::of_fact(facts(), id));
        let outside = title.split(['（', '）']).step_by(2).collect::<String>();
        assert!(!outside.contains(['，', ' ']), "{title}");
    }
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
    let cited = english.cite(&proof, None, "https://portal.example/", "2026-11-23");
    for part in ["24.7", "new-drug trials", "edition 2024", "Covington", "Center for Drug Evaluation"] {
        assert!(cited.contains(part), "{part} in {cited}");
    }
    // Another of its sources, where the reader chooses it; one that does not print the number is none of its sources.
    let named = |name: &str| {
        facts()
            .all()
            .flat_map(|(_, fact)| fact.sources.clone())
            .find(|id| library().source(*id).name == name)
            .expect("a source")
    };
    let digest = english.cite(&proof, Some(named("fmread-2025")), "https://portal.example/", "2026-11-23");
    assert!(digest.contains("As reported by fmread.com") && !digest.contains("Covington"), "{digest}");
    assert_eq!(english.cite(&proof, Some(named("scmp-2026")), "https://portal.example/", "2026-11-23"), cited);
    let chinese = library().words(Language::Zh);
    let cited = chinese.cite(&proof, None, "https://portal.example/", "2026-11-23");
    for part in ["24.7%", "新药临床试验", "2024年度报告", "科文顿·柏灵律师事务所", "[R]", "[EB/OL]", "[2026-11-23]"]
    {
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
