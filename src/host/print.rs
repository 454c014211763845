//! Printing: the page is told before and after, and prepares what paper cannot unfold.

use gloo::events::EventListener;
use web_sys::Element;

use super::document;

/// Calls back before printing with `true` and after it with `false`. Dropping the listeners stops it.
pub fn on_print(call: impl Fn(bool) + Clone + 'static) -> Option<[EventListener; 2]> {
    let window = web_sys::window()?;
    let after = call.clone();
    Some([
        EventListener::new(&window, "beforeprint", move |_| call(true)),
        EventListener::new(&window, "afterprint", move |_| after(false)),
    ])
}

/// Opens the browser's dialog for printing.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // A frame that may not print does nothing.
        let _ = window.print();
    }
}

fn elements(selector: &str) -> Vec<Element> {
    let page = web_sys::window().and_then(|window| window.document());
    let found = page.and_then(|page| page.query_selector_all(selector).ok());
    found.iter().flat_map(document::elements).collect()
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
