//! The brief as a file of its own: a small JSON object, in which each pin is written as in an address.

use serde_json::{Value, json};

use crate::dataset::Facts;

use super::brief::Brief;
use super::brief_text::{Unread, add, written};

/// What a file of a brief calls itself.
const FORMAT: &str = "china-trials-explorer/brief";

/// The version of the file that this program writes and reads.
const FILE_VERSION: u64 = 1;

/// Longest file that is read, in bytes: twelve pins with their lines take a tenth of it.
pub const LONGEST_FILE: u32 = 65_536;

/// The ending of the file's name.
pub const BRIEF_ENDING: &str = "brief.json";

/// Longest text of a file that an error repeats, in characters.
const LONGEST_ECHO: usize = 40;

/// Why a file is no brief: where, what was expected there, and what was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FileProblem {
    /// The place: `pins[3].note`, or line and column.
    pub at: String,
    /// What was expected there.
    pub expected: Expected,
    /// What stands there, shortened; empty where nothing does.
    pub found: String,
}

/// What is expected at a place of a file.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Expected {
    /// JSON.
    Json,
    /// One object around everything.
    Object,
    /// The name of the format.
    Format,
    /// A version that this program knows.
    Version,
    /// A list of pins.
    Pins,
    /// An object with `pin` and `note`.
    Pin,
    /// A text.
    Text,
}

impl Expected {
    /// What is expected, as a file writes it; nothing where only words say it.
    pub const fn example(self) -> Option<&'static str> {
        match self {
            Self::Format => Some("\"format\": \"china-trials-explorer/brief\""),
            Self::Version => Some("\"version\": 1"),
            Self::Pins => Some("\"pins\": []"),
            Self::Pin => Some("{\"pin\": \"phases:share@2024\", \"note\": \"\"}"),
            Self::Json | Self::Object | Self::Text => None,
        }
    }
}

/// The brief as a file.
pub fn brief_file(facts: &Facts, brief: &Brief) -> String {
    let pins = brief.pins().iter().map(|pin| json!({ "pin": written(facts, &pin.what), "note": pin.note() }));
    let file = json!({ "format": FORMAT, "version": FILE_VERSION, "pins": pins.collect::<Vec<_>>() });
    // Texts and numbers always have a JSON form.
    serde_json::to_string_pretty(&file).unwrap_or_default() + "\n"
}

/// Reads a file of a brief. A pin that is not understood is left out and named, as in an address.
///
/// # Errors
/// When the file is not of this format: where, what was expected there, and what was found.
pub fn read_brief_file(facts: &Facts, text: &str) -> Result<(Brief, Vec<Unread>), FileProblem> {
    let file: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
        let at = format!("{}:{}", error.line(), error.column());
        FileProblem { at, expected: Expected::Json, found: line_of(text, error.line()) }
    })?;
    if !file.is_object() {
        return Err(problem("", Expected::Object, &file));
    }
    if file["format"] != FORMAT {
        return Err(problem("format", Expected::Format, &file["format"]));
    }
    if file["version"] != FILE_VERSION {
        return Err(problem("version", Expected::Version, &file["version"]));
    }
    let pins = file["pins"].as_array().ok_or_else(|| problem("pins", Expected::Pins, &file["pins"]))?;
    let (mut brief, mut unread) = (Brief::default(), Vec::new());
    for (position, pin) in pins.iter().enumerate() {
        let (what, note) = texts(position, pin)?;
        if let Some(why) = add(facts, &mut brief, what, note) {
            unread.push(Unread { text: what.to_owned(), why });
        }
    }
    Ok((brief, unread))
}

/// What a pin of a file says: what is pinned, and the reader's line.
fn texts(position: usize, pin: &Value) -> Result<(&str, &str), FileProblem> {
    let at = |field: &str| format!("pins[{position}]{field}");
    if !pin.is_object() {
        return Err(problem(&at(""), Expected::Pin, pin));
    }
    let what = pin["pin"].as_str().ok_or_else(|| problem(&at(".pin"), Expected::Text, &pin["pin"]))?;
    let note = match &pin["note"] {
        Value::Null => "",
        note => note.as_str().ok_or_else(|| problem(&at(".note"), Expected::Text, note))?,
    };
    Ok((what, note))
}

fn problem(at: &str, expected: Expected, found: &Value) -> FileProblem {
    let found = if found.is_null() { String::new() } else { shortened(&found.to_string()) };
    FileProblem { at: at.to_owned(), expected, found }
}

fn line_of(text: &str, line: usize) -> String {
    shortened(text.lines().nth(line.saturating_sub(1)).unwrap_or_default().trim())
}

fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(LONGEST_ECHO).collect();
    if text.chars().nth(LONGEST_ECHO).is_some() {
        short.push('…');
    }
    short
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test may fail")]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::address::{WhyUnread, parse_brief};

    fn facts() -> &'static Facts {
        Facts::shipped().expect("the shipped data are read by a test of their own")
    }

    #[test]
    fn a_brief_comes_back_from_its_file() {
        let (brief, _) = parse_brief(facts(), "phases:share@2024~一行; \"quoted\" %3B \\;takeaway:1;finding@2024");
        let file = brief_file(facts(), &brief);
        assert_eq!(read_brief_file(facts(), &file), Ok((brief.clone(), Vec::new())));
        assert_eq!(read_brief_file(facts(), &format!("\u{feff}{file}")), Ok((brief, Vec::new())));
    }

    #[test]
    fn a_file_that_is_none_says_where_and_what_was_expected() {
        for (text, at, expected, found) in [
            ("", "1:0", Expected::Json, ""),
            ("{\n  \"format\": oops", "2:13", Expected::Json, "\"format\": oops"),
            ("[]", "", Expected::Object, "[]"),
            ("{}", "format", Expected::Format, ""),
            (r#"{"format":"other"}"#, "format", Expected::Format, "\"other\""),
            (r#"{"format":"china-trials-explorer/brief","version":2}"#, "version", Expected::Version, "2"),
            (r#"{"format":"china-trials-explorer/brief","version":1,"pins":{}}"#, "pins", Expected::Pins, "{}"),
            (r#"{"format":"china-trials-explorer/brief","version":1,"pins":["x"]}"#, "pins[0]", Expected::Pin, "\"x\""),
            (
                r#"{"format":"china-trials-explorer/brief","version":1,"pins":[{"pin":"phases"},{"pin":7}]}"#,
                "pins[1].pin",
                Expected::Text,
                "7",
            ),
            (
                r#"{"format":"china-trials-explorer/brief","version":1,"pins":[{"pin":"phases","note":[]}]}"#,
                "pins[0].note",
                Expected::Text,
                "[]",
            ),
        ] {
            let problem = FileProblem { at: at.to_owned(), expected, found: found.to_owned() };
            assert_eq!(read_brief_file(facts(), text), Err(problem), "{text}");
        }
    }

    #[test]
    fn a_pin_that_is_not_understood_is_named_and_the_rest_kept() {
        let text =
            r#"{"format":"china-trials-explorer/brief","version":1,"pins":[{"pin":"nonsense"},{"pin":"phases"}]}"#;
        let (brief, unread) = read_brief_file(facts(), text).expect("a brief");
        assert_eq!(brief.pins().len(), 1);
        assert_eq!(unread, [Unread { text: "nonsense".to_owned(), why: WhyUnread::Unknown }]);
    }

    #[test]
    fn the_examples_are_of_the_format() {
        let all = [Expected::Format, Expected::Version].map(|one| one.example().unwrap_or_default()).join(",");
        let pin = Expected::Pin.example().unwrap_or_default();
        let file = format!("{{{all},\"pins\":[{pin}]}}");
        assert!(
            read_brief_file(facts(), &file).is_ok_and(|(brief, unread)| brief.pins().len() == 1 && unread.is_empty())
        );
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic(text in "\\PC{0,80}") {
            let _ = read_brief_file(facts(), &text);
        }
    }
}
