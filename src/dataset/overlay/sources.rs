//! The reader's sources: those that he names, and one that stands for each of his files.

use super::work::{Current, Work};
use crate::dataset::bilingual::Bilingual;
use crate::dataset::codes::OWN_KIND;
use crate::dataset::error::{ErrorKind, File};
use crate::dataset::file_position::FilePosition;
use crate::dataset::parse::sources::{COLUMNS, source};
use crate::dataset::parse::table::{Header, Table};
use crate::dataset::source::{Source, SourceId};

const NEEDED: &[&str] = &["id", "title", "publisher", "language", "kind"];

impl Work<'_> {
    /// Reads a table of sources.
    pub(super) fn read_sources(&mut self, current: &mut Current<'_>) {
        let file = current.file;
        let table = Table::open_as(File::Sources, file.input(), COLUMNS, Header::AtLeast(NEEDED), &mut current.errors);
        let Some(mut table) = table else {
            self.refuse(current);
            return;
        };
        while let Some(row) = table.next(&mut current.errors) {
            let fields = row.fields();
            let [name, ..] = fields;
            let text = current.errors.keep(name.required());
            if let Some(text) = text.filter(|text| text.contains(';')) {
                current.errors.push(name.error(ErrorKind::NameWithSemicolon { name: text.to_owned() }));
            }
            let source = source(fields, self.kinds(), &mut current.errors);
            if self.refuse(current) {
                continue;
            }
            let Some(source) = source else { continue };
            let known = self.sources.find(&source.name);
            let is_same = known.is_none_or(|id| self.sources.rows.get(usize::from(id.0)) == Some(&source));
            match known {
                Some(_) if !is_same => current.errors.push(name.error(ErrorKind::NameOfAnother { name: source.name })),
                Some(id) if self.own.sources.contains(&id) => current.read.repeated += 1,
                Some(_) => current.read.known += 1,
                None if self.add_source(source).is_some() => current.read.new += 1,
                None => current.errors.push(name.error(ErrorKind::TooManyRows { limit: u16::MAX })),
            }
            self.refuse(current);
        }
        self.refuse(current);
    }

    fn add_source(&mut self, source: Source) -> Option<SourceId> {
        let id = self.sources.add(source)?;
        self.own.sources.push(id);
        Some(id)
    }

    /// The source that stands for the file of a row which names none; nothing when there are too many.
    pub(super) fn own_source(&mut self, position: &FilePosition) -> Option<SourceId> {
        let named = |earlier: usize| {
            let name = format!("own-{}", slug(&position.file));
            if earlier == 0 { name } else { format!("{name}-{}", earlier + 1) }
        };
        let source = of_file(position);
        for earlier in 0..usize::from(u16::MAX) {
            let source = Source { name: named(earlier), ..source.clone() };
            match self.sources.find(&source.name) {
                None => return self.add_source(source),
                Some(id) if self.sources.rows.get(usize::from(id.0)) == Some(&source) => return Some(id),
                // Another file has this name with other punctuation.
                Some(_) => {}
            }
        }
        None
    }
}

/// "own entry (FILE)", "本人录入（FILE）": words that stand wherever a publisher does.
fn of_file(position: &FilePosition) -> Source {
    let (publisher, title) = if position.is_by_hand() {
        (Bilingual { en: "own entry".to_owned(), zh: "本人录入".to_owned() }, "own entry / 本人录入".to_owned())
    } else {
        let file = &position.file;
        (Bilingual { en: format!("own entry ({file})"), zh: format!("本人录入（{file}）") }, file.clone())
    };
    Source { title, publisher, language: "und".to_owned(), kind: OWN_KIND.to_owned(), ..Source::default() }
}

/// A file's name as part of a name in a `;`-separated list.
fn slug(file: &str) -> String {
    let plain = |char: char| if char.is_alphanumeric() || char == '.' { char } else { '-' };
    file.chars().map(plain).collect()
}
