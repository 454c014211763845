//! Where a row of the reader's came from.

use std::fmt;

/// The name of the file that a row has which was typed into a form.
pub const BY_HAND: &str = "form";

/// What the name of a file begins with that the portal has laid over the shipped data.
pub const OF_PORTAL: &str = "config.json: ";

/// Where a row of the reader's stands.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct FilePosition {
    /// The name of the file, or [`BY_HAND`].
    pub file: String,
    /// The sheet, in a spreadsheet.
    pub sheet: Option<String>,
    /// The line, or the row of the sheet, from 1.
    pub line: u64,
}

impl FilePosition {
    /// Whether it was typed into a form.
    pub fn is_by_hand(&self) -> bool {
        self.file == BY_HAND
    }

    /// Whether the portal has laid it over the shipped data, and not the reader.
    pub fn is_of_portal(&self) -> bool {
        self.file.starts_with(OF_PORTAL)
    }
}

impl fmt::Display for FilePosition {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, sheet, line } = self;
        match sheet {
            Some(sheet) => write!(formatter, "{file} sheet `{sheet}` row {line}"),
            None => write!(formatter, "{file} line {line}"),
        }
    }
}
