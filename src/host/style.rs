//! Style that comes with a late part of the page, so that it does not weigh on the first chart.

use wasm_bindgen::JsCast;
use web_sys::CssStyleSheet;

/// Adds rules behind those of the page. They are added to its own sheet: the content security policy forbids others.
/// Where a browser refuses, the part stands there without them.
pub fn add(css: &str) {
    let sheet = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.style_sheets().get(0))
        .and_then(|sheet| sheet.dyn_into::<CssStyleSheet>().ok());
    let Some(sheet) = sheet else { return };
    let end = sheet.css_rules().map_or(0, |rules| rules.length());
    // One rule around all of them: a sheet takes one at a time. A sandboxed frame is a stranger to the sheet of its own page.
    let _ = sheet.insert_rule_with_index(&format!("@media all {{ {css} }}"), end);
}
