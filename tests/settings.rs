//! The description of `config.json` speaks of the same languages, themes and limits as the page.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test may fail")]

use china_trials_explorer::address::{LONGEST_FIELD, Language, ThemeChoice};
use serde_json::Value;

fn property(name: &str) -> Value {
    let schema: Value = serde_json::from_str(include_str!("../public/config.schema.json")).expect("JSON");
    schema["properties"].get(name).cloned().expect("a setting of this name")
}

fn codes(property: &Value) -> Vec<String> {
    serde_json::from_value(property["enum"].clone()).expect("a list of codes")
}

#[test]
fn the_languages_are_those_of_the_page() {
    assert_eq!(codes(&property("language")), Language::ALL.map(Language::code));
}

#[test]
fn the_themes_are_those_of_the_page_but_for_the_one_that_only_a_frame_can_have() {
    let mut set = codes(&property("theme"));
    set.push(ThemeChoice::Transparent.code().to_owned());
    set.sort();
    let mut themes = ThemeChoice::ALL.map(ThemeChoice::code);
    themes.sort_unstable();
    assert_eq!(set, themes);
}

#[test]
fn a_selection_is_as_long_as_one_that_a_portal_may_send() {
    assert_eq!(property("selection")["maxLength"], LONGEST_FIELD);
}
