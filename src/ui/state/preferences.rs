//! What holds where the address says nothing: what the reader chose before, what the portal has set (`config.json`),
//! and what the browser prefers.

use crate::address::{self, SAVED_LANGUAGE};
use crate::dataset::Facts;
use crate::host::config::Settings;
use crate::host::{address_bar, document, storage};
use crate::locale::{Language, Message, Words};
use crate::query::Selection;

/// The language of a page whose address names none: the one saved, else the portal's, else the browser's.
pub fn language(settings: &Settings) -> Language {
    saved_language().or(settings.language).or_else(browser_language).unwrap_or_default()
}

/// The title of the page: the portal's, else our own.
pub fn title(settings: &Settings, words: Words<'_>) -> String {
    let own = || words.say(Message::AppTitle);
    settings.title.as_ref().map_or_else(own, |title| title.text(words.language)).to_owned()
}

/// What the portal asks with an address that says nothing.
pub fn selection(settings: &Settings, facts: &Facts) -> Option<Selection> {
    let query = settings.selection.as_ref()?;
    Some(address::parse(facts, query.as_bytes()).0.selection)
}

/// The full address of a query string: the portal's permanent link, else this page.
pub fn link(settings: &Settings, query: &str) -> String {
    match &settings.permalink {
        Some(permalink) => permalink.with(&address::encoded(query)),
        None => address_bar::link(query),
    }
}

fn saved_language() -> Option<Language> {
    Language::from_code(&storage::load(SAVED_LANGUAGE)?)
}

/// The first language of the browser that the page speaks.
fn browser_language() -> Option<Language> {
    let preferred = document::preferred_languages();
    preferred.iter().find_map(|language| Language::from_code(language.split('-').next()?))
}
