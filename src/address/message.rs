//! Message protocol: what the page around may ask of this page, version 1 of what `docs/embedding.md` says.
//!
//! A message comes from a page that we do not know. So this reads single fields of text, never an object,
//! and what it does not understand changes nothing.

use crate::dataset::Facts;

use super::foreign::asks_anything;
use super::language::Language;
use super::notice::{Notice, Problem};
use super::parse::parse;
use super::theme::ThemeChoice;
use crate::query::Selection;

/// The version of the protocol.
pub const PROTOCOL: u32 = 1;

/// Marks a message as meant for this page; a portal's other messages lack it and are none of ours.
pub const TARGET: &str = "china-trials-explorer";

/// Longest text that a field may hold, in UTF-16 units; longer ones are not read.
pub const LONGEST_FIELD: u32 = 2_000;

/// The greatest height that is told, in CSS pixels: beyond it the frame scrolls by itself.
pub const HIGHEST_PX: u32 = 20_000;

/// What the page around asks.
#[derive(Clone, PartialEq, Debug)]
pub enum Request {
    /// To be told what there is: answered by `ready`, the height and the selection.
    Hello,
    /// To ask this question, given as the query string of an address.
    SetSelection(Selection),
    /// To be drawn in this theme.
    SetTheme(ThemeChoice),
    /// To speak this language.
    SetLanguage(Language),
}

/// Why a message is refused; said in English, for the developers of the portal.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Refusal {
    /// It names no version or one that is not known.
    #[error("field v: expected the number {PROTOCOL}")]
    OtherVersion,
    /// No such type.
    #[error("field type: expected hello, set-selection, set-theme or set-lang")]
    UnknownType,
    /// A field is missing, is no text, is too long, or has a value that is not known. The field's name.
    #[error("field {name}: expected {}", expected(.0), name = .0)]
    BadField(&'static str),
    /// Parts of the query string of a selection are not known; nothing of it is done.
    #[error("field query: not understood: {}", listed(.0))]
    NotUnderstood(Vec<Notice>),
}

impl Refusal {
    /// The code in the `error` message.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::OtherVersion => "other-version",
            Self::UnknownType => "unknown-type",
            Self::BadField(_) => "bad-field",
            Self::NotUnderstood(_) => "not-understood",
        }
    }
}

/// What a field should hold.
fn expected(field: &str) -> String {
    match field {
        "theme" => "light, dark, auto or transparent".to_owned(),
        "lang" => "en or zh".to_owned(),
        _ => format!("the query string of an address, as text of at most {LONGEST_FIELD} characters"),
    }
}

/// What was ignored, in one line.
fn listed(notices: &[Notice]) -> String {
    notices.iter().map(Notice::to_string).collect::<Vec<_>>().join(" ")
}

/// Reads a message by its fields of text; `version` is its field `v`.
///
/// # Errors
/// What was wrong with it.
pub fn request(
    facts: &Facts,
    version: Option<f64>,
    field: impl Fn(&'static str) -> Option<String>,
) -> Result<Request, Refusal> {
    if version != Some(f64::from(PROTOCOL)) {
        return Err(Refusal::OtherVersion);
    }
    let text = |name: &'static str| field(name).ok_or(Refusal::BadField(name));
    match field("type").as_deref() {
        Some("hello") => Ok(Request::Hello),
        Some("set-selection") => selection(facts, &text("query")?).map(Request::SetSelection),
        Some("set-theme") => {
            let theme = ThemeChoice::from_code(&text("theme")?);
            theme.map(Request::SetTheme).ok_or(Refusal::BadField("theme"))
        }
        Some("set-lang") => {
            let language = Language::from_code(&text("lang")?);
            language.map(Request::SetLanguage).ok_or(Refusal::BadField("lang"))
        }
        _ => Err(Refusal::UnknownType),
    }
}

/// The question of a query string: all of it, or nothing. One that only holds what others write into addresses asks for
/// nothing, so that nothing is taken from the reader either.
fn selection(facts: &Facts, query: &str) -> Result<Selection, Refusal> {
    if !query.is_empty() && !asks_anything(query.as_bytes()) {
        let (key, value) = query.split_once('=').unwrap_or((query, ""));
        let notice = Notice { key: key.to_owned(), value: value.to_owned(), problem: Problem::UnknownKey };
        return Err(Refusal::NotUnderstood(vec![notice]));
    }
    match parse(facts, query.as_bytes()) {
        (address, notices) if notices.is_empty() => Ok(address.selection),
        (_, notices) => Err(Refusal::NotUnderstood(notices)),
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test may fail")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn facts() -> &'static Facts {
        Facts::shipped().expect("the shipped data are read by a test of their own")
    }

    fn read(fields: &[(&str, &str)]) -> Result<Request, Refusal> {
        let field = |name| fields.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        request(facts(), Some(1.0), field)
    }

    #[test]
    fn reads_every_kind_of_message() {
        assert_eq!(read(&[("type", "hello")]), Ok(Request::Hello));
        assert_eq!(read(&[("type", "set-theme"), ("theme", "dark")]), Ok(Request::SetTheme(ThemeChoice::Dark)));
        assert_eq!(read(&[("type", "set-lang"), ("lang", "zh")]), Ok(Request::SetLanguage(Language::Zh)));
        let asked = read(&[("type", "set-selection"), ("query", "year=2024&product=biological")]);
        let (address, _) = parse(facts(), b"year=2024&product=biological");
        assert_eq!(asked, Ok(Request::SetSelection(address.selection.clone())));
        let passed_on = [("type", "set-selection"), ("query", "year=2024&product=biological&utm_source=portal")];
        assert_eq!(
            read(&passed_on),
            Ok(Request::SetSelection(address.selection)),
            "a portal may pass on its own address"
        );
        assert_eq!(read(&[("type", "set-selection"), ("query", "")]), Ok(Request::SetSelection(Selection::default())));
    }

    #[test]
    fn names_what_is_wrong_and_what_was_expected() {
        let said = |fields: &[(&str, &str)]| read(fields).expect_err("it is wrong").to_string();
        assert_eq!(said(&[]), "field type: expected hello, set-selection, set-theme or set-lang");
        assert_eq!(
            said(&[("type", "set-theme"), ("theme", "pink")]),
            "field theme: expected light, dark, auto or transparent"
        );
        assert_eq!(said(&[("type", "set-lang")]), "field lang: expected en or zh");
        assert_eq!(
            said(&[("type", "set-selection"), ("query", "year=1066")]),
            "field query: not understood: year=1066"
        );
        assert_eq!(
            said(&[("type", "set-selection"), ("query", "utm_source=portal")]),
            "field query: not understood: utm_source=portal"
        );
        assert_eq!(request(facts(), None, |_| Some("hello".to_owned())), Err(Refusal::OtherVersion));
        assert_eq!(request(facts(), Some(2.0), |_| Some("hello".to_owned())), Err(Refusal::OtherVersion));
    }

    proptest! {
        #[test]
        fn any_text_in_any_field_is_read_or_refused(kind in "(hello|set-selection|set-theme|set-lang|.{0,12})", text in any::<String>()) {
            let field = |name| Some(if name == "type" { kind.clone() } else { text.clone() });
            let _ = request(facts(), Some(1.0), field);
        }
    }
}
