//! What a list may be at most, and why one is refused.

use serde::{Deserialize, Serialize};

/// How large a list may be. What is larger is refused, never read in part.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: u64,
    /// Rows under the header.
    pub rows: u32,
    /// Columns.
    pub columns: usize,
    /// Bytes of one row.
    pub record_bytes: usize,
    /// Bytes of an XLSX file.
    pub workbook_bytes: u64,
    /// Bytes of an XLSX file when it is unpacked.
    pub unpacked_bytes: u64,
}

impl Limits {
    /// What the page reads.
    pub const OF_THE_PAGE: Self = Self {
        bytes: 1_000_000_000,
        rows: 2_000_000,
        columns: 1_000,
        record_bytes: 1 << 20,
        workbook_bytes: 100_000_000,
        unpacked_bytes: 600_000_000,
    };
}

/// Why a list is refused as a whole.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error, Deserialize, Serialize)]
pub enum Refusal {
    /// The file is larger than the page reads.
    #[error(
        "the file has more than {limit} bytes: count it with DuckDB as the documentation shows, and load the counts as own figures"
    )]
    TooLarge {
        /// The most that is read, in bytes.
        limit: u64,
    },
    /// The list has more rows than the page reads.
    #[error(
        "the list has more than {limit} rows: count it with DuckDB as the documentation shows, and load the counts as own figures"
    )]
    TooManyRows {
        /// The most that are read.
        limit: u32,
    },
    /// The header has more columns than any list of trials.
    #[error("line {line} has more than {limit} columns: keep those that describe the trials, and load the list again")]
    TooManyColumns {
        /// The line, counted from 1.
        line: u32,
        /// The most that are read.
        limit: usize,
    },
    /// No row names the columns.
    #[error("no row with the names of at least two columns was found: the first row must name the columns")]
    NoHeader,
    /// The file is no XLSX file, or a damaged one.
    #[error("this is no XLSX file that can be read ({detail}): save it as XLSX or CSV again")]
    NotAWorkbook {
        /// What the library says.
        detail: String,
    },
    /// The XLSX file is too large when it is unpacked.
    #[error("`{part}` of the XLSX file unpacks to more than {limit} bytes: save the list as CSV, and load that")]
    Bomb {
        /// The part.
        part: String,
        /// The most that is unpacked, in bytes.
        limit: u64,
    },
    /// The XLSX file has a cell that no spreadsheet program writes.
    #[error("`{part}` of the XLSX file has a text of more than {limit} bytes in one piece")]
    HugeCell {
        /// The part.
        part: String,
        /// The most that is read, in bytes.
        limit: usize,
    },
}
