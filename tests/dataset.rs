//! The data files: that the shipped ones can be read and fit together, and that what is wrong with others is said well.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, clippy::panic, reason = "a failed expectation is a failed test")]

use std::collections::BTreeSet;

use china_trials_explorer::dataset::{
    Bilingual, Check, Decimal, Dimension, Discrepancy, Error, ErrorKind, FactId, Facts, File, Files, Gap, Grade, KIND,
    Library, Origin, Qualifier, Reconciliation, Severity, ShareOf, Statistic, TERM_LISTS, Texts, Year, parse,
    reconcile,
};
use proptest::prelude::{ProptestConfig, any, proptest};
use proptest::sample::Index;

fn shipped() -> Library<'static> {
    Library::shipped().expect("the shipped data are good")
}

fn bytes_of(file: File) -> &'static [u8] {
    let Files { codes, sources, facts, world, disputes, takeaways } = Files::SHIPPED;
    match file {
        File::Codes => codes,
        File::Sources => sources,
        File::Facts => facts,
        File::World => world,
        File::Disputes => disputes,
        File::Takeaways => takeaways,
    }
}

#[test]
fn what_the_program_embeds_is_what_the_files_say() {
    let (facts, texts) = parse(&Files::SHIPPED).expect("the shipped files are good");
    assert!(shipped() == Library::new(&facts, &texts));
    let (facts, texts) = (facts.to_bytes().expect("bytes"), texts.to_bytes().expect("bytes"));
    let holds = |bytes: &[u8], text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    for source in shipped().sources() {
        assert!(!holds(&facts, &source.title), "the first module names no title: {}", source.title);
        let Bilingual { en, zh } = &source.publisher;
        assert!(holds(&facts, en) && holds(&facts, zh) && holds(&texts, &source.title), "{}", source.name);
    }
    for (id, _) in shipped().facts().all() {
        assert!(!holds(&facts, shipped().name(id)) && holds(&texts, shipped().name(id)), "{}", shipped().name(id));
        let is_disputed = shipped().disputes_of(id).next().is_some();
        assert_eq!(shipped().facts().is_disputed(id), is_disputed, "{}", shipped().name(id));
    }
}

/// Reads the shipped files with one of them exchanged; the first error where there are any.
fn parse_with(file: File, bytes: &[u8]) -> Result<(Facts, Texts), Error> {
    all_wrong_with(file, bytes).map_err(|mut errors| errors.remove(0))
}

/// The same with all errors.
fn all_wrong_with(file: File, bytes: &[u8]) -> Result<(Facts, Texts), Vec<Error>> {
    let mut files = Files::SHIPPED;
    match file {
        File::Codes => files.codes = bytes,
        File::Sources => files.sources = bytes,
        File::Facts => files.facts = bytes,
        File::World => files.world = bytes,
        File::Disputes => files.disputes = bytes,
        File::Takeaways => files.takeaways = bytes,
    }
    parse(&files)
}

/// A shipped file with the first occurrence of a text replaced.
fn edited(file: File, from: &str, to: &str) -> String {
    let text = std::str::from_utf8(bytes_of(file)).expect("the shipped files are UTF-8");
    assert!(text.contains(from), "{file} does not contain {from:?}");
    text.replacen(from, to, 1)
}

#[test]
fn everything_that_is_wrong_is_named_row_by_row() {
    let broken = edited(
        File::Facts,
        "2019-tcm-trials-share,2019,trials,share,,tcm,",
        "2019-tcm-trials-share,19,trials,share,,tmc,",
    );
    let broken = broken.replacen("purpose,52.7,,A,cnpharm-2022,2021", "purpose,52.7,,Z,cnpharm-2202,2021", 1);
    let broken = broken.replacen("\n2025-be-trials-count,2025", "\n2025-be-trials-count,2025,", 1);
    let errors = all_wrong_with(File::Facts, broken.as_bytes()).expect_err("four slips");
    let messages: Vec<String> = errors.iter().map(ToString::to_string).collect();
    let fields = [
        "facts.csv line 3, column `year`: `19` is not a year from 1900 to 2999",
        "facts.csv line 3, column `product_type`: unknown code `tmc`; did you mean `tcm`?",
        "facts.csv line 4, column `grade`: unknown code `Z`",
        "facts.csv line 4, column `sources`: unknown source `cnpharm-2202`; did you mean `cnpharm-2022`?",
    ];
    assert_eq!(messages[..4], fields);
    assert!(
        messages.len() == 5 && messages[4].ends_with("the row has 24 fields where the header has 23"),
        "{messages:?}"
    );
}

#[test]
fn the_shipped_data_are_complete() {
    let (library, data) = (shipped(), shipped().facts());
    assert_eq!(data.of(Origin::Reports).count(), 455);
    assert_eq!(data.of(Origin::World).count(), 78);
    assert_eq!(data.all().count(), 455 + 78);
    assert_eq!(library.sources().len(), 59);
    assert_eq!(library.disputes().len(), 24);
    assert_eq!(library.takeaways().len(), 5);
    assert_eq!(data.years(), Some((Year(2019), Year(2025))));
    assert_eq!(data.codes().measures().len(), 17 + 9);
    let codes = Dimension::ALL.map(|dimension| data.codes().of(dimension).count());
    assert_eq!(codes, [2, 5, 3, 4, 15, 3, 2, 5, 34, 15, 12, 15, 2]);
    let statistics = |origin| {
        Statistic::ALL.map(|statistic| data.of(origin).filter(|(_, fact)| fact.key.statistic == statistic).count())
    };
    assert_eq!(statistics(Origin::Reports), [202, 225, 14, 14]);
    assert_eq!(statistics(Origin::World), [66, 12, 0, 0]);
    for grade in Grade::ALL {
        assert!(!library.grade_definition(grade).is_empty(), "{grade:?}");
    }
    for source in library.sources() {
        assert!(library.kind(&source.kind).is_some(), "{}", source.name);
    }
}

#[test]
fn a_row_becomes_what_it_says() {
    let (library, data) = (shipped(), shipped().facts());
    let codes = data.codes();
    let id = library.fact_named("2024-new_drug-msc-trials-share").expect("a shipped fact");
    let fact = data.fact(id);
    let group: Vec<(&str, &str)> =
        fact.key.group.codes().map(|(dimension, code)| (dimension.code(), codes.get(code).code.as_str())).collect();
    assert_eq!(group, [("purpose", "new_drug"), ("modality", "msc")]);
    let stem_cell = codes.find(Dimension::Modality, "stem_cell").expect("a shipped code");
    assert_eq!(fact.share_of, [ShareOf::Ancestor(Dimension::Modality, stem_cell)]);
    assert_eq!((fact.value, fact.qualifier), (Decimal::new(724, 1), None));
    assert_eq!(data.find(&fact.key), [id]);
    let lineage: Vec<&str> = codes.lineage(stem_cell).map(|code| codes.get(code).code.as_str()).collect();
    assert_eq!(lineage, ["stem_cell", "cell_therapy", "cgt"]);

    let bound = library.fact_named("2022-new_drug-phase_iii-cgt-trials-share").expect("a shipped fact");
    assert_eq!(data.fact(bound).qualifier, Some(Qualifier::LessThan));
    let disputed = library.fact_named("2022-new_drug-trials-count").expect("a shipped fact");
    let others: Vec<Option<Decimal>> = library.disputes_of(disputed).map(|dispute| dispute.other_value).collect();
    assert_eq!(others, [Some(Decimal::whole(2033)); 3]);
    let unreported: Vec<&str> =
        data.of(Origin::Reports).filter(|(_, fact)| fact.report.is_none()).map(|(id, _)| library.name(id)).collect();
    assert_eq!(unreported, ["2023-new_drug-trials-growth"]);
    let trials = data.codes().measure("trials").expect("a shipped measure");
    assert!(library.measure_definition(trials).en.contains("registered"), "{:?}", library.measure_definition(trials));
}

/// One thing changed in a shipped file: file, text, what replaces it, kind of the error, whole message.
#[rustfmt::skip]
const BROKEN: &[(File, &str, &str, &str, &str)] = &[
    (File::Codes, "dimension,code,label_en", "dimension,code,lable_en", "UnknownColumn", "codes.csv line 1: unknown column `lable_en`; did you mean `label_en`?"),
    (File::Codes, ",definition_zh\n", "\n", "MissingColumn", "codes.csv line 1: the header has no column `definition_zh`"),
    (File::Codes, ",unit,definition_en", ",code,definition_en", "DuplicateColumn", "codes.csv line 1: the header names column `code` twice"),
    (File::Codes, "phase,I,Phase I,", "phases,I,Phase I,", "UnknownList", "codes.csv line 48, column `dimension`: unknown list `phases`; did you mean `phase`?"),
    (File::Codes, "phase,I,Phase I,", ",I,Phase I,", "Empty", "codes.csv line 48, column `dimension`: must not be empty"),
    (File::Codes, "phase,II,Phase II,", "phase,I,Phase II,", "DuplicateCode", "codes.csv line 49, column `code`: code `I` stands already on line 48"),
    (File::Codes, "measure,products,", "measure,trials,", "DuplicateCode", "codes.csv line 22, column `code`: code `trials` stands already on line 21"),
    (File::Codes, "grade,B,", "grade,A,", "DuplicateCode", "codes.csv line 141, column `code`: code `A` stands already on line 140"),
    (File::Codes, "grade,C,", "grade,D,", "UnlabelledCode", "codes.csv line 1: no row for code `C` of list `grade`"),
    (File::Codes, "statistic,growth,", "statistic,change,", "UnlabelledCode", "codes.csv line 1: no row for code `growth` of list `statistic`"),
    (File::Codes, "phase,I,Phase I,", "phase,,Phase I,", "Empty", "codes.csv line 48, column `code`: must not be empty"),
    (File::Codes, "phase,I,Phase I,", "phase,I,,", "Empty", "codes.csv line 48, column `label_en`: must not be empty"),
    (File::Codes, "disease,oncology,Oncology,抗肿瘤,", "disease,oncology,Oncology,,", "Empty", "codes.csv line 52, column `label_zh`: must not be empty"),
    (File::Codes, "phase,I,Phase I,Ⅰ期,,1,", "phase,I,Phase I,Ⅰ期,,first,", "NotAnOrder", "codes.csv line 48, column `order`: `first` is not a whole number from 0 to 65535"),
    (File::Codes, "phase,I,Phase I,Ⅰ期,,1,", "phase,I,Phase I,Ⅰ期,,70000,", "NotAnOrder", "codes.csv line 48, column `order`: `70000` is not a whole number from 0 to 65535"),
    (File::Codes, "phase,I,Phase I,Ⅰ期,,1,,,", "phase,I,Phase I,Ⅰ期,,1,,First in man.,", "OneLanguageOnly", "codes.csv line 48, column `definition_zh`: empty, although the other language is filled"),
    (File::Codes, "biological_therapeutic,Therapeutic biological products,治疗用生物制品,biological,", "biological_therapeutic,Therapeutic biological products,治疗用生物制品,biologicals,", "UnknownCode", "codes.csv line 42, column `parent`: unknown code `biologicals`; did you mean `biological`?"),
    (File::Codes, "stem_cell,Stem cells,干细胞,cell_therapy,", "stem_cell,Stem cells,干细胞,oncology,", "UnknownCode", "codes.csv line 79, column `parent`: unknown code `oncology`"),
    (File::Codes, "modality,cgt,Cell and gene therapy,细胞和基因治疗,,", "modality,cgt,Cell and gene therapy,细胞和基因治疗,msc,", "ParentCycle", "codes.csv line 80, column `parent`: `msc` would be above itself"),
    (File::Codes, "modality,cgt,Cell and gene therapy,细胞和基因治疗,,", "modality,cgt,Cell and gene therapy,细胞和基因治疗,cgt,", "ParentCycle", "codes.csv line 77, column `parent`: `cgt` would be above itself"),
    (File::Codes, "measure,products,Products in trials,开展试验的品种,,", "measure,products,Products in trials,开展试验的品种,trials,", "MustBeEmpty", "codes.csv line 22, column `parent`: must be empty: only codes of dimensions have a parent"),
    (File::Codes, r#",2,products,"Drug"#, r#",2,,"Drug"#, "Empty", "codes.csv line 22, column `unit`: must not be empty"),
    (File::Sources, "\ncinic-2022,", "\nbeijing-daily-2022,", "DuplicateName", "sources.csv line 12, column `id`: `beijing-daily-2022` stands already on line 11"),
    (File::Sources, "\ncinic-2022,", "\n,", "Empty", "sources.csv line 12, column `id`: must not be empty"),
    (File::Sources, ",state_press,2021", ",press,2021", "UnknownCode", "sources.csv line 10, column `kind`: unknown code `press`"),
    (File::Sources, ",seed,2024", ",sead,2024", "UnknownCode", "sources.csv line 2, column `kind`: unknown code `sead`; did you mean `seed`?"),
    (File::Sources, "kind,about_report\n", "kind,about_report,grade\n", "UnknownColumn", "sources.csv line 1: unknown column `grade`"),
    (File::Sources, ",seed,2024", ",seed,24", "NotAYear", "sources.csv line 2, column `about_report`: `24` is not a year from 1900 to 2999"),
    (File::Sources, ",2025-07-21,en", ",21 July 2025,en", "NotADate", "sources.csv line 2, column `published`: `21 July 2025` is not a date like 2025, 2025-07 or 2025-07-21"),
    (File::Sources, ",2025-07-21,en", ",2025-02-30,en", "NotADate", "sources.csv line 2, column `published`: `2025-02-30` is not a date like 2025, 2025-07 or 2025-07-21"),
    (File::Sources, ",https://www.covingtonblogs", ",ftp://www.covingtonblogs", "NotAnAddress", "sources.csv line 2, column `url`: `ftp://www.covingtonblogs.com/2025/07/21/chinas-drug-regulator-releases-report-on-clinical-trial-progress-in-china/` is not an address that begins with http:// or https://"),
    (File::Facts, "2019-tcm-trials-share,2019,trials,share,,tcm,", "2019-tcm-trials-share,2019,trials,share,,tmc,", "UnknownCode", "facts.csv line 3, column `product_type`: unknown code `tmc`; did you mean `tcm`?"),
    (File::Facts, "\n2019-tcm-trials-share,", "\n,", "Empty", "facts.csv line 3, column `id`: must not be empty"),
    (File::Facts, "\n2019-tcm-trials-share,", "\n2019-all-trials-count,", "DuplicateName", "facts.csv line 3, column `id`: `2019-all-trials-count` stands already on line 2"),
    (File::Facts, "2019-tcm-trials-share,2019,", "2019-tcm-trials-share,19,", "NotAYear", "facts.csv line 3, column `year`: `19` is not a year from 1900 to 2999"),
    (File::Facts, "2019-tcm-trials-share,2019,", "2019-tcm-trials-share,3019,", "NotAYear", "facts.csv line 3, column `year`: `3019` is not a year from 1900 to 2999"),
    (File::Facts, "2019-tcm-trials-share,2019,trials,", "2019-tcm-trials-share,2019,trails,", "UnknownCode", "facts.csv line 3, column `measure`: unknown code `trails`; did you mean `trials`?"),
    (File::Facts, "2019-tcm-trials-share,2019,trials,share,", "2019-tcm-trials-share,2019,trials,percent,", "UnknownCode", "facts.csv line 3, column `statistic`: unknown code `percent`"),
    (File::Facts, "2019-tcm-trials-share,2019,trials,share,", "2019-tcm-trials-share,2019,trials,count,", "UnexpectedShareOf", "facts.csv line 3, column `share_of`: only a share has a denominator"),
    (File::Facts, "product_type,3.5,,B", r#"product_type,"3,5",,B"#, "NotADecimal", "facts.csv line 3, column `value`: `3,5` is not a decimal number like -37.5; did you mean `3.5`?"),
    (File::Facts, "product_type,3.5,,B", "product_type,,,B", "Empty", "facts.csv line 3, column `value`: must not be empty"),
    (File::Facts, "product_type,3.5,,B", "product_type,350,,B", "NotAShare", "facts.csv line 3, column `value`: `350` is not a share: a number of percent from 0 to 100"),
    (File::Facts, "product_type,3.5,,B", "product_type,-3.5,,B", "NotAShare", "facts.csv line 3, column `value`: `-3.5` is not a share: a number of percent from 0 to 100"),
    (File::Facts, "product_type,3.5,,B", "product_type,3.5,≈,B", "UnknownCode", "facts.csv line 3, column `qualifier`: unknown code `≈`"),
    (File::Facts, "product_type,3.5,,B", "product_type,3.5,,D", "UnknownCode", "facts.csv line 3, column `grade`: unknown code `D`"),
    (File::Facts, ",product_type,3.5,,B", ",,3.5,,B", "MissingShareOf", "facts.csv line 3, column `share_of`: a share needs a denominator, unless its measure is a rate"),
    (File::Facts, ",product_type,3.5,,B", ",product-type,3.5,,B", "UnknownShareOfColumn", "facts.csv line 3, column `share_of`: unknown column `product-type`; did you mean `product_type`?"),
    (File::Facts, ",product_type,3.5,,B", ",year,3.5,,B", "UnknownShareOfColumn", "facts.csv line 3, column `share_of`: unknown column `year`"),
    (File::Facts, ",product_type,3.5,,B", ",phase,3.5,,B", "ShareOfUnsetColumn", "facts.csv line 3, column `share_of`: column `phase` is empty here, so the share cannot be one of it"),
    (File::Facts, ",product_type,3.5,,B", ",product_type;product_type,3.5,,B", "RepeatedItem", "facts.csv line 3, column `share_of`: `product_type` stands in the list twice"),
    (File::Facts, ",product_type,3.5,,B", ",product_type;product_type=biological,3.5,,B", "RepeatedItem", "facts.csv line 3, column `share_of`: `product_type` stands in the list twice"),
    (File::Facts, ",product_type,3.5,,B", ",product_type=biological,3.5,,B", "ShareOfStranger", "facts.csv line 3, column `share_of`: `biological` is not above `tcm`, so the share cannot be one of it"),
    (File::Facts, ",product_type,3.5,,B", ",product_type=tcm,3.5,,B", "ShareOfStranger", "facts.csv line 3, column `share_of`: `tcm` is not above `tcm`, so the share cannot be one of it"),
    (File::Facts, ",product_type,3.5,,B", ",product_type=biologicals,3.5,,B", "UnknownCode", "facts.csv line 3, column `share_of`: unknown code `biologicals`; did you mean `biological`?"),
    (File::Facts, ",2386,,A", ",-2386,,A", "NotACount", "facts.csv line 2, column `value`: `-2386` is not a count: a whole number from 0"),
    (File::Facts, ",2386,,A", ",2386.5,,A", "NotACount", "facts.csv line 2, column `value`: `2386.5` is not a count: a whole number from 0"),
    (File::Facts, "B,cisema-2024,2023", "B,cisema-2042,2023", "UnknownSource", "facts.csv line 3, column `sources`: unknown source `cisema-2042`; did you mean `cisema-2024`?"),
    (File::Facts, "B,cisema-2024,2023", "B,,2023", "Empty", "facts.csv line 3, column `sources`: must not be empty"),
    (File::Facts, "B,cisema-2024,2023", "B,cisema-2024;,2023", "EmptyItem", "facts.csv line 3, column `sources`: an item between the semicolons is empty"),
    (File::Facts, "B,cisema-2024,2023", "B,cisema-2024;cisema-2024,2023", "RepeatedItem", "facts.csv line 3, column `sources`: `cisema-2024` stands in the list twice"),
    (File::Facts, "B,cisema-2024,2023", "B,cisema-2024,last", "NotAYear", "facts.csv line 3, column `report`: `last` is not a year from 1900 to 2999"),
    (File::Facts, ",2024,trials,growth,,", ",2023,trials,growth,,", "DuplicateKey", "facts.csv line 337: same year, measure, statistic, group and denominator as `2023-all-trials-growth` on line 251"),
    (File::Facts, ",有来源同时给出增加216项。", ",", "OneLanguageOnly", "facts.csv line 9, column `note_zh`: empty, although the other language is filled"),
    (File::Facts, ",cisema-2024,2023,,\n", ",cisema-2024,2023,\n", "FieldCount", "facts.csv line 3: the row has 22 fields where the header has 23"),
    (File::Facts, "2019,trials,share,,tcm", r#"2019,trials,share,"",,tcm"#, "FieldCount", "facts.csv line 3: the row has 24 fields where the header has 23"),
    (File::Facts, "One source also", r#""One source also"#, "UnclosedQuote", "facts.csv line 9: a quotation mark is not closed"),
    (File::Facts, "2019-tcm-trials-share,2019,trials,", "2019-tcm-trials-share,2019,world_trials,", "UnknownCode", "facts.csv line 3, column `measure`: unknown code `world_trials`"),
    (File::World, "2009,2009,registry_studies,count,china,,,,629", "2009,2009,trials,count,china,,,,629", "UnknownCode", "world.csv line 2, column `measure`: unknown code `trials`"),
    (File::World, "\nictrp_world-world-2009,", "\n2019-all-trials-count,", "NameTaken", "world.csv line 5, column `id`: `2019-all-trials-count` names a fact of facts.csv already"),
    (File::World, "\nictrp_world-world-2009,", "\nictrp_china_sponsored-china-2009,", "DuplicateName", "world.csv line 5, column `id`: `ictrp_china_sponsored-china-2009` stands already on line 2"),
    (File::World, ",count,world,,,,24843", ",count,china,,,,24843", "DuplicateKey", "world.csv line 5: same year, measure, statistic, group and denominator as `ictrp_china_sponsored-china-2009` on line 2"),
    (File::Disputes, "2022-new_drug-trials-count,2033,fxb", "2022-new_drugs-trials-count,2033,fxb", "UnknownFact", "disputes.csv line 2, column `fact_id`: unknown fact `2022-new_drugs-trials-count`; did you mean `2022-new_drug-trials-count`?"),
    (File::Disputes, "2022-new_drug-trials-count,2033,fxb", "2022-new_drug-trials-count,,fxb", "Empty", "disputes.csv line 2, column `other_value`: must not be empty"),
    (File::Disputes, "2033,fxbaogao-2024", "2033,fxbaogao-2042", "UnknownSource", "disputes.csv line 2, column `source`: unknown source `fxbaogao-2042`; did you mean `fxbaogao-2024`?"),
    (File::Disputes, "应为3410之误，其他来源均为3410。", "", "Empty", "disputes.csv line 8, column `explanation_zh`: must not be empty"),
    (File::Takeaways, "2024-new_drug-cgt-trials-count;", "2024-new_drug-cgt-trial-count;", "UnknownFact", "takeaways.csv line 5, column `fact_ids`: unknown fact `2024-new_drug-cgt-trial-count`; did you mean `2024-new_drug-cgt-trials-count`?"),
    (File::Takeaways, "\n2,", "\n1,", "DuplicateOrder", "takeaways.csv line 3, column `order`: position 1 is taken already on line 2"),
    (File::Takeaways, "\n2,", "\nsecond,", "NotAnOrder", "takeaways.csv line 3, column `order`: `second` is not a whole number from 0 to 65535"),
    (File::Takeaways, "\n2,Drugs new to the world lead", "\n2,", "Empty", "takeaways.csv line 3, column `title_en`: must not be empty"),
    (File::Takeaways, ",2024-cde_ordered_suspension_or_termination-trials-count\n", ",\n", "Empty", "takeaways.csv line 6, column `fact_ids`: must not be empty"),
];

/// The variant's name: the rest of an error's kind is in its message.
fn kind_name(kind: &ErrorKind) -> String {
    let text = format!("{kind:?}");
    text.split([' ', '{']).next().unwrap_or_default().to_owned()
}

#[test]
fn every_mistake_is_named_with_its_place() {
    for (file, from, to, kind, message) in BROKEN {
        let Err(error) = parse_with(*file, edited(*file, from, to).as_bytes()) else {
            panic!("{file}: {to:?} instead of {from:?} was accepted")
        };
        assert_eq!((kind_name(error.kind()).as_str(), error.to_string().as_str()), (*kind, *message));
    }
}

#[test]
fn positions_can_be_read_without_the_message() {
    let error = parse_with(File::Facts, edited(File::Facts, "share,,tcm,", "share,,tmc,").as_bytes())
        .expect_err("a typing error");
    assert_eq!(
        (error.position().file, error.position().line, error.position().column),
        (File::Facts, 3, Some("product_type"))
    );
    let suggestion = Some("tcm".to_owned());
    assert_eq!(error.kind(), &ErrorKind::UnknownCode { code: "tmc".to_owned(), suggestion });
}

#[test]
fn empty_files_are_refused_where_rows_are_needed() {
    for file in File::ALL {
        let error = parse_with(file, b"").expect_err("an empty file");
        assert_eq!(error.to_string(), format!("{file} line 1: the file is empty"));
        let shipped = bytes_of(file);
        let header_end = shipped.iter().position(|byte| *byte == b'\n').expect("a header");
        let header_only = parse_with(file, &shipped[..header_end]);
        match file {
            File::Codes | File::Sources | File::Facts => {
                let error = header_only.expect_err("no rows");
                assert_eq!(error.to_string(), format!("{file} line 1: the file has a header and no rows"));
            }
            File::World => {
                let (facts, _) = header_only.expect("no other populations");
                assert_eq!(facts.of(Origin::World).count(), 0);
            }
            File::Disputes => assert!({
                let (facts, texts) = header_only.expect("no disputes");
                Library::new(&facts, &texts).disputes().is_empty()
            }),
            File::Takeaways => assert!({
                let (facts, texts) = header_only.expect("no takeaways");
                Library::new(&facts, &texts).takeaways().is_empty()
            }),
        }
    }
}

#[test]
fn bytes_that_are_not_text_are_refused() {
    for file in File::ALL {
        let mut bytes = bytes_of(file).to_vec();
        let second_line = bytes.iter().position(|byte| *byte == b'\n').expect("a header") + 1;
        bytes[second_line] = 0xff;
        let error = parse_with(file, &bytes).expect_err("not UTF-8");
        assert_eq!(error.to_string(), format!("{file} line 2: not UTF-8 text: save it as CSV UTF-8, or as XLSX"));
    }
}

#[test]
fn more_rows_than_ids_are_refused() {
    let extra = (0..=u16::MAX).flat_map(|number| format!("phase,extra_{number},Extra,附加,,1,,,\n").into_bytes());
    let codes: Vec<u8> = bytes_of(File::Codes).iter().copied().chain(extra).collect();
    let error = parse_with(File::Codes, &codes).expect_err("too many");
    assert_eq!(error.to_string(), "codes.csv line 65537: the file has more than 65535 rows");
}

/// A shipped file written anew, every field in quotation marks, lines ended with CR LF, columns in this order.
fn rewritten(file: File, reverse: bool) -> Vec<u8> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes_of(file));
    let mut writer = csv::WriterBuilder::new()
        .quote_style(csv::QuoteStyle::Always)
        .terminator(csv::Terminator::CRLF)
        .from_writer(b"\xef\xbb\xbf".to_vec());
    for record in reader.records() {
        let record = record.expect("the shipped files are CSV");
        let mut fields: Vec<&str> = record.iter().collect();
        if reverse {
            fields.reverse();
        }
        writer.write_record(fields).expect("memory is enough");
    }
    writer.into_inner().expect("memory is enough")
}

#[test]
fn the_same_data_in_other_dress_are_the_same() {
    for file in File::ALL {
        let text = String::from_utf8(bytes_of(file).to_vec()).expect("the shipped files are UTF-8");
        for variant in [
            format!("\u{feff}{text}").into_bytes(),
            text.replace('\n', "\r\n").into_bytes(),
            text.replace('\n', "\n\n").into_bytes(),
            text.trim_end().as_bytes().to_vec(),
            rewritten(file, false),
            rewritten(file, true),
        ] {
            let (facts, texts) = parse_with(file, &variant).expect("the same data");
            assert!(Library::new(&facts, &texts) == shipped(), "{file}");
        }
    }
}

#[test]
fn lines_are_right_after_quoted_line_breaks() {
    let broken =
        edited(File::Facts, "One source also states the increase as 216 trials.", "\"One source\nalso\r\nstates it.\"");
    let (facts, texts) = parse_with(File::Facts, broken.as_bytes()).expect("a quoted line break");
    let library = Library::new(&facts, &texts);
    let fact = library.fact_named("2020-all-trials-growth").expect("a shipped fact");
    assert_eq!(library.note(fact).en, "One source\nalso\r\nstates it.");

    let broken = broken.replacen("A,wnwk-2020,2020", "A,wnwk-2200,2020", 1);
    let error = parse_with(File::Facts, broken.as_bytes()).expect_err("an unknown source");
    assert_eq!(
        error.to_string(),
        "facts.csv line 12, column `sources`: unknown source `wnwk-2200`; did you mean `wnwk-2020`?"
    );
}

proptest! {
    // Each case reads all five files.
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_it_panic(
        file in 0..File::ALL.len(),
        changes in proptest::collection::vec((any::<Index>(), any::<u8>(), 0_u8..3), 1..5),
    ) {
        let file = File::ALL[file];
        let mut bytes = bytes_of(file).to_vec();
        for (index, byte, change) in changes {
            let position = index.index(bytes.len());
            match change {
                0 => bytes[position] = byte,
                1 => bytes.insert(position, byte),
                _ => drop(bytes.remove(position)),
            }
        }
        // What is still readable must be reconcilable, and what is not must be sayable.
        match parse_with(file, &bytes) {
            Ok((facts, texts)) => assert!(reconcile(Library::new(&facts, &texts)).checked(Check::Addresses) > 0),
            Err(error) => assert!(error.to_string().contains(" line ")),
        }
    }

    #[test]
    fn no_number_makes_it_panic(value in "-?[0-9]{1,12}(\\.[0-9]{1,6})?", row in 0_usize..455) {
        let data = shipped();
        let (id, fact) = data.facts().all().nth(row).expect("a shipped fact");
        let text = std::str::from_utf8(bytes_of(File::Facts)).expect("the shipped files are UTF-8");
        let changed: String = text.split_inclusive('\n').map(|line| {
            if line.starts_with(&format!("{},", data.name(id))) {
                line.replacen(&format!(",{},", fact.value), &format!(",{value},"), 1)
            } else {
                line.to_owned()
            }
        }).collect();
        if let Ok((facts, texts)) = parse_with(File::Facts, changed.as_bytes()) {
            assert_eq!(reconcile(Library::new(&facts, &texts)).checked(Check::Addresses), 59);
        }
    }
}

/// A finding with names instead of ids.
fn described(data: Library<'_>, finding: &Discrepancy) -> String {
    let names = |facts: &[FactId]| facts.iter().map(|id| data.name(*id)).collect::<Vec<_>>().join(", ");
    let facts = names(&finding.facts());
    match finding {
        Discrepancy::ShareOfCounts { computed, gap, .. } => format!("share of counts, {gap:?}, {computed}: {facts}"),
        Discrepancy::NoWholeNumber { from, to, .. } => format!("no whole number from {from} to {to}: {facts}"),
        Discrepancy::NoCommonWholeNumber { .. } => format!("no common whole number: {facts}"),
        Discrepancy::Sum { sum, all_parts, .. } => format!("sum {sum}, all parts {all_parts}: {facts}"),
        Discrepancy::Growth { computed, gap, .. } => format!("growth, {gap:?}, {computed}: {facts}"),
        Discrepancy::GrowthWithoutCounts { .. } => format!("growth without counts: {facts}"),
        Discrepancy::Denominators { .. } => format!("denominators: {facts}"),
        Discrepancy::SourceWithoutAddress { source } => format!("no address: {}", data.source(*source).name),
        other => panic!("{other:?} has no description here"),
    }
}

fn all_described(data: Library<'_>, reconciliation: &Reconciliation) -> Vec<String> {
    reconciliation.findings().iter().map(|finding| described(data, finding)).collect()
}

/// The findings that `notes.md` of the dataset explains, and no others.
#[rustfmt::skip]
const KNOWN: [&str; 8] = [
    "no whole number from 25.001 to 25.047: 2022-new_drug-oncology-cgt-trials-share, 2022-new_drug-cgt-trials-count",
    "no whole number from 395.0185 to 395.9715: 2023-new_drug-biological-oncology-trials-share, 2023-new_drug-biological-trials-count",
    "no whole number from 17.8965 to 17.9935: 2024-new_drug-tcm-digestive-trials-share, 2024-new_drug-tcm-trials-count",
    "growth without counts: 2020-new_drug-biological-trials-growth, 2020-new_drug-biological-trials-count",
    "growth, LastDigit, 13.953: 2024-all-trials-growth, 2024-all-trials-count, 2023-all-trials-count",
    "denominators: 2023-new_drug-chemical-class_1-trials-share-of_product_type, 2023-new_drug-chemical-class_1-trials-share-of_reg_class",
    "denominators: 2024-new_drug-chemical-class_1-trials-share-of_product_type, 2024-new_drug-chemical-class_1-trials-share-of_reg_class",
    "no address: cinic-2022",
];

#[test]
fn the_shipped_data_fit_together() {
    let data = shipped();
    let reconciliation = reconcile(data);
    assert_eq!(all_described(data, &reconciliation), KNOWN);
    assert_eq!(reconciliation.count(Severity::Error), 0);
    assert_eq!(reconciliation.count(Severity::Warning), 8);
    let checked = Check::ALL.map(|check| reconciliation.checked(check));
    assert_eq!(checked, [85, 169, 92, 38, 13, 235, 59]);
    for check in Check::ALL {
        assert!(reconciliation.findings_of(check).all(|finding| finding.check() == check));
    }
}

/// One fact changed: from, to, and what is then found beside the known findings.
#[rustfmt::skip]
const CONTRADICTIONS: &[(&str, &str, &[&str])] = &[
    ("scope,8.1,,A", "scope,8.0,,A", &["share of counts, LastDigit, 8.071: 2020-mrct-trials-share, 2020-mrct-trials-count, 2020-all-trials-count"]),
    ("scope,8.1,,A", "scope,9.1,,A", &["share of counts, Larger, 8.071: 2020-mrct-trials-share, 2020-mrct-trials-count, 2020-all-trials-count", "sum 101, all parts true: 2020-domestic_trials-trials-share, 2020-mrct-trials-share, 2020-other_scope-trials-share"]),
    (",phase,5,<,A", ",phase,4,<,A", &["share of counts, Larger, 4.348: 2022-new_drug-phase_iii-cgt-trials-share, 2022-new_drug-phase_iii-cgt-trials-count, 2022-new_drug-cgt-trials-count"]),
    (",2386,,A", ",2388,,A", &["growth, Larger, 8.961: 2020-all-trials-growth, 2020-all-trials-count, 2019-all-trials-count"]),
    (",1129,,A", ",1130,,A", &["sum 2603, all parts true: 2020-all-trials-count, 2020-new_drug-trials-count, 2020-be-trials-count"]),
    (",643,,A", ",843,,A", &["share of counts, Larger, 57.230: 2020-new_drug-phase_i-trials-share, 2020-new_drug-phase_i-trials-count, 2020-new_drug-trials-count", "sum 1534, all parts false: 2020-new_drug-trials-count, 2020-new_drug-phase_i-trials-count, 2020-new_drug-phase_ii-trials-count, 2020-new_drug-phase_iii-trials-count, 2020-new_drug-phase_iv-trials-count"]),
    (",862,,A", ",862,~,A", &[]),
    ("reg_class,66.6,,A", "reg_class,66.8,,A", &["share of counts, Larger, 66.615: 2023-new_drug-chemical-class_1-trials-share-of_reg_class, 2023-new_drug-chemical-class_1-trials-count, 2023-new_drug-chemical-trials-count", "no common whole number: 2023-new_drug-chemical-class_1-trials-share-of_product_type, 2023-new_drug-chemical-class_1-trials-share-of_reg_class"]),
    ("cell_therapy,,,,75,,A", "cell_therapy,,,,75,>,A", &[]),
    ("cell_therapy,,,,75,,A", "cell_therapy,,,,75,<,A", &[]),
    (",modality=stem_cell,72.4,", ",modality=stem_cell,74.4,", &["share of counts, Larger, 72.414: 2024-new_drug-msc-trials-share, 2024-new_drug-msc-trials-count, 2024-new_drug-stem_cell-trials-count", "no whole number from 21.5615 to 21.5905: 2024-new_drug-msc-trials-share, 2024-new_drug-stem_cell-trials-count", "sum 101.9, all parts true: 2024-new_drug-msc-trials-share, 2024-new_drug-haematopoietic_stem_cell-trials-share, 2024-new_drug-pluripotent_stem_cell-trials-share, 2024-new_drug-other_stem_cell-trials-share"]),
    ("2386,,A", "2386,~,A", &["growth without counts: 2020-all-trials-growth, 2020-all-trials-count, 2019-all-trials-count"]),
];

#[test]
fn contradictions_are_found() {
    let known = BTreeSet::from(KNOWN.map(str::to_owned));
    for (from, to, expected) in CONTRADICTIONS {
        let (facts, texts) =
            parse_with(File::Facts, edited(File::Facts, from, to).as_bytes()).expect("a readable change");
        let library = Library::new(&facts, &texts);
        let found = all_described(library, &reconcile(library));
        let found: Vec<String> = found.into_iter().filter(|finding| !known.contains(finding)).collect();
        assert_eq!(found, *expected, "{to}");
    }
}

#[test]
fn only_contradictions_are_errors() {
    let broken = edited(File::Facts, ",2386,,A", ",2586,,A");
    let (facts, texts) = parse_with(File::Facts, broken.as_bytes()).expect("a readable change");
    let reconciliation = reconcile(Library::new(&facts, &texts));
    for finding in reconciliation.findings() {
        let is_larger = matches!(finding, Discrepancy::Growth { gap: Gap::Larger, .. });
        assert_eq!(finding.severity() == Severity::Error, is_larger, "{finding:?}");
    }
    assert_eq!(reconciliation.count(Severity::Error), 1);
}

mod datapackage {
    //! The description of the files agrees with the files.

    use serde_json::Value;

    use super::{BTreeSet, Dimension, File, KIND, Origin, TERM_LISTS, bytes_of, csv_rows};

    fn package() -> Value {
        let text = include_str!("../public/data/datapackage.json");
        serde_json::from_str(text).expect("JSON")
    }

    fn resource(package: &Value, file: File) -> &Value {
        let resources = package["resources"].as_array().expect("resources");
        resources.iter().find(|resource| resource["path"] == file.name()).expect("a resource for each file")
    }

    fn fields(resource: &Value) -> &[Value] {
        resource["schema"]["fields"].as_array().expect("fields")
    }

    fn enumeration(resource: &Value, name: &str) -> Option<Vec<String>> {
        let field = fields(resource).iter().find(|field| field["name"] == name).expect("a field");
        let values = field["constraints"].get("enum")?.as_array().expect("a list");
        Some(values.iter().map(|value| value.as_str().expect("text").to_owned()).collect())
    }

    #[test]
    fn sizes_and_headers_are_those_of_the_files() {
        let package = package();
        assert_eq!(package["$schema"], "https://datapackage.org/profiles/2.0/datapackage.json");
        // The keywords are no data: they are described beside them, and tested with what reads them (tests/trials.rs).
        assert_eq!(package["resources"].as_array().map(Vec::len), Some(File::ALL.len() + 1));
        for file in File::ALL {
            let resource = resource(&package, file);
            assert_eq!(resource["bytes"].as_u64(), u64::try_from(bytes_of(file).len()).ok(), "{file}");
            let header = csv_rows(file).remove(0);
            let names: Vec<&str> = fields(resource).iter().filter_map(|field| field["name"].as_str()).collect();
            assert_eq!(names, header, "{file}");
            for field in fields(resource) {
                assert!(field["type"].is_string() && field["description"].is_string(), "{file}: {field}");
            }
        }
    }

    #[test]
    fn enumerations_are_the_code_lists() {
        let package = package();
        let rows = csv_rows(File::Codes);
        let codes_of = |list: &str| -> Vec<String> {
            rows.iter().filter(|row| row[0] == list).map(|row| row[1].clone()).collect()
        };
        for (file, measures) in [(File::Facts, Origin::Reports), (File::World, Origin::World)] {
            let header = csv_rows(file).remove(0);
            let columns = Dimension::ALL.map(Dimension::code).into_iter().chain(["statistic", "qualifier", "grade"]);
            for column in columns.filter(|column| header.iter().any(|name| name == column)) {
                assert_eq!(enumeration(resource(&package, file), column), Some(codes_of(column)), "{file}: {column}");
            }
            assert_eq!(enumeration(resource(&package, file), "measure"), Some(codes_of(measures.code())), "{file}");
        }
        assert_eq!(enumeration(resource(&package, File::Sources), "kind"), Some(codes_of("kind")));
        let lists: BTreeSet<String> =
            enumeration(resource(&package, File::Codes), "dimension").expect("a list").into_iter().collect();
        let measures = Origin::ALL.map(Origin::code);
        let known = Dimension::ALL.map(Dimension::code).into_iter().chain(measures).chain(TERM_LISTS).chain([KIND]);
        assert_eq!(lists, known.map(str::to_owned).collect());
    }

    #[test]
    fn every_value_keeps_its_constraints() {
        let package = package();
        for file in File::ALL {
            let resource = resource(&package, file);
            for row in csv_rows(file).iter().skip(1) {
                for (field, text) in fields(resource).iter().zip(row) {
                    let constraints = &field["constraints"];
                    assert!(!(text.is_empty() && constraints["required"] == true), "{file}: {row:?}");
                    let allowed = constraints["enum"].as_array();
                    let is_allowed =
                        text.is_empty() || allowed.is_none_or(|allowed| allowed.iter().any(|value| value == text));
                    assert!(is_allowed, "{file}: {text} in {row:?}");
                }
            }
        }
    }
}

fn csv_rows(file: File) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes_of(file));
    let rows = reader.records().map(|record| record.expect("the shipped files are CSV"));
    rows.map(|record| record.iter().map(str::to_owned).collect()).collect()
}
