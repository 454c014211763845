//! Parser: reads the six data files or says what is wrong with them.
//!
//! Everything is checked here, once, so that the rest of the program can trust what it is given.

mod codes;
mod disputes;
mod facts;
mod field;
mod files;
mod position;
mod sources;
mod suggest;
mod table;
mod takeaways;

pub use files::parse;
