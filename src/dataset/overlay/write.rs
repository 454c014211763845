//! What a reader has entered, as rows again: writing it and reading that loses nothing.

use super::file::{OverlayContent, OverlayFile};
use crate::dataset::codes::{Code, Codes};
use crate::dataset::dimension::Dimension;
use crate::dataset::error::File;
use crate::dataset::fact::{Key, Qualifier, ShareOf};
use crate::dataset::library::Library;
use crate::dataset::own::OwnRow;
use crate::dataset::parse::codes::COLUMNS as CODE_COLUMNS;
use crate::dataset::parse::facts::COLUMNS as SHIPPED_COLUMNS;
use crate::dataset::parse::sources::COLUMNS as SOURCE_COLUMNS;
use crate::dataset::sheet::SheetRow;

/// Where a row of facts comes from, when it is read again from another file: its file, sheet and line.
const FROM: [&str; 3] = ["from_file", "from_sheet", "from_line"];

/// The columns of a reader's facts: those of `facts.csv`, and where a row was first read.
pub const FACT_COLUMNS: [&str; SHIPPED_COLUMNS.len() + FROM.len()] = {
    let mut columns = [""; SHIPPED_COLUMNS.len() + FROM.len()];
    let mut position = 0;
    while position < columns.len() {
        columns[position] = if position < SHIPPED_COLUMNS.len() {
            SHIPPED_COLUMNS[position]
        } else {
            FROM[position - SHIPPED_COLUMNS.len()]
        };
        position += 1;
    }
    columns
};

/// A table to be written: rows of texts under the names of their columns.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OwnTable {
    /// The data file whose columns it has.
    pub file: File,
    /// The names of the columns.
    pub columns: Vec<&'static str>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

impl OwnTable {
    /// The table as one that is read again, of the same name: for what is kept, and for what is taken out of it.
    pub fn as_file(&self) -> OverlayFile {
        let cells = |fields: &[String], number| SheetRow { number, cells: fields.to_vec() };
        let header: Vec<String> = self.columns.iter().map(ToString::to_string).collect();
        let rows = (2..).zip(&self.rows).map(|(number, fields)| cells(fields, number));
        let content = OverlayContent::Sheet(std::iter::once(cells(&header, 1)).chain(rows).collect());
        OverlayFile { name: self.file.name().to_owned(), sheet: None, content }
    }

    /// The same without the fact of this name.
    #[must_use]
    pub fn without(mut self, fact: &str) -> Self {
        if self.file == File::Facts {
            let id = self.columns.iter().position(|column| *column == "id");
            self.rows.retain(|fields| id.and_then(|id| fields.get(id)).is_none_or(|name| name != fact));
        }
        self
    }
}

/// Everything that the reader entered into a library, as tables of the dataset's own format: codes, sources and facts,
/// each where there are any. Read again over the same base they give the same library.
pub fn own_tables(library: Library<'_>) -> Vec<OwnTable> {
    let own = library.own();
    let codes = own.codes.iter().map(|code| code_row(library, library.facts().codes().get(*code))).collect();
    let sources = own.sources.iter().map(|source| source_row(library.source(*source))).collect();
    let facts = own.rows.iter().map(|row| own_row(library, row)).collect();
    let tables = [
        OwnTable { file: File::Codes, columns: CODE_COLUMNS.to_vec(), rows: codes },
        OwnTable { file: File::Sources, columns: SOURCE_COLUMNS.to_vec(), rows: sources },
        OwnTable { file: File::Facts, columns: FACT_COLUMNS.to_vec(), rows: facts },
    ];
    tables.into_iter().filter(|table| !table.rows.is_empty()).collect()
}

fn code_row(library: Library<'_>, code: &Code) -> Vec<String> {
    let codes = library.facts().codes();
    let parent = code.parent.map(|parent| codes.get(parent).code.clone()).unwrap_or_default();
    let definition = codes.find(code.dimension, &code.code).map(|id| library.code_definition(id).clone());
    let definition = definition.unwrap_or_default();
    vec![
        code.dimension.code().to_owned(),
        code.code.clone(),
        code.label.en.clone(),
        code.label.zh.clone(),
        parent,
        code.order.to_string(),
        String::new(),
        definition.en,
        definition.zh,
    ]
}

fn source_row(source: &crate::dataset::source::Source) -> Vec<String> {
    vec![
        source.name.clone(),
        source.title.clone(),
        source.publisher.en.clone(),
        source.publisher.zh.clone(),
        source.url.clone(),
        source.published.clone(),
        source.language.clone(),
        source.kind.clone(),
        source.about_report.map(|year| year.to_string()).unwrap_or_default(),
    ]
}

fn own_row(library: Library<'_>, row: &OwnRow) -> Vec<String> {
    let OwnRow { name, fact, note, position, became: _ } = row;
    let mut fields = key_fields(library.facts().codes(), &fact.key, &fact.share_of);
    let sources: Vec<&str> = fact.sources.iter().map(|source| library.source(*source).name.as_str()).collect();
    let texts = [
        ("id", name.clone()),
        ("value", fact.value.to_string()),
        ("qualifier", fact.qualifier.map_or("", Qualifier::code).to_owned()),
        ("grade", fact.grade.code().to_owned()),
        ("sources", sources.join(";")),
        ("report", fact.report.map(|year| year.to_string()).unwrap_or_default()),
        ("note_en", note.en.clone()),
        ("note_zh", note.zh.clone()),
        (FROM[0], position.file.clone()),
        (FROM[1], position.sheet.clone().unwrap_or_default()),
        (FROM[2], position.line.to_string()),
    ];
    for (column, text) in texts {
        if let Some(index) = FACT_COLUMNS.iter().position(|name| *name == column) {
            fields[index] = text;
        }
    }
    fields
}

/// The row of a key whose value is still to be typed, under [`FACT_COLUMNS`]; `report` is the edition that prints it.
pub fn fact_row(codes: &Codes, key: &Key, share_of: &[ShareOf], report: &str) -> Vec<String> {
    let mut fields = key_fields(codes, key, share_of);
    if let Some(index) = FACT_COLUMNS.iter().position(|name| *name == "report") {
        report.clone_into(&mut fields[index]);
    }
    fields
}

/// The fields of a row that say what it is about; the others are empty.
pub(super) fn key_fields(codes: &Codes, key: &Key, share_of: &[ShareOf]) -> Vec<String> {
    let field = |column: &&str| match *column {
        "year" => key.year.to_string(),
        "measure" => codes.measure_of(key.measure).code.clone(),
        "statistic" => key.statistic.code().to_owned(),
        "share_of" => share_of.iter().map(|widening| widening_text(codes, *widening)).collect::<Vec<_>>().join(";"),
        column => {
            let code = Dimension::from_code(column).and_then(|dimension| key.group.get(dimension));
            code.map(|code| codes.get(code).code.clone()).unwrap_or_default()
        }
    };
    FACT_COLUMNS.iter().map(field).collect()
}

fn widening_text(codes: &Codes, widening: ShareOf) -> String {
    match widening {
        ShareOf::Total(dimension) => dimension.code().to_owned(),
        ShareOf::Ancestor(dimension, code) => format!("{}={}", dimension.code(), codes.get(code).code),
    }
}
