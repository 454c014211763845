//! Properties of how well figures answer, under every kind of selection.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test may fail")]

use china_trials_explorer::address;
use china_trials_explorer::dataset::{CodeId, Facts, Statistic, Year};
use china_trials_explorer::figures::{SECTIONS, Shelf, figure, figures, lead, position, shelf};
use china_trials_explorer::locale::{Language, Lede, Span, heading, plain_text};
use china_trials_explorer::query::{
    Cell, Figure, Filter, HeadlineItem, NumberName, Proof, Selection, Standing, Table, Years, finding, headline,
    is_answer, nearest_answered, slice, standing,
};

fn facts() -> &'static Facts {
    Facts::shipped().expect("the shipped data unpack")
}

fn asked(query: &str) -> Selection {
    let (address, notices) = address::parse(facts(), query.as_bytes());
    assert_eq!(notices, Vec::new(), "{query}");
    address.selection
}

/// Every year (or all, or a range) with every product type and disease area, and the other filters beside some of them.
fn selections() -> Vec<Selection> {
    let codes = |filter: Filter| -> Vec<Option<CodeId>> {
        std::iter::once(None).chain(facts().codes().of(filter.dimension()).map(Some)).collect()
    };
    let mut years: Vec<Years> = (2019..=2025).map(|year| Years::One(Year(year))).collect();
    years.extend([Years::All, Years::between(Year(2021), Year(2024))]);
    let mut all = Vec::new();
    for (count, years) in years.into_iter().enumerate() {
        let of_year = Selection::default().with_years(years);
        for product in codes(Filter::ProductType) {
            let of_product = of_year.with_codes(Filter::ProductType, product);
            all.extend(codes(Filter::Disease).into_iter().map(|code| of_product.with_codes(Filter::Disease, code)));
            let other = [Filter::Phase, Filter::RegClass, Filter::Population][count % 3];
            all.extend(codes(other).into_iter().flatten().map(|code| of_product.with_codes(other, Some(code))));
        }
    }
    all
}

fn tables(figure: &Figure, selection: &Selection) -> Vec<Table> {
    let tables = figure.statistics.iter().map(|statistic| slice(facts(), figure, Some(*statistic), selection));
    tables.filter(|table| !table.is_empty()).collect()
}

/// Whether a printed number that a figure shows is of a chosen year and of what every filter chooses: by its own fact.
fn shows_a_printed_answer(figure: &Figure, selection: &Selection) -> bool {
    let is_chosen = |cell: &Cell| {
        let Cell::Printed(printed) = cell else { return false };
        let key = facts().fact(printed.fact).key;
        let obeys = |filter: Filter| {
            let own = key.group.get(filter.dimension());
            own.is_some_and(|own| selection.codes(filter).iter().any(|code| facts().codes().is_within(own, *code)))
        };
        selection.years.contains(key.year) && selection.active().all(obeys)
    };
    tables(figure, selection).iter().any(|table| table.cells().any(|(_, _, cell)| is_chosen(cell)))
}

fn has_number_of_a_chosen_year(figure: &Figure, selection: &Selection) -> bool {
    tables(figure, selection).iter().any(|table| {
        table.cells().any(|(row, column, cell)| {
            !cell.is_empty() && table.year_of(row, column).is_some_and(|year| selection.years.contains(year))
        })
    })
}

#[test]
fn figures_stand_as_their_numbers_say() {
    for selection in selections() {
        for figure in figures() {
            let name = || format!("{} under {}", figure.id, query_of(&selection));
            let is_shown = has_number_of_a_chosen_year(figure, &selection);
            match standing(facts(), figure, &selection) {
                Standing::Answers => {
                    // What the card opens with answers: it never denies what the list promised.
                    let table = slice(facts(), figure, None, &selection);
                    let mut cells = table.cells();
                    let answers = |(row, column, _)| is_answer(facts(), &selection, &table, row, column);
                    assert!(cells.any(answers), "{}", name());
                }
                Standing::Wider(filters) => {
                    assert!(is_shown, "{}", name());
                    assert!(!shows_a_printed_answer(figure, &selection), "{}", name());
                    assert!(!filters.is_empty(), "{}", name());
                    assert!(filters.iter().all(|filter| selection.active().any(|own| own == *filter)), "{}", name());
                    // And its card says so.
                    let unmet = slice(facts(), figure, None, &selection).unmet;
                    let is_named = |filter: &Filter| unmet.iter().any(|said| said.filter == *filter);
                    assert!(filters.iter().all(is_named), "{}", name());
                }
                Standing::Without => assert!(!is_shown, "{}", name()),
            }
        }
    }
}

fn query_of(selection: &Selection) -> String {
    let address = address::Address { selection: selection.clone(), ..address::Address::default() };
    address::query_string(facts(), &address)
}

#[test]
fn the_nearest_answer_is_one() {
    for selection in selections().iter().step_by(5) {
        for figure in figures() {
            let nearest = nearest_answered(facts(), figure, selection);
            let nearest = nearest.expect(figure.id);
            assert_eq!(standing(facts(), figure, &nearest), Standing::Answers, "{}", figure.id);
        }
    }
}

#[test]
fn without_a_choice_every_figure_answers() {
    for figure in figures() {
        assert_eq!(standing(facts(), figure, &Selection::default()), Standing::Answers, "{}", figure.id);
    }
}

#[test]
fn a_figure_says_what_it_cannot_be_narrowed_to() {
    let selection = asked("year=2024&product=biological&disease=oncology");
    let of = |id| standing(facts(), figure(id).expect("a figure"), &selection);
    assert_eq!(of("disease_areas"), Standing::Answers);
    assert_eq!(of("started_within_6_months"), Standing::Wider(vec![Filter::Disease]));
    assert_eq!(of("days_to_registration"), Standing::Wider(vec![Filter::ProductType, Filter::Disease]));
    assert_eq!(of("targets"), Standing::Without);
}

#[test]
fn the_nearest_answer_gives_up_as_little_as_it_must() {
    let nearest = |id, query| {
        let figure = figure(id).expect("a figure");
        nearest_answered(facts(), figure, &asked(query)).map(|selection| query_of(&selection))
    };
    assert_eq!(
        nearest("disease_areas", "year=2024&product=biological").as_deref(),
        Some("v=1&year=2024&product=biological")
    );
    assert_eq!(nearest("targets", "year=2024&product=biological&disease=oncology").as_deref(), Some("v=1&year=2021"));
}

/// About twenty-five words make a heading.
const MOST_WORDS: usize = 26;

/// Two and more product types and phases together, in a year and with a disease area.
fn selections_of_several() -> Vec<Selection> {
    let codes = |filter: Filter| facts().codes().of(filter.dimension()).collect::<Vec<CodeId>>();
    let mut all = Vec::new();
    for year in 2019..=2025 {
        let of_year = Selection::default().with_years(Years::One(Year(year)));
        let diseases = codes(Filter::Disease).into_iter().map(Some).chain([None]);
        for of_disease in diseases.map(|code| of_year.with_codes(Filter::Disease, code)) {
            for filter in [Filter::ProductType, Filter::Phase] {
                let codes = codes(filter);
                for several in 2..=codes.len() {
                    let chosen = |codes: &[CodeId]| of_disease.with_codes(filter, codes.iter().copied());
                    all.extend(codes.windows(several).map(chosen));
                }
            }
        }
    }
    all
}

#[test]
fn a_sentence_as_heading_is_short_and_nothing_of_it_is_lost() {
    for language in [Language::En, Language::Zh] {
        for selection in selections().into_iter().chain(selections_of_several()) {
            let Some(finding) = finding(facts(), &selection) else { continue };
            let sentence = facts().words(language).sentence(&finding);
            let Lede { head, rest } = heading(&sentence, language);
            let text = plain_text(&head);
            let length = match language {
                Language::En => text.split_whitespace().count(),
                // About two characters make a word, and so does a number.
                Language::Zh => {
                    let characters =
                        text.chars().filter(|char| u32::from(*char) >= 0x4E00 && *char < '\u{FF00}').count();
                    let numbers =
                        text.split(|char: char| !char.is_ascii_digit() && char != '.').filter(|part| !part.is_empty());
                    characters / 2 + numbers.count()
                }
            };
            assert!(length <= MOST_WORDS, "{length} words under {}: {text}", query_of(&selection));
            let squeezed = |text: String| text.split_whitespace().collect::<String>();
            assert_eq!(squeezed(text + &plain_text(&rest)), squeezed(plain_text(&sentence)));
        }
    }
}

#[test]
fn every_number_of_a_sentence_and_of_the_headline_leads_to_its_proof() {
    for selection in selections() {
        let Some(finding) = finding(facts(), &selection) else { continue };
        for span in facts().words(Language::En).sentence(&finding) {
            if let Span::Number { facts: behind, name, .. } = span {
                let proof = Proof::of_number(facts(), &name).expect("the dataset has trials");
                assert_eq!(proof.facts(), behind, "{}", name.text(facts()));
                assert_eq!(NumberName::parse(facts(), &name.text(facts())), Some(name));
            }
        }
        for item in HeadlineItem::ALL {
            let said = headline(facts(), item, &selection).expect("every item is in the data");
            for (statistic, cell) in
                [(Statistic::Count, &said.count), (Statistic::Share, &said.share), (Statistic::Growth, &said.growth)]
            {
                if !cell.is_empty() {
                    assert_eq!(said.name(statistic).cell(facts()).as_ref(), Some(cell), "{}", query_of(&selection));
                }
            }
        }
    }
}

#[test]
fn a_chart_leads_under_every_selection_and_answers_where_any_does() {
    for selection in selections() {
        let lead = lead(facts(), &selection).and_then(|position| figures().nth(position));
        let lead = lead.expect("some figure leads under every selection");
        let table = slice(facts(), lead, None, &selection);
        let numbers = table.cells().filter(|(_, _, cell)| !cell.is_empty()).count();
        assert!(numbers >= 3, "{} under {}", lead.id, query_of(&selection));
    }
    let id = |query| lead(facts(), &asked(query)).and_then(|position| figures().nth(position)).map(|figure| figure.id);
    assert_eq!(id(""), Some("registered"));
    assert_eq!(id("year=2024&product=biological&disease=oncology"), Some("registered"));
    assert_eq!(id("disease=oncology"), Some("product_types"));
    assert_eq!(id("year=2024&category=1"), Some("category_1_by_product_type"));
}

#[test]
fn every_figure_stands_on_one_shelf() {
    for selection in selections() {
        for section in SECTIONS {
            let Shelf { leading, more, wider, unmet, without } = shelf(facts(), section, &selection);
            let mut all = [leading, more, wider.clone(), without].concat();
            all.sort_unstable();
            let expected: Vec<usize> = section.figures.iter().filter_map(position).collect();
            assert_eq!(all, expected, "{} under {}", section.id, query_of(&selection));
            assert_eq!(wider.is_empty(), unmet.is_empty(), "{} under {}", section.id, query_of(&selection));
        }
    }
}
