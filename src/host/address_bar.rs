//! The address of the page: reading it, and writing what the reader chose.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::Window;

/// How a change of the address is remembered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Change {
    /// A step that "back" undoes; inside a frame it is replaced all the same, because the back button belongs to the portal.
    Step,
    /// No step of its own.
    Replace,
}

/// The query string of the page with its question mark; empty without one.
pub fn query() -> String {
    web_sys::window().and_then(|window| window.location().search().ok()).unwrap_or_default()
}

/// Writes a query string, given without its question mark.
/// Some sandboxed frames forbid it; the page works without, and links are still built by [`link`].
pub fn write(query: &str, change: Change) {
    let Some(window) = web_sys::window() else { return };
    let Ok(history) = window.history() else { return };
    let path = window.location().pathname().unwrap_or_default();
    let url = if query.is_empty() { path } else { format!("{path}?{query}") };
    let written = match change {
        Change::Step if !is_framed(&window) => history.push_state_with_url(&JsValue::NULL, "", Some(&url)),
        Change::Step | Change::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(&url)),
    };
    if let Err(error) = written {
        web_sys::console::warn_2(&"the address could not be written:".into(), &error);
    }
}

/// The full address of this page with a query string.
pub fn link(query: &str) -> String {
    let location = web_sys::window().map(|window| window.location());
    let part = |part: Option<Result<String, JsValue>>| part.and_then(Result::ok).unwrap_or_default();
    let origin = part(location.as_ref().map(web_sys::Location::origin));
    let path = part(location.as_ref().map(web_sys::Location::pathname));
    if query.is_empty() { format!("{origin}{path}") } else { format!("{origin}{path}?{query}") }
}

/// Calls back when the reader goes back or forward. Dropping the listener stops it.
pub fn on_travel(call: impl Fn() + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "popstate", move |_| call()))
}

/// Whether the page stands in a frame. A parent of another origin may refuse the question: then it does.
fn is_framed(window: &Window) -> bool {
    window.parent().map_or(true, |parent| parent.as_ref() != Some(window))
}
