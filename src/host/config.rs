//! `config.json`: what the people of a portal set for their copy of the page. `boot.js` reads it before the page starts.
//!
//! It can choose and name, and it can narrow who may talk to the page; nothing in it can loosen what is forbidden.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Where `boot.js` leaves it.
const PLACE: &str = "chinaTrialsConfig";

fn field(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &JsValue::from_str(name)).ok().filter(|value| !value.is_undefined())
}

fn value(name: &str) -> Option<JsValue> {
    field(&field(&js_sys::global(), PLACE)?, name)
}

/// A setting that is a text.
pub fn text(name: &str) -> Option<String> {
    value(name)?.as_string().filter(|text| !text.is_empty())
}

/// The parent origins that may talk to the page, be they none; nothing where the settings do not say, and any parent may.
pub fn origins() -> Option<Vec<String>> {
    value("origins").and_then(texts)
}

/// What `boot.js` found wrong with the file; nothing when it is as it should be, or is not there.
pub fn problems() -> Vec<String> {
    field(&js_sys::global(), "chinaTrialsConfigProblems").and_then(texts).unwrap_or_default()
}

/// The texts of a list.
fn texts(list: JsValue) -> Option<Vec<String>> {
    let list: Array = list.dyn_into().ok()?;
    Some(list.iter().filter_map(|text| text.as_string()).collect())
}
