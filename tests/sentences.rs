//! What the page says in words, and what its charts show, kept as readable snapshots.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test may fail")]

use std::fmt::Write as _;

use china_trials_explorer::address;
use china_trials_explorer::dataset::{Facts, Library, Statistic};
use china_trials_explorer::figures::{Canvas, Drawing, Layout, Mark, Theme, figures, plan};
use china_trials_explorer::locale::{Language, Span, Words, plain_text};
use china_trials_explorer::query::{Cell, Figure, Selection, Table, finding, slice};
use serde_json::Value;

fn facts() -> &'static Facts {
    Facts::shipped().expect("the shipped data unpack")
}

fn library() -> Library<'static> {
    Library::shipped().expect("the shipped data are read by a test of their own")
}

fn paint(figure: &Figure, table: &Table, words: &Words<'_>, theme: &Theme, layout: Layout) -> Drawing {
    plan(&Canvas { codes: facts().codes(), figure, table, words, theme, layout, hidden: &[] }).draw()
}

fn selection(query: &str) -> Selection {
    let (address, notices) = address::parse(facts(), query.as_bytes());
    assert!(notices.is_empty(), "{query}: {notices:?}");
    address.selection
}

const QUESTIONS: [&str; 35] = [
    "",
    "year=2024",
    "year=2019",
    "year=2020..2024",
    "product=biological&year=2024",
    "product=biological&year=2022",
    "product=chemical&year=2025",
    "product=tcm",
    "product=biological_preventive&year=2024",
    "disease=oncology&year=2024",
    "disease=haematology&year=2025",
    "year=2024&product=biological&disease=oncology",
    "year=2022&product=biological&disease=oncology",
    "year=2020..2024&product=biological&disease=oncology",
    "year=2024&product=tcm&disease=oncology",
    "year=2024&product=chemical,biological&disease=oncology",
    "year=2023&product=chemical&disease=oncology,anti_infective",
    "year=2021..2022&product=chemical",
    "year=2022..2024&product=biological",
    "year=2020..2022&product=biological&disease=oncology",
    "year=2019..2025&product=biological&disease=oncology",
    "year=2025&product=chemical,biological",
    "year=2024&product=tcm&disease=respiratory,digestive",
    "year=2024&disease=preventive_vaccine",
    "year=2024&phase=I",
    "year=2024&category=1",
    "year=2024&category=1&disease=oncology",
    "year=2023&category=1&phase=I",
    "year=2020&product=chemical&phase=III",
    "year=2023&population=paediatric_only",
    "year=2024&population=rare_disease&disease=haematology",
    "year=2021&phase=I&population=rare_disease",
    "year=2020..2024&phase=I",
    "year=2024&phase=I,III",
    "year=2025&category=2",
];

#[test]
fn findings() {
    let mut said = String::new();
    for question in QUESTIONS {
        let finding = finding(facts(), &selection(question)).expect("the dataset has trials");
        writeln!(said, "?{question}").expect("a string takes text");
        for language in Language::ALL {
            let words = facts().words(language);
            writeln!(said, "  {}", plain_text(&words.sentence(&finding))).expect("a string takes text");
        }
    }
    insta::assert_snapshot!(said);
}

/// A chart as a list of its marks: label and number.
fn marks(option: &Value) -> String {
    let mut lines = String::new();
    for axis in ["xAxis", "yAxis"] {
        if let Some(names) = option[axis][0]["data"].as_array() {
            let names: Vec<&str> = names.iter().filter_map(|name| name["value"].as_str()).map(str::trim).collect();
            writeln!(lines, "  {axis}: {}", names.join(" | ")).expect("a string takes text");
        }
    }
    for series in option["series"].as_array().expect("a chart has series") {
        let points = series["data"].as_array().expect("a series has data").iter().map(|point| {
            let label = point["label"]["formatter"].as_str().unwrap_or("").replace('\n', " ");
            match (&point["value"], label.is_empty()) {
                (Value::String(_), _) => "·".to_owned(),
                (Value::Array(pair), true) => pair[0].to_string(),
                (Value::Array(pair), false) => format!("{} “{label}”", pair[0]),
                (value, true) => value.to_string(),
                (value, false) => format!("{value} “{label}”"),
            }
        });
        let points: Vec<String> = points.collect();
        writeln!(lines, "  {}: {}", series["id"].as_str().unwrap_or("?"), points.join(" | "))
            .expect("a string takes text");
    }
    lines
}

#[test]
fn charts() {
    let words = facts().words(Language::En);
    let mut drawn = String::new();
    for question in
        ["", "year=2024&product=biological&disease=oncology", "year=2022", "year=2020..2023&product=chemical,tcm"]
    {
        for figure in figures() {
            for statistic in figure.statistics {
                let table = slice(facts(), figure, Some(*statistic), &selection(question));
                if table.is_empty() || table.statistic != *statistic {
                    continue;
                }
                let layout = Layout { width_px: 560.0 };
                let option = paint(figure, &table, &words, &Theme::LIGHT, layout).option;
                writeln!(drawn, "?{question} {} {}", figure.id, statistic.code()).expect("a string takes text");
                drawn.push_str(&marks(option.value()));
            }
        }
    }
    insta::assert_snapshot!(drawn);
}

/// An option in which row and column stand beside each mark that shows a cell.
fn with_cells(drawing: &Drawing) -> Value {
    let mut option = drawing.option.value().clone();
    for (series, number) in option["series"].as_array_mut().expect("a chart has series").iter_mut().zip(0..) {
        for (point, index) in series["data"].as_array_mut().expect("a series has data").iter_mut().zip(0..) {
            if let Some((row, column)) = drawing.marks.cell(Mark { series: number, index }) {
                point["cell"] = serde_json::json!([row, column]);
            }
        }
    }
    option
}

/// The whole option of one chart of each kind of drawing, so that a change of style is seen in review.
#[test]
fn options() {
    let words = facts().words(Language::Zh);
    for id in ["product_types", "category_1"] {
        let figure = china_trials_explorer::figures::figure(id).expect("in the catalogue");
        let table = slice(facts(), figure, None, &selection("year=2022"));
        let layout = Layout { width_px: 300.0 };
        let drawing = paint(figure, &table, &words, &Theme::DARK, layout);
        let pretty = serde_json::to_string_pretty(&with_cells(&drawing)).expect("JSON");
        insta::assert_snapshot!(format!("option_{id}"), pretty);
    }
}

/// A person picks 2024, biological products, oncology, and reads 444 trials, 43.1 %.
#[test]
fn the_question_of_the_issue() {
    for (language, numbers) in
        [(Language::En, ["444", "1,029", "43.1\u{a0}%"]), (Language::Zh, ["444", "1029", "43.1%"])]
    {
        let words = facts().words(language);
        let found = finding(facts(), &selection("year=2024&product=biological&disease=oncology")).expect("trials");
        let sentence = plain_text(&words.sentence(&found));
        for number in numbers {
            assert!(sentence.contains(number), "{number} in {sentence}");
        }
    }
}

/// Every number in the text of a finding is the value of one of its facts.
#[test]
fn the_takeaways_say_only_what_facts_say() {
    for takeaway in library().takeaways() {
        let values: Vec<String> = takeaway.facts.iter().map(|fact| facts().fact(*fact).value.to_string()).collect();
        let years: Vec<String> = (2019..=2025).map(|year: u16| year.to_string()).collect();
        for text in [&takeaway.text.en, &takeaway.text.zh] {
            let text = text.replace(',', "");
            let numbers = text
                .split(|char: char| !char.is_ascii_digit() && char != '.')
                .map(|number| number.trim_end_matches('.'));
            for number in numbers.filter(|number| !number.is_empty() && *number != "1") {
                let is_known = values.iter().any(|value| value == number) || years.iter().any(|year| year == number);
                assert!(is_known, "{number} in: {text}");
            }
        }
    }
    let halted = &library().takeaways()[4];
    let fact = facts().fact(halted.facts[0]);
    assert_eq!((fact.value.to_f64(), fact.key.statistic), (0.0, Statistic::Count), "a printed zero");
    let zero = Cell::Printed(china_trials_explorer::query::Printed {
        fact: halted.facts[0],
        value: fact.value,
        qualifier: None,
    });
    assert_eq!(zero.number(), Some(0.0), "a printed zero is a number, not an empty cell");
}

/// The citation of the sentence of a question.
fn cited(query: &str, language: Language) -> String {
    let words = library().words(language);
    let spans = finding(facts(), &selection(query)).map(|found| words.sentence(&found)).unwrap_or_default();
    words.cite_sentence(&spans, "https://portal.example/?v=1", "2026-11-23")
}

#[test]
fn a_sentence_is_cited_with_who_prints_which_of_its_numbers() {
    let mut several = 0;
    for (query, language) in QUESTIONS.iter().flat_map(|query| Language::ALL.map(|language| (*query, language))) {
        let words = library().words(language);
        let spans = finding(facts(), &selection(query)).map(|found| words.sentence(&found)).unwrap_or_default();
        let text = cited(query, language);
        let mut sources = Vec::new();
        for span in &spans {
            let Span::Number { text: number, facts: of, .. } = span else { continue };
            for fact in of {
                let best = facts().fact(*fact).sources[0];
                let source = library().source(best);
                let last = source.link().unwrap_or(source.title.as_str());
                let (_, after) = text.split_once(last).expect("every source is named");
                sources.push((best, number.replace('†', ""), after.to_owned()));
            }
        }
        let first = sources.first().map(|(best, ..)| *best);
        if sources.iter().all(|(best, ..)| Some(*best) == first) {
            continue;
        }
        several += 1;
        // Behind each source, and before the next, stand the numbers that it bears.
        for (_, number, after) in &sources {
            let (open, close) = if language == Language::En { (" (", ").") } else { ("（", "）") };
            let listed = after.split(open).find_map(|part| part.split_once(close)).map(|(listed, _)| listed);
            assert!(
                listed.is_some_and(|listed| listed.contains(number)),
                "{query}: {number} not in {listed:?} of {text}"
            );
        }
    }
    assert!(several > 10, "only {several} sentences have several sources");
    insta::assert_snapshot!(
        "citations",
        QUESTIONS.map(|query| Language::ALL.map(|language| cited(query, language)).join("\n")).join("\n\n")
    );
}
