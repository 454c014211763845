//! Where a row of a data file stands, so that every error can name it.

use crate::dataset::error::{Error, ErrorKind, File, Position};

/// The position of a row.
#[derive(Clone, Copy)]
pub(in crate::dataset) struct RowPosition {
    /// File of the row.
    pub(in crate::dataset) file: File,
    /// Line on which the row begins.
    pub(in crate::dataset) line: u64,
}

impl RowPosition {
    /// An error of the row as a whole.
    pub(in crate::dataset) fn error(self, kind: ErrorKind) -> Error {
        let Self { file, line } = self;
        Error::new(kind, Position { file, line, column: None })
    }

    /// An error of one column.
    pub(in crate::dataset) fn error_in(self, column: &'static str, kind: ErrorKind) -> Error {
        let Self { file, line } = self;
        Error::new(kind, Position { file, line, column: Some(column) })
    }

    /// The position of the header, for what is missing from the file as a whole.
    pub(in crate::dataset) const fn top(file: File) -> Self {
        Self { file, line: 1 }
    }
}
