//! A table as somebody brings it in a spreadsheet: rows of texts, each with its number.

/// One row of a sheet.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SheetRow {
    /// The number that the spreadsheet shows beside it, from 1.
    pub number: u64,
    /// What stands in its cells from the first column on, as text.
    pub cells: Vec<String>,
}
