//! What holds where the address says nothing: what the reader chose before, what the portal has set (`config.json`),
//! and what the browser prefers.

use crate::address::{self, ThemeChoice};
use crate::dataset::Facts;
use crate::host::{address_bar, config, document, storage};
use crate::locale::{Language, Message, Words};
use crate::query::Selection;

/// The language of a page whose address names none: the one saved, else the portal's, else the browser's.
pub fn language() -> Language {
    saved_language().or_else(set_language).or_else(browser_language).unwrap_or(Language::En)
}

/// Whether a theme is dark here.
pub fn is_dark(theme: ThemeChoice, system_is_dark: bool) -> bool {
    match theme {
        ThemeChoice::Auto => config::text("theme").map_or(system_is_dark, |theme| theme == "dark"),
        ThemeChoice::Light | ThemeChoice::Transparent => false,
        ThemeChoice::Dark => true,
    }
}

/// The title of the page: the portal's, else our own.
pub fn title(words: Words<'_>) -> String {
    let set = config::text(if words.language == Language::En { "title-en" } else { "title-zh" });
    set.unwrap_or_else(|| words.say(Message::AppTitle).to_owned())
}

/// What the portal asks with an address that says nothing.
pub fn selection(facts: &Facts) -> Option<Selection> {
    Some(address::parse(facts, config::text("selection")?.as_bytes()).0.selection)
}

/// Whether the portal has set what an address asks that says nothing.
pub fn has_selection() -> bool {
    config::text("selection").is_some()
}

/// The full address of a query string: the portal's permanent link, else this page.
pub fn link(query: &str) -> String {
    match config::text("permalink-start") {
        Some(start) => [start, address::encoded(query), config::text("permalink-end").unwrap_or_default()].concat(),
        None => address_bar::link(query),
    }
}

/// The language that the portal has set.
fn set_language() -> Option<Language> {
    Language::from_code(&config::text("language")?)
}

fn saved_language() -> Option<Language> {
    Language::from_code(&storage::load("language")?)
}

/// The first language of the browser that the page speaks.
fn browser_language() -> Option<Language> {
    let preferred = document::preferred_languages();
    preferred.iter().find_map(|language| Language::from_code(language.split('-').next()?))
}
