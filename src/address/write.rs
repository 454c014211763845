//! URL serialiser: from an [`Address`] to the query string that leads back to it.

use crate::dataset::Facts;
use crate::query::{Filter, Listing, Selection, Sort, Years};

use super::display::Display;
use super::frame::{Frame, Mode};
use super::keys::{VERSION, key};
use super::theme::ThemeChoice;
use super::url::Address;
use super::view::View;

/// The query string of an address, without the question mark; empty when everything is at its default.
///
/// Destructured on purpose: a new field breaks the build here until it is written too.
pub fn query_string(facts: &Facts, address: &Address) -> String {
    let Address {
        selection,
        language,
        theme,
        figure,
        cell,
        fact,
        number,
        view,
        listing,
        against,
        display,
        frame,
        brief,
    } = address;
    let mut pairs: Vec<(&str, String)> = Vec::new();
    write_selection(facts, selection, &mut pairs);
    if let Some(language) = language {
        pairs.push(("lang", language.code().to_owned()));
    }
    if *theme != ThemeChoice::default() {
        pairs.push(("theme", theme.code().to_owned()));
    }
    if *view != View::default() {
        pairs.push(("page", view.code().to_owned()));
    }
    if let Some(figure) = figure {
        pairs.push(("figure", figure.to_string()));
    }
    if let Some(cell) = cell {
        pairs.push(("cell", cell.to_string()));
    }
    if let Some(fact) = fact {
        pairs.push(("fact", fact.clone()));
    }
    if let Some(number) = number {
        pairs.push(("number", number.text(facts)));
    }
    if let Some(against) = against {
        pairs.push(("against", against.name(facts)));
    }
    write_listing(listing, &mut pairs);
    if *display != Display::default() {
        pairs.push(("view", display.code().to_owned()));
    }
    write_frame(frame, &mut pairs);
    if !brief.is_empty() {
        pairs.push(("brief", legible(brief)));
    }
    if pairs.is_empty() {
        return String::new();
    }
    // Codes, years and names are plain ASCII that a query string holds as it is; commas and dots stay readable.
    // What was typed is written as the standard asks.
    let pairs = std::iter::once(("v", VERSION.to_string())).chain(pairs);
    pairs.map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join("&")
}

/// A query string as it stands inside another address, percent-encoded.
pub fn encoded(query: &str) -> String {
    form_urlencoded::byte_serialize(query.as_bytes()).collect()
}

/// A text encoded as the standard asks, but for the signs that may stand in a query as they are and that keep it legible.
fn legible(text: &str) -> String {
    let signs = [("%3A", ":"), ("%3B", ";"), ("%40", "@"), ("%2C", ","), ("%7E", "~")];
    let pieces = form_urlencoded::byte_serialize(text.as_bytes());
    pieces.map(|piece| signs.iter().find(|(code, _)| *code == piece).map_or(piece, |(_, sign)| *sign)).collect()
}

fn write_frame(frame: &Frame, pairs: &mut Vec<(&str, String)>) {
    let Frame { mode, hide, lock } = frame;
    if *mode != Mode::default() {
        pairs.push(("mode", mode.code().to_owned()));
    }
    let hide: Vec<&str> = hide.iter().map(|part| part.code()).collect();
    let lock: Vec<&str> = lock.iter().map(|lock| lock.code()).collect();
    for (key, codes) in [("hide", hide), ("lock", lock)] {
        if !codes.is_empty() {
            pairs.push((key, codes.join(",")));
        }
    }
}

fn write_listing(listing: &Listing, pairs: &mut Vec<(&str, String)>) {
    let Listing { text, sort, statistic, grade } = listing;
    if !text.is_empty() {
        pairs.push(("q", form_urlencoded::byte_serialize(text.as_bytes()).collect()));
    }
    if *sort != Sort::default() {
        pairs.push(("sort", sort.name()));
    }
    if let Some(statistic) = statistic {
        pairs.push(("statistic", statistic.code().to_owned()));
    }
    if let Some(grade) = grade {
        pairs.push(("grade", grade.code().to_owned()));
    }
}

fn write_selection(facts: &Facts, selection: &Selection, pairs: &mut Vec<(&str, String)>) {
    match selection.years {
        Years::All => {}
        Years::One(year) => pairs.push(("year", year.to_string())),
        Years::Range(first, last) => pairs.push(("year", format!("{first}..{last}"))),
    }
    for filter in Filter::ALL {
        let codes: Vec<&str> =
            selection.codes(filter).iter().map(|code| facts.codes().get(*code).code.as_str()).collect();
        if !codes.is_empty() {
            pairs.push((key(filter), codes.join(",")));
        }
    }
}
