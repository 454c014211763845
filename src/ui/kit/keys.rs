//! Keys as the reader meant them.

use leptos::ev::KeyboardEvent;

/// What browsers without `isComposing` say of a key that an input method takes.
const TAKEN_BY_INPUT_METHOD: u32 = 229;

/// The name of a key; empty while a character is being composed: then every key belongs to the input method, and Enter takes a
/// word of Chinese instead of the first answer.
pub fn key(event: &KeyboardEvent) -> String {
    let is_composing = event.is_composing() || event.key_code() == TAKEN_BY_INPUT_METHOD;
    if is_composing { String::new() } else { event.key() }
}

/// The same for a key that is pressed without Control, Command or Alt: with one of them it belongs to the browser.
pub fn key_alone(event: &KeyboardEvent) -> String {
    if event.ctrl_key() || event.meta_key() || event.alt_key() { String::new() } else { key(event) }
}
