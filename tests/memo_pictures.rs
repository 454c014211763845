//! The document of a memo with pictures: a package in which everything leads somewhere, within the memo's width and two pages.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test may fail")]

mod package;

use std::collections::BTreeSet;

use china_trials_explorer::address::{Address, parse_brief, query_string};
use china_trials_explorer::dataset::Library;
use china_trials_explorer::export::{Memo, docx};
use china_trials_explorer::figures::figures;
use china_trials_explorer::locale::{Language, MemoContext, MemoDraft};
use package::Package;

/// Two figures with charts, one in large type, and what is no figure.
const FEW: &str = "2024:count:purpose.new_drug:purpose;phases:share@2024,product.biological;\
    finding@2024,disease.oncology;stopped;registered@2019..2025~a line of my own";
/// Twelve figures with charts.
const TWELVE: &str = "registered;product_types;disease_areas;category_1;registration_categories;phases;\
    multi_regional;site_regions;milestones;cell_and_gene_therapy;populations;category_1_composition";
/// The width of a memo: A4 without its margins, in English Metric Units.
const MEMO_EMU: u32 = 10_204 * 635;
/// In place of what a browser paints.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

fn draft(pins: &str, language: Language) -> MemoDraft {
    let library = Library::shipped().expect("the shipped data unpack");
    let (brief, unread) = parse_brief(library.facts(), pins);
    assert_eq!(unread, []);
    let link = |address: &Address| format!("https://portal.example/?{}", query_string(library.facts(), address));
    library.words(language).illustrated_memo(&brief, MemoContext { link: &link, today: "2026-11-23" })
}

/// The memo with pictures that lack their charts, which a browser draws.
fn memo(pins: &str, language: Language) -> Memo {
    let draft = draft(pins, language);
    let painted = draft.pictures.iter().map(|one| (one.draft.laid_out.clone().document(""), PNG.to_vec())).collect();
    draft.painted(painted)
}

fn package(memo: &Memo) -> Package {
    Package::open(docx(memo).expect("a document"))
}

#[test]
fn every_figure_with_a_chart_has_a_picture_and_all_others_their_table() {
    let memo = memo(FEW, Language::En);
    let has: Vec<[bool; 2]> = memo.items.iter().map(|item| [item.picture.is_some(), item.table.is_some()]).collect();
    assert_eq!(has, [[false, false], [true, true], [false, false], [false, true], [true, true]]);
}

#[test]
fn everything_in_the_package_leads_somewhere_and_says_what_it_is() {
    for (pins, pictures) in [(FEW, 2), (TWELVE, 12), ("takeaway:2", 0)] {
        for language in Language::ALL {
            let package = package(&memo(pins, language));
            let relations = package.relations();
            for target in relations.values() {
                assert!(package.0.contains_key(target), "{target}");
            }
            for name in package.0.keys().filter(|name| *name != "[Content_Types].xml") {
                let expected = match name.rsplit('.').next() {
                    Some("png") => "image/png",
                    Some("svg") => "image/svg+xml",
                    _ => "",
                };
                let found = package.content_type(name).expect(name);
                assert!(expected.is_empty() || found == expected, "{name} is {found}");
            }
            let document = package.elements("word/document.xml");
            let named = |element: &str| {
                let elements = document.iter().filter(|one| one.name == element);
                elements.map(|one| relations[one.get("r:embed")].clone()).collect::<Vec<String>>()
            };
            let (png, svg) = (named("a:blip"), named("asvg:svgBlip"));
            assert_eq!((png.len(), svg.len()), (pictures, pictures));
            for (png, svg) in png.iter().zip(&svg) {
                assert_eq!(png.replace(".png", ""), svg.replace(".svg", ""), "both are one picture");
                assert_eq!(package.0[png], PNG);
            }
            let media: BTreeSet<&String> = package.0.keys().filter(|name| name.starts_with("word/media/")).collect();
            assert_eq!(media, png.iter().chain(&svg).collect(), "no picture is left over");
        }
    }
}

#[test]
fn a_picture_is_as_large_as_its_document_and_never_wider_than_the_memo() {
    for (pins, widest) in [(FEW, MEMO_EMU), (TWELVE, MEMO_EMU / 2)] {
        let package = package(&memo(pins, Language::Zh));
        let document = package.elements("word/document.xml");
        let sizes = |element: &str| {
            let elements = document.iter().filter(|one| one.name == element && one.attributes.contains_key("cx"));
            elements
                .map(|one| [one.get("cx"), one.get("cy")].map(|emu| emu.parse().expect("EMU")))
                .collect::<Vec<[u32; 2]>>()
        };
        let placed = sizes("wp:extent");
        let painted: Vec<[u32; 2]> = sizes("a:ext").into_iter().collect();
        assert_eq!(placed, painted);
        for (number, [width, height]) in (1..).zip(placed) {
            assert!(width <= widest && width > widest * 9 / 10, "{width} of {widest}");
            let svg = package.elements(&format!("word/media/figure{number}.svg"));
            let px = [svg[0].get("width"), svg[0].get("height")].map(|px| px.parse::<u32>().expect("pixels"));
            assert_eq!([width, height], px.map(|px| px * 914_400 / 120), "120 pixels of a picture to an inch");
        }
    }
}

#[test]
fn a_picture_says_in_words_what_it_shows() {
    for language in Language::ALL {
        let memo = memo(TWELVE, language);
        let package = package(&memo);
        let document = package.elements("word/document.xml");
        let said = document.iter().filter(|one| one.name == "wp:docPr").map(|one| one.get("descr").to_owned());
        let expected = memo.items.iter().filter_map(|item| item.picture.as_ref()).map(|one| one.description.clone());
        let said: Vec<String> = said.collect();
        assert_eq!(said, expected.collect::<Vec<_>>());
        assert!(said.iter().all(|text| text.contains(|char: char| char.is_ascii_digit())), "{said:?}");
        let ids: BTreeSet<&str> =
            document.iter().filter(|one| one.name == "wp:docPr").map(|one| one.get("id")).collect();
        assert_eq!(ids.len(), said.len(), "each has a number of its own");
    }
}

#[test]
fn many_pictures_stand_beside_each_other_and_it_is_said_where_their_numbers_are() {
    for (language, said) in [(Language::En, "numbers behind a chart"), (Language::Zh, "图表所据数值")] {
        let (few, twelve) = (memo(FEW, language), memo(TWELVE, language));
        let says = |memo: &Memo| memo.closing.iter().any(|line| line.contains(said));
        assert!(!says(&few) && says(&twelve));
        assert!(twelve.items.iter().all(|item| item.picture.as_ref().is_some_and(|picture| picture.is_half)));
        let rows = package(&twelve).elements("word/document.xml");
        let rows = rows.iter().filter(|one| one.name == "w:cantSplit").count();
        assert_eq!(rows, 6);
    }
}

#[test]
fn more_words_leave_less_room_for_pictures_but_always_enough_to_be_read() {
    let line = "~a line of my own that goes on as long as a line may go on, which is two hundred characters, so that it takes \
        as many lines of the memo as any line of one's own can ever take";
    let with_lines = TWELVE.split(';').map(|pin| format!("{pin}{line}")).collect::<Vec<_>>().join(";");
    for language in Language::ALL {
        let highest = |pins: &str| {
            let drafts = draft(pins, language).pictures;
            drafts.iter().map(|one| one.draft.laid_out.height_px()).max().expect("pictures")
        };
        let (plain, crowded) = (highest(TWELVE), highest(&with_lines));
        assert!(crowded < plain && crowded >= 120, "{crowded} of {plain}");
    }
}

#[test]
fn every_figure_can_stand_in_a_document() {
    for language in Language::ALL {
        for figure in figures() {
            let package = package(&memo(figure.id, language));
            assert!(package.text("word/document.xml").contains("<w:footnoteReference"), "{}", figure.id);
            for part in package.0.keys().filter(|name| name.rsplit('.').next() != Some("png")) {
                package.elements(part);
            }
        }
    }
}

#[test]
fn the_same_memo_gives_the_same_document() {
    let of = |language| docx(&memo(TWELVE, language)).expect("a document");
    assert!(Language::ALL.into_iter().all(|language| of(language) == of(language)));
}
