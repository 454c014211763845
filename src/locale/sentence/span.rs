//! A sentence as pieces, so that its numbers can lead to what proves them.

use crate::dataset::FactId;
use crate::locale::cell::DAGGER;
use crate::query::NumberName;

/// A piece of a sentence.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Span {
    /// Words.
    Text(String),
    /// A number with the facts behind it.
    Number {
        /// As the sentence says it.
        text: String,
        /// The facts; never empty.
        facts: Vec<FactId>,
        /// Whether it is derived rather than printed.
        is_derived: bool,
        /// What to ask for its proof by.
        name: NumberName,
    },
}

/// The sentence for a memo: derived numbers say so in words, each once.
pub fn memo_text(spans: &[Span], derived: &str) -> String {
    let says_so = |next: Option<&Span>| match next {
        Some(Span::Text(text)) => text.trim_start_matches([' ', '(', '（']).starts_with(derived),
        _ => false,
    };
    let piece = |(at, span): (usize, &Span)| match span {
        Span::Number { text, is_derived: true, .. } if !says_so(spans.get(at + 1)) => format!("{text} ({derived})"),
        Span::Text(text) | Span::Number { text, .. } => text.clone(),
    };
    // Outside the page nothing explains the mark of a disputed number.
    spans.iter().enumerate().map(piece).collect::<String>().replace(DAGGER, "")
}

/// The sentence without its links.
pub fn plain_text(spans: &[Span]) -> String {
    spans
        .iter()
        .map(|span| match span {
            Span::Text(text) | Span::Number { text, .. } => text.as_str(),
        })
        .collect()
}
