//! Reads `sources.csv`: who prints the facts.

use std::collections::HashMap;

use super::field::Field;
use super::suggest::nearest;
use super::table::Table;
use crate::dataset::bilingual::Bilingual;
use crate::dataset::codes::Term;
use crate::dataset::error::{Error, ErrorKind, File};
use crate::dataset::source::{Source, SourceId};

const COLUMNS: [&str; 9] =
    ["id", "title", "publisher", "publisher_zh", "url", "published", "language", "kind", "about_report"];

/// The sources, and how to find them by name.
pub(super) struct Sources {
    pub(super) rows: Vec<Source>,
    by_name: HashMap<String, SourceId>,
}

impl Sources {
    /// The source that a field of another file names.
    pub(super) fn named(&self, field: Field<'_>, name: &str) -> Result<SourceId, Error> {
        self.by_name.get(name).copied().ok_or_else(|| {
            let suggestion = nearest(name, self.rows.iter().map(|source| source.name.as_str()));
            field.error(ErrorKind::UnknownSource { source_name: name.to_owned(), suggestion })
        })
    }
}

pub(super) fn parse(bytes: &[u8], kinds: &[Term]) -> Result<Sources, Error> {
    let mut table = Table::open(File::Sources, bytes, COLUMNS)?;
    let mut sources = Sources { rows: Vec::new(), by_name: HashMap::new() };
    let mut lines = HashMap::new();
    for id in (0..=u16::MAX).map(SourceId) {
        let Some(row) = table.next()? else { break };
        let [name, title, publisher, publisher_zh, url, date, language, kind, about_report] = row.fields();
        let name = name.new_name(|name| lines.get(name).copied())?;
        let kind_code = kind.required()?;
        if kinds.iter().all(|known| known.code != kind_code) {
            return Err(kind.unknown_code(kind_code, kinds.iter().map(|known| known.code.as_str())));
        }
        sources.rows.push(Source {
            name: name.clone(),
            title: title.required()?.to_owned(),
            publisher: named(publisher.required()?, publisher_zh.text),
            url: url.optional_address()?,
            published: date.optional_date()?,
            language: language.required()?.to_owned(),
            kind: kind_code.to_owned(),
            about_report: about_report.optional_year()?,
        });
        lines.insert(name.clone(), row.position().line);
        sources.by_name.insert(name, id);
    }
    if sources.rows.is_empty() { Err(table.no_rows()) } else { Ok(sources) }
}

/// A publisher, who keeps the name that is given where there is no Chinese one.
fn named(name: &str, chinese: &str) -> Bilingual {
    let chinese = if chinese.is_empty() { name } else { chinese };
    Bilingual { en: name.to_owned(), zh: chinese.to_owned() }
}
