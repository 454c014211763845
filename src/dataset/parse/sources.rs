//! Reads `sources.csv`: who prints the facts.

use std::collections::HashMap;

use super::field::Field;
use super::problems::Problems;
use super::suggest::nearest;
use super::table::Table;
use crate::dataset::bilingual::Bilingual;
use crate::dataset::codes::Term;
use crate::dataset::error::{Error, ErrorKind, File};
use crate::dataset::source::{Source, SourceId};

/// The columns of `sources.csv`.
pub(in crate::dataset) const COLUMNS: [&str; 9] =
    ["id", "title", "publisher", "publisher_zh", "url", "published", "language", "kind", "about_report"];

/// A row of the file, column by column.
pub(in crate::dataset) type SourceFields<'r> = [Field<'r>; COLUMNS.len()];

/// The sources, and how to find them by name.
#[derive(Default)]
pub(in crate::dataset) struct Sources {
    pub(in crate::dataset) rows: Vec<Source>,
    by_name: HashMap<String, SourceId>,
}

impl Sources {
    /// Adds a source of a new name; gives nothing when the list is full.
    pub(in crate::dataset) fn add(&mut self, source: Source) -> Option<SourceId> {
        let id = SourceId(u16::try_from(self.rows.len()).ok()?);
        self.by_name.insert(source.name.clone(), id);
        self.rows.push(source);
        Some(id)
    }

    /// The source of this name.
    pub(in crate::dataset) fn find(&self, name: &str) -> Option<SourceId> {
        self.by_name.get(name).copied()
    }

    /// The source that a field of another file names.
    pub(in crate::dataset) fn named(&self, field: Field<'_>, name: &str) -> Result<SourceId, Error> {
        self.find(name).ok_or_else(|| {
            let suggestion = nearest(name, self.rows.iter().map(|source| source.name.as_str()));
            field.error(ErrorKind::UnknownSource { source_name: name.to_owned(), suggestion })
        })
    }
}

/// Reads the sources.
pub(super) fn parse(bytes: &[u8], kinds: &[Term], problems: &mut Problems) -> Sources {
    let mut sources = Sources::default();
    let Some(mut table) = Table::open(File::Sources, bytes, COLUMNS, problems) else { return sources };
    let mut lines = HashMap::new();
    while let Some(row) = table.next(problems) {
        let fields = row.fields();
        let [name, ..] = fields;
        let is_new = problems.keep(name.new_name(|name| lines.get(name).copied())).is_some();
        let source = source(fields, kinds, problems);
        lines.entry(name.text.to_owned()).or_insert(row.position().line);
        let Some(source) = source.filter(|_| is_new) else { continue };
        if sources.add(source).is_none() {
            problems.push(row.position().error(ErrorKind::TooManyRows { limit: u16::MAX }));
        }
    }
    if lines.is_empty() {
        problems.push(table.no_rows());
    }
    sources
}

/// The source of a row.
pub(in crate::dataset) fn source(fields: SourceFields<'_>, kinds: &[Term], problems: &mut Problems) -> Option<Source> {
    let [name, title, publisher, publisher_zh, url, date, language, kind, about_report] = fields;
    let codes = || kinds.iter().map(|known| known.code.as_str());
    let known_kind = kind.required().and_then(|code| {
        if codes().any(|known| known == code) { Ok(code) } else { Err(kind.unknown_code(code, codes())) }
    });
    let title = problems.keep(title.required());
    let publisher = problems.keep(publisher.required());
    let url = problems.keep(url.optional_address());
    let day = problems.keep(date.optional_date());
    let language = problems.keep(language.required());
    let kind = problems.keep(known_kind);
    let about_report = problems.keep(about_report.optional_year());
    Some(Source {
        name: name.text.to_owned(),
        title: title?.to_owned(),
        publisher: named(publisher?, publisher_zh.text),
        url: url?,
        published: day?,
        language: language?.to_owned(),
        kind: kind?.to_owned(),
        about_report: about_report?,
    })
}

/// A publisher, who keeps the name that is given where there is no Chinese one.
fn named(name: &str, chinese: &str) -> Bilingual {
    let chinese = if chinese.is_empty() { name } else { chinese };
    Bilingual { en: name.to_owned(), zh: chinese.to_owned() }
}
