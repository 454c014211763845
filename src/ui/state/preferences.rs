//! What holds where the address says nothing: what the reader chose before, what the portal has set (`config.json`),
//! and what the browser prefers.

use std::cell::Cell;

use crate::address::{self, Address, SAVED_LANGUAGE};
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

/// What is wrong with the settings, for whoever wrote them: what the script has found, and what only the facts can tell of the
/// selection.
pub fn problems(settings: &Settings, facts: &Facts) -> Vec<String> {
    let of_selection = settings.selection.iter().flat_map(|query| selection_problems(query, facts));
    settings.problems.iter().cloned().chain(of_selection).collect()
}

fn selection_problems(query: &str, facts: &Facts) -> Vec<String> {
    const EXPECTED: &str = "expected the filters of an address, such as year=2024";
    let (address, notices) = address::parse(facts, query.as_bytes());
    let filters = Address { selection: address.selection.clone(), ..Address::default() };
    if !notices.is_empty() {
        notices.iter().map(|notice| format!("selection: not understood: {notice}; {EXPECTED}")).collect()
    } else if address != filters || !address::asks_anything(query.as_bytes()) {
        vec![format!("selection: {EXPECTED}")]
    } else {
        Vec::new()
    }
}

/// The full address of a query string: the portal's permanent link, else this page.
pub fn link(settings: &Settings, query: &str) -> String {
    match &settings.permalink {
        Some(permalink) => permalink.with(&address::encoded(query)),
        None => address_bar::link(query),
    }
}

/// The name of the choice whether the slash key goes to the search field, among what is kept.
const SLASH: &str = "slash";

thread_local! {
    /// That choice for as long as the page lives, where the browser keeps nothing.
    static HAS_SLASH: Cell<Option<bool>> = const { Cell::new(None) };
}

/// Whether the slash key goes to the search field. Speech input and screen readers may press it without meaning to, so that it
/// can be switched off (WCAG 2.1.4).
pub fn has_slash() -> bool {
    HAS_SLASH.get().unwrap_or_else(|| storage::load(SLASH).as_deref() != Some("off"))
}

/// Switches the slash key on or off.
pub fn set_slash(is_on: bool) {
    HAS_SLASH.set(Some(is_on));
    // Where nothing is kept, it holds until the page closes.
    let _ = storage::save(SLASH, if is_on { "on" } else { "off" });
}

fn saved_language() -> Option<Language> {
    Language::from_code(&storage::load(SAVED_LANGUAGE)?)
}

/// The first language of the browser that the page speaks.
fn browser_language() -> Option<Language> {
    let preferred = document::preferred_languages();
    preferred.iter().find_map(|language| Language::from_code(language.split('-').next()?))
}
