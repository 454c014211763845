//! Lists of trials as readers have them: files of every kind from the first byte to the numbers of a figure,
//! and whatever else may be dropped on the page: `make fuzz` runs a million cases of that.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test may fail")]

#[path = "made/mod.rs"]
mod made;

use std::io::{Cursor, Read, Write};
use std::sync::LazyLock;

use china_trials_explorer::dataset::{Bilingual, Dimension, Facts, Publication, Statistic, Year};
use china_trials_explorer::figures::figure;
use china_trials_explorer::query::{Selection, slice};
use china_trials_explorer::trials::{
    Chosen, Encoding, Evidence, Field, Fields, FlawKind, Import, Imported, Item, Keywords, Limits, Mapping, Naming,
    Profile, Reader, Refusal, Rule, Sample, Workbook, facts_of, import_workbook, preview, read_again, rows_behind,
    suggest,
};
use proptest::prelude::*;

fn cases(few: u32) -> ProptestConfig {
    let asked = std::env::var("TRIAL_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig { cases: asked.unwrap_or(few), failure_persistence: None, ..ProptestConfig::default() }
}

fn facts() -> &'static Facts {
    Facts::shipped().expect("the shipped data unpack")
}

static KEYWORDS: LazyLock<Keywords> = LazyLock::new(|| Keywords::shipped(facts().codes()).expect("every code exists"));

const CLINICAL_TRIALS_GOV: &[u8] = include_bytes!("fixtures/trials/clinicaltrials_gov.csv");
const CHINESE_GBK: &[u8] = include_bytes!("fixtures/trials/chinese_registry_gbk.csv");
const SEMICOLONS: &[u8] = include_bytes!("fixtures/trials/semicolons_decimal_commas.csv");
const BROKEN: &[u8] = include_bytes!("fixtures/trials/broken_rows.csv");
const FORMULAS: &[u8] = include_bytes!("fixtures/trials/formulas.csv");
const WORKBOOK: &[u8] = include_bytes!("fixtures/trials/list.xlsx");
const TEXTS: [&[u8]; 5] = [CLINICAL_TRIALS_GOV, CHINESE_GBK, SEMICOLONS, BROKEN, FORMULAS];

fn profile_of(sample: &Sample) -> Profile {
    Profile::of_suggestions(&suggest(facts().codes(), &KEYWORDS, &sample.header, &sample.rows))
}

fn import_in_pieces(file: &[u8], profile: &Profile, piece: usize) -> Result<Imported, Refusal> {
    let mut import = Import::new(facts().codes(), &KEYWORDS, profile, Limits::OF_THE_PAGE);
    for bytes in file.chunks(piece.max(1)) {
        import.feed(bytes)?;
    }
    import.finish()
}

/// As the page does it: a sample, suggestions, and the whole list by them.
fn import(file: &[u8]) -> Result<Imported, Refusal> {
    let sample = Sample::of_text(file, true, Chosen::default(), Limits::OF_THE_PAGE)?;
    import_in_pieces(file, &profile_of(&sample), 1 << 16)
}

/// The numbers of a figure's table in a statistic, row by row, and the rows behind its first cell.
fn numbers(imported: &Imported, id: &str, years: (u16, u16)) -> Vec<Option<f64>> {
    let label = Bilingual { en: "Your list".to_owned(), zh: "我的清单".to_owned() };
    let naming = Naming {
        measures: [label.clone(), label.clone(), label.clone()],
        publication: Publication { publisher: label, published: String::new() },
    };
    let figure = figure(id).expect("a figure of the catalogue");
    let (selection, years) = (Selection::default(), (Year(years.0), Year(years.1)));
    let own = facts_of(facts(), &imported.list, [figure], &selection, years, &naming).expect("few numbers");
    let table = slice(&own, figure, Some(Statistic::Count), &selection);
    for (row, column, cell) in table.cells() {
        let behind = rows_behind(&own, &imported.list, &table, row, column).count();
        let number = u32::try_from(behind).map(f64::from).expect("few rows");
        assert_eq!(cell.number(), Some(number), "{id}: a number is that of the rows behind it");
    }
    table.cells().map(|(.., cell)| cell.number()).collect()
}

fn field_of(imported: &Imported, column: &str) -> Option<Field> {
    imported.columns.iter().find(|report| report.column == column).and_then(|report| report.field)
}

#[test]
fn an_export_of_clinical_trials_gov_is_read_without_a_word() {
    let imported = import(CLINICAL_TRIALS_GOV).expect("a list");
    assert_eq!(imported.list.rows(), 62);
    let repeated: Vec<(u32, u32)> = imported.list.repeated().iter().map(|one| (one.row, one.first)).collect();
    assert_eq!(repeated, [(60, 3)], "the same number again");
    assert_eq!(imported.list.len(), 61);
    for (column, field) in [
        ("NCT Number", Some(Field::RegistryNumber)),
        ("Other IDs", Some(Field::OtherNumbers)),
        ("Conditions", Some(Field::Condition)),
        ("First Posted", Some(Field::Date)),
        ("Locations", Some(Field::Sites)),
        ("Study URL", None),
    ] {
        assert_eq!(field_of(&imported, column), field, "{column}");
    }
    assert!(imported.rules.contains(&Rule::ScopeFromSites) && imported.rules.contains(&Rule::OtherwiseNewDrug));
    assert_eq!(imported.flaws.count(), 0);
    // Every fifth trial is one of bioequivalence: 12 of 61.
    let registered = numbers(&imported, "registered", (2019, 2025));
    let sum = |column: usize| registered.iter().skip(column).step_by(3).copied().flatten().sum::<f64>();
    assert_eq!((sum(0), sum(1), sum(2)), (49.0, 12.0, 61.0));
    // Healthy volunteers have no disease.
    assert_eq!(imported.list.not_assigned(Dimension::Disease), 9);
    assert_eq!(imported.list.without_year(), 0);
    assert_eq!(imported.list.in_combined_phases(), 9);
    assert_eq!(imported.list.not_assigned(Dimension::Phase), 17);
}

#[test]
fn an_export_of_a_chinese_registry_in_gbk_is_read_without_a_word() {
    let imported = import(CHINESE_GBK).expect("a list");
    assert_eq!(imported.dialect.and_then(|dialect| dialect.encoding), Some(Encoding::Gb18030));
    assert_eq!((imported.list.len(), imported.flaws.count()), (60, 0));
    let named = imported.columns.iter().filter(|report| report.field.is_some()).count();
    assert_eq!(named, 16, "all but the remarks");
    let registered = numbers(&imported, "registered", (2019, 2025));
    let sum = |column: usize| registered.iter().skip(column).step_by(3).copied().flatten().sum::<f64>();
    assert_eq!((sum(0), sum(1), sum(2)), (45.0, 15.0, 60.0));
    assert_eq!(imported.list.not_assigned(Dimension::Disease), 8, "the condition that no keyword knows");
    assert_eq!(imported.list.not_assigned(Dimension::ProductType), 0);
    assert_eq!(imported.list.in_combined_phases(), 10);
    assert_eq!(imported.list.not_assigned(Dimension::Phase), 10);
    assert_eq!(imported.list.not_assigned(Dimension::Sponsor), 20, "a company whose name says nothing");
    let report = imported.columns.iter().find(|report| report.column == "适应症").expect("a column");
    assert_eq!((report.matched, report.unmatched, report.empty), (52, 8, 0));
    assert!(
        report.values.iter().any(|value| value.value == "尚未归类的情形" && value.rows == 8 && value.codes.is_empty())
    );
    // The same in the encodings of other programs.
    let text = Encoding::Gb18030.decode(CHINESE_GBK).0.into_owned();
    for encoding in [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be] {
        let other = import(&encoding.encode(&text).expect("every one has Chinese")).expect("a list");
        assert_eq!((other.list.len(), &other.columns), (60, &imported.columns), "{encoding:?}");
    }
}

#[test]
fn semicolons_decimal_commas_and_umlauts_are_read() {
    let imported = import(SEMICOLONS).expect("a list");
    let dialect = imported.dialect.expect("a text");
    assert_eq!((dialect.encoding, dialect.separator), (Some(Encoding::Windows1252), b';'));
    assert_eq!((imported.list.len(), imported.flaws.count()), (40, 0));
    assert_eq!(imported.list.not_assigned(Dimension::Disease), 0);
    assert_eq!(imported.list.without_year(), 0);
    let report = imported.columns.iter().find(|report| report.column == "Sponsor").expect("a column");
    assert!(report.values.iter().any(|value| value.value == "Müller Pharma GmbH, Köln"));
}

#[test]
fn every_fifth_row_is_broken_and_each_is_named() {
    let imported = import(BROKEN).expect("a list");
    let flaws = imported.flaws.first();
    let lines: Vec<u32> = flaws.iter().map(|flaw| flaw.span.line).collect();
    assert_eq!(lines, (1..=20).map(|fifth| 5 * fifth + 1).collect::<Vec<_>>());
    assert_eq!((imported.flaws.set_aside(), imported.flaws.damaged()), (15, 5));
    assert_eq!(imported.list.rows(), 85);
    let damaged = flaws.iter().filter(|flaw| flaw.kind == FlawKind::NotALetter).count();
    assert_eq!(damaged, 5);
}

#[test]
fn formulas_are_text_and_their_numbers_are_found() {
    let imported = import(FORMULAS).expect("a list");
    assert_eq!((imported.list.len(), imported.list.repeated().len()), (20, 0));
    let twice =
        [FORMULAS, &FORMULAS[FORMULAS.iter().position(|byte| *byte == b'\n').expect("a header") + 1..]].concat();
    let imported = import(&twice).expect("a list");
    assert_eq!((imported.list.len(), imported.list.repeated().len()), (20, 20));
}

#[test]
fn a_spreadsheet_is_read_with_its_formulas_and_dates() {
    let mut book = Workbook::open(WORKBOOK, Limits::OF_THE_PAGE).expect("a workbook");
    assert_eq!(book.sheets(), ["试验清单"]);
    let sample = Sample::of_workbook(&mut book, "试验清单").expect("a list");
    let profile = profile_of(&sample);
    let imported = import_workbook(&mut book, None, facts().codes(), &KEYWORDS, &profile, |_| {}).expect("a list");
    assert_eq!((imported.list.len(), imported.preamble, imported.list.without_year()), (40, 1, 0));
    assert_eq!(imported.list.years(), Some((Year(2019), Year(2025))));
    assert_eq!(imported.flaws.first().len(), 1, "the note beside the list");
    let span = imported.list.row_span(4).expect("a row");
    let again = book.read_again("试验清单", span).expect("a list").expect("the row");
    assert_eq!((again.get(0), again.get(1)), (Some("CTR20240005"), Some("A Study of 5 < 100")));
}

#[test]
fn rows_are_read_again_from_their_places() {
    for file in TEXTS {
        let imported = import(file).expect("a list");
        let dialect = imported.dialect.expect("a text");
        let number =
            imported.columns.iter().position(|report| report.field == Some(Field::RegistryNumber)).expect("a column");
        for row in 0..u32::try_from(imported.list.rows()).expect("few rows") {
            let span = imported.list.row_span(row).expect("a row");
            let start = usize::try_from(span.offset).expect("a small file");
            let fields = read_again(dialect, &file[start..start + span.length as usize]);
            let number = fields.get(number).expect("a field");
            assert!(number.chars().any(|char| char.is_ascii_digit()), "row {row}: {number}");
        }
    }
}

#[test]
fn columns_are_suggested_by_their_contents_where_names_say_nothing() {
    let text = "a,b,c,d\nNCT01234567,2024-01-02,Phase 2,Asthma\nNCT01234568,2023-01-02,Phase 3,Breast Cancer\n";
    let sample = Sample::of_text(text.as_bytes(), true, Chosen::default(), Limits::OF_THE_PAGE).expect("a list");
    let suggestions = suggest(facts().codes(), &KEYWORDS, &sample.header, &sample.rows);
    let fields: Vec<Option<Field>> = suggestions.iter().map(|suggestion| suggestion.field).collect();
    assert_eq!(fields, [Field::RegistryNumber, Field::Date, Field::Phase, Field::Condition].map(Some));
    assert!(suggestions.iter().all(|suggestion| suggestion.evidence == Some(Evidence::Contents)));
    assert_eq!(suggestions[3].samples, ["Asthma", "Breast Cancer"]);
}

#[test]
fn the_reader_corrects_what_a_value_means() {
    let text = "NCT Number,Conditions,First Posted,Phases\nNCT01234567,Odd Condition,2024-01-02,PHASE1|PHASE2\n";
    let sample = Sample::of_text(text.as_bytes(), true, Chosen::default(), Limits::OF_THE_PAGE).expect("a list");
    let mut profile = profile_of(&sample);
    let before = import_in_pieces(text.as_bytes(), &profile, 7).expect("a list");
    assert_eq!(before.list.not_assigned(Dimension::Disease), 1);
    let oncology = facts().codes().find(Dimension::Disease, "oncology").expect("a code");
    profile.correct(Field::Condition, "odd condition ", vec![oncology]);
    profile.combined_phases_in_each = true;
    let json = profile.to_json(facts().codes()).expect("every part has a form");
    let profile = Profile::from_json(&json, facts().codes()).expect("what was written is read");
    let after = import_in_pieces(text.as_bytes(), &profile, 7).expect("a list");
    assert_eq!(after.list.not_assigned(Dimension::Disease), 0);
    assert_eq!((before.list.in_combined_phases(), after.list.in_combined_phases()), (1, 0));
    assert!(after.rules.contains(&Rule::CombinedPhasesInEach));
    let other = import_in_pieces(b"a,b\n1,2\n", &profile, 7).expect("a list");
    assert_eq!(other.missing, ["Conditions", "First Posted", "NCT Number", "Phases"]);
    let report = &preview(facts().codes(), &KEYWORDS, &profile, &sample.header, &sample.rows).reports(10)[1];
    assert_eq!((report.matched, report.values[0].codes.as_slice()), (1, &[oncology][..]));
}

#[test]
fn a_title_alone_does_not_tell_of_the_product() {
    let knows_targets = |header: &str, row: &str| {
        let text = format!("{header}\n{row}\n");
        let sample = Sample::of_text(text.as_bytes(), true, Chosen::default(), Limits::OF_THE_PAGE).expect("a list");
        let mapping = preview(facts().codes(), &KEYWORDS, &profile_of(&sample), &sample.header, &sample.rows);
        facts().codes().of(Dimension::Modality).any(|code| mapping.known().has(code))
    };
    assert!(!knows_targets("NCT Number,Study Title,First Posted", "NCT01234567,An anti-HER2 antibody,2024-01-02"));
    let header = "NCT Number,Study Title,Interventions,First Posted";
    assert!(knows_targets(header, "NCT01234567,An anti-HER2 antibody,BIOLOGICAL: CAR-T cells,2024-01-02"));
}

#[test]
fn a_phase_and_a_region_can_be_corrected_too() {
    let text = "NCT Number,Phases,Locations,First Posted\nNCT01234567,early stage,Somewhere,2024-01-02\n";
    let sample = Sample::of_text(text.as_bytes(), true, Chosen::default(), Limits::OF_THE_PAGE).expect("a list");
    let codes = facts().codes();
    let mut profile = profile_of(&sample);
    let before = import_in_pieces(text.as_bytes(), &profile, 7).expect("a list").list;
    assert_eq!((before.not_assigned(Dimension::Phase), before.not_assigned(Dimension::Region)), (1, 1));
    let found = |dimension, code| codes.find(dimension, code).expect("a code");
    profile.correct(Field::Phase, "Early Stage", vec![found(Dimension::Phase, "I")]);
    profile.correct(Field::Sites, "somewhere", vec![found(Dimension::Region, "beijing")]);
    let after = import_in_pieces(text.as_bytes(), &profile, 7).expect("a list").list;
    assert_eq!((after.not_assigned(Dimension::Phase), after.not_assigned(Dimension::Region)), (0, 0));
    assert!(Field::Phase.assignable().any(|dimension| dimension == Dimension::Phase));
    assert_eq!(Field::Date.assignable().count(), 0);
}

/// The codes that a mapping gives the first of some rows, and whether it knows a code of the status.
fn mapped(text: &str, status: &str) -> (Vec<String>, bool) {
    let sample = Sample::of_text(text.as_bytes(), true, Chosen::default(), Limits::OF_THE_PAGE).expect("a list");
    let codes = facts().codes();
    let mut mapping = preview(codes, &KEYWORDS, &profile_of(&sample), &sample.header, &sample.rows);
    let trial = mapping.trial(&sample.rows[0]);
    let status = codes.find(Dimension::Status, status).expect("a code");
    (trial.codes.iter().map(|code| codes.get(*code).code.clone()).collect(), mapping.known().has(status))
}

#[test]
fn a_title_says_nothing_of_the_progress_of_its_trial() {
    let text = "NCT Number,Study Title,First Posted\nNCT01234567,Patients Who Completed a Terminated Trial: a Real-World Study,2024-01-02\n";
    let (codes, knows_endings) = mapped(text, "sponsor_terminated");
    assert_eq!(codes, ["real_world_study", "new_drug"]);
    assert!(!knows_endings, "without a column of the status nobody knows that none was stopped");
    assert!(mapped(text, "real_world_study").1);
    let text = "NCT Number,Study Status,First Posted\nNCT01234567,TERMINATED,2024-01-02\n";
    assert_eq!(
        mapped(text, "sponsor_terminated"),
        (vec!["sponsor_terminated".to_owned(), "new_drug".to_owned()], true)
    );
    assert!(!mapped(text, "real_world_study").1);
}

#[test]
fn orders_are_known_only_where_one_is_mentioned() {
    let ordered = "cde_ordered_suspension_or_termination";
    let list = |status: &str| format!("登记号,试验状态,首次公示日期\nCTR20240001,{status},2024-01-02\n");
    assert!(!mapped(&list("进行中"), ordered).1);
    assert_eq!(mapped(&list("责令终止"), ordered), (vec![ordered.to_owned(), "new_drug".to_owned()], true));
    let imported = import(list("责令终止").as_bytes()).expect("a list");
    assert!(imported.list.known().has(facts().codes().find(Dimension::Status, ordered).expect("a code")));
}

#[test]
fn a_thousand_columns_of_conditions_share_the_room_of_a_few() {
    let header = format!("NCT Number{}", ",Conditions".repeat(999));
    let profile = profile_of(
        &Sample::of_text(format!("{header}\n").as_bytes(), true, Chosen::default(), Limits::OF_THE_PAGE)
            .expect("a list"),
    );
    let mut import = Import::new(facts().codes(), &KEYWORDS, &profile, Limits::OF_THE_PAGE);
    import.feed(format!("{header}\n").as_bytes()).expect("within the limits");
    for row in 0..300 {
        import.feed(format!("NCT{row:08}").as_bytes()).expect("within the limits");
        for column in 0..999 {
            import.feed(format!(",cancer {row} {column}").as_bytes()).expect("within the limits");
        }
        import.feed(b"\n").expect("within the limits");
    }
    let imported = import.finish().expect("a list");
    assert_eq!(imported.list.not_assigned(Dimension::Disease), 0);
    let report = &imported.columns[1];
    assert_eq!((report.matched, report.values.len(), report.has_more_values), (300, 131, true));
}

#[test]
fn a_row_that_joins_two_trials_makes_them_one() {
    let text = "NCT Number,Other IDs,First Posted\nNCT01234567,,2024-01-02\nCTR20240001,,2024-01-02\nNCT99999999,,2024-02-02\nNCT01234567,CTR20240001,2024-01-02\n";
    let imported = import(text.as_bytes()).expect("a list");
    let repeated: Vec<(u32, u32)> = imported.list.repeated().iter().map(|one| (one.row, one.first)).collect();
    assert_eq!((imported.list.len(), repeated), (2, vec![(1, 0), (3, 0)]));
}

/// As many rows as `TRIAL_ROWS` says, a million where it says nothing else: 30,000 for `make test`.
#[test]
fn a_list_of_many_rows_is_read_and_counted() {
    let rows = std::env::var("TRIAL_ROWS").ok().and_then(|rows| rows.parse().ok()).unwrap_or(30_000);
    let profile = profile_of(
        &Sample::of_text(made::list(100).as_bytes(), true, Chosen::default(), Limits::OF_THE_PAGE).expect("a list"),
    );
    let mut import = Import::new(facts().codes(), &KEYWORDS, &profile, Limits::OF_THE_PAGE);
    import.feed(made::HEADER.as_bytes()).expect("within the limits");
    for number in 0..rows {
        import.feed(made::row(number).as_bytes()).expect("within the limits");
    }
    let imported = import.finish().expect("a list");
    assert_eq!((imported.list.len(), imported.list.without_year(), imported.flaws.count()), (rows, 0, 0));
    assert!(imported.list.bytes() < 40 * rows + 1_000_000, "{} bytes", imported.list.bytes());
    let registered = numbers(&imported, "registered", (2019, 2025));
    let totals = registered.iter().skip(2).step_by(3).copied().flatten();
    let difference = totals.sum::<f64>() - u32::try_from(rows).map(f64::from).expect("few rows");
    assert!(difference.abs() < 0.5, "{difference} more than there are");
}

#[test]
fn two_million_rows_and_one_are_refused() {
    let mut reader = Reader::new(Chosen::default(), Limits::OF_THE_PAGE);
    reader.feed(b"a,b\n", |_| {}).expect("within the limits");
    let piece = "1,2\n".repeat(100_000);
    for _ in 0..20 {
        reader.feed(piece.as_bytes(), |_| {}).expect("within the limits");
    }
    let refusal = reader.feed(piece.as_bytes(), |_| {}).expect_err("one row more");
    assert_eq!(refusal, Refusal::TooManyRows { limit: 2_000_000 });
    assert!(refusal.to_string().contains("DuckDB"));
}

/// Everything that a reader says of a file, as text.
fn items(file: &[u8], cuts: &[usize], chosen: Chosen) -> Result<Vec<String>, Refusal> {
    let limits = Limits { columns: 40, record_bytes: 200, rows: 60, ..Limits::OF_THE_PAGE };
    let (mut reader, mut said) = (Reader::new(chosen, limits), Vec::new());
    let mut start = 0;
    for cut in cuts.iter().map(|cut| cut % (file.len() + 1)).filter(|cut| *cut > 0) {
        if cut > start {
            reader.feed(&file[start..cut], |item| said.push(format!("{item:?}")))?;
            start = cut;
        }
    }
    reader.feed(&file[start..], |item: Item<'_>| said.push(format!("{item:?}")))?;
    reader.finish(|item| said.push(format!("{item:?}")))?;
    Ok(said)
}

/// Texts of separators, quotes, line ends and a few letters: what a list is made of, in disorder.
fn disorder() -> impl Strategy<Value = String> {
    let pieces = [
        ",",
        ";",
        "\t",
        "\"",
        "\n",
        "\r",
        "\r\n",
        "a",
        "NCT01234567",
        "中",
        "期",
        "é",
        "\u{FEFF}",
        "𠮷",
        "\0",
        " ",
        "sep=;",
        "=",
        "2024-01-02",
        "PHASE1",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..60).prop_map(|pieces| pieces.concat())
}

fn an_encoding() -> impl Strategy<Value = Encoding> {
    prop::sample::select(Encoding::ALL.to_vec())
}

/// A file with some of its bytes changed, taken out or doubled.
fn mutated(file: &'static [u8]) -> impl Strategy<Value = Vec<u8>> {
    let change = (any::<prop::sample::Index>(), any::<u8>(), 0..4_u8);
    prop::collection::vec(change, 0..12).prop_map(move |changes| {
        let mut bytes = file.to_vec();
        for (index, byte, kind) in changes {
            if bytes.is_empty() {
                break;
            }
            let at = index.index(bytes.len());
            match kind {
                0 => bytes[at] = byte,
                1 => drop(bytes.remove(at)),
                2 => bytes.insert(at, byte),
                _ => bytes.truncate(at),
            }
        }
        bytes
    })
}

/// The parts of the spreadsheet, unpacked.
static PARTS: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let mut archive = zip::ZipArchive::new(Cursor::new(WORKBOOK)).expect("a zip file");
    (0..archive.len())
        .map(|index| {
            let mut part = archive.by_index(index).expect("a part");
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).expect("a whole part");
            (part.name().expect("a name").into_owned(), bytes)
        })
        .collect()
});

/// Reads whatever may be a workbook as the page does, to the end.
fn open(file: &[u8]) -> Result<Imported, Refusal> {
    let limits = Limits { unpacked_bytes: 1 << 22, ..Limits::OF_THE_PAGE };
    let mut book = Workbook::open(file, limits)?;
    let sheet = book.sheets().into_iter().next().ok_or(Refusal::NoHeader)?;
    let sample = Sample::of_workbook(&mut book, &sheet)?;
    import_workbook(&mut book, None, facts().codes(), &KEYWORDS, &profile_of(&sample), |_| {})
}

/// Whatever may be dropped on the page. `make fuzz` runs a million cases of it.
mod fuzz {
    use super::*;

    proptest! {
        #![proptest_config(cases(200))]

        #[test]
        fn a_list_is_the_same_in_whatever_pieces_it_comes(
            text in disorder(),
            encoding in an_encoding(),
            cuts in prop::collection::vec(any::<usize>(), 0..12),
            is_chosen in any::<bool>(),
        ) {
            let file = encoding.encode(&text).unwrap_or_else(|| text.clone().into_bytes());
            let chosen = Chosen { encoding: is_chosen.then_some(encoding), separator: None };
            let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut % (file.len() + 1)).collect();
            cuts.sort_unstable();
            let bytes: Vec<usize> = (0..file.len()).collect();
            let whole = items(&file, &[], chosen);
            prop_assert_eq!(&items(&file, &cuts, chosen), &whole);
            prop_assert_eq!(&items(&file, &bytes, chosen), &whole);
        }

        #[test]
        fn any_bytes_are_a_list_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..600), cuts in prop::collection::vec(any::<usize>(), 0..4)) {
            let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut % (bytes.len() + 1)).collect();
            cuts.sort_unstable();
            prop_assert_eq!(items(&bytes, &cuts, Chosen::default()), items(&bytes, &[], Chosen::default()));
            let _ = import(&bytes);
            let _ = open(&bytes);
            let with_header = [b"NCT Number,Phases,Conditions,Locations,First Posted,Age\n".as_slice(), &bytes].concat();
            let _ = import(&with_header);
        }

        #[test]
        fn a_list_reads_the_same_in_every_encoding(
            rows in prop::collection::vec(prop::collection::vec("[ -~中国期ⅡéäÀ\n\r,;\"𠮷]{0,12}", 3), 1..8),
        ) {
            let quoted = |field: &String| format!("\"{}\"", field.replace('"', "\"\""));
            let row = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(",") + "\r\n";
            let text = format!("登记号,b,c\r\n{}", rows.iter().map(row).collect::<String>());
            for encoding in Encoding::ALL {
                let Some(file) = encoding.encode(&text) else { continue };
                let mut reader = Reader::new(Chosen { encoding: Some(encoding), separator: Some(b',') }, Limits::OF_THE_PAGE);
                let (mut read, mut blank) = (Vec::new(), 0);
                let mut sink = |item: Item<'_>| match item {
                    Item::Row(record) => read.push(record.fields.iter().map(str::to_owned).collect::<Vec<_>>()),
                    Item::Blank(_) => blank += 1,
                    _ => {}
                };
                reader.feed(&file, &mut sink).expect("a small list");
                reader.finish(&mut sink).expect("a header");
                let (empty, filled): (Vec<_>, Vec<_>) = rows.iter().cloned().partition(|row| row.iter().all(|field| field.trim().is_empty()));
                prop_assert_eq!(&read, &filled, "{:?}", encoding);
                prop_assert_eq!(blank, empty.len());
            }
        }

        #[test]
        fn damaged_lists_are_lists_or_refused(
            (original, bytes) in (0..TEXTS.len()).prop_flat_map(|index| (Just(index), mutated(TEXTS[index]))),
            piece in 1..5_000_usize,
        ) {
            let sample = Sample::of_text(TEXTS[original], true, Chosen::default(), Limits::OF_THE_PAGE).expect("a list");
            let profile = profile_of(&sample);
            let in_pieces = import_in_pieces(&bytes, &profile, piece);
            prop_assert_eq!(in_pieces.map(|imported| imported.list), import_in_pieces(&bytes, &profile, usize::MAX).map(|imported| imported.list));
        }

        #[test]
        fn any_values_are_codes_or_not_assigned(values in prop::collection::vec("\\PC{0,40}|[IVX1-4/|期年月\\-., ]{0,12}|[A-Z]{2,6}[0-9]{4,9}", Field::COUNT)) {
            let header = Fields::of(Field::ALL.map(Field::code));
            let columns = Field::ALL.map(|field| (field.code().to_owned(), Some(field)));
            let profile = Profile { columns: columns.into_iter().collect(), ..Profile::default() };
            let mut mapping = Mapping::new(facts().codes(), &KEYWORDS, &profile, &header);
            let row = Fields::of(values.iter().map(String::as_str));
            let trial = mapping.trial(&row);
            let known = mapping.known();
            for code in &trial.codes {
                prop_assert!(known.has(*code), "{}", facts().codes().get(*code).code);
            }
            prop_assert_eq!(&mapping.trial(&row), &trial, "what is remembered of a value is what was read of it");
            for report in mapping.reports(10) {
                prop_assert_eq!(report.empty + report.matched + report.unmatched, 2);
            }
        }

        #[test]
        fn damaged_workbooks_are_lists_or_refused(bytes in mutated(WORKBOOK)) {
            let _ = open(&bytes);
        }

        #[test]
        fn workbooks_of_damaged_parts_are_lists_or_refused(
            changes in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..1_000_usize, any::<u8>()), 1..6),
        ) {
            const WORDS: [&str; 16] = [
                "<c>", "</c>", "<row>", "</row>", "<row r=\"4294967295\">", "r=\"ZZZZZZ99999999999\"", "t=\"s\"", "<v>99999999</v>", "<v>-1</v>", "&#0;",
                "<v>1e308</v>", "s=\"1\"", "<is>", "<!--", "uniqueCount=\"7\"", "<![CDATA[",
            ];
            let mut parts = PARTS.clone();
            for (part, at, kind, byte) in changes {
                let count = parts.len();
                let bytes = &mut parts[part.index(count)].1;
                if bytes.is_empty() {
                    continue;
                }
                let at = at.index(bytes.len());
                match kind % 4 {
                    0 => bytes[at] = byte,
                    1 => bytes.truncate(at),
                    2 => drop(bytes.drain(at..(at + kind / 4).min(bytes.len()))),
                    _ => drop(bytes.splice(at..at, WORDS[usize::from(byte) % WORDS.len()].bytes())),
                }
            }
            let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
            let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
            for (name, bytes) in &parts {
                zip.start_file(name.as_str(), stored).expect("a part");
                zip.write_all(bytes).expect("room in memory");
            }
            let _ = open(&zip.finish().expect("a whole file").into_inner());
        }

        #[test]
        fn damaged_profiles_are_profiles_or_refused(at in any::<prop::sample::Index>(), byte in any::<u8>(), is_cut in any::<bool>()) {
            let sample = Sample::of_text(CLINICAL_TRIALS_GOV, true, Chosen::default(), Limits::OF_THE_PAGE).expect("a list");
            let mut json = profile_of(&sample).to_json(facts().codes()).expect("every part has a form").into_bytes();
            let at = at.index(json.len());
            if is_cut { json.truncate(at) } else { json[at] = byte }
            if let Ok(text) = std::str::from_utf8(&json)
                && let Err(error) = Profile::from_json(text, facts().codes())
            {
                prop_assert!(!error.to_string().is_empty());
            }
        }
    }
}
