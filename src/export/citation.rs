//! Citations of one number, as law-firm memos and Chinese reports write them.

use crate::address::Language;
use crate::dataset::{Source, Year};

/// What a citation is made of.
#[derive(Clone, Copy, Debug)]
pub struct Citation<'a> {
    /// The number with its group, population and edition, in the language of the citation.
    pub statement: &'a str,
    /// The edition of the report that states it first; nothing when none does.
    pub edition: Option<Year>,
    /// The most direct source.
    pub source: Option<&'a Source>,
    /// The address of the view that shows the number.
    pub link: &'a str,
    /// The day of citing, as `2026-11-23`.
    pub today: &'a str,
}

/// The edition of 2020 bears another title than those after it.
const FIRST_EDITION: Year = Year(2020);

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
    match language {
        Language::En => in_english(citation),
        Language::Zh => in_chinese(citation),
    }
}

fn in_english(citation: &Citation<'_>) -> String {
    let Citation { statement, edition, source, link, today } = *citation;
    let report = edition.map(|year| {
        let subject = if year == FIRST_EDITION { "Status" } else { "Progress" };
        format!(
            " Center for Drug Evaluation (CDE), National Medical Products Administration of China. Annual Report on the {subject} of Clinical Trials for New Drug Registration in China ({year})."
        )
    });
    let source = source.map(|source| {
        let date = if source.published.is_empty() { String::new() } else { format!(", {}", source.published) };
        let url = source.link().map(|url| format!(", {url}")).unwrap_or_default();
        // What no edition states is the source's own.
        let lead = if edition.is_some() { "As reported by " } else { "" };
        format!(" {lead}{}, “{}”{date}{url}.", source.publisher, source.title)
    });
    let (report, source) = (report.unwrap_or_default(), source.unwrap_or_default());
    format!("{statement}.{report}{source} China Trials Explorer, accessed {today}, {link}")
}

/// GB/T 7714-2015: report `[R]`, online source `[EB/OL]` with the day of publication in round and of access in square brackets.
fn in_chinese(citation: &Citation<'_>) -> String {
    let Citation { statement, edition, source, link, today } = *citation;
    let report = edition.map(|year| {
        let subject = if year == FIRST_EDITION { "现状" } else { "进展" };
        format!("国家药品监督管理局药品审评中心. 中国新药注册临床试验{subject}年度报告（{year}年）[R].")
    });
    let source = source.map(|source| {
        let date = if source.published.is_empty() { String::new() } else { format!("({})", source.published) };
        let url = source.link().map(|url| format!(" {url}.")).unwrap_or_default();
        let lead = if edition.is_some() { " 转引自: " } else { "" };
        format!("{lead}{}. {}[EB/OL]. {date}[{today}].{url}", source.publisher, source.title)
    });
    let (report, source) = (report.unwrap_or_default(), source.unwrap_or_default());
    format!("{statement}。{report}{source} 数据视图: China Trials Explorer[DB/OL]. [{today}]. {link}.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source() -> Source {
        Source {
            title: "中国新药注册临床试验进展年度报告".to_owned(),
            publisher: "中国医药报".to_owned(),
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
        insta::assert_snapshot!(citation(Language::En, &of(Some(Year(2024)), Some(&source))), @"2024: 444. Center for Drug Evaluation (CDE), National Medical Products Administration of China. Annual Report on the Progress of Clinical Trials for New Drug Registration in China (2024). As reported by 中国医药报, “中国新药注册临床试验进展年度报告”, 2025-06-23, https://example.org/report. China Trials Explorer, accessed 2026-11-23, https://portal.example/?v=1");
        insta::assert_snapshot!(citation(Language::Zh, &of(Some(Year(2020)), Some(&source))), @"2024: 444。国家药品监督管理局药品审评中心. 中国新药注册临床试验现状年度报告（2020年）[R]. 转引自: 中国医药报. 中国新药注册临床试验进展年度报告[EB/OL]. (2025-06-23)[2026-11-23]. https://example.org/report. 数据视图: China Trials Explorer[DB/OL]. [2026-11-23]. https://portal.example/?v=1.");
        insta::assert_snapshot!(citation(Language::En, &of(None, None)), @"2024: 444. China Trials Explorer, accessed 2026-11-23, https://portal.example/?v=1");
    }

    #[test]
    fn a_mirror_is_named_but_not_linked() {
        let mirror = Source { publisher: "中国医药报 (third-party mirror)".to_owned(), ..source() };
        let cited = Citation { statement: "x", edition: None, source: Some(&mirror), link: "l", today: "t" };
        for language in Language::ALL {
            assert!(!citation(language, &cited).contains("example.org"));
        }
    }
}
