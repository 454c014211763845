//! Citations for reference managers: the report, the page in which its numbers were read, and the view that shows them.
//!
//! The day on which an edition of the report came out is not in the data: its entry has none, and its year stands in its title.

mod bibtex;
mod csl;
mod ris;
mod work;

use super::citation::Citation;
use crate::address::Language;

/// A form that reference managers read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReferenceForm {
    /// RIS.
    Ris,
    /// BibTeX.
    BibTex,
    /// CSL-JSON.
    CslJson,
}

impl ReferenceForm {
    /// All forms.
    pub const ALL: [Self; 3] = [Self::Ris, Self::BibTex, Self::CslJson];

    /// The ending of a file's name.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Ris => "ris",
            Self::BibTex => "bib",
            Self::CslJson => "json",
        }
    }

    /// What it is called everywhere.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ris => "RIS",
            Self::BibTex => "BibTeX",
            Self::CslJson => "CSL-JSON",
        }
    }

    /// The media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Ris => "application/x-research-info-systems",
            Self::BibTex => "application/x-bibtex",
            Self::CslJson => "application/vnd.citationstyles.csl+json",
        }
    }
}

/// The works that some citations name, each once, with the numbers for which it is cited as notes.
///
/// ```
/// use china_trials_explorer::address::Language;
/// use china_trials_explorer::export::{Citation, ReferenceForm, references};
///
/// let link = "https://portal.example/?v=1";
/// let number = Citation { statement: "2024: 4,900 trials", edition: None, source: None, link, today: "2026-11-23" };
/// let ris = references(ReferenceForm::Ris, Language::En, &[number]);
/// assert!(ris.starts_with("TY  - DATA\r\nID  - china-trials-explorer\r\nTI  - China Trials Explorer\r\n"));
/// ```
pub fn references(form: ReferenceForm, language: Language, citations: &[Citation<'_>]) -> String {
    let works = work::works(language, citations);
    match form {
        ReferenceForm::Ris => ris::ris(&works),
        ReferenceForm::BibTex => bibtex::bibtex(&works),
        ReferenceForm::CslJson => csl::csl_json(&works),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::{Bilingual, Source, Year};

    fn source() -> Source {
        Source {
            name: "medical_news-2025".to_owned(),
            title: "中国新药注册临床试验进展 {2024} & 100 %".to_owned(),
            publisher: Bilingual { en: "China Medical News".to_owned(), zh: "中国医药报".to_owned() },
            url: "https://example.org/a_b?c=%20&d={e}".to_owned(),
            published: "2025-06".to_owned(),
            language: "zh".to_owned(),
            ..Source::default()
        }
    }

    fn text(form: ReferenceForm, language: Language) -> String {
        let source = source();
        let of = |statement| Citation {
            statement,
            edition: Some(Year(2024)),
            source: Some(&source),
            link: "https://portal.example/?v=1",
            today: "2026-11-23",
        };
        references(form, language, &[of("2024: 444 trials"), of("2024: 43.1\u{a0}% _of_ trials")])
    }

    #[test]
    fn every_work_has_one_entry_with_all_numbers() {
        insta::assert_snapshot!("references_ris", text(ReferenceForm::Ris, Language::En).replace('\r', ""));
        insta::assert_snapshot!("references_bibtex", text(ReferenceForm::BibTex, Language::Zh));
        insta::assert_snapshot!("references_csl", text(ReferenceForm::CslJson, Language::En));
    }

    #[test]
    fn csl_json_is_json() {
        let json: serde_json::Value =
            serde_json::from_str(&text(ReferenceForm::CslJson, Language::Zh)).unwrap_or_default();
        assert_eq!(json.as_array().map(Vec::len), Some(3));
        assert_eq!(json[1]["issued"]["date-parts"][0], serde_json::json!([2025, 6]));
    }

    #[test]
    fn braces_of_bibtex_are_balanced() {
        let bibtex = text(ReferenceForm::BibTex, Language::En).replace("\\{", "").replace("\\}", "");
        assert_eq!(bibtex.matches('{').count(), bibtex.matches('}').count(), "{bibtex}");
    }

    #[test]
    fn a_mirror_is_named_but_not_linked() {
        let publisher =
            Bilingual { en: "News (third-party mirror)".to_owned(), zh: "报（第三方转载）".to_owned() };
        let mirror = Source { publisher, ..source() };
        let cited = Citation { statement: "x", edition: None, source: Some(&mirror), link: "l", today: "2026-11-23" };
        for form in ReferenceForm::ALL {
            assert!(!references(form, Language::En, &[cited]).contains("example.org"));
        }
    }
}
