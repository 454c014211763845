//! What readers type, and what must come first.

use proptest::prelude::*;

use super::entry::Initials;
use super::topics::TOPICS;
use super::words::is_chinese;
use super::{Hit, Index, Note, Target, synonyms};
use crate::dataset::{Dimension, Facts, Library, Statistic, TERM_LISTS, Year};
use crate::figures::{figure, figures};

fn facts() -> &'static Facts {
    Facts::shipped().expect("the shipped data are read by a test of their own")
}

fn library() -> Library<'static> {
    Library::shipped().expect("the shipped data are read by a test of their own")
}

fn index() -> &'static Index {
    static INDEX: std::sync::OnceLock<Index> = std::sync::OnceLock::new();
    INDEX.get_or_init(|| Index::new(facts()))
}

/// The name of a fact, a colon and the name of a figure, or "About" and the name of a topic.
fn name(target: Target) -> String {
    match target {
        Target::Figure(figure) => format!(":{}", figure.id),
        Target::Fact(id) => library().name(id).to_owned(),
        Target::Topic(topic) => format!("About {}", topic.name.en),
    }
}

fn names(query: &str, limit: usize) -> Vec<String> {
    index().find(query, limit).into_iter().map(|hit| name(hit.target)).collect()
}

/// Each query with what must come first, in this order.
fn check(cases: &[(&str, &[&str])]) {
    for (query, expected) in cases {
        assert_eq!(names(query, expected.len()), *expected, "{query:?}");
    }
}

const MRCT_2024: &[&str] = &["2024-new_drug-mrct-trials-count", "2024-new_drug-mrct-trials-share"];
const ALL_2024: &[&str] = &["2024-all-trials-count"];
const BE_2024: &[&str] = &["2024-be-trials-count", "2024-be-trials-share"];
const CATEGORY_1_2024: &[&str] = &["2024-new_drug-class_1-trials-count", "2024-new_drug-class_1-trials-share"];
const CGT_2024: &[&str] = &["2024-new_drug-cgt-trials-count", "2024-new_drug-cgt-trials-growth"];
const TCM_2024: &[&str] = &["2024-tcm-trials-share", "2024-new_drug-tcm-trials-count"];
const CHILDREN_2024: &[&str] =
    &["2024-new_drug-paediatric_only-trials-count", "2024-new_drug-phase_iii-paediatric_only-trials-share"];

#[test]
fn words_lead_to_the_facts_that_they_name() {
    check(&[
        ("MRCT 2024", MRCT_2024),
        ("mrct trials in 2024", MRCT_2024),
        ("multi-regional 2024", MRCT_2024),
        ("multiregional 2024", MRCT_2024),
        ("international 2024", MRCT_2024),
        ("2023-2024 MRCT", MRCT_2024),
        ("BE 2024", BE_2024),
        ("bioequivalence 2024", BE_2024),
        ("generics 2024", BE_2024),
        ("TCM 2024", TCM_2024),
        ("traditional 2024", TCM_2024),
        ("paediatric 2024", CHILDREN_2024),
        ("pediatric 2024", CHILDREN_2024),
        ("children 2024", CHILDREN_2024),
        ("kids 2024", CHILDREN_2024),
        ("CGT 2024", CGT_2024),
        ("cell and gene therapy 2024", CGT_2024),
        ("CAR-T 2024", &["2024-new_drug-car_t-trials-count"]),
        ("cart 2024", &["2024-new_drug-car_t-trials-count"]),
        ("PD-1", &["2021-new_drug-target_pd_1-trials-count", "2020-new_drug-target_pd_1-trials-count"]),
        ("orphan 2024", &["2024-new_drug-rare_disease-trials-count"]),
        ("growth 2024", &["2024-all-trials-growth", "2024-new_drug-trials-growth"]),
        ("biologics 2024", &["2024-biological-trials-share"]),
        ("small molecule 2024", &["2024-chemical-trials-share"]),
        ("phase 2", &["2024-new_drug-phase_ii-trials-count", "2023-new_drug-phase_ii-trials-count"]),
        ("Phase III 2024", &["2024-new_drug-phase_iii-trials-count"]),
        ("biological oncology share 2024", &["2024-new_drug-biological-oncology-trials-share"]),
        ("keytruda", &["2020-new_drug-biological_therapeutic-product_pembrolizumab-trials-count"]),
    ]);
}

#[test]
fn chinese_needs_no_spaces() {
    check(&[
        ("国际多中心 2024", MRCT_2024),
        ("2024年国际多中心试验", MRCT_2024),
        ("2024年国际多中心临床试验的数量是多少？", MRCT_2024),
        ("仿制药 2024", BE_2024),
        ("中药2024", TCM_2024),
        ("24年儿童", CHILDREN_2024),
        ("细胞基因治疗２０２４年", CGT_2024),
        ("1类创新药 2024", CATEGORY_1_2024),
        ("Ⅱ期2024", &["2024-new_drug-phase_ii-trials-count"]),
        ("2024年二期", &["2024-new_drug-phase_ii-trials-count"]),
        ("罕见病药物2024", &["2024-new_drug-rare_disease-trials-count"]),
        ("增长 2024", &["2024-all-trials-growth"]),
        ("2024年生物制品抗肿瘤占比", &["2024-new_drug-biological-oncology-trials-share"]),
        ("化药 2024", &["2024-chemical-trials-share"]),
        ("境外申办者", &["2020-foreign_sponsor-trials-share"]),
        ("2020年老年", &["2020-elderly_only-trials-count"]),
        // Pinyin initials.
        ("gjdzx 2024", MRCT_2024),
        ("zy 2024", TCM_2024),
        ("tbzzl 2024", &["2024-all-trials-growth"]),
    ]);
}

#[test]
fn every_word_for_oncology_leads_to_oncology() {
    let words =
        ["oncology", "cancer", "tumour", "tumor", "肿瘤", "抗肿瘤", "癌", "kzl", "oncolgy", "onocology", "oncolo"];
    for word in words {
        let hits = names(&format!("{word} 2024"), 8);
        assert_eq!(hits.len(), 8, "{word}");
        assert!(hits.iter().all(|name| name.starts_with("2024-") && name.contains("oncology")), "{word}: {hits:?}");
    }
}

#[test]
fn numbers_are_found_as_they_are_typed() {
    check(&[
        ("4900", ALL_2024),
        ("4,900", ALL_2024),
        ("４，９００", ALL_2024),
        ("4\u{202F}900", ALL_2024),
        ("490", ALL_2024),
        ("4900项", ALL_2024),
        ("2024", ALL_2024),
        ("24年", ALL_2024),
        ("337", &MRCT_2024[..1]),
        ("13.3", &MRCT_2024[1..]),
        ("13.3 %", &MRCT_2024[1..]),
        ("43.1%", &["2024-new_drug-biological-oncology-trials-share"]),
        ("43.1", &["2024-new_drug-biological-oncology-trials-share"]),
        ("42% CGT 2024", &["2024-new_drug-cgt-trials-growth"]),
        ("-37.5", &["2023-new_drug-days_to_registration_change-mean"]),
    ]);
    assert!(!names("337%", 9).contains(&MRCT_2024[0].to_owned()), "a count is no percentage");
}

#[test]
fn a_question_leads_to_its_figure() {
    check(&[
        ("sponsor", &[":sponsors"]),
        ("Who sponsors the trials?", &[":sponsors"]),
        ("申办者", &[":sponsors"]),
        ("rare disease", &[":rare_disease_areas", ":populations"]),
        ("罕见病", &[":rare_disease_areas"]),
        ("elderly", &[":populations"]),
        ("How many trials were registered?", &[":registered"]),
        ("growth", &[":registered"]),
        ("趋势", &[":registered"]),
        ("MRCT", &[":multi_regional", ":scope"]),
        ("DMC", &[":data_monitoring"]),
        ("sites", &[":site_regions"]),
        ("机构", &[":site_regions"]),
        ("start-up", &[":started_within_6_months"]),
        ("time to market", &[":development_years"]),
        ("clinical hold", &[":stopped"]),
        ("category 1", &[":category_1"]),
        ("therapeutic area", &[":disease_areas"]),
        ("biologics", &[":product_types"]),
    ]);
}

/// The numbers of other populations are found by their own words, and stand behind CDE's for everyone else's.
#[test]
fn china_in_the_world_is_found() {
    check(&[
        ("world", &[":studies_of_the_world"]),
        ("WHO", &[":studies_of_the_world"]),
        ("ICTRP", &[":studies_of_the_world"]),
        ("United States", &[":china_and_united_states"]),
        ("USA", &[":china_and_united_states"]),
        ("IQVIA", &[":shares_of_the_world"]),
        ("全球", &[":studies_of_the_world"]),
        ("美国", &[":china_and_united_states"]),
        ("世界卫生组织", &[":studies_of_the_world"]),
        ("ChiCTR", &[":registries_of_china"]),
        ("United States 2023", &["ictrp_registered-united_states-2023"]),
        ("8662", &["ictrp_china_sponsored-china-2018"]),
        ("WHO 2018 China", &["ictrp_china_sponsored-china-2018"]),
    ]);
}

/// The two meanings of "innovative drugs" in 2024, each with its note.
const BOTH_2024: [(&str, Option<Note>); 2] = [
    ("2024-new_drug-class_1-trials-count", Some(Note::InnovativeIsCategory1)),
    ("2024-new_drug-trials-count", Some(Note::NewDrugsAreMore)),
];

#[test]
fn innovative_drugs_and_new_drugs_have_two_answers_each_with_what_it_counts() {
    let lead = |query: &str| -> Vec<(String, Option<Note>)> {
        index().find(query, 2).into_iter().map(|hit| (name(hit.target), hit.note)).collect()
    };
    let [category_1, new_drug] = BOTH_2024.map(|(name, note)| (name.to_owned(), note));
    for query in [
        "innovative drugs",
        "innovative drugs 2024",
        "Innovative drug trials",
        "novel drugs 2024",
        "创新药",
        "创新药 2024",
        "2024年创新药试验",
        "cxy 2024",
        "innovative drugs in China, 2019-2024",
    ] {
        assert_eq!(lead(query), [category_1.clone(), new_drug.clone()], "{query}");
    }
    for query in ["new drugs", "new drugs 2024", "new-drug trials", "新药", "新药 2024", "2024年新药临床试验数量"]
    {
        assert_eq!(lead(query), [new_drug.clone(), category_1.clone()], "{query}");
    }
    // Another year that prints both; and one that prints one of them, where there is nothing to choose.
    assert_eq!(lead("创新药 2023")[0].0, "2023-new_drug-class_1-trials-count");
    assert_eq!(lead("new drugs 2022")[0], ("2022-new_drug-trials-count".to_owned(), None));
}

#[test]
fn a_note_stands_only_beside_what_is_meant_otherwise() {
    let hits = index().find("innovative oncology 2024", 3);
    assert!(hits.iter().all(|hit| hit.note == Some(Note::InnovativeIsCategory1)), "{hits:?}");
    for query in ["category 1 2024", "1类 2024", "drugs 2024", "in 2024", "MRCT 2024", "获批创新药 2023"] {
        let hits = index().find(query, 5);
        assert!(!hits.is_empty() && hits.iter().all(|hit| hit.note.is_none()), "{query}");
    }
}

#[test]
fn words_of_the_source_article_and_of_the_trade_are_found() {
    check(&[
        ("quality control", &["About quality control"]),
        ("quality control 2024", &["About quality control"]),
        ("质量管理", &["About quality control"]),
        ("2024年质量管理情况", &["About quality control"]),
        ("质控", &["About quality control"]),
        ("Covington", &["About the source article"]),
        ("covington & burling", &["About the source article"]),
        ("科文顿", &["About the source article"]),
        ("ADC", &["About antibody–drug conjugates (ADC)"]),
        ("双抗", &["About bispecific antibodies"]),
        ("临床默示许可", &["About implied permission to start trials"]),
        ("geographical distribution", &[":leading_units", ":site_regions"]),
        ("地域分布", &[":leading_units", ":site_regions"]),
        ("implementation status", &[":milestones", ":completed"]),
        ("实施情况", &[":milestones", ":completed"]),
        ("paused", &[":stopped", "2024-cde_ordered_suspension_or_termination-trials-count"]),
        ("terminated", &[":stopped", "2024-cde_ordered_suspension_or_termination-trials-count"]),
        ("voluntary", &[":stopped", "2024-cde_ordered_suspension_or_termination-trials-count"]),
        ("new-to-the-world", &[":category_1"]),
        ("new to the world 2024", CATEGORY_1_2024),
        ("small molecule", &[":product_types", "2024-chemical-trials-share"]),
        ("GCT", &[":cell_and_gene_therapy"]),
        ("GCT 2024", CGT_2024),
    ]);
    let hits = names("new-to-the-world", usize::MAX);
    assert!(hits.iter().all(|name| name.contains("class_1") || name.contains("categor")), "{hits:?}");
}

/// What the source article prints: the numbers in the texts of its findings, as they stand there and as others write them.
#[test]
fn every_number_of_the_source_article_leads_to_its_fact() {
    let mut checked = 0;
    for takeaway in library().takeaways() {
        for id in &takeaway.facts {
            let fact = facts().fact(*id);
            let value = fact.value.to_string();
            let is_percent = matches!(fact.key.statistic, Statistic::Share | Statistic::Growth);
            let spellings = if is_percent {
                vec![
                    value.clone(),
                    format!("{value}%"),
                    format!("{value} %"),
                    format!("{value}\u{202F}%"),
                    format!("{value}％"),
                ]
            } else {
                vec![
                    value.clone(),
                    with_thousands(&value),
                    format!("{} trials", with_thousands(&value)),
                    format!("{value}项"),
                ]
            };
            for typed in spellings {
                assert_eq!(names(&typed, 1), [library().name(*id)], "{typed:?}");
                checked += 1;
            }
            let text = &takeaway.text.en;
            let is_said = text.contains(&with_thousands(&value)) || text.contains(&value) || text.contains("no trial");
            assert!(is_said || text.contains("overall"), "{value} in {text}");
        }
    }
    assert!(checked > 80, "{checked}");
}

/// `4,900` for `4900`.
fn with_thousands(digits: &str) -> String {
    match digits.len().checked_sub(3) {
        Some(split @ 1..) => format!("{},{}", &digits[..split], &digits[split..]),
        _ => digits.to_owned(),
    }
}

#[test]
fn a_bare_number_is_of_the_newest_year_and_the_main_series_first() {
    check(&[
        (
            "24.7 %",
            &[
                "2024-new_drug-chemical-oncology-trials-share",
                "2022-new_drug-beijing-leading_unit_participations-share",
            ],
        ),
        ("13.9 %", &["2024-all-trials-growth", "2020-new_drug-biological-preventive_vaccine-trials-share"]),
        ("51.8%", &["2024-new_drug-trials-share", "2023-new_drug-biological-class_1-oncology-trials-share"]),
    ]);
}

#[test]
fn every_topic_leads_to_a_figure_or_to_the_sources_and_speaks_both_languages() {
    for topic in TOPICS {
        assert!(topic.figure.is_none_or(|id| figure(id).is_some()), "{}", topic.id);
        for text in [topic.name, topic.text] {
            assert!(text.en.is_ascii() || text.en.contains('–'), "{}", text.en);
            assert!(text.zh.chars().any(is_chinese), "{}", text.zh);
        }
        for typed in [topic.name.en, topic.name.zh] {
            assert_eq!(names(typed, 1), [format!("About {}", topic.name.en)], "{typed}");
        }
    }
}

/// How the work is spoken of among us is no word of the page.
#[test]
fn the_page_and_the_search_know_no_jargon_of_ours() {
    for text in FILES_OF_WORDS {
        assert!(!text.contains("种子文章") && !text.to_lowercase().contains("seed post"));
        assert!(!text.contains("The seed "));
    }
    for query in ["seed post", "种子文章"] {
        assert!(index().find(query, 9).iter().all(|hit| hit.score <= 250), "{query} is nothing's name");
    }
}

const FILES_OF_WORDS: [&str; 6] = [
    include_str!("../../public/data/codes.csv"),
    include_str!("../../public/data/facts.csv"),
    include_str!("../../public/data/takeaways.csv"),
    include_str!("../../public/data/disputes.csv"),
    include_str!("synonyms.rs"),
    include_str!("../locale/messages.rs"),
];

#[test]
fn every_fact_of_a_year_query_is_of_that_year() {
    let year_of = |hit: &Hit| if let Target::Fact(id) = hit.target { Some(facts().fact(id).key.year) } else { None };
    for hit in index().find("phase 2022", usize::MAX) {
        assert!(year_of(&hit).is_none_or(|year| year == Year(2022)));
    }
    // Nothing of 2022: what is printed of other years comes, but as the lesser answer.
    let hits = index().find("老年人 2022", usize::MAX);
    assert!(matches!(hits.first().map(|hit| hit.target), Some(Target::Figure(_))));
    assert!(hits.iter().any(|hit| year_of(hit) == Some(Year(2020)) && hit.score <= 250));
}

#[test]
fn what_fits_best_comes_where_nothing_fits_all() {
    let full = index().find("mrct 2024", 1);
    for query in ["xyzzyx mrct 2024", "重庆国际多中心2024", "mrct 2024 9999999"] {
        let hits = index().find(query, 2);
        assert_eq!(hits.iter().map(|hit| name(hit.target)).collect::<Vec<_>>(), MRCT_2024, "{query}");
        assert!(
            hits.iter().all(|hit| hit.score <= 250 && full.iter().all(|best| best.score > 2 * hit.score)),
            "{query}"
        );
    }
}

#[test]
fn what_means_nothing_finds_nothing() {
    for query in
        ["", " ", "%", "？！", "\u{0}\u{7}", "😀", "qxqxqxqx", "2008", "2008年", "99999999999999999999999999", "，。"]
    {
        assert_eq!(index().find(query, 9), [], "{query:?}");
    }
    assert_eq!(index().find("2024", 0), []);
}

#[test]
fn every_figure_and_fact_is_found() {
    for figure in figures() {
        for question in [figure.question.en, figure.question.zh] {
            let position = names(question, 20).iter().position(|name| *name == format!(":{}", figure.id));
            assert!(position.is_some(), "{question}");
        }
    }
    for (id, fact) in facts().all() {
        let query = format!("{} {}", fact.key.year, fact.value);
        assert!(names(&query, usize::MAX).iter().any(|name| name == library().name(id)), "{query}");
    }
}

#[test]
fn every_synonym_belongs_to_something() {
    let codes = facts().codes();
    for (list, code, texts) in synonyms::SYNONYMS {
        let is_known = match *list {
            "figure" => figure(code).is_some(),
            "topic" => TOPICS.iter().any(|topic| topic.id == *code),
            "measure" => codes.measure(code).is_some(),
            list if TERM_LISTS.contains(&list) => codes.term(list, code).is_some(),
            column => Dimension::from_code(column).is_some_and(|dimension| codes.find(dimension, code).is_some()),
        };
        assert!(is_known && !texts.is_empty(), "{list} {code}");
    }
}

#[test]
fn every_chinese_character_of_a_name_has_an_initial() {
    let (initials, codes) = (Initials::new(), facts().codes());
    let of_dimensions = Dimension::ALL.into_iter().flat_map(|dimension| codes.of(dimension));
    let labels = of_dimensions.map(|id| &codes.get(id).label).chain(codes.measures().iter().map(|one| &one.label));
    let synonyms = synonyms::SYNONYMS.iter().map(|entry| entry.2);
    for text in labels.map(|label| label.zh.as_str()).chain(synonyms) {
        for char in text.chars().filter(|char| is_chinese(*char)) {
            assert!(initials.of(char).is_some_and(|letter| letter.is_ascii_lowercase()), "{char} of {text}");
        }
    }
}

/// What a reader may type: words that mean something, in any order, and anything else.
fn query() -> impl Strategy<Value = String> {
    let word =
        prop_oneof!["\\PC{0,12}", "[ -~]{0,12}", Just("抗肿瘤".to_owned()), Just("MRCT".to_owned()), "20[12][0-9]年?"];
    prop_oneof![any::<String>(), proptest::collection::vec(word, 0..6).prop_map(|words| words.concat())]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_query_breaks_the_search(query in query(), limit in 0_usize..30) {
        let hits = index().find(&query, limit);
        prop_assert!(hits.len() <= limit);
        prop_assert!(hits.is_sorted_by(|one, next| one.score >= next.score));
        let (full, again) = (index().find(&query, usize::MAX), index().find(&query, limit));
        prop_assert_eq!(&full[..hits.len()], &hits[..]);
        prop_assert_eq!(hits, again);
    }

    #[test]
    fn no_length_breaks_the_search(part in "\\PC{1,3}", times in 1_usize..50_000) {
        prop_assert!(index().find(&part.repeat(times), 5).len() <= 5);
    }
}

/// "ICH" stands inside "which", the first word of eight questions.
#[test]
fn three_letters_are_no_part_of_a_word() {
    assert_eq!(names("ICH", 10), Vec::<String>::new());
    assert!(!names("oncolog", 5).is_empty(), "the beginning of a word is");
}
