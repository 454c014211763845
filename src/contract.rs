//! Writes what the page's JavaScript must know of the page's Rust, so that it stands in one place: names, versions, limits, and the
//! codes that an address may hold.
//!
//! Prints JSON; `scripts/pre_build.mjs` bundles it into `src/host/boot.js` and `public/embed.js`, which import it as `contract`.

use china_trials_explorer::address::{
    HIGHEST_PX, HideablePart, KEYS, LOOKS, Language, Lock, Mode, PROOFS, PROTOCOL, SAVED_LANGUAGE, TARGET, ThemeChoice,
    VERSION, saved_as,
};
use china_trials_explorer::figures::figures;
use serde_json::json;

fn main() {
    let contract = json!({
        "name": TARGET,
        "version": VERSION,
        "protocol": PROTOCOL,
        "highestPx": HIGHEST_PX,
        "keys": KEYS,
        "looks": LOOKS,
        "proofs": PROOFS,
        "question": Lock::ALL.map(Lock::code),
        "languages": Language::ALL.map(Language::code),
        "defaultLanguage": Language::default().code(),
        "savedLanguage": saved_as(SAVED_LANGUAGE),
        "themes": ThemeChoice::ALL.map(ThemeChoice::code),
        "defaultTheme": ThemeChoice::default().code(),
        "modes": Mode::ALL.map(Mode::code),
        "defaultMode": Mode::default().code(),
        "hideable": HideablePart::ALL.map(HideablePart::code),
        "figures": figures().map(|figure| figure.id).collect::<Vec<_>>(),
    });
    println!("{contract}");
}
