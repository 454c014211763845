//! Printing: the page is told before and after, and prepares what paper cannot unfold.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, NodeList};

/// Calls back before printing with `true` and after it with `false`. Dropping the listeners stops it.
pub fn on_print(call: impl Fn(bool) + Clone + 'static) -> Option<[EventListener; 2]> {
    let window = web_sys::window()?;
    let after = call.clone();
    Some([
        EventListener::new(&window, "beforeprint", move |_| call(true)),
        EventListener::new(&window, "afterprint", move |_| after(false)),
    ])
}

fn elements(selector: &str) -> Vec<Element> {
    let found = web_sys::window().and_then(|window| window.document()).and_then(|document: Document| {
        let list: NodeList = document.query_selector_all(selector).ok()?;
        Some((0..list.length()).filter_map(|position| list.item(position)?.dyn_into().ok()).collect())
    });
    found.unwrap_or_default()
}

/// Opens what is folded, and marks it so that [`fold_again`] finds it.
pub fn unfold(selector: &str) {
    for details in elements(selector).iter().filter(|details| !details.has_attribute("open")) {
        // Valid names cannot fail.
        let _ = details.set_attribute("open", "");
        let _ = details.set_attribute("data-unfolded", "");
    }
}

/// Folds what [`unfold`] opened.
pub fn fold_again() {
    for details in elements("[data-unfolded]") {
        // Valid names cannot fail.
        let _ = details.remove_attribute("open");
        let _ = details.remove_attribute("data-unfolded");
    }
}
