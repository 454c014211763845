//! The finding of a selection as one sentence in the reader's language: heading, text alternative, announcement and memo line.

mod builder;
mod finding;
mod lists;
mod single;
mod span;

pub use span::{Span, memo_text, plain_text};
