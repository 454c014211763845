//! Own figures: what a reader brings is read like the shipped files, and shown as his.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test may fail")]

use std::collections::BTreeSet;

use china_trials_explorer::address;
use china_trials_explorer::dataset::{
    Became, Entry, FactId, Facts, FilePosition, Files, Library, Origin, OverlayFile, OverlayReading, OwnTable,
    SheetRow, Statistic, Texts, Year, overlay, own_tables, parse,
};
use china_trials_explorer::export::{PlainTable, Separator, plain_xlsx};
use china_trials_explorer::figures::{Canvas, Layout, Theme, figure, figures, plan};
use china_trials_explorer::intake::open;
use china_trials_explorer::locale::{Language, Shown};
use china_trials_explorer::query::{Cell, Proof, Table, lacking, slice};
use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};
use proptest::sample::Index;

fn shipped() -> Library<'static> {
    Library::shipped().expect("the shipped data are good")
}

fn text(bytes: &'static [u8]) -> &'static str {
    std::str::from_utf8(bytes).expect("the shipped files are UTF-8")
}

/// The lines of `facts.csv`, header first; none of its fields has a line break.
fn lines() -> Vec<&'static str> {
    text(Files::SHIPPED.facts).lines().collect()
}

fn csv(name: &str, lines: &[&str]) -> OverlayFile {
    OverlayFile::csv(name, lines.join("\n"))
}

/// A file with the header of `facts.csv` and these rows.
fn facts_csv(name: &str, rows: &[&str]) -> OverlayFile {
    let header = [lines()[0]];
    csv(name, &header.iter().chain(rows).copied().collect::<Vec<_>>())
}

fn read(files: &[OverlayFile]) -> OverlayReading {
    overlay(shipped(), files)
}

/// The messages about some rows.
fn problems(files: &[OverlayFile]) -> Vec<String> {
    read(files).problems.iter().map(ToString::to_string).collect()
}

/// What a reader gets back when he takes away what he entered.
fn taken_away(reading: &OverlayReading) -> Vec<OverlayFile> {
    own_tables(reading.library()).iter().map(written).collect()
}

fn written(table: &OwnTable) -> OverlayFile {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&table.columns).expect("in memory");
    for row in &table.rows {
        writer.write_record(row).expect("in memory");
    }
    OverlayFile::csv(format!("own-{}", table.file), writer.into_inner().expect("in memory"))
}

const SIMPLE: &str = "year,measure,statistic,purpose,product_type,disease,share_of,value,qualifier";

#[test]
fn a_row_that_nothing_contradicts_becomes_a_fact_of_the_readers_own() {
    let reading = read(&[csv("own.csv", &[SIMPLE, "2025,trials,count,new_drug,chemical,,,1650,"])]);
    assert_eq!(reading.problems, []);
    let (facts, library) = (&reading.facts, reading.library());
    let [row] = reading.own().rows.as_slice() else { unreachable!("one row") };
    let Became::Fact(id) = row.became else { unreachable!("a fact") };
    assert!(facts.is_own(id) && facts.has_own() && !shipped().facts().has_own());
    assert_eq!(library.name(id), "own-2025-purpose_new_drug-product_type_chemical-trials-count");
    assert_eq!(row.position, FilePosition { file: "own.csv".to_owned(), sheet: None, line: 2 });
    let source = library.source(facts.fact(id).sources[0]);
    assert_eq!((source.publisher.en.as_str(), source.kind.as_str()), ("own entry (own.csv)", "own"));
    assert!(library.is_own_source(facts.fact(id).sources[0]));
    assert_eq!(facts.all().filter(|(id, _)| facts.is_own(*id)).count(), 1);
    assert_eq!((reading.tables[0].new, reading.tables[0].refused), (1, 0));
}

/// Rows under [`SIMPLE`], and what is said of them.
#[rustfmt::skip]
const REFUSED: &[(&str, &[&str])] = &[
    ("2025,trails,count,new_drug,,,,1,", &["own.csv line 2, column `measure`: unknown code `trails`; did you mean `trials`?"]),
    ("2025,trials,count,new_drug,,oncolgy,,1,", &["own.csv line 2, column `disease`: unknown code `oncolgy`; did you mean `oncology`?"]),
    ("2052,trials,count,new_drug,,,,1,", &["own.csv line 2, column `year`: 2052 is more than 10 years away from the years of the data, 2019 to 2025"]),
    ("2025,trials,count,new_drug,tcm,,,\"1,650\",", &["own.csv line 2, column `value`: `1,650` is not a decimal number like -37.5; did you mean `1650`?"]),
    ("2025,trials,share,new_drug,tcm,,product_type,57.5 %,", &["own.csv line 2, column `value`: `57.5 %` is not a decimal number like -37.5; did you mean `57.5`?"]),
    ("2025,trials,share,new_drug,tcm,,,5,", &["own.csv line 2, column `share_of`: a share needs a denominator, unless its measure is a rate"]),
    ("2025,trials,count,new_drug,tcm,,,,>", &["own.csv line 2, column `value`: must not be empty"]),
    ("25,trials,cuont,new_drug,tmc,,,x,≥", &[
        "own.csv line 2, column `year`: `25` is not a year from 1900 to 2999",
        "own.csv line 2, column `statistic`: unknown code `cuont`; did you mean `count`?",
        "own.csv line 2, column `product_type`: unknown code `tmc`; did you mean `tcm`?",
        "own.csv line 2, column `value`: `x` is not a decimal number like -37.5",
        "own.csv line 2, column `qualifier`: unknown code `≥`",
    ]),
    ("2025,trials,count,new_drug,tcm,,,1,,,x", &["own.csv line 2: the row has 11 fields where the header has 9"]),
    ("2017,registry_studies,count,,,,,1,", &["own.csv line 2, column `measure`: unknown code `registry_studies`"]),
];

#[test]
fn every_refused_row_is_named_with_what_was_expected() {
    for (row, expected) in REFUSED {
        let files = [csv("own.csv", &[SIMPLE, row, "2025,trials,count,new_drug,chemical,,,1650,"])];
        assert_eq!(problems(&files), *expected, "{row}");
        let reading = read(&files);
        // The good row is there all the same, so that the reader can choose.
        assert_eq!((reading.own().rows.len(), reading.tables[0].new, reading.tables[0].refused), (1, 1, 1), "{row}");
        assert!(!reading.is_sound());
    }
}

#[test]
fn tables_that_are_none_are_refused_and_sheets_of_remarks_left_out() {
    let sheet = |name: &str, rows: &[&[&str]]| {
        let rows = rows
            .iter()
            .zip(1..)
            .map(|(cells, number)| SheetRow { number, cells: cells.iter().map(ToString::to_string).collect() });
        OverlayFile::sheet("own.xlsx", name, rows.collect())
    };
    let remarks = sheet("说明", &[&["How to fill this in"]]);
    let facts = sheet(
        "facts",
        &[&["year", "measure", "statistic", "purpose", "value"], &["2025", "trials", "count", "nwe_drug", "1"]],
    );
    let message =
        "the first row names no columns of facts.csv (year, measure, statistic, value …), codes.csv or sources.csv";
    assert_eq!(problems(std::slice::from_ref(&remarks)), [format!("own.xlsx sheet `说明` row 1: {message}")]);
    assert_eq!(problems(&[OverlayFile::csv("a.csv", "x,y\n")]), [format!("a.csv line 1: {message}")]);
    assert_eq!(problems(&[OverlayFile::csv("a.csv", "")]), ["a.csv line 1: the file is empty"]);
    assert_eq!(
        problems(&[remarks, facts]),
        ["own.xlsx sheet `facts` row 2, column `purpose` (D2): unknown code `nwe_drug`; did you mean `new_drug`?"]
    );
    let header = OverlayFile::csv("a.csv", "year,mesure,statistic,value,#remark\n2025,trials,count,1,x\n");
    let expected = [
        "a.csv line 1: unknown column `mesure`; did you mean `measure`?",
        "a.csv line 1: the header has no column `measure`",
    ];
    assert_eq!(problems(&[header]), expected);
}

#[test]
fn what_contradicts_a_shipped_fact_is_a_dispute_and_what_repeats_it_is_known() {
    let rows = [
        "2025,trials,count,new_drug,,,,2997,",
        "2025,trials,share,new_drug,,,purpose,57.50,",
        "2025,trials,count,be,,,,2219,",
        "2020,trials,count,,,,,2602,>",
    ];
    let reading = read(&[csv("own.csv", &[&[SIMPLE], rows.as_slice()].concat())]);
    assert_eq!(reading.problems, []);
    let table = &reading.tables[0];
    assert_eq!((table.new, table.known, table.disputes), (0, 2, 2));
    let library = reading.library();
    let be = library.fact_named("2025-be-trials-count").expect("a shipped fact");
    assert_eq!(library.facts().fact(be).value.to_string(), "2218");
    assert!(library.facts().is_disputed(be) && !library.facts().is_own(be));
    let [dispute] = library.disputes_of(be).collect::<Vec<_>>()[..] else { unreachable!("one dispute") };
    assert_eq!(
        (dispute.other_text.as_str(), dispute.explanation.en.as_str()),
        ("2219", "Entered from own.csv, line 4; the printed value is kept.")
    );
    assert!(library.is_own_source(dispute.source));
    assert_eq!(library.disputes().last().map(|dispute| dispute.other_text.as_str()), Some(">2602"));
}

#[test]
fn rows_of_the_reader_do_not_contradict_each_other() {
    let files = [
        csv("a.csv", &[SIMPLE, "2025,trials,count,new_drug,tcm,,,120,"]),
        csv(
            "b.csv",
            &[
                SIMPLE,
                "2025,trials,count,new_drug,tcm,,,120.0,",
                "2025,trials,count,new_drug,tcm,,,120,",
                "2025,trials,count,new_drug,tcm,,,121,",
            ],
        ),
    ];
    assert_eq!(
        problems(&files),
        [
            "b.csv line 2, column `value`: `120.0` is not a count: a whole number from 0",
            "b.csv line 4: another value for the same number stands in a.csv line 2",
        ]
    );
    assert_eq!(read(&files).tables[1].repeated, 1);
}

#[test]
fn new_codes_need_both_labels_and_a_parent() {
    let header = "dimension,code,label_en,label_zh,parent,order,definition_en";
    for (row, expected) in [
        ("disease,lung,Lung cancer,肺癌,oncology,,", &[][..]),
        ("disease,lung,Lung cancer,,oncology,,", &["codes.csv line 2, column `label_zh`: must not be empty"]),
        (
            "disease,lung,Lung cancer,肺癌,,,",
            &[
                "codes.csv line 2, column `parent`: a new code needs a parent: the code of the same list that it is part of",
            ],
        ),
        (
            "disease,lung,Lung cancer,肺癌,onclogy,,",
            &["codes.csv line 2, column `parent`: unknown code `onclogy`; did you mean `oncology`?"],
        ),
        (
            "disease,lung;x,Lung cancer,肺癌,oncology,,",
            &["codes.csv line 2, column `code`: `lung;x` is not a code: letters a to z, digits, `_` and `-`"],
        ),
        (
            "modality,msc,MSC,间充质,stem_cell,,",
            &["codes.csv line 2, column `code`: code `msc` stands in the list already, with another label or parent"],
        ),
        (
            "measure,beds,Beds,床位,trials,,",
            &[
                "codes.csv line 2, column `dimension`: `measure` cannot be added to: new codes belong into a list that is a column of facts.csv, such as `disease`",
            ],
        ),
        (
            "area,mars,Mars,火星,world,,",
            &[
                "codes.csv line 2, column `dimension`: `area` cannot be added to: new codes belong into a list that is a column of facts.csv, such as `disease`",
            ],
        ),
    ] {
        assert_eq!(problems(&[csv("codes.csv", &[header, row])]), expected, "{row}");
    }
    // A child above its parent, and a fact that names both, in whatever order the files are given.
    let files = [
        csv(
            "facts.csv",
            &[SIMPLE, "2025,trials,count,new_drug,,sclc,,12,", "2025,trials,share,new_drug,,sclc,disease=lung,30,"],
        ),
        csv(
            "codes.csv",
            &[
                header,
                "disease,sclc,Small cell,小细胞肺癌,lung,,",
                "disease,lung,Lung cancer,肺癌,oncology,,In the lung.",
            ],
        ),
    ];
    let reading = read(&files);
    assert_eq!(reading.problems, []);
    assert_eq!((reading.own().codes.len(), reading.own().rows.len()), (2, 2));
    // A code that is refused takes its facts along, and each is named.
    let files = [
        csv("codes.csv", &[header, "disease,lung,Lung cancer,,oncology,,"]),
        csv("facts.csv", &[SIMPLE, "2025,trials,count,new_drug,,lung,,12,"]),
    ];
    assert_eq!(problems(&files).len(), 2);
}

#[test]
fn sources_of_the_reader_are_named_by_his_facts() {
    let sources =
        csv("sources.csv", &["id,title,publisher,language,kind", "report-2025,Annual report,CDE,zh,official_repost"]);
    let facts = csv(
        "f.csv",
        &[
            "year,measure,statistic,purpose,product_type,value,sources,grade",
            "2025,trials,count,new_drug,tcm,120,report-2025,A",
        ],
    );
    let reading = read(&[facts.clone(), sources]);
    assert_eq!(reading.problems, []);
    let row = &reading.own().rows[0];
    assert_eq!(reading.library().source(row.fact.sources[0]).title, "Annual report");
    assert_eq!(problems(&[facts])[0], "f.csv line 2, column `sources`: unknown source `report-2025`");
    let taken = csv(
        "s.csv",
        &["id,title,publisher,language,kind", "covington-2025,Other,CDE,zh,seed", "a;b,Other,CDE,zh,seed"],
    );
    assert_eq!(
        problems(&[taken]),
        [
            "s.csv line 2, column `id`: `covington-2025` is the name of another row already",
            "s.csv line 3, column `id`: `a;b` has a semicolon, which stands between names in a list",
        ]
    );
}

#[test]
fn numbers_that_do_not_fit_are_doubted() {
    let doubts = |row: &str| read(&[csv("own.csv", &[SIMPLE, row])]).doubts.len();
    assert_eq!(doubts("2025,trials,count,new_drug,tcm,,,120,"), 0);
    assert_eq!(doubts("2025,trials,count,new_drug,tcm,,,3120,"), 1);
    assert_eq!(doubts("2025,trials,share,be,,,,1,"), 0);
}

#[test]
fn a_single_value_goes_through_the_same_checks() {
    let facts = shipped().facts();
    let tcm = shipped().fact_named("2024-new_drug-tcm-trials-count").expect("a shipped fact");
    let mut key = facts.fact(tcm).key;
    key.year = Year(2025);
    let entry = Entry { key, share_of: &[], value: "120", qualifier: None, report: "2025", note: "页12" };
    let reading = read(&[entry.file(facts.codes())]);
    assert_eq!(reading.problems, []);
    let row = &reading.own().rows[0];
    assert!(row.position.is_by_hand() && row.note.en == "页12" && row.fact.report == Some(Year(2025)));
    let broken = Entry { value: "12O", ..entry };
    assert_eq!(
        problems(&[broken.file(facts.codes())]),
        ["form line 2, column `value`: `12O` is not a decimal number like -37.5"]
    );
}

/// What a cell says, whoever says it.
fn said(library: Library<'_>, cell: &Cell) -> String {
    let names = |cell: &Cell| cell.facts().iter().map(|fact| library.name(*fact)).collect::<BTreeSet<_>>();
    match cell {
        Cell::Printed(printed) => format!("{} {:?} {:?}", printed.value, printed.qualifier, names(cell)),
        Cell::Derived(derived) => format!("{:?} {:?} {:?}", derived.interval, derived.method, names(cell)),
        Cell::Empty(reason) => {
            format!("{:?} {:?}", std::mem::discriminant(reason), reason.fact().map(|fact| library.name(fact)))
        }
    }
}

/// What stands around the cells of a table.
fn around(table: &Table) -> String {
    format!("{:?} {:?} {:?} {:?}", table.statistic, table.rows, table.columns, table.omitted)
}

const SELECTIONS: [&str; 20] = [
    "",
    "year=2024",
    "year=2019",
    "year=2021..2023",
    "product=chemical",
    "product=biological",
    "product=tcm,chemical",
    "product=biological_preventive",
    "disease=oncology",
    "disease=anti_infective,endocrine",
    "year=2024&product=biological",
    "year=2023&disease=oncology",
    "year=2022&product=chemical&disease=oncology",
    "year=2020&product=chemical",
    "year=2025",
    "year=2025&product=biological",
    "year=2024&disease=preventive_vaccine",
    "year=2024&product=tcm",
    "year=2021&disease=cardiovascular",
    "year=2022..2024&product=biological&disease=oncology",
];

/// The shipped files without disputes and takeaways, which name facts, and with other facts.
fn base(facts: &str) -> (Facts, Texts) {
    let first_line = |bytes: &'static [u8]| text(bytes).lines().next().expect("a header").as_bytes();
    let files = Files {
        facts: facts.as_bytes(),
        disputes: first_line(Files::SHIPPED.disputes),
        takeaways: first_line(Files::SHIPPED.takeaways),
        ..Files::SHIPPED
    };
    parse(&files).expect("shipped rows")
}

/// Every shipped fact is missing from the base once, and given by the reader: the page says the same.
#[test]
fn a_fact_given_by_the_reader_says_what_it_says_when_it_is_shipped() {
    const BATCHES: usize = 13;
    let lines = lines();
    let (facts, texts) = base(&lines.join("\n"));
    let whole = Library::new(&facts, &texts);
    let (mut given, mut same, mut others) = (0, 0, 0);
    for batch in 0..BATCHES {
        let is_given = |position: usize| position > 0 && position % BATCHES == batch;
        let (rows, kept): (Vec<_>, Vec<_>) = lines.iter().enumerate().partition(|(position, _)| is_given(*position));
        let rows: Vec<&str> = rows.into_iter().map(|(_, line)| *line).collect();
        let kept: Vec<&str> = kept.into_iter().map(|(_, line)| *line).collect();
        let (facts, texts) = base(&kept.join("\n"));
        let reading = overlay(Library::new(&facts, &texts), &[facts_csv("own.csv", &rows)]);
        assert_eq!(reading.problems, []);
        assert_eq!(reading.own().rows.len(), rows.len());
        given += rows.len();
        for query in SELECTIONS {
            let selection = |library: Library<'_>| address::parse(library.facts(), query.as_bytes()).0.selection;
            for figure in figures() {
                let of = |library: Library<'_>| slice(library.facts(), figure, None, &selection(library));
                let (own, printed) = (of(reading.library()), of(whole));
                let what = format!("{} ?{query}, batch {batch}", figure.id);
                assert_eq!(around(&own), around(&printed), "{what}");
                for ((.., one), (.., other)) in own.cells().zip(printed.cells()) {
                    if said(reading.library(), one) == said(whole, other) {
                        same += 1;
                        continue;
                    }
                    // Of two shares from which a count follows, the shipped one goes before the reader's.
                    let methods = [one, other].map(|cell| match cell {
                        Cell::Derived(derived) => Some(derived.method),
                        Cell::Printed(_) | Cell::Empty(_) => None,
                    });
                    assert!(methods[0].is_some() && methods[0] == methods[1], "{what}");
                    others += 1;
                }
            }
        }
    }
    assert!(others * 1000 < same, "{others} of {same}");
    assert_eq!(given, shipped().facts().of(Origin::Reports).count());
}

#[test]
fn a_new_code_breaks_no_figure() {
    let files = [
        csv(
            "codes.csv",
            &[
                "dimension,code,label_en,label_zh,parent",
                "disease,lung,Lung cancer,肺癌,oncology",
                "region,pudong,Pudong,浦东,shanghai",
            ],
        ),
        csv(
            "facts.csv",
            &[
                "year,measure,statistic,purpose,disease,region,value",
                "2025,trials,count,new_drug,lung,,12",
                "2025,site_participations,count,new_drug,,pudong,12",
            ],
        ),
    ];
    let reading = read(&files);
    assert_eq!(reading.problems, []);
    for query in SELECTIONS.into_iter().chain(["disease=lung", "year=2025&disease=lung"]) {
        let selection = address::parse(&reading.facts, query.as_bytes()).0.selection;
        for figure in figures() {
            slice(&reading.facts, figure, None, &selection);
        }
    }
}

/// A row of the reader's: a shipped one of another year and with another value.
fn changed(row: &str, year: u16, value: u8) -> String {
    let mut fields: Vec<String> = csv_fields(row);
    fields[0] = String::new();
    fields[1] = year.to_string();
    fields[16] =
        if fields[3] == "share" { format!("{}.{}", value % 99, value % 10) } else { u16::from(value).to_string() };
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&fields).expect("in memory");
    String::from_utf8(writer.into_inner().expect("in memory")).expect("text").trim_end().to_owned()
}

fn csv_fields(row: &str) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(row.as_bytes());
    reader.records().flatten().next().map(|record| record.iter().map(str::to_owned).collect()).unwrap_or_default()
}

/// How many random cases are tried: 60, unless `PROPTEST_CASES` asks for more.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(60)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), ..ProptestConfig::default() })]

    #[test]
    fn what_is_taken_away_and_loaded_again_is_the_same(
        rows in proptest::collection::vec((any::<Index>(), 2018_u16..2028, any::<u8>()), 1..30),
        split in any::<Index>(),
        with_codes in any::<bool>(),
    ) {
        let lines = lines();
        let rows: Vec<String> =
            rows.iter().map(|(row, year, value)| changed(lines[1 + row.index(lines.len() - 1)], *year, *value)).collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let (one, other) = rows.split_at(split.index(rows.len()));
        let mut files = vec![facts_csv("一, \"x\";.csv", one), facts_csv("other.csv", other)];
        if with_codes {
            files.push(csv("c.csv", &["dimension,code,label_en,label_zh,parent,definition_en", "disease,lung,\"Lung, cancer\",肺癌,oncology,Words."]));
            files.push(csv("s.csv", &["id,title,publisher,language,kind,published", "r,\"A \"\"title\"\"\",CDE,zh,official_repost,2026-07"]));
            files.push(csv("f.csv", &["year,measure,statistic,purpose,disease,value,sources,note_zh", "2026,trials,count,new_drug,lung,12,r,备注"]));
        }
        let first = read(&files);
        let second = read(&taken_away(&first));
        prop_assert_eq!(&second.problems, &vec![]);
        prop_assert_eq!(first.own(), second.own());
        prop_assert!(first.facts == second.facts && first.texts == second.texts);
        prop_assert_eq!(&first.doubts, &second.doubts);
        // Together with what was there before nothing is new.
        let both: Vec<OverlayFile> = taken_away(&second).into_iter().chain(files).collect();
        let third = read(&both);
        prop_assert_eq!(third.own(), second.own());
    }

    #[test]
    fn random_changes_of_shipped_rows_never_panic_and_are_named(
        row in any::<Index>(),
        at in any::<Index>(),
        removed in 0_usize..12,
        inserted in proptest::collection::vec(any::<u8>(), 0..6),
    ) {
        let lines = lines();
        let mut bytes = lines[1 + row.index(lines.len() - 1)].as_bytes().to_vec();
        let from = at.index(bytes.len());
        let to = (from + removed).min(bytes.len());
        bytes.splice(from..to, inserted);
        let file = [lines[0].as_bytes(), b"\n", &bytes].concat();
        let reading = read(&[OverlayFile::csv("own.csv", file)]);
        let table = &reading.tables[0];
        let placed = table.new + table.known + table.disputes + table.repeated + table.unfilled;
        prop_assert!(placed + table.refused > 0 || bytes.iter().all(|byte| b",\r\n \t".contains(byte)), "{:?}", table);
        prop_assert_eq!(table.refused == 0, reading.problems.is_empty());
    }
}

#[test]
fn statistics_of_all_kinds_can_be_entered() {
    let rows = [
        "2025,trials,growth,be,,,,-4.5,",
        "2025,days_to_registration,mean,new_drug,,,,60.5,",
        "2025,registered_within_1_month,share,new_drug,,,,41,",
    ];
    let reading = read(&[csv("own.csv", &[&[SIMPLE], rows.as_slice()].concat())]);
    assert_eq!(reading.problems, []);
    let statistics: Vec<Statistic> = reading.own().rows.iter().map(|row| row.fact.key.statistic).collect();
    assert_eq!(statistics, [Statistic::Growth, Statistic::Mean, Statistic::Share]);
}

/// A template of a year with values in its column `value`, as the reader saves it.
fn filled(year: u16, value: impl Fn(usize, &str) -> String) -> PlainTable {
    let mut table = shipped().words(Language::Zh).template(Year(year));
    let position = |name: &str| table.columns.iter().position(|column| column == name).expect("a column");
    let (typed, statistic) = (position("value"), position("statistic"));
    assert_eq!(table.typed, Some(typed));
    for (number, row) in table.rows.iter_mut().enumerate() {
        row[typed] = value(number, &row[statistic]);
    }
    table
}

#[test]
fn a_template_has_what_other_years_have_and_this_one_lacks() {
    let facts = shipped().facts();
    for year in [2019, 2021, 2024, 2025, 2026] {
        let asked = lacking(facts, Year(year));
        for one in &asked {
            assert_eq!(one.key.year, Year(year));
            let has = |other: FactId| facts.fact(other).denominator() == facts.fact(one.others[0]).denominator();
            assert!(!facts.find(&one.key).iter().any(|id| has(*id)), "{one:?}");
        }
        // Every breakdown of 2024 is there for 2025, but for what 2025 has.
        let of_2024 = facts.of(Origin::Reports).filter(|(_, fact)| fact.key.year == Year(2024)).count();
        assert!(year == 2024 || asked.len() > of_2024 - 20, "{year}: {}", asked.len());
        let keys: BTreeSet<String> = asked.iter().map(|one| format!("{:?} {:?}", one.key, one.share_of)).collect();
        assert_eq!(keys.len(), asked.len(), "each once");
    }
    let template = shipped().words(Language::En).template(Year(2025));
    assert_eq!(template.columns[..4], ["#number", "#unit", "#other years", "id"]);
    assert_eq!(
        template.rows[0][..3],
        [
            "All registered trials, Year-on-year growth",
            "percent",
            "2024: +13.9\u{a0}%; 2023: +26.1\u{a0}%; 2022: +1.5\u{a0}%",
        ]
    );
}

#[test]
fn a_filled_template_loads_without_a_problem() {
    for year in [2025, 2021] {
        let value = |number: usize, statistic: &str| match statistic {
            "share" => format!("{}.5", number % 90),
            "mean" | "growth" => format!("-{number}.25"),
            _ => number.to_string(),
        };
        let table = filled(year, value);
        for files in [
            vec![OverlayFile::csv("模板.csv", table.csv())],
            open("模板.xlsx", &plain_xlsx(std::slice::from_ref(&table)).expect("it fits")).expect("a workbook"),
        ] {
            let reading = read(&files);
            assert_eq!(reading.problems, []);
            assert_eq!((reading.tables[0].new, reading.tables[0].unfilled), (table.rows.len(), 0), "{year}");
            assert_eq!(lacking(&reading.facts, Year(year)), []);
        }
    }
}

#[test]
fn rows_that_are_not_filled_are_counted_and_left_out() {
    let table = filled(2025, |number, _| if number == 3 { "7".to_owned() } else { String::new() });
    for files in [
        vec![OverlayFile::csv("t.csv", table.csv())],
        open("t.xlsx", &plain_xlsx(std::slice::from_ref(&table)).expect("it fits")).expect("a workbook"),
    ] {
        let reading = read(&files);
        assert_eq!(reading.problems, []);
        assert_eq!((reading.tables[0].new, reading.tables[0].unfilled), (1, table.rows.len() - 1));
    }
}

/// A workbook with a sheet `facts`; a number is written as one, under a format.
fn workbook(rows: &[&[&str]], numbers: &[(u32, u16, f64, &str)]) -> Vec<u8> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("facts").expect("a name");
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(*cells) {
            sheet.write_string(row, column, *text).expect("a cell");
        }
    }
    for (row, column, number, format) in numbers {
        let format = rust_xlsxwriter::Format::new().set_num_format(*format);
        sheet.write_number_with_format(*row, *column, *number, &format).expect("a cell");
    }
    workbook.save_to_buffer().expect("in memory")
}

#[test]
fn a_spreadsheet_is_read_as_its_reader_sees_it() {
    let rows: &[&[&str]] = &[
        &["year", "measure", "statistic", "purpose", "product_type", "share_of", "value"],
        &["", "trials", "share", "new_drug", "tcm", "product_type", ""],
        &[],
        &["", "trials", "share", "new_drug", "tcmm", "product_type", "57.5%"],
    ];
    let numbers = [(1, 0, 2025.0, "General"), (1, 6, 0.046, "0.0%"), (3, 0, 2025.0, "0")];
    let files = open("own.xlsx", &workbook(rows, &numbers)).expect("a workbook");
    let reading = read(&files);
    assert_eq!(reading.own().rows[0].fact.value.to_string(), "4.6");
    assert_eq!(
        reading.own().rows[0].position,
        FilePosition { file: "own.xlsx".to_owned(), sheet: Some("facts".to_owned()), line: 2 }
    );
    let said: Vec<String> = reading.problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "own.xlsx sheet `facts` row 4, column `product_type` (E4): unknown code `tcmm`; did you mean `tcm`?",
            "own.xlsx sheet `facts` row 4, column `value` (G4): `57.5%` is not a decimal number like -37.5; did you mean `57.5`?",
        ]
    );
    let words = shipped().words(Language::Zh);
    assert_eq!(
        words.problem(&reading.problems[1]),
        "own.xlsx工作表“facts”第4行value列（G4）：“57.5%”不是数字，应如-37.5，是否应为“57.5”？"
    );
}

#[test]
fn a_workbook_that_is_larger_inside_than_outside_is_refused() {
    use std::io::Write;
    use zip::write::SimpleFileOptions;
    let archive = |parts: usize, megabytes: usize, text: &[u8]| {
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for part in 0..parts {
            zip.start_file(format!("xl/part{part}.xml"), SimpleFileOptions::default()).expect("a part");
            for _ in 0..megabytes {
                zip.write_all(&text.repeat(1_000_000 / text.len())).expect("in memory");
            }
        }
        zip.finish().expect("in memory").into_inner()
    };
    let bomb = archive(7, 10, b"<c/>");
    assert!(bomb.len() < 500_000, "{}", bomb.len());
    let refused = |bytes: &[u8]| open("own.xlsx", bytes).expect_err("refused");
    assert_eq!(refused(&bomb).to_string(), "own.xlsx: unpacks to more than 64 MB");
    assert_eq!(shipped().words(Language::Zh).not_opened(&refused(&bomb)), "own.xlsx：解压后超过64 MB");
    let parts = refused(&archive(10_001, 0, b"x")).to_string();
    assert!(parts.contains("more than 10000 parts"), "{parts}");
    let piece = refused(&archive(1, 2, b" ")).to_string();
    assert_eq!(piece, "own.xlsx: `xl/part0.xml` has a text of more than 1048576 bytes in one piece");
    let mut wide = rust_xlsxwriter::Workbook::new();
    wide.add_worksheet().write_string(0, 9999, "x").expect("a cell");
    let wide = wide.save_to_buffer().expect("in memory");
    assert_eq!(refused(&wide).to_string(), "own.xlsx: sheet `Sheet1` has cells beyond column 256");
    let far = workbook(&[&["year", "measure", "statistic", "value"]], &[(1_048_575, 0, 1.0, "0")]);
    assert_eq!(problems(&open("own.xlsx", &far).expect("sparse")).len(), 0, "a row without a value is not filled");
}

/// Own numbers are marked wherever they are said.
#[test]
fn an_own_number_says_that_it_is_one() {
    let reading = read(&[csv(
        "own.csv",
        &[SIMPLE, "2025,trials,count,new_drug,chemical,,,1650,", "2025,trials,count,be,,,,2219,"],
    )]);
    let library = reading.library();
    let Became::Fact(own) = reading.own().rows[0].became else { unreachable!("a fact") };
    for (language, star, said, entered, cited) in [
        (
            Language::En,
            "1,650*",
            "own entry",
            "Entered by you, from own.csv, line 2",
            "Reader's own entry (own.csv), not published.",
        ),
        (Language::Zh, "1650*", "本人录入", "本人录入，来自own.csv第2行", "本人录入（own.csv），未公开发表."),
    ] {
        let words = library.words(language);
        let proof = Proof::of_fact(&reading.facts, own);
        assert_eq!(words.value_of(own), star);
        assert!(words.proof(&proof).iter().any(|line| line.texts == [entered]), "{:?}", words.proof(&proof));
        let statement = words.statement(&proof);
        assert!(statement.contains(said) && !statement.contains('*'), "{statement}");
        let citation = words.cite(&proof, None, "https://portal.example/", "2026-11-26");
        assert!(citation.contains(cited), "{citation}");
        assert_eq!(words.fact_row(own).own, entered);
        let figure = figure("product_types").expect("in the catalogue");
        let selection = address::parse(&reading.facts, b"year=2025").0.selection;
        let table = slice(&reading.facts, figure, Some(Statistic::Count), &selection);
        let records = words.records(figure, &table);
        let own: Vec<_> = records.iter().filter(|record| record.kind == "own").collect();
        assert!(own.len() == 1 && own[0].own == entered, "{own:?}");
        assert!(records.iter().all(|record| record.own.is_empty() != record.facts.contains("own-")));
        let key = words.own_key(&table.facts()).expect("an own number");
        assert!(key.starts_with("* ") && key.contains("own.csv"), "{key}");
        let shown = Shown { figure, table: &table, link: String::new() };
        let export = words.export(&[shown], &selection, "").expect("numbers");
        assert!(
            export.sheets[0].notes.contains(&key)
                && export.sheets[0].entries.iter().any(|entry| entry.shown.ends_with('*'))
        );
        let csv = export.sheets[0].csv_as_shown(&export.labels, Separator::Comma);
        assert!(csv.contains(said), "{csv}");
        let dispute = words.disputes_on(&[library.fact_named("2025-be-trials-count").expect("shipped")]).concat();
        assert!(
            dispute.contains("own.csv") && dispute.contains(if language == Language::En { "2,219" } else { "2219" }),
            "{dispute}"
        );
    }
    // Without an own number nothing is said of any.
    let words = shipped().words(Language::En);
    let all: Vec<FactId> = shipped().facts().all().map(|(id, _)| id).collect();
    assert_eq!((words.own_key(&all), words.entered(&all)), (None, vec![]));
}

#[test]
fn an_own_number_has_dots_of_ink_around_its_mark() {
    let reading = read(&[csv("own.csv", &[SIMPLE, "2025,trials,count,new_drug,chemical,,,1650,"])]);
    let drawn = |facts: &Facts, query: &[u8]| {
        let figure = figure("product_types").expect("in the catalogue");
        let selection = address::parse(facts, query).0.selection;
        let table = slice(facts, figure, Some(Statistic::Count), &selection);
        let words = facts.words(Language::En);
        let theme = Theme::LIGHT;
        let layout = Layout { width_px: 640.0 };
        let canvas =
            Canvas { codes: facts.codes(), figure, table: &table, words: &words, theme: &theme, layout, hidden: &[] };
        plan(&canvas).draw().option.value().to_string()
    };
    let own = drawn(&reading.facts, b"");
    let dots = format!("\"borderColor\":\"{}\",\"borderType\":\"dotted\",\"borderWidth\":1.5", Theme::LIGHT.ink);
    assert!(own.contains(&dots) && own.contains("1,650*"), "{own}");
    assert!(!drawn(shipped().facts(), b"").contains("dotted"));
}

#[test]
fn every_problem_is_said_in_both_languages() {
    for (row, _) in REFUSED {
        for problem in read(&[csv("own.csv", &[SIMPLE, row])]).problems {
            let [en, zh] =
                [Language::En, Language::Zh].map(|language| shipped().facts().words(language).problem(&problem));
            assert!(en.starts_with("own.csv, line 2") && zh.starts_with("own.csv第2行"), "{en} {zh}");
            let is_chinese = zh.chars().filter(|char| u32::from(*char) >= 0x4E00).count() > 4;
            assert!(is_chinese && !zh.contains("did you mean"), "{zh}");
        }
    }
}
