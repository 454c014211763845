//! The names under which the browser keeps what the reader chose.

use super::message::TARGET;

/// Under which key the browser keeps a choice of the reader's.
pub fn saved_as(choice: &str) -> String {
    format!("{TARGET}.{choice}")
}

/// The name of the reader's language among what is kept.
pub const SAVED_LANGUAGE: &str = "language";
