//! Parser: reads the six data files or says what is wrong with them.
//!
//! Everything is checked here, once, so that the rest of the program can trust what it is given.
//! Everything that is wrong is named, row by row: whoever puts a file right sees the whole work at once.
//! `overlay` reads with the same parts what a reader brings.

pub(super) mod codes;
mod disputes;
pub(super) mod facts;
pub(super) mod field;
mod files;
pub(super) mod position;
pub(super) mod problems;
pub(super) mod records;
pub(super) mod sources;
pub(super) mod suggest;
pub(super) mod table;
mod takeaways;

pub use files::parse;
