//! URL state: what the reader asks and how the page shows it, as a query string and back.
//!
//! `?v=1&year=2024&product=biological&disease=oncology&lang=zh`. Defaults are not written.
//! Reading is forgiving: an unknown key or value is ignored, named in a [`Notice`], and never breaks the page.

mod asked;
mod brief;
mod brief_file;
mod brief_text;
mod display;
mod foreign;
mod frame;
mod keys;
mod language;
mod message;
mod migrate;
mod named_figure;
mod notice;
mod parse;
mod saved;
mod theme;
mod url;
mod view;
mod write;

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test may fail")]
mod tests;

pub use asked::Asked;
pub use brief::{Brief, LONGEST_NOTE, MOST_PINS, NotPinned, Pin, Pinned};
pub use brief_file::{BRIEF_ENDING, Expected, FileProblem, LONGEST_FILE, brief_file, read_brief_file};
pub use brief_text::{LONGEST_IN_ADDRESS, LONGEST_LINK, Unread, WhyUnread, name_of_held, parse_brief, written_brief};
pub use display::Display;
pub use foreign::asks_anything;
pub use frame::{Frame, HideablePart, Lock, Mode};
pub use keys::{EVERYTHING, KEYS, LOOKS, PROOFS, VERSION, key};
pub use language::Language;
pub use message::{HIGHEST_PX, LONGEST_FIELD, PROTOCOL, Refusal, Request, TARGET, request};
pub use named_figure::NamedFigure;
pub use notice::{Notice, Problem};
pub use parse::parse;
pub use saved::{SAVED_LANGUAGE, saved_as};
pub use theme::ThemeChoice;
pub use url::Address;
pub use view::View;
pub use write::{encoded, query_string};
