//! RIS: the form that every reference manager reads.

use super::work::{Kind, Work, in_one_line};

/// Works in RIS.
pub(super) fn ris(works: &[Work]) -> String {
    works.iter().map(entry).collect()
}

fn entry(work: &Work) -> String {
    let kind = match work.kind {
        Kind::Report => "RPRT",
        Kind::Page => "ELEC",
        Kind::Data => "DATA",
    };
    let year = work.published.split('-').next().unwrap_or_default();
    let fields = [
        ("ID", work.key.as_str()),
        ("TI", &work.title),
        ("AU", &institution(&work.author)),
        ("PB", &work.author),
        ("PY", year),
        ("DA", &date(&work.published)),
        ("UR", &work.address),
        ("Y2", &date(&work.read_on)),
        ("LA", &work.language),
    ];
    let fields = fields.into_iter().chain(work.notes.iter().map(|note| ("N1", note.as_str())));
    let filled = fields.filter(|(_, text)| !text.trim().is_empty());
    let lines = filled.map(|(tag, text)| format!("{tag}  - {}\r\n", in_one_line(text))).collect::<Vec<_>>().concat();
    format!("TY  - {kind}\r\n{lines}ER  - \r\n\r\n")
}

/// A comma parts the names of persons: that of an institution must have none.
fn institution(name: &str) -> String {
    name.replace(", ", " – ").replace(',', " –")
}

/// `2025/07/21/`, with as many empty parts as are not known; nothing for nothing.
fn date(date: &str) -> String {
    if date.is_empty() {
        return String::new();
    }
    let mut parts = date.split('-');
    let mut next = || parts.next().unwrap_or_default();
    format!("{}/{}/{}/", next(), next(), next())
}
