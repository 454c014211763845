//! Mapping: which column says what of a trial, and which value means what.

mod column;
mod field;
mod keywords;
mod mapping;
mod profile;
mod region;
mod suggest;
mod values;

pub use column::{ColumnReport, ValueCount};
pub use field::Field;
pub use keywords::{KeywordRow, Keywords, KeywordsError, KeywordsErrorKind};
pub use mapping::Mapping;
pub use profile::{Profile, ProfileError};
pub use suggest::{Evidence, Suggestion, preview, suggest};
