//! The sentence as a heading: what is longer than one goes on below it.

use super::span::Span;
use crate::address::Language;
use crate::dataset::distinct;

/// What a heading may say at most, in words. In Chinese two characters make about a word, and a number is one, as in English.
const MOST_WORDS: usize = 25;

/// Where a sentence may end and go on as text: after these, the better first.
const ENDS: [&[&str]; 2] = [&[". ", "。"], &["; ", "；"]];

/// A sentence as a heading and the text below it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lede {
    /// What stands as a heading.
    pub head: Vec<Span>,
    /// The rest; empty where the whole is short enough, and where there is nowhere to divide it.
    pub rest: Vec<Span>,
}

/// A sentence as a heading and the text below it.
pub fn heading(spans: &[Span], language: Language) -> Lede {
    let whole = || Lede { head: spans.to_vec(), rest: Vec::new() };
    if length(spans, language) <= MOST_WORDS {
        return whole();
    }
    // As much as fits, at the better ends first; where nothing does, as little as can be.
    let fits = |lede: &&Lede| length(&lede.head, language) <= MOST_WORDS;
    let fitting = ENDS.iter().find_map(|ends| divisions(spans, ends).iter().rfind(fits).cloned());
    let all = || ENDS.iter().flat_map(|ends| divisions(spans, ends));
    let shortest = || all().min_by_key(|lede| length(&lede.head, language));
    fitting.or_else(shortest).unwrap_or_else(whole)
}

/// The ways to divide a sentence at some ends, from the first on; something is left behind each.
fn divisions(spans: &[Span], ends: &[&str]) -> Vec<Lede> {
    let places = spans.iter().enumerate().flat_map(|(position, span)| places(position, span, ends));
    places.map(|(position, at)| divide(spans, position, at)).filter(|lede| !lede.rest.is_empty()).collect()
}

/// How long the pieces are, in words.
fn length(spans: &[Span], language: Language) -> usize {
    let text = super::span::plain_text(spans);
    match language {
        Language::En => text.split_whitespace().count(),
        Language::Zh => {
            let characters = text.chars().filter(|char| (0x4E00..0xA000).contains(&u32::from(*char)));
            let numbers =
                text.split(|char: char| !char.is_ascii_digit() && char != '.').filter(|part| !part.is_empty());
            characters.count() / 2 + numbers.count()
        }
    }
}

/// Where in a piece of text one of the ends stands: the piece, and the byte behind the end.
fn places<'a>(position: usize, span: &'a Span, ends: &'a [&str]) -> impl Iterator<Item = (usize, usize)> + 'a {
    let text = match span {
        Span::Text(text) => text.as_str(),
        Span::Number { .. } => "",
    };
    let found = ends.iter().flat_map(move |end| text.match_indices(end).map(move |(at, end)| at + end.len()));
    distinct(found).into_iter().map(move |at| (position, at))
}

fn divide(spans: &[Span], position: usize, at: usize) -> Lede {
    let (mut head, mut rest) = (spans[..position].to_vec(), Vec::new());
    if let Span::Text(text) = &spans[position] {
        let (before, behind) = text.split_at(at);
        head.push(Span::Text(before.trim_end().to_owned()));
        rest.extend((!behind.is_empty()).then(|| Span::Text(behind.to_owned())));
    }
    rest.extend_from_slice(&spans[position + 1..]);
    if rest.iter().all(|span| matches!(span, Span::Text(text) if text.trim().is_empty())) {
        rest.clear();
    }
    Lede { head, rest }
}
