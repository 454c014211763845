//! The brief: what its memo says in both languages, and that the document of it says the same.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test may fail")]

use std::io::{Cursor, Read as _};

use china_trials_explorer::address::{Address, parse_brief, query_string};
use china_trials_explorer::dataset::Library;
use china_trials_explorer::export::{Memo, docx};
use china_trials_explorer::figures::figures;
use china_trials_explorer::locale::{Language, MemoContext};
use quick_xml::Reader;
use quick_xml::events::Event;

/// One pin of each kind, and two that are not there.
const PINS: &str = "2024:count:purpose.new_drug:purpose~as quoted in the letter;\
    fact:2024-all-trials-growth;\
    disease_areas:share:oncology:chemical@2024;\
    phases:share@2024,product.biological~<see> & \"compare\";\
    finding@2024,disease.oncology;\
    takeaway:2;\
    registered@2019..2025;\
    fact:2024-nothing-trials-count;\
    phases:share:2031:I";

fn memo(pins: &str, language: Language) -> Memo {
    let library = Library::shipped().expect("the shipped data unpack");
    let (brief, unread) = parse_brief(library.facts(), pins);
    assert_eq!(unread, []);
    let link = |address: &Address| format!("https://portal.example/?{}", query_string(library.facts(), address));
    library.words(language).memo(&brief, MemoContext { link: &link, today: "2026-11-23" })
}

#[test]
fn a_memo_says_what_each_pin_says_with_its_footnote() {
    for language in Language::ALL {
        insta::assert_snapshot!(format!("memo_{}", language.code()), memo(PINS, language).text());
    }
}

#[test]
fn a_number_that_is_gone_is_named() {
    let memo = memo(PINS, Language::En);
    let missing: Vec<&str> =
        memo.items.iter().filter(|item| item.is_missing).map(|item| item.heading.as_str()).collect();
    assert_eq!(missing.len(), 2);
    assert!(
        missing[0].contains("2024-nothing-trials-count") && missing[1].contains("phases:share:2031:I"),
        "{missing:?}"
    );
    assert!(memo.items.iter().all(|item| item.is_missing != item.footnote.is_some()));
}

#[test]
fn a_derived_number_says_so_once() {
    for (language, mark) in [(Language::En, "derived"), (Language::Zh, "推算")] {
        let memo = memo("finding", language);
        assert_eq!(memo.items[0].statement.matches(mark).count(), 1, "{}", memo.items[0].statement);
    }
}

/// The words of an XML file, in order; a file that is not well-formed fails.
fn words_of(name: &str, xml: &str) -> String {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut text = String::new();
    let mut depth = 0_i32;
    loop {
        match reader.read_event().expect(name) {
            Event::Eof => break,
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            Event::Text(words) => text.push_str(&words),
            Event::GeneralRef(entity) => text.push(match &*entity {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                _ => '"',
            }),
            _ => {}
        }
    }
    assert_eq!(depth, 0, "{name}");
    text
}

/// The parts of a document: name and content.
fn parts(memo: &Memo) -> Vec<(String, String)> {
    let bytes = docx(memo).expect("a document");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let names: Vec<String> = (0..archive.len())
        .map(|at| archive.by_index(at).expect("a part").name().expect("a name").into_owned())
        .collect();
    let content = |name: String| {
        let mut text = String::new();
        archive.by_name(&name).expect("a part").read_to_string(&mut text).expect("text");
        (name, text)
    };
    names.into_iter().map(content).collect()
}

#[test]
fn a_document_says_what_the_memo_says() {
    for language in Language::ALL {
        let memo = memo(PINS, language);
        let parts = parts(&memo);
        let words = |wanted: &str| {
            let (name, xml) = parts.iter().find(|(name, _)| name == wanted).expect("the part");
            words_of(name, xml)
        };
        for (name, xml) in &parts {
            words_of(name, xml);
        }
        let (document, notes) = (words("word/document.xml"), words("word/footnotes.xml"));
        let mut at = 0;
        for item in &memo.items {
            let table = item.table.iter().flat_map(|table| {
                let rows = table.rows.iter();
                rows.flat_map(|row| std::iter::once(&row.label).chain(row.cells.iter().map(|cell| &cell.text)))
            });
            let texts = [&item.heading, &item.statement, &item.about].into_iter().chain(table).chain([&item.note]);
            for text in texts {
                let found = document[at..].find(text.as_str());
                assert!(found.is_some(), "{text} after {}", &document[..at]);
                at += found.unwrap_or_default() + text.len();
            }
        }
        assert!(memo.footnotes.iter().all(|note| notes.contains(note.as_str())), "{notes}");
        let (_, xml) = parts.iter().find(|(name, _)| name == "word/document.xml").expect("the part");
        // Programs count the references: each footnote has one, in order.
        let numbers = xml.split("<w:footnoteReference w:id=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let numbers: Vec<usize> = numbers.map(|number| number.parse().expect("a number")).collect();
        assert_eq!(numbers, (1..=memo.footnotes.len()).collect::<Vec<_>>());
        // Each style that is used is there.
        let styles = &parts.iter().find(|(name, _)| name == "word/styles.xml").expect("the part").1;
        for style in xml.split("Style w:val=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(styles.contains(&format!("w:styleId=\"{style}\"")), "{style}");
        }
    }
}

#[test]
fn a_footnote_that_two_items_share_is_counted_once_and_referred_to_by_its_number() {
    // Findings of one article are cited from the same places.
    let pins = "finding@2024,disease.oncology;takeaway:1;takeaway:2;takeaway:3;takeaway:4;takeaway:5";
    let memo = memo(pins, Language::En);
    let cited: Vec<usize> = memo.items.iter().filter_map(|item| item.footnote).collect();
    assert!(cited.len() > memo.footnotes.len(), "{cited:?}");
    let parts = parts(&memo);
    let (_, xml) = parts.iter().find(|(name, _)| name == "word/document.xml").expect("the part");
    assert_eq!(xml.matches("<w:footnoteReference ").count(), memo.footnotes.len());
    let again = xml.split(" NOTEREF ").skip(1).filter_map(|rest| rest.split(' ').next()).collect::<Vec<_>>();
    assert_eq!(again.len(), cited.len() - memo.footnotes.len());
    assert!(again.iter().all(|name| xml.contains(&format!("w:name=\"{name}\""))), "{again:?}");
}

#[test]
fn the_same_memo_gives_the_same_bytes() {
    let memo = memo(PINS, Language::Zh);
    assert_eq!(docx(&memo).ok(), docx(&memo).ok());
}

#[test]
fn whatever_a_reader_writes_the_document_is_well_formed() {
    let memo = memo("finding~\u{1}]]>&amp%3B<w:p/> \u{202e} \u{fffe}", Language::En);
    for (name, xml) in parts(&memo) {
        assert!(words_of(&name, &xml).len() < 100_000 && !xml.contains('\u{fffe}') && !xml.contains('\u{1}'), "{name}");
    }
}

#[test]
fn every_figure_can_stand_in_a_memo_in_both_languages() {
    for language in Language::ALL {
        for figure in figures() {
            let memo = memo(figure.id, language);
            assert!(!memo.items[0].is_missing && memo.items[0].footnote == Some(1), "{}", figure.id);
        }
    }
}
