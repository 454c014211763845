//! In which language and theme a page is read whose address names none.

use crate::address::ThemeChoice;
use crate::host::{config, document, storage};
use crate::locale::Language;

/// The language of a page whose address names none: the one saved, else the portal's, else the browser's.
pub(super) fn language() -> Language {
    saved_language().or_else(set_language).or_else(browser_language).unwrap_or(Language::En)
}

/// Whether a theme is dark here.
pub(super) fn is_dark(theme: ThemeChoice, system_is_dark: bool) -> bool {
    theme.is_dark(config::text("theme").as_deref().and_then(ThemeChoice::from_code), system_is_dark)
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
