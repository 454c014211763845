//! The files that a reader brings, one table each, and what became of their rows.

use crate::dataset::error::File;
use crate::dataset::parse::codes::COLUMNS as CODE_COLUMNS;
use crate::dataset::parse::facts::COLUMNS as FACT_COLUMNS;
use crate::dataset::parse::records::Input;
use crate::dataset::parse::sources::COLUMNS as SOURCE_COLUMNS;
use crate::dataset::parse::table::header;
use crate::dataset::sheet::SheetRow;

/// A table that a reader brings: a CSV file, or one sheet of a spreadsheet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OverlayFile {
    /// The name of the file, as the reader knows it.
    pub name: String,
    /// The name of the sheet; a spreadsheet is as many of these as it has sheets.
    pub sheet: Option<String>,
    /// What stands in it.
    pub content: OverlayContent,
}

/// What stands in a table that a reader brings.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum OverlayContent {
    /// The bytes of a CSV file: UTF-8, with commas, semicolons or tabs.
    Csv(Vec<u8>),
    /// The rows of a sheet.
    Sheet(Vec<SheetRow>),
}

/// What was read from a table.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ReadTable {
    /// The name of the file.
    pub file: String,
    /// The name of the sheet.
    pub sheet: Option<String>,
    /// Which of the data files it was taken for; nothing where it is none of them, which only other sheets may be.
    pub kind: Option<File>,
    /// Rows that are new: facts, codes or sources.
    pub new: usize,
    /// Rows that say the same as the shipped data.
    pub known: usize,
    /// Rows that contradict a shipped fact, and now stand beside it as a dispute.
    pub disputes: usize,
    /// Rows that say what an earlier row of the reader's says.
    pub repeated: usize,
    /// Rows of a template without a value.
    pub unfilled: usize,
    /// Rows that are refused; each is named among the problems.
    pub refused: usize,
}

impl OverlayFile {
    /// A CSV file.
    pub fn csv(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name: name.into(), sheet: None, content: OverlayContent::Csv(bytes.into()) }
    }

    /// A sheet of a spreadsheet.
    pub fn sheet(name: impl Into<String>, sheet: impl Into<String>, rows: Vec<SheetRow>) -> Self {
        Self { name: name.into(), sheet: Some(sheet.into()), content: OverlayContent::Sheet(rows) }
    }

    /// What the parser reads.
    pub(super) fn input(&self) -> Input<'_> {
        match &self.content {
            OverlayContent::Csv(bytes) => Input::Csv(bytes, delimiter(bytes)),
            OverlayContent::Sheet(rows) => Input::Sheet(rows),
        }
    }

    /// The names of its columns.
    pub(super) fn header(&self) -> Vec<String> {
        header(File::Facts, self.input())
    }

    /// Whether there is nothing in it.
    pub(super) fn is_blank(&self) -> bool {
        match &self.content {
            OverlayContent::Csv(bytes) => bytes.is_empty(),
            OverlayContent::Sheet(rows) => rows.is_empty(),
        }
    }
}

/// Which of the data files has most of these columns; nothing where none has two of them.
pub(super) fn kind(header: &[String]) -> Option<File> {
    let held = |columns: &[&str]| columns.iter().filter(|column| header.iter().any(|name| name == *column)).count();
    let kinds = [
        (File::Facts, held(&FACT_COLUMNS)),
        (File::Codes, held(&CODE_COLUMNS)),
        (File::Sources, held(&SOURCE_COLUMNS)),
    ];
    let [mut best, others @ ..] = kinds;
    for other in others {
        if other.1 > best.1 {
            best = other;
        }
    }
    (best.1 >= 2).then_some(best.0)
}

/// What stands between the fields: whichever of the three the first line has most of, a comma where it has none.
fn delimiter(bytes: &[u8]) -> u8 {
    let line = bytes.split(|byte| matches!(byte, b'\n' | b'\r')).find(|line| !line.is_empty()).unwrap_or_default();
    let count = |delimiter: u8| line.split(|byte| *byte == delimiter).count();
    let mut best = b',';
    for other in [b';', b'\t'] {
        if count(other) > count(best) {
            best = other;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::{delimiter, kind};
    use crate::dataset::File;

    #[test]
    fn the_header_says_what_a_table_is() {
        for (header, expected) in [
            ("id,year,measure,statistic,value", Some(File::Facts)),
            ("year,mesure,value", Some(File::Facts)),
            ("dimension,code,label_en,label_zh,parent", Some(File::Codes)),
            ("id,title,publisher,language,kind", Some(File::Sources)),
            ("id,name,phase_of_moon", None),
            ("", None),
        ] {
            let names: Vec<String> = header.split(',').map(str::to_owned).collect();
            assert_eq!(kind(&names), expected, "{header}");
        }
    }

    #[test]
    fn the_delimiter_is_the_most_frequent_of_the_first_line() {
        for (text, expected) in
            [("a,b;c\n;;;;", b','), ("\r\na;b;c,d\n", b';'), ("a\tb", b'\t'), ("a", b','), ("", b',')]
        {
            assert_eq!(delimiter(text.as_bytes()), expected, "{text}");
        }
    }
}
