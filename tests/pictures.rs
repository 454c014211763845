//! What a picture says beside its chart: what is noted of the numbers that it shows, and how much of that has no room.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test may fail")]

use china_trials_explorer::address;
use china_trials_explorer::dataset::{FactId, Facts, Library, distinct};
use china_trials_explorer::export::PictureSize;
use china_trials_explorer::figures::{Theme, figure, figures};
use china_trials_explorer::locale::{Language, Look, Shown};
use china_trials_explorer::query::{Cell, Figure, Selection, Table, slice};

const SIZES: [PictureSize; 3] = [PictureSize::Slide, PictureSize::Column, PictureSize::Screen { width_px: 580.0 }];

fn facts() -> &'static Facts {
    Facts::shipped().expect("the shipped data unpack")
}

fn selection(query: &str) -> Selection {
    address::parse(facts(), query.as_bytes()).0.selection
}

/// The words of a picture without those of its chart, and without spaces: where a line breaks is no matter.
fn words_of(
    figure: &'static Figure,
    table: &Table,
    asked: &Selection,
    hidden: &[usize],
    (language, size): (Language, PictureSize),
) -> String {
    let words = Library::shipped().expect("the shipped data unpack").words(language);
    let shown = Shown { figure, table, link: String::new() };
    let draft = words.picture(&shown, asked, hidden, Look { size, theme: Theme::LIGHT }).expect("it has numbers");
    let mut document = draft.laid_out.document("").text;
    while let Some((start, end)) =
        document.find('<').and_then(|start| Some((start, start + document[start..].find('>')?)))
    {
        document.replace_range(start..=end, "");
    }
    let plain = document.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    joined(&plain)
}

fn joined(text: &str) -> String {
    text.split_whitespace().collect()
}

/// What is noted of the printed numbers of some columns: other values, then notes.
fn noted(table: &Table, hidden: &[usize], language: Language) -> Vec<String> {
    let words = Library::shipped().expect("the shipped data unpack").words(language);
    let shown = table.cells().filter(|(_, column, _)| !hidden.contains(column));
    let facts: Vec<FactId> = distinct(shown.filter_map(|(.., cell)| match cell {
        Cell::Printed(printed) => Some(printed.fact),
        Cell::Derived(_) | Cell::Empty(_) => None,
    }));
    words.disputes_on(&facts).into_iter().map(|line| format!("† {line}")).chain(words.notes_on(&facts)).collect()
}

/// How many notes a picture says it has no room for.
fn left_out(words: &str, language: Language) -> usize {
    let (before, after) = if language == Language::En { ("…and", "morenote") } else { ("……另有", "条注释") };
    let mut counts = words.match_indices(before).filter_map(|(at, _)| words[at + before.len()..].split_once(after));
    counts.find_map(|(count, _)| count.parse().ok()).unwrap_or_default()
}

#[test]
fn a_picture_has_the_notes_of_its_numbers_or_says_how_many_have_no_room() {
    let (mut whole, mut cut) = (0, 0);
    for query in ["", "year=2024&product=biological", "disease=oncology"] {
        let asked = selection(query);
        for figure in figures() {
            let table = slice(facts(), figure, None, &asked);
            if table.is_empty() {
                continue;
            }
            for (language, size) in Language::ALL.into_iter().flat_map(|one| SIZES.map(|size| (one, size))) {
                let words = words_of(figure, &table, &asked, &[], (language, size));
                let missing: Vec<String> =
                    noted(&table, &[], language).into_iter().filter(|note| !words.contains(&joined(note))).collect();
                let left_out = left_out(&words, language);
                let name = format!("{} for ?{query}, {language:?}, {size:?}", figure.id);
                assert!(left_out >= missing.len(), "{name}: {left_out} left out, and yet {missing:?}");
                (whole, cut) = if left_out == 0 { (whole + 1, cut) } else { (whole, cut + 1) };
            }
        }
    }
    assert!(cut > 10 && whole > 10 * cut, "{cut} pictures have no room for all notes, {whole} have");
}

#[test]
fn a_column_that_is_switched_off_takes_its_notes_with_it() {
    let figure = figure("registered").expect("in the catalogue");
    let asked = Selection::default();
    let table = slice(facts(), figure, None, &asked);
    let language = Language::En;
    let screen = PictureSize::Screen { width_px: 580.0 };
    let of_new_drugs = noted(&table, &[1, 2], language);
    let dispute = of_new_drugs.first().expect("1,974 is disputed");
    assert!(dispute.contains("1,974"), "{dispute}");
    let with = |hidden: &[usize]| words_of(figure, &table, &asked, hidden, (language, screen));
    assert!(with(&[]).contains(&joined(dispute)));
    assert!(!with(&[0]).contains(&joined(dispute)));
}
