//! Opens the files that a reader brings, guarded: a CSV file as it is, the sheets of a spreadsheet as rows of texts.
//!
//! Knows no dataset beyond the tables that it hands to the parser. Only a module that is loaded on demand may call this:
//! the reader of spreadsheets is larger than the parser behind it.

mod number;
mod open;
mod refusal;
mod workbook;

pub use open::open;
pub use refusal::{Limit, Refusal, RefusalKind};
