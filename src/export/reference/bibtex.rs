//! BibTeX, in UTF-8, of entry types that every style knows.

use super::work::{Kind, Work, in_one_line};

/// Works in BibTeX.
pub(super) fn bibtex(works: &[Work]) -> String {
    works.iter().map(entry).collect::<Vec<_>>().join("\n")
}

fn entry(work: &Work) -> String {
    let mut dates = work.published.split('-');
    let (year, month) = (dates.next().unwrap_or_default(), dates.next().unwrap_or_default());
    let (kind, publisher) = match work.kind {
        Kind::Report => ("techreport", "institution"),
        Kind::Page | Kind::Data => ("misc", "organization"),
    };
    let author = escaped(&work.author);
    let fields = [
        // Braces keep an institution in one piece, and a title in its capitals.
        ("author", format!("{{{author}}}")),
        ("title", format!("{{{}}}", escaped(&work.title))),
        (publisher, author),
        ("year", year.to_owned()),
        ("month", month.trim_start_matches('0').to_owned()),
        ("url", address(&work.address)),
        ("urldate", if work.address.is_empty() { String::new() } else { work.read_on.clone() }),
        ("language", work.language.clone()),
        ("note", escaped(&work.notes.join("; "))),
    ];
    let filled = fields.into_iter().filter(|(_, text)| !text.is_empty());
    let lines = filled.map(|(name, text)| format!("  {name} = {{{text}}},\n")).collect::<Vec<_>>().concat();
    format!("@{kind}{{{},\n{lines}}}\n", work.key)
}

/// A text in which nothing means anything to TeX.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for char in in_one_line(text).chars() {
        match char {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => escaped.extend(['\\', char]),
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            char => escaped.push(char),
        }
    }
    escaped
}

/// An address stands as it is, but for what would end its field.
fn address(address: &str) -> String {
    address.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C").replace(' ', "%20")
}
