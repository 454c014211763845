//! Ranking: from the readings of a query to hits in their order.

use std::cmp::Reverse;

use super::document::Document;
use super::entry::quality;
use super::hit::{Hit, Note, Target};
use super::reading::Reading;
use super::words::{Kind, Token};
use crate::dataset::Year;

/// What a figure gains that answers the query well: one chart is worth more than the many facts in it.
const FIGURE_BONUS: u32 = 200;
/// What a topic gains that is meant: it says that no number answers, before the reader takes another for the answer.
const TOPIC_BONUS: u32 = 400;
/// By how much a hit that misses a word is worth less.
const PARTIAL: u32 = 4;

/// How much of a query a document fits.
mod coverage {
    /// All of it.
    pub(super) const ALL: u32 = u32::MAX;
    /// A figure that is about all that is asked, but not of one year.
    pub(super) const ALL_BUT_YEAR: u32 = ALL - 1;
}

/// How well a document fits.
#[derive(Clone, Copy)]
struct Mark {
    /// One of [`coverage`], or the sum of the importance of the tokens that fit.
    coverage: u32,
    score: u32,
    note: Option<Note>,
}

/// The best hits, best first.
pub(super) fn rank(documents: &[Document], innovative: usize, readings: &[Reading], limit: usize) -> Vec<Hit> {
    let mut marked: Vec<(Mark, &Document)> = Vec::new();
    for document in documents {
        let marks = readings.iter().filter_map(|reading| mark(document, innovative, reading));
        marked.extend(marks.max_by_key(|mark| (mark.coverage, mark.score)).map(|mark| (mark, document)));
    }
    keep_best(&mut marked);
    // A bare number is most likely one of the newest report.
    let is_number = readings.iter().all(Reading::is_number);
    let of_number = |document: &Document| is_number.then_some(Reverse(document.year));
    // Stable, so that equals keep the order of the catalogue and of the file.
    marked.sort_by_key(|(mark, document)| {
        (Reverse(mark.score), of_number(document), !document.is_main, document.detail, Reverse(document.year))
    });
    let hits = marked.iter().take(limit);
    hits.map(|(Mark { score, note, .. }, Document { target, .. })| Hit { target: *target, score: *score, note: *note })
        .collect()
}

/// Keeps what fits the whole query and, where that is nothing, what fits most of it.
/// A figure that is about all that is asked stays in any case: it shows what is printed of other years.
fn keep_best(marked: &mut Vec<(Mark, &Document)>) {
    let coverages = marked.iter().map(|(mark, _)| mark.coverage);
    let most = coverages.filter(|coverage| *coverage != coverage::ALL_BUT_YEAR).max();
    marked.retain(|(mark, _)| mark.coverage == coverage::ALL_BUT_YEAR || Some(mark.coverage) == most);
}

/// How well a document fits one reading; nothing when no word fits.
fn mark(document: &Document, innovative: usize, reading: &Reading) -> Option<Mark> {
    let is_named = |(entry, _): &(usize, u8)| reading.named.contains(entry);
    if !reading.named.is_empty() && !document.entries.iter().any(is_named) {
        return None;
    }
    let (mut sum, mut least, mut coverage, mut note) = (0, u8::MAX, 0, None);
    for (token, qualities) in reading.tokens.iter().zip(&reading.qualities) {
        let from_entries =
            document.entries.iter().map(|(position, weight)| weighted(qualities[*position], *weight)).max();
        let is_asked = |year| is_asked(reading, year);
        let best = from_entries.unwrap_or(0).max(document.number_quality(token, is_asked));
        least = least.min(best);
        sum += u32::from(best);
        coverage += if best > 0 { importance(document, token) } else { 0 };
        let says_innovative = document.entries.iter().any(|(position, _)| *position == innovative)
            && is_clear(token, qualities[innovative]);
        note = note.or(says_innovative.then_some(Note::InnovativeIsCategory1));
    }
    if coverage == 0 {
        return None;
    }
    let score = sum * 10 / u32::try_from(reading.tokens.len()).ok()?;
    let names_year = reading.tokens.iter().any(|token| token.kind == Kind::Year);
    Some(match document.year {
        _ if least == 0 => Mark { coverage, score: score / PARTIAL, note },
        None if names_year => Mark { coverage: coverage::ALL_BUT_YEAR, score, note },
        None => Mark { coverage: coverage::ALL, score: score + bonus(document, reading, least), note },
        Some(_) => Mark { coverage: coverage::ALL, score, note },
    })
}

/// Whether a year is one of those that the query names.
fn is_asked(reading: &Reading, year: Year) -> bool {
    let mut years = reading.tokens.iter().filter(|token| token.kind == Kind::Year);
    years.any(|token| token.text.parse() == Ok(year.0))
}

fn weighted(quality: u8, weight: u8) -> u8 {
    // Both are percentages, so the result is one too.
    u8::try_from(u16::from(quality) * u16::from(weight) / 100).unwrap_or(u8::MAX)
}

/// Where nothing fits the whole query, what it is about says more than its year; and a figure is of every year.
fn importance(document: &Document, token: &Token) -> u32 {
    match token.kind {
        Kind::Year => u32::from(document.year.is_some()),
        _ => 2,
    }
}

/// What a figure or topic gains when the query asks its question, and not only for a number.
fn bonus(document: &Document, reading: &Reading, least: u8) -> u32 {
    match document.target {
        _ if reading.is_number() || least < quality::START => 0,
        Target::Topic(_) => TOPIC_BONUS,
        Target::Figure(_) | Target::Fact(_) => FIGURE_BONUS,
    }
}

/// Whether a token certainly means what it fits: the first two letters of a word may become any other.
fn is_clear(token: &Token, quality: u8) -> bool {
    quality >= quality::INITIALS || (quality > 0 && token.text.len() > 3)
}
