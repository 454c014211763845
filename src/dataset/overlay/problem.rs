//! Why a row of the reader's is refused.

use std::fmt;

use crate::dataset::error::{Error, ErrorKind};
use crate::dataset::file_position::FilePosition;

/// What is wrong with a file of the reader's.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// The row, or the header.
    pub position: FilePosition,
    /// The column, unless the row as a whole is wrong.
    pub column: Option<&'static str>,
    /// The cell as a spreadsheet names it, such as `Q3`.
    pub cell: Option<String>,
    /// What is wrong, and what was expected.
    pub kind: ErrorKind,
}

impl Problem {
    /// An error of a table whose header is known.
    pub(super) fn new(error: &Error, file: &str, sheet: Option<&str>, header: &[String]) -> Self {
        let position = error.position();
        let index = position.column.and_then(|column| header.iter().position(|name| name == column));
        let cell = index.filter(|_| sheet.is_some()).map(|index| format!("{}{}", letters(index), position.line));
        let at = FilePosition { file: file.to_owned(), sheet: sheet.map(str::to_owned), line: position.line };
        Self { position: at, column: position.column, cell, kind: error.kind().clone() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.position)?;
        if let Some(column) = self.column {
            write!(formatter, ", column `{column}`")?;
        }
        if let Some(cell) = &self.cell {
            write!(formatter, " ({cell})")?;
        }
        write!(formatter, ": {}", self.kind)
    }
}

/// The letters by which a spreadsheet names a column, counted from zero.
fn letters(index: usize) -> String {
    let mut rest = index + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.extend(u8::try_from(rest % 26).map(|letter| char::from(b'A' + letter)));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        for (index, name) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(letters(index), name);
        }
    }
}
