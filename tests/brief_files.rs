//! A brief as files: all of them are written from one model, and say of each pin what the memo says.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test may fail")]

#[expect(dead_code, reason = "the files of figures, in tests/exports.rs, ask more of it")]
mod taken;

use calamine::{Data, Reader};
use china_trials_explorer::address::{Address, Brief, parse_brief, query_string};
use china_trials_explorer::dataset::Library;
use china_trials_explorer::export::{DecimalSign, Export, FileForm, NoFile, NotMade, PackParts, Separator};
use china_trials_explorer::locale::{Language, MemoContext};
use china_trials_explorer::query::Cell;
use taken::archive::{sum, unpacked};
use taken::spreadsheet::book;
use taken::{facts, field_at, library, number_in};

/// Two figures, one of them twice, two single numbers, a finding, a takeaway, and one that is not there any more.
const PINS: &str = "phases:share@2024,product.biological~see annex 3;\
    2024:count:purpose.new_drug:purpose~=HYPERLINK(\"https://evil.example\");\
    phases@2023;\
    disease_areas:share:oncology:chemical@2024;\
    finding@2024,disease.oncology;\
    takeaway:2;\
    registered@2019..2025;\
    fact:2024-nothing-trials-count";
const TODAY: &str = "2026-11-23";

fn brief(pins: &str) -> Brief {
    let (brief, unread) = parse_brief(facts(), pins);
    assert_eq!(unread, []);
    brief
}

/// Calls with where the memo is written.
fn in_context<T>(write: impl FnOnce(MemoContext<'_>) -> T) -> T {
    let link = |address: &Address| format!("https://portal.example/?{}", query_string(facts(), address));
    write(MemoContext { link: &link, today: TODAY })
}

fn export(pins: &str, language: Language) -> Result<Export, NoFile> {
    let (words, brief) = (library().words(language), brief(pins));
    in_context(|context| words.export_brief(&brief, words.memo(&brief, context), context))
}

fn of_pins(language: Language) -> Export {
    export(PINS, language).expect("it has numbers")
}

fn written(export: &Export, language: Language, form: FileForm) -> Vec<u8> {
    let texts = || {
        let words = library().words(language);
        let texts = in_context(|context| words.pack_texts_of_brief(export, Library::DATA_SUMS, context));
        Ok(PackParts { readme: texts.readme, citations: texts.citations, others: Vec::new() })
    };
    form.write(export, texts).expect("it can be written")
}

/// Value and bounds of each cell as three forms have them.
fn numbers(export: &Export, language: Language) -> [Vec<[Option<f64>; 3]>; 3] {
    const FIELDS: [&str; 3] = ["value", "low", "high"];
    let mut book = book(export);
    let cells = book.worksheet_range(export.labels.cells_sheet).expect("the sheet of the cells");
    let number = |row: &[Data], name: &str| match &row[field_at(name)] {
        Data::Float(number) => Some(*number),
        _ => None,
    };
    let in_book = cells.rows().skip(1).map(|row| FIELDS.map(|name| number(row, name))).collect();
    let text = String::from_utf8(written(export, language, FileForm::Rows(Separator::Semicolon))).expect("UTF-8");
    let records = taken::read_csv(&text, Separator::Semicolon);
    let in_csv = records[1..].iter().map(|row| FIELDS.map(|name| number_in(&row[field_at(name)], DecimalSign::Comma)));
    let json = written(export, language, FileForm::Json);
    let records: Vec<serde_json::Map<String, serde_json::Value>> = serde_json::from_slice(&json).expect("JSON");
    let text = |row: &serde_json::Map<String, serde_json::Value>, name: &str| {
        number_in(row[name].as_str().expect("a text"), DecimalSign::Point)
    };
    let in_json = records.iter().map(|row| FIELDS.map(|name| text(row, name))).collect();
    [in_book, in_csv.collect(), in_json]
}

#[test]
fn every_form_has_the_cells_of_the_figures_and_the_single_numbers() {
    for language in Language::ALL {
        let export = of_pins(language);
        assert_eq!(
            export.sheets.iter().map(|sheet| sheet.figure.as_str()).collect::<Vec<_>>(),
            ["phases", "phases", "registered"]
        );
        let brief = brief(PINS);
        let figures = in_context(|context| library().words(language).pinned_figures(&brief, context));
        let expected: Vec<&Cell> =
            figures.iter().flat_map(|figure| figure.table.cells().map(|(.., cell)| cell)).collect();
        for of_form in numbers(&export, language) {
            assert_eq!(of_form.len(), expected.len() + 2, "two numbers are pinned by themselves");
            for (cell, found) in expected.iter().zip(&of_form) {
                taken::check_long(cell, *found, "the brief");
            }
            assert_eq!(of_form[expected.len()], [Some(2539.0), None, None]);
            assert!(of_form[expected.len() + 1].iter().any(Option::is_some));
        }
    }
}

#[test]
fn the_facts_behind_sentences_and_findings_are_there_once_with_their_sources() {
    let export = of_pins(Language::En);
    let names: Vec<&str> = export.facts.iter().map(|row| row.fact.as_str()).collect();
    let mut distinct = names.clone();
    distinct.sort_unstable();
    distinct.dedup();
    assert_eq!(distinct.len(), names.len(), "each once");
    let alone = |pins: &str| self::export(pins, Language::En).expect("it has numbers").facts;
    for pins in ["finding@2024,disease.oncology", "takeaway:2"] {
        let behind = alone(pins);
        assert!(!behind.is_empty() && behind.iter().all(|row| names.contains(&row.fact.as_str())), "{pins}");
    }
    assert!(export.sources.len() > 2);
}

#[test]
fn the_notes_say_what_each_pin_says_and_the_readers_line_is_no_formula() {
    for language in Language::ALL {
        let export = of_pins(language);
        let memo = export.memo.as_ref().expect("a memo");
        let said = &export.notes[0].lines;
        assert_eq!(said.len(), memo.items.len());
        for (line, item) in said.iter().zip(&memo.items) {
            assert!(
                line.contains(&item.heading) && line.contains(&item.statement) && line.contains(&item.note),
                "{line}"
            );
        }
        let mut book = book(&export);
        for name in book.sheet_names() {
            let formulas = book.worksheet_formula(&name).expect("a sheet");
            assert!(formulas.used_cells().next().is_none(), "{name}");
        }
        let notes = book.worksheet_range(export.labels.notes_sheet).expect("the notes");
        assert!(notes.rows().any(|row| row[0].to_string().contains("HYPERLINK")), "it stays a text");
    }
}

#[test]
fn a_brief_of_single_numbers_is_a_file_too() {
    let export = export("2024:count:purpose.new_drug:purpose;takeaway:1", Language::En).expect("it has numbers");
    assert_eq!((export.sheets.len(), export.cells().len()), (0, 1));
    let sheets = book(&export).sheet_names();
    assert_eq!(sheets, ["Cells", "Facts", "Sources", "Notes"]);
    assert!(numbers(&export, Language::En).iter().all(|rows| *rows == [[Some(2539.0), None, None]]));
}

#[test]
fn without_a_number_there_is_no_file_and_only_a_brief_has_a_memo() {
    assert_eq!(export("", Language::En).err(), Some(NoFile::NoFigure));
    assert_eq!(export("fact:2024-nothing-trials-count", Language::Zh).err(), Some(NoFile::NoNumbers));
    let other = taken::views_of("", &["registered"], Language::En).expect("it has numbers");
    let refused = FileForm::Word.write(&other, || Err(String::new()));
    assert!(matches!(refused, Err(NotMade::NoMemo)), "{refused:?}");
}

#[test]
fn the_pack_has_the_memo_and_says_that_it_is_of_a_brief() {
    for language in Language::ALL {
        let export = of_pins(language);
        let files = unpacked(written(&export, language, FileForm::Pack));
        let bytes = |name: &str| {
            let (_, bytes) = files.iter().find(|(known, _)| known == name).expect(name);
            bytes.clone()
        };
        let text = |name: &str| String::from_utf8(bytes(name)).expect("UTF-8");
        let readme = text("README.md");
        for said in ["of a brief", "memo.docx", "brief.json", "本证据包对应一份简报", TODAY] {
            assert!(readme.contains(said), "{said} in {readme}");
        }
        assert_eq!(bytes("memo.docx"), written(&export, language, FileForm::Word), "the same document");
        assert!(text("data/shown/phases.csv") != text("data/shown/phases-2.csv"), "one figure under two questions");
        for line in text("SHA256SUMS").lines() {
            let (expected, name) = line.split_once("  ").expect("a sum and a name");
            assert_eq!(sum(&bytes(name)), expected, "{name}");
        }
        let cited = text("citations.txt") + &text("citations.ris");
        assert!(cited.contains("fact=2024-"), "a fact leads to its own proof: {cited}");
        assert!(!cited.contains("annex") && !cited.contains("brief="), "what the reader wrote is the reader's");
    }
}

#[test]
fn a_view_that_is_no_brief_does_not_claim_to_be_one() {
    let export = taken::views_of("", &["registered"], Language::En).expect("it has numbers");
    let readme = library().words(Language::En).pack_texts(&export, "", TODAY).readme;
    assert!(!readme.contains("brief") && !readme.contains("简报"), "{readme}");
}

#[test]
fn the_same_brief_gives_the_same_bytes() {
    for language in Language::ALL {
        for form in FileForm::of_brief() {
            let once = || sum(&written(&of_pins(language), language, form));
            assert_eq!(once(), once(), "{form:?}");
        }
    }
}

#[test]
fn files_of_a_brief_are_named_by_the_day() {
    assert_eq!(of_pins(Language::En).file_name("docx"), "Brief-2026-11-23.docx");
    assert_eq!(of_pins(Language::Zh).file_name("zip"), "简报-2026-11-23.zip");
}
