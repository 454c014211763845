//! Exports: what leaves the page as text or as a file.
//!
//! This room knows forms, not words: what a number says comes ready made from `locale`.

mod citation;
mod embed;
mod file;

pub use citation::{Citable, Citation, citable, citation};
pub use embed::{Means, Snippet};
pub use file::{Format, Record, file};
