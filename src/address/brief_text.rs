//! The brief as a text that stands in an address: `phases:share@2024,product.biological~see below;2024:count:all;finding@2024`.
//!
//! Pins stand between semicolons. Each says what is pinned, after `@` the question it was pinned under, and after `~` the
//! reader's own line, in which `%` and `;` are written as `%25` and `%3B`.

use std::hash::Hasher;

use crate::dataset::{Facts, Statistic};
use crate::figures;
use crate::query::{CellName, Filter, NumberName, Selection, Years};

use super::brief::{Brief, LONGEST_NOTE, NotPinned, Pin, Pinned};
use super::keys::key;
use super::parse::{fact_name, years};

/// Longest brief that an address carries, in characters as the address writes them; the rest of an address has room beside it.
pub const LONGEST_IN_ADDRESS: usize = 1_500;

/// Longest link that carries a brief, in characters: what mail programs and messengers hand on whole.
pub const LONGEST_LINK: usize = 2_000;

/// What stands before the name of a brief that is too long for an address.
const HELD: &str = "held:";

/// A part of a brief that could not be read as it stands there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unread {
    /// The part, as it stands there.
    pub text: String,
    /// Why not.
    pub why: WhyUnread,
}

/// Why a part of a brief could not be read as it stands there.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum WhyUnread {
    /// No such figure, statistic, number, filter or code.
    Unknown,
    /// It stands there twice; the first counts.
    Repeated,
    /// The brief is full without it.
    TooMany,
    /// It is kept, with its line cut.
    NoteCut,
}

/// Reads a brief. What is not understood is left out and named.
///
/// ```
/// use china_trials_explorer::address::{parse_brief, written_brief};
/// use china_trials_explorer::dataset::Facts;
///
/// let facts = Facts::shipped()?;
/// let text = "phases:share@2024,product.biological~see below;2024:count:all;finding@2020..2024";
/// let (brief, unread) = parse_brief(facts, &format!("{text};nonsense"));
/// assert_eq!(written_brief(facts, &brief), text);
/// assert_eq!(unread[0].text, "nonsense");
/// # Ok::<(), &postcard::Error>(())
/// ```
pub fn parse_brief(facts: &Facts, text: &str) -> (Brief, Vec<Unread>) {
    let (mut brief, mut unread) = (Brief::default(), Vec::new());
    for part in text.split(';').filter(|part| !part.is_empty()) {
        let (what, note) = part.split_once('~').unwrap_or((part, ""));
        if let Some(why) = add(facts, &mut brief, what, &unescaped(note)) {
            unread.push(Unread { text: part.to_owned(), why });
        }
    }
    (brief, unread)
}

/// Adds what a text pins to a brief; says why it did not, or not as it stands there.
pub(super) fn add(facts: &Facts, brief: &mut Brief, what: &str, note: &str) -> Option<WhyUnread> {
    let Some(pinned) = pinned(facts, what) else { return Some(WhyUnread::Unknown) };
    match brief.add(Pin::new(pinned, note)) {
        Err(NotPinned::Already) => Some(WhyUnread::Repeated),
        Err(NotPinned::Full) => Some(WhyUnread::TooMany),
        Ok(()) => (note.chars().nth(LONGEST_NOTE).is_some()).then_some(WhyUnread::NoteCut),
    }
}

/// The brief as [`parse_brief`] reads it.
pub fn written_brief(facts: &Facts, brief: &Brief) -> String {
    let pins = brief.pins().iter().map(|pin| {
        let what = written(facts, &pin.what);
        if pin.note().is_empty() { what } else { format!("{what}~{}", escaped(pin.note())) }
    });
    pins.collect::<Vec<_>>().join(";")
}

/// The name that stands in an address for a brief that is too long for it: whoever has the text finds it by that.
pub fn name_of_held(text: &str) -> String {
    let mut hasher = rustc_hash::FxHasher::default();
    hasher.write(text.as_bytes());
    format!("{HELD}{:x}", hasher.finish())
}

/// What a text pins.
fn pinned(facts: &Facts, text: &str) -> Option<Pinned> {
    let (what, asked) = match text.split_once('@') {
        Some((what, asked)) => (what, Some(selection(facts, asked)?)),
        None => (text, None),
    };
    let alone = |pinned: Pinned| asked.is_none().then_some(pinned);
    if let Some(name) = what.strip_prefix("fact:") {
        return alone(Pinned::Fact(fact_name(name).filter(|name| !name.is_empty())?));
    }
    if let Some(order) = what.strip_prefix("takeaway:") {
        let canonical = order.parse().ok().filter(|parsed: &u16| parsed.to_string() == order);
        return alone(Pinned::Takeaway(canonical?));
    }
    if what.starts_with(|char: char| char.is_ascii_digit()) {
        return alone(Pinned::Number(NumberName::parse(facts, what)?));
    }
    let selection = asked.clone().unwrap_or_default();
    if what == "finding" {
        return Some(Pinned::Finding(selection));
    }
    if let Some(cell) = CellName::parse(what, figures::figure) {
        return Some(Pinned::Cell(cell, selection));
    }
    let (figure, statistic) = match what.split_once(':') {
        Some((figure, statistic)) => (figure, Some(Statistic::from_code(statistic)?)),
        None => (what, None),
    };
    Some(Pinned::Figure(figures::figure(figure)?, statistic, selection))
}

/// What is pinned, as [`pinned`] reads it.
pub(super) fn written(facts: &Facts, what: &Pinned) -> String {
    let name = match what {
        Pinned::Figure(figure, None, _) => figure.id.to_owned(),
        Pinned::Figure(figure, Some(statistic), _) => format!("{}:{}", figure.id, statistic.code()),
        Pinned::Cell(cell, _) => cell.to_string(),
        Pinned::Number(number) => number.text(facts),
        Pinned::Fact(name) => format!("fact:{name}"),
        Pinned::Finding(_) => "finding".to_owned(),
        Pinned::Takeaway(order) => format!("takeaway:{order}"),
    };
    let asked = asked(facts, &what.selection());
    if asked.is_empty() { name } else { format!("{name}@{asked}") }
}

/// Reads `2020..2024,product.biological,disease.oncology`; nothing for anything else.
fn selection(facts: &Facts, text: &str) -> Option<Selection> {
    text.split(',').try_fold(Selection::default(), |selection, piece| {
        if piece.starts_with(|char: char| char.is_ascii_digit()) {
            return Some(selection.with_years(years(facts, piece)?));
        }
        let (name, code) = piece.split_once('.')?;
        let filter = Filter::ALL.into_iter().find(|filter| key(*filter) == name)?;
        let code = facts.codes().find(filter.dimension(), code)?;
        let codes: Vec<_> = selection.codes(filter).iter().copied().chain([code]).collect();
        Some(selection.with_codes(filter, codes))
    })
}

/// A question as [`selection`] reads it; empty for the one about everything.
fn asked(facts: &Facts, selection: &Selection) -> String {
    let years = match selection.years {
        Years::All => None,
        Years::One(year) => Some(year.to_string()),
        Years::Range(first, last) => Some(format!("{first}..{last}")),
    };
    let codes = Filter::ALL.into_iter().flat_map(|filter| {
        let codes = selection.codes(filter).iter();
        codes.map(move |code| format!("{}.{}", key(filter), facts.codes().get(*code).code))
    });
    years.into_iter().chain(codes).collect::<Vec<_>>().join(",")
}

fn escaped(note: &str) -> String {
    note.replace('%', "%25").replace(';', "%3B")
}

/// In this order: what was `%3B` before escaping has become `%253B`.
fn unescaped(note: &str) -> String {
    note.replace("%3B", ";").replace("%25", "%")
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test may fail")]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::address::{Address, parse, query_string};
    use crate::dataset::Year;
    use crate::figures::figures;

    fn facts() -> &'static Facts {
        Facts::shipped().expect("the shipped data are read by a test of their own")
    }

    fn read(text: &str) -> Brief {
        let (brief, unread) = parse_brief(facts(), text);
        assert_eq!(unread, [], "{text}");
        brief
    }

    #[test]
    fn every_kind_of_pin_is_read_as_it_is_written() {
        for text in [
            "phases",
            "phases:share@2020..2024,product.biological,product.tcm,disease.oncology~a line, with: signs @ and ~",
            "disease_areas:share:oncology:chemical@2024",
            "2024:share:purpose.new_drug,disease.oncology:disease",
            "fact:2024-new_drug-trials-count~50%25 %3B more",
            "finding",
            "finding@2024,product.biological",
            "takeaway:2",
        ] {
            assert_eq!(written_brief(facts(), &read(text)), text);
        }
    }

    #[test]
    fn what_is_not_understood_is_named_and_the_rest_kept() {
        let unknown = [
            "nonsense",
            "phases:nonsense",
            "phases@2031",
            "phases@2024,",
            "phases@product.nonsense",
            "2024:share:disease.onclogy",
            "2024:count:all@2024",
            "fact:",
            "fact:a b",
            "takeaway:x",
            "takeaway:02",
            "finding:2",
        ];
        let text = format!("phases;{};finding", unknown.join(";"));
        let (brief, unread) = parse_brief(facts(), &text);
        assert_eq!(written_brief(facts(), &brief), "phases;finding");
        let named = |text: &&str| Unread { text: (*text).to_owned(), why: WhyUnread::Unknown };
        assert_eq!(unread, unknown.iter().map(named).collect::<Vec<_>>());
    }

    #[test]
    fn what_is_too_much_is_named() {
        let text: Vec<&str> = figures().take(13).map(|figure| figure.id).collect();
        let why = |text: &str| parse_brief(facts(), text).1.into_iter().map(|unread| unread.why).collect::<Vec<_>>();
        assert_eq!(why(&text.join(";")), [WhyUnread::TooMany]);
        assert_eq!(why("phases;;phases~again"), [WhyUnread::Repeated]);
        assert_eq!(why(&format!("phases~{}", "x".repeat(LONGEST_NOTE + 1))), [WhyUnread::NoteCut]);
        assert_eq!(parse_brief(facts(), "held:123").1.len(), 1, "a name of a brief is none of its pins");
    }

    #[test]
    fn a_long_brief_has_a_name_of_its_own() {
        assert!(name_of_held("a").starts_with(HELD) && name_of_held("a") != name_of_held("b"));
    }

    #[test]
    fn it_stands_in_an_address_beside_everything_else_and_is_legible() {
        let text = "phases:share@2024,product.biological~see & compare;fact:2024-all-trials-count";
        let address = Address { brief: text.to_owned(), ..Address::default() };
        let query = query_string(facts(), &address);
        assert_eq!(query, "v=1&brief=phases:share@2024,product.biological~see+%26+compare;fact:2024-all-trials-count");
        assert_eq!(parse(facts(), query.as_bytes()), (address, Vec::new()));
    }

    #[test]
    fn a_change_within_the_page_leaves_it_where_it_is() {
        let (mut address, _) = parse(facts(), b"year=2024&brief=phases");
        address.change_within_frame(|address| *address = Address::default());
        assert_eq!(query_string(facts(), &address), "v=1&brief=phases");
    }

    /// Questions about one or two years and up to three codes.
    fn selections() -> impl Strategy<Value = Selection> {
        let facts = facts();
        let years = facts.years().map_or(0..=0, |(first, last)| first.0..=last.0);
        let codes: Vec<_> = Filter::ALL
            .into_iter()
            .flat_map(|filter| facts.codes().of(filter.dimension()).map(move |code| (filter, code)))
            .collect();
        let years = prop::option::of((years.clone(), years));
        (years, prop::collection::vec(prop::sample::select(codes), 0..4)).prop_map(|(years, codes)| {
            let years = years.map_or(Years::All, |(one, other)| Years::between(Year(one), Year(other)));
            codes.into_iter().fold(Selection::default().with_years(years), |selection, (filter, code)| {
                let codes: Vec<_> = selection.codes(filter).iter().copied().chain([code]).collect();
                selection.with_codes(filter, codes)
            })
        })
    }

    fn whats() -> impl Strategy<Value = Pinned> {
        let figures: Vec<_> = figures().collect();
        let figure = prop::sample::select(figures);
        let statistic = prop::sample::select(&Statistic::ALL[..]);
        let name = "[a-zA-Z0-9_.]{1,12}";
        prop_oneof![
            (figure.clone(), prop::option::of(statistic.clone()), selections())
                .prop_map(|(figure, statistic, asked)| Pinned::Figure(figure, statistic, asked)),
            (figure, statistic, name, name, selections()).prop_map(|(figure, statistic, row, column, asked)| {
                Pinned::Cell(CellName { figure, statistic, row, column }, asked)
            }),
            "[a-zA-Z0-9_-]{1,40}".prop_map(Pinned::Fact),
            selections().prop_map(Pinned::Finding),
            (1..=5_u16).prop_map(Pinned::Takeaway),
        ]
    }

    proptest! {
        #[test]
        fn any_brief_comes_back_from_its_address(pins in prop::collection::vec((whats(), ".{0,220}"), 0..14)) {
            let mut brief = Brief::default();
            for (what, note) in pins {
                // Two of the same, and those beyond the twelfth, are not taken.
                let _ = brief.add(Pin::new(what, &note));
            }
            let address = Address { brief: written_brief(facts(), &brief), ..Address::default() };
            let (again, notices) = parse(facts(), query_string(facts(), &address).as_bytes());
            prop_assert_eq!(notices, []);
            prop_assert_eq!(parse_brief(facts(), &again.brief), (brief, Vec::new()));
        }

        #[test]
        fn any_text_is_read_without_panic_and_what_is_read_is_written(text in "[a-z0-9:;@~,.% -]{0,120}|\\PC{0,60}") {
            let (brief, _) = parse_brief(facts(), &text);
            prop_assert_eq!(parse_brief(facts(), &written_brief(facts(), &brief)), (brief, Vec::new()));
        }
    }
}
