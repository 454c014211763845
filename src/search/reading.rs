//! Query parser: from what was typed to tokens, each with how well it fits every entry.
//!
//! Chinese has no spaces: a run of characters is read once as it stands and once cut into the names that are known.

use super::entry::{Entry, quality};
use super::words::{Kind, Token, is_weak, tokens};
use crate::dataset::Year;

/// One way to understand a query.
pub(super) struct Reading {
    pub(super) tokens: Vec<Token>,
    /// For each token, how well it fits each entry.
    pub(super) qualities: Vec<Vec<u8>>,
    /// The entries that several words together are a name of, years apart: then what only has the words is not meant.
    pub(super) named: Vec<usize>,
}

impl Reading {
    /// Whether it asks for nothing but numbers and years.
    pub(super) fn is_number(&self) -> bool {
        self.tokens.iter().all(|token| matches!(token.kind, Kind::Number { .. } | Kind::Year))
    }
}

/// More words than this are not read: a question has fewer.
const MOST_TOKENS: usize = 16;
/// From this length on, a word may have a typing error.
const SHORTEST_WITH_SLIP: usize = 5;

/// The ways to understand a query: none for an empty one, at most two.
pub(super) fn readings(query: &str, entries: &[Entry], years: Option<(Year, Year)>) -> Vec<Reading> {
    let mut whole = tokens(query);
    whole.truncate(MOST_TOKENS);
    for token in &mut whole {
        if is_year(token, years) {
            token.kind = Kind::Year;
        }
    }
    let cut = strong(cut(&whole, entries));
    let whole = strong(whole);
    let are_same = whole == cut;
    let mut lists = vec![whole];
    if !are_same {
        lists.push(cut);
    }
    lists.into_iter().filter(|tokens| !tokens.is_empty()).map(|tokens| read(tokens, entries)).collect()
}

/// Whether a bare number is a year of the dataset.
fn is_year(token: &Token, years: Option<(Year, Year)>) -> bool {
    let number =
        if token.kind == (Kind::Number { is_percent: false }) { token.text.parse().ok().map(Year) } else { None };
    number.zip(years).is_some_and(|(number, (first, last))| (first..=last).contains(&number))
}

/// Only the tokens that say something, unless none does.
fn strong(mut tokens: Vec<Token>) -> Vec<Token> {
    if tokens.iter().any(|token| !is_weak(&token.text)) {
        tokens.retain(|token| !is_weak(&token.text));
    }
    tokens
}

/// The tokens with every run of Chinese characters cut.
fn cut(tokens: &[Token], entries: &[Entry]) -> Vec<Token> {
    let mut pieces = Vec::new();
    for token in tokens {
        // A single character is what the reader has typed so far, not grammar between names.
        if token.kind == Kind::Chinese && token.text.chars().nth(1).is_some() {
            cut_run(&token.text, entries, &mut pieces);
        } else {
            pieces.push(token.clone());
        }
    }
    pieces.truncate(MOST_TOKENS);
    pieces
}

/// Cuts at the longest known name, from the left; what lies between stays together.
fn cut_run(run: &str, entries: &[Entry], pieces: &mut Vec<Token>) {
    let mut unknown = String::new();
    let mut rest = run;
    while let Some(first) = rest.chars().next() {
        let known = entries.iter().map(|entry| entry.longest_start(rest)).max().unwrap_or(0).max(weak_start(rest));
        let (front, back) = rest.split_at(known.max(first.len_utf8()));
        rest = back;
        if known == 0 {
            unknown.push(first);
        } else {
            push_unknown(&mut unknown, pieces);
            pieces.push(Token { kind: Kind::Chinese, text: front.to_owned() });
        }
    }
    push_unknown(&mut unknown, pieces);
}

/// The length in bytes of the longest weak word with which a text begins.
fn weak_start(text: &str) -> usize {
    let ends = text.char_indices().map(|(start, char)| start + char.len_utf8()).take(4);
    ends.filter(|end| is_weak(&text[..*end])).last().unwrap_or(0)
}

/// Keeps what is not known, unless it is a single character: that is grammar.
fn push_unknown(unknown: &mut String, pieces: &mut Vec<Token>) {
    let text = std::mem::take(unknown);
    if text.chars().nth(1).is_some() {
        pieces.push(Token { kind: Kind::Chinese, text });
    }
}

fn read(tokens: Vec<Token>, entries: &[Entry]) -> Reading {
    let mut qualities: Vec<Vec<u8>> = tokens.iter().map(|token| qualities(token, entries)).collect();
    for (position, entry) in entries.iter().enumerate() {
        entry.mark_wholes(&tokens, |token| qualities[token][position] = quality::WHOLE);
    }
    let named = (0..entries.len()).filter(|entry| is_name_of(*entry, &tokens, &qualities)).collect();
    Reading { tokens, qualities, named }
}

/// Whether the words of a query, years apart, are several and together a whole name of an entry.
fn is_name_of(entry: usize, tokens: &[Token], qualities: &[Vec<u8>]) -> bool {
    let mut words = tokens.iter().zip(qualities).filter(|(token, _)| token.kind != Kind::Year);
    words.clone().nth(1).is_some() && words.all(|(_, qualities)| qualities[entry] == quality::WHOLE)
}

/// How well a token fits each entry. A typing error is looked for only in a word that is found nowhere.
fn qualities(token: &Token, entries: &[Entry]) -> Vec<u8> {
    let mut qualities: Vec<u8> = entries.iter().map(|entry| entry.quality(token)).collect();
    let is_unknown = qualities.iter().all(|quality| *quality == 0);
    if is_unknown && token.kind == Kind::Word && token.text.chars().nth(SHORTEST_WITH_SLIP - 1).is_some() {
        for (quality, entry) in qualities.iter_mut().zip(entries) {
            if entry.has_nearly(&token.text) {
                *quality = quality::SLIP;
            }
        }
    }
    qualities
}
