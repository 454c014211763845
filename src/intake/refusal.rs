//! Why a file is not opened.

/// A file that is not opened, and why.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{file}: {kind}")]
pub struct Refusal {
    /// The name of the file.
    pub file: String,
    /// Why.
    pub kind: RefusalKind,
}

/// Why a file is not opened.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RefusalKind {
    /// It is larger than own figures can be.
    #[error("{0}")]
    TooLarge(Limit),
    /// A workbook of Excel before 2007, or one with a password.
    #[error("an old or protected workbook: save it as XLSX without a password, or as CSV (UTF-8)")]
    OldOrProtected,
    /// A ZIP archive that is no XLSX workbook.
    #[error("not an XLSX workbook that can be read ({reason}): save it as XLSX again, or as CSV (UTF-8)")]
    NotAWorkbook {
        /// What the reader of spreadsheets says.
        reason: String,
    },
    /// A sheet that cannot be read.
    #[error("sheet `{sheet}` cannot be read ({reason}): save it as XLSX again, or as CSV (UTF-8)")]
    UnreadableSheet {
        /// The sheet.
        sheet: String,
        /// What the reader of spreadsheets says.
        reason: String,
    },
}

/// A bound that a file exceeds: one that no table of own figures comes near.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Limit {
    /// The file itself.
    #[error("larger than {megabytes} MB")]
    File {
        /// The bound in MB.
        megabytes: u32,
    },
    /// What is packed in a workbook, as it comes out.
    #[error("unpacks to more than {megabytes} MB")]
    Unpacked {
        /// The bound in MB.
        megabytes: u64,
    },
    /// A text in one piece that no spreadsheet program writes.
    #[error("`{part}` has a text of more than {bytes} bytes in one piece")]
    Piece {
        /// The part of the workbook.
        part: String,
        /// The bound in bytes.
        bytes: usize,
    },
    /// The rows of a sheet.
    #[error("sheet `{sheet}` has more than {rows} rows")]
    Rows {
        /// The sheet.
        sheet: String,
        /// The bound.
        rows: usize,
    },
    /// The columns of a sheet.
    #[error("sheet `{sheet}` has cells beyond column {columns}")]
    Columns {
        /// The sheet.
        sheet: String,
        /// The bound.
        columns: usize,
    },
    /// The text of a cell.
    #[error("sheet `{sheet}`, row {row}: a cell has more than {bytes} bytes")]
    Cell {
        /// The sheet.
        sheet: String,
        /// The row, from 1.
        row: u64,
        /// The bound in bytes.
        bytes: usize,
    },
}
