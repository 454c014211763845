//! The works that some citations name: what a reference manager has an entry for.

use crate::address::Language;
use crate::dataset::Source;
use crate::export::citation::{Citation, report_author, report_title};

/// What kind of work it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// An edition of CDE's report.
    Report,
    /// The page in which its numbers were read.
    Page,
    /// The view of this page that shows them.
    Data,
}

/// A work with everything that is known of it; what is not known is empty.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Work {
    /// A name for it, of ASCII letters, digits and hyphens.
    pub(super) key: String,
    pub(super) kind: Kind,
    pub(super) title: String,
    /// Who is responsible for it: an institution, never a person.
    pub(super) author: String,
    /// `2025`, `2026-06` or `2025-07-21`.
    pub(super) published: String,
    pub(super) address: String,
    /// The day on which it was read.
    pub(super) read_on: String,
    /// Code of its language.
    pub(super) language: String,
    /// The numbers for which it is cited.
    pub(super) notes: Vec<String>,
}

/// The works that some citations name, each once, with the numbers for which it is cited.
pub(super) fn works(language: Language, citations: &[Citation<'_>]) -> Vec<Work> {
    let mut works: Vec<Work> = Vec::new();
    for citation in citations {
        for work in of(language, citation) {
            match works.iter_mut().find(|known| known.kind == work.kind && is_same(known, &work)) {
                Some(known) => known.notes.extend(work.notes),
                None => works.push(Work { key: free_key(&works, work.key), ..work }),
            }
        }
    }
    works
}

fn is_same(one: &Work, other: &Work) -> bool {
    one.title == other.title && one.author == other.author && one.address == other.address
}

/// A key that no work before it has.
fn free_key(works: &[Work], key: String) -> String {
    let is_free = |key: &String| works.iter().all(|work| work.key != *key);
    let others = (2..).map(|count| format!("{key}-{count}"));
    std::iter::once(key.clone()).chain(others).find(is_free).unwrap_or(key)
}

/// The report, the page in which it was read, and the view.
fn of(language: Language, citation: &Citation<'_>) -> Vec<Work> {
    let Citation { statement, edition, source, link, today } = *citation;
    let plain = Work {
        key: "china-trials-explorer".to_owned(),
        kind: Kind::Data,
        title: view_title(language).to_owned(),
        author: view_title(language).to_owned(),
        published: String::new(),
        address: link.to_owned(),
        read_on: today.to_owned(),
        language: language.code().to_owned(),
        notes: vec![statement.to_owned()],
    };
    let report = edition.map(|year| Work {
        key: format!("cde-{year}"),
        kind: Kind::Report,
        title: report_title(language, year),
        author: report_author(language).to_owned(),
        address: String::new(),
        read_on: String::new(),
        // The report is in Chinese, whatever its title is translated to.
        language: "zh".to_owned(),
        ..plain.clone()
    });
    let page = source.map(|source| page(language, source, &plain));
    report.into_iter().chain(page).chain([plain]).collect()
}

fn page(language: Language, source: &Source, plain: &Work) -> Work {
    let publisher = match language {
        Language::En => &source.publisher.en,
        Language::Zh => &source.publisher.zh,
    };
    let is_key = |char: char| char.is_ascii_alphanumeric() || char == '-';
    Work {
        key: source.name.chars().map(|char| if is_key(char) { char } else { '-' }).collect(),
        kind: Kind::Page,
        title: source.title.clone(),
        author: publisher.clone(),
        published: source.published.clone(),
        address: source.link().unwrap_or_default().to_owned(),
        language: source.language.clone(),
        ..plain.clone()
    }
}

const fn view_title(language: Language) -> &'static str {
    match language {
        Language::En => "China Trials Explorer",
        Language::Zh => "中国临床试验数据",
    }
}

/// Year, month and day as far as they are known.
pub(super) fn date_parts(date: &str) -> Vec<u16> {
    date.split('-').map_while(|part| part.parse().ok()).collect()
}

/// A text in one line.
pub(super) fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
