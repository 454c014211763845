//! Plain tables of texts under names: what a reader fills in, and what he has filled in, as CSV and as XLSX.
//!
//! Nothing is made harmless here: what is read again must be what was written, and it is the reader's own.

use super::delimited::{Separator, csv_lines};
use crate::dataset::OwnTable;

/// A table of texts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PlainTable {
    /// The name of its sheet, and of its file without the ending.
    pub name: String,
    /// The names of its columns.
    pub columns: Vec<String>,
    /// The rows, each as wide as the columns.
    pub rows: Vec<Vec<String>>,
    /// The column in which something is to be typed, if any.
    pub typed: Option<usize>,
}

impl PlainTable {
    /// The table as a CSV file: UTF-8 with a byte order mark, so that Excel reads Chinese.
    pub fn csv(&self) -> String {
        let lines: Vec<Vec<String>> = std::iter::once(&self.columns).chain(&self.rows).cloned().collect();
        csv_lines(&lines, Separator::Comma)
    }
}

impl From<&OwnTable> for PlainTable {
    fn from(table: &OwnTable) -> Self {
        Self {
            name: table.file.name().trim_end_matches(".csv").to_owned(),
            columns: table.columns.iter().map(ToString::to_string).collect(),
            rows: table.rows.clone(),
            typed: None,
        }
    }
}
