//! Citations of one number, as law-firm memos and Chinese reports write them.

use crate::address::Language;
use crate::dataset::{FactId, Facts, OWN_KIND, Source, SourceId, Year};

/// What a citation is made of.
#[derive(Clone, Copy, Debug)]
pub struct Citation<'a> {
    /// The number with its group, population and edition, in the language of the citation.
    pub statement: &'a str,
    /// The edition of the report that states it first; nothing when none does.
    pub edition: Option<Year>,
    /// The source that is cited.
    pub source: Option<&'a Source>,
    /// The address of the view that shows the number.
    pub link: &'a str,
    /// The day of citing, as `2026-11-23`.
    pub today: &'a str,
}

/// A source from which a number can be cited.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Citable {
    /// The source.
    pub source: SourceId,
    /// The edition of the report that the fact which it prints is stated in first; nothing when none states it.
    pub edition: Option<Year>,
}

/// The sources of some facts, each once and the best first: those that print a fact most directly, which it names first,
/// come before those that only print it too.
pub fn citable(facts: &Facts, of: &[FactId]) -> Vec<Citable> {
    let named = of.iter().flat_map(|id| {
        let fact = facts.fact(*id);
        fact.sources.iter().enumerate().map(|(rank, source)| (rank, Citable { source: *source, edition: fact.report }))
    });
    let mut ranked: Vec<(usize, Citable)> = named.collect();
    // Stable: of equals, that of the fact named first.
    ranked.sort_by_key(|(rank, _)| *rank);
    let mut best: Vec<Citable> = Vec::new();
    for (_, one) in ranked {
        if best.iter().all(|known| known.source != one.source) {
            best.push(one);
        }
    }
    best
}

/// The edition of 2020 bears another title than those after it.
const FIRST_EDITION: Year = Year(2020);

/// The title of an edition of the report.
pub(super) fn report_title(language: Language, year: Year) -> String {
    match language {
        Language::En => {
            let subject = if year == FIRST_EDITION { "Status" } else { "Progress" };
            format!("Annual Report on the {subject} of Clinical Trials for New Drug Registration in China ({year})")
        }
        Language::Zh => {
            let subject = if year == FIRST_EDITION { "现状" } else { "进展" };
            format!("中国新药注册临床试验{subject}年度报告（{year}年）")
        }
    }
}

/// Who publishes the report.
pub(super) const fn report_author(language: Language) -> &'static str {
    match language {
        Language::En => "Center for Drug Evaluation (CDE), National Medical Products Administration of China",
        Language::Zh => "国家药品监督管理局药品审评中心",
    }
}

/// A citation in English prose order, or in the form of GB/T 7714 for Chinese.
///
/// ```
/// use china_trials_explorer::address::Language;
/// use china_trials_explorer::export::{Citation, citation};
///
/// let number = Citation {
///     statement: "2024: 4,900 trials",
///     edition: None,
///     source: None,
///     link: "https://portal.example/?v=1",
///     today: "2026-11-23",
/// };
/// let cited = citation(Language::En, &number);
/// assert_eq!(cited, "2024: 4,900 trials. China Trials Explorer, accessed 2026-11-23, https://portal.example/?v=1");
/// ```
pub fn citation(language: Language, citation: &Citation<'_>) -> String {
    let Citation { statement, edition, source, link, today } = *citation;
    let stop = if language == Language::En { "." } else { "。" };
    let cited = SentenceCitation {
        sentence: format!("{statement}{stop}"),
        editions: edition.into_iter().collect(),
        // A single source bears everything.
        sources: source.into_iter().map(|source| (source, Vec::new())).collect(),
        link,
        today,
    };
    citation_of_sentence(language, &cited)
}

/// The report in its editions, with whoever publishes it.
fn reports(language: Language, editions: &[Year]) -> String {
    let titles: Vec<String> = editions.iter().map(|year| report_title(language, *year)).collect();
    match (titles.as_slice(), language) {
        ([], _) => String::new(),
        (titles, Language::En) => format!(" {}. {}.", report_author(language), titles.join("; ")),
        (titles, Language::Zh) => format!("{}. {}[R].", report_author(language), titles.join("；")),
    }
}

/// What no edition states is the source's own, and not reported by it.
fn source_in_english(source: &Source, is_reported: bool) -> String {
    if source.kind == OWN_KIND {
        return format!("Reader's {}, not published", source.publisher.en);
    }
    let date = if source.published.is_empty() { String::new() } else { format!(", {}", source.published) };
    let url = source.link().map(|url| format!(", {url}")).unwrap_or_default();
    let lead = if is_reported { "As reported by " } else { "" };
    format!("{lead}{}, “{}”{date}{url}", source.publisher.en, source.title)
}

/// GB/T 7714-2015: an online source `[EB/OL]`, with the day of publication in round and of access in square brackets.
fn source_in_chinese(source: &Source, is_reported: bool, today: &str) -> String {
    if source.kind == OWN_KIND {
        return format!(" {}，未公开发表.", source.publisher.zh);
    }
    let date = if source.published.is_empty() { String::new() } else { format!("({})", source.published) };
    let url = source.link().map(|url| format!(" {url}.")).unwrap_or_default();
    let lead = if is_reported { " 转引自: " } else { "" };
    format!("{lead}{}. {}[EB/OL]. {date}[{today}].{url}", source.publisher.zh, source.title)
}

/// A sentence with numbers of several sources.
#[derive(Clone, PartialEq, Debug)]
pub struct SentenceCitation<'a> {
    /// The sentence, with its full stop.
    pub sentence: String,
    /// The editions of the report that state its numbers.
    pub editions: Vec<Year>,
    /// Each source, with the numbers of the sentence that it prints or that follow from what it prints.
    pub sources: Vec<(&'a Source, Vec<String>)>,
    /// The address of the view that says the sentence.
    pub link: &'a str,
    /// The day of citing, as `2026-11-23`.
    pub today: &'a str,
}

/// A citation of a sentence, in English prose order or in the form of GB/T 7714 for Chinese; where there are several sources, each says which numbers it bears.
pub fn citation_of_sentence(language: Language, cited: &SentenceCitation<'_>) -> String {
    let SentenceCitation { sentence, editions, sources, link, today } = cited;
    let (report, is_reported) = (reports(language, editions), !editions.is_empty());
    let numbers = |numbers: &[String]| match (sources.len(), language) {
        (..=1, _) => String::new(),
        (_, Language::En) => format!(" ({})", numbers.join("; ")),
        (_, Language::Zh) => format!("（{}）", numbers.join("、")),
    };
    let named = |(source, borne): &(&Source, Vec<String>)| match language {
        Language::En => format!(" {}{}.", source_in_english(source, is_reported), numbers(borne)),
        Language::Zh => format!("{}{}", source_in_chinese(source, is_reported, today), numbers(borne)),
    };
    let sources: String = sources.iter().map(named).collect();
    match language {
        Language::En => format!("{sentence}{report}{sources} China Trials Explorer, accessed {today}, {link}"),
        Language::Zh => format!("{sentence}{report}{sources} 数据视图: 中国临床试验数据[DB/OL]. [{today}]. {link}."),
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test may fail")]
mod tests {
    use super::*;
    use crate::dataset::{Bilingual, Library};

    fn published_by(en: &str, zh: &str) -> Bilingual {
        Bilingual { en: en.to_owned(), zh: zh.to_owned() }
    }

    fn source() -> Source {
        Source {
            title: "中国新药注册临床试验进展年度报告".to_owned(),
            publisher: published_by("China Medical News", "中国医药报"),
            url: "https://example.org/report".to_owned(),
            published: "2025-06-23".to_owned(),
            ..Source::default()
        }
    }

    #[test]
    fn both_forms_hold_statement_report_source_and_days() {
        let source = source();
        let of = |edition, source| Citation {
            statement: "2024: 444",
            edition,
            source,
            link: "https://portal.example/?v=1",
            today: "2026-11-23",
        };
        insta::assert_snapshot!(citation(Language::En, &of(Some(Year(2024)), Some(&source))), @"2024: 444. Center for Drug Evaluation (CDE), National Medical Products Administration of China. Annual Report on the Progress of Clinical Trials for New Drug Registration in China (2024). As reported by China Medical News, “中国新药注册临床试验进展年度报告”, 2025-06-23, https://example.org/report. China Trials Explorer, accessed 2026-11-23, https://portal.example/?v=1");
        insta::assert_snapshot!(citation(Language::Zh, &of(Some(Year(2020)), Some(&source))), @"2024: 444。国家药品监督管理局药品审评中心. 中国新药注册临床试验现状年度报告（2020年）[R]. 转引自: 中国医药报. 中国新药注册临床试验进展年度报告[EB/OL]. (2025-06-23)[2026-11-23]. https://example.org/report. 数据视图: 中国临床试验数据[DB/OL]. [2026-11-23]. https://portal.example/?v=1.");
        insta::assert_snapshot!(citation(Language::En, &of(None, None)), @"2024: 444. China Trials Explorer, accessed 2026-11-23, https://portal.example/?v=1");
    }

    #[test]
    fn a_mirror_is_named_but_not_linked() {
        let publisher = published_by("China Medical News (third-party mirror)", "中国医药报（第三方转载）");
        let mirror = Source { publisher, ..source() };
        let cited = Citation { statement: "x", edition: None, source: Some(&mirror), link: "l", today: "t" };
        for language in Language::ALL {
            assert!(!citation(language, &cited).contains("example.org"));
        }
    }

    /// The names of the sources that some facts can be cited from, each with the edition of the report.
    fn cited_from(names: &[&str]) -> Vec<(String, Option<u16>)> {
        let library = Library::shipped().expect("the shipped data unpack");
        let facts: Vec<FactId> = names.iter().map(|name| library.fact_named(name).expect("a fact")).collect();
        let sources = citable(library.facts(), &facts).into_iter();
        sources.map(|one| (library.source(one.source).name.clone(), one.edition.map(|year| year.0))).collect()
    }

    #[test]
    fn the_most_direct_source_of_each_fact_comes_first_and_none_twice() {
        let of = |name: &str, edition| (name.to_owned(), Some(edition));
        assert_eq!(
            cited_from(&["2024-new_drug-trials-count"]),
            [of("dwqyiyao-2025", 2024), of("auditmed-2025", 2024), of("covington-2025", 2024)]
        );
        // What is derived from two facts: the first source of each before the others.
        let of_both = cited_from(&["2024-new_drug-trials-count", "2023-new_drug-trials-count"]);
        assert_eq!(of_both[..3], [of("dwqyiyao-2025", 2024), of("npoall-2024", 2023), of("auditmed-2025", 2024)]);
        assert_eq!(of_both.len(), 7);
        assert_eq!(cited_from(&[]), []);
    }

    /// GB/T 7714 names a Chinese source in Chinese: beside the numbers no word of it is English, unless that is its only name.
    #[test]
    fn a_chinese_source_is_cited_in_chinese() {
        const LATIN_NAMES: [&str; 6] = ["Medvalley", "Codex", "Immuclin", "Reportify", "CDE", "PD"];
        let library = Library::shipped().expect("the shipped data unpack");
        let sources = library.sources().iter().filter(|source| source.language == "zh");
        let mut checked = 0;
        for source in sources {
            let cited =
                Citation { statement: "一", edition: Some(Year(2024)), source: Some(source), link: "#", today: "t" };
            let text = citation(Language::Zh, &cited).replace(source.link().unwrap_or("#"), "");
            let words = text.split(|char: char| !char.is_ascii_alphanumeric() && !".-/".contains(char));
            let is_english = |word: &&str| {
                word.chars().filter(char::is_ascii_alphabetic).count() > 2
                    && !word.trim_matches('.').contains('.')
                    && !LATIN_NAMES.iter().any(|name| word.contains(name))
            };
            let english: Vec<&str> =
                words.filter(is_english).filter(|word| !["EB/OL", "DB/OL"].contains(word)).collect();
            assert!(english.is_empty(), "{english:?} in {text}");
            checked += 1;
        }
        assert!(checked > 25, "{checked}");
    }
}
