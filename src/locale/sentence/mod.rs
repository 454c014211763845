//! Text generation: the finding of a selection as one sentence in the reader's language.

mod builder;
mod finding;
mod heading;
mod lists;
mod single;
mod span;

pub use heading::{Lede, heading};
pub use span::{Span, memo_text, plain_text};
