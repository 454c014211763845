//! The address of the page: reading it, and writing what the reader chose.
//!
//! The question stands in the query. A page that is one file, or that is framed without an origin, may not change its query:
//! there it stands in the fragment, as `#?v=1&year=2024`.

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

/// The query string of the page, with or without its question mark; empty without one.
/// One in the fragment comes before the page's own.
pub fn query() -> String {
    let Some(window) = web_sys::window() else { return String::new() };
    let location = window.location();
    let hash = location.hash().unwrap_or_default();
    hash.strip_prefix("#?").map_or_else(|| location.search().unwrap_or_default(), str::to_owned)
}

/// Writes a query string, given without its question mark.
/// Where even this is forbidden, the page works without, and links are still built by [`link`].
pub fn write(query: &str, change: Change) {
    let Some(window) = web_sys::window() else { return };
    let Ok(history) = window.history() else { return };
    let url = link(query);
    let written = match change {
        Change::Step if !is_framed(&window) => history.push_state_with_url(&JsValue::NULL, "", Some(&url)),
        Change::Step | Change::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(&url)),
    };
    if let Err(error) = written {
        web_sys::console::warn_1(&error);
    }
}

/// The full address of this page with a query string, given without its question mark.
pub fn link(query: &str) -> String {
    let mut address = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    let has_query = address.starts_with("http") && has_origin();
    if let Some(end) = address.bytes().position(|byte| byte == b'#' || (byte == b'?' && has_query)) {
        address.truncate(end);
    }
    if !(has_query && query.is_empty()) {
        address.push_str(if has_query { "?" } else { "#?" });
        address.push_str(query);
    }
    address
}

/// The address of this page without any question.
pub fn base() -> String {
    let mut address = link("");
    let end = address.find(['#', '?']).unwrap_or(address.len());
    address.truncate(end);
    address
}

/// Whether the browser takes the page for a part of a site. It does not with a file, nor in a sandboxed frame.
pub(super) fn has_origin() -> bool {
    web_sys::window().is_some_and(|window| window.origin() != "null")
}

/// Calls back when the reader goes back or forward. Dropping the listener stops it.
pub fn on_travel(call: impl Fn() + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "popstate", move |_| call()))
}

/// Whether the page stands in a frame.
pub fn stands_in_frame() -> bool {
    web_sys::window().is_some_and(|window| is_framed(&window))
}

/// Whether a window stands in a frame. A parent of another origin may refuse the question: then it does.
pub(super) fn is_framed(window: &Window) -> bool {
    window.parent().map_or(true, |parent| parent.as_ref() != Some(window))
}
