//! Animation frames and tasks.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};

/// A function that JavaScript calls once. Its memory is free again after the call: a closure that is only forgotten is kept
/// for as long as the page lives, and a change of filters asks for some eighty.
fn once(call: impl FnOnce() + 'static) -> JsValue {
    Closure::once_into_js(call)
}

/// Calls back in a task of its own, so that the browser can do something else before.
pub fn next_task(call: impl FnOnce() + 'static) {
    if let Some(window) = web_sys::window() {
        // A window takes any function.
        let _ = window.set_timeout_with_callback(once(call).unchecked_ref());
    }
}

/// Calls back before the next painting, when what was changed stands but has not been seen.
pub fn before_paint(call: impl FnOnce() + 'static) {
    if let Some(window) = web_sys::window() {
        // A window takes any function.
        let _ = window.request_animation_frame(once(call).unchecked_ref());
    }
}

/// Calls back after the next painting, when what was changed before can be seen: the first task after a frame's callbacks.
pub fn after_paint(call: impl FnOnce() + 'static) {
    if let Some(window) = web_sys::window() {
        let frame = once(move || next_task(call));
        // A window takes any function.
        let _ = window.request_animation_frame(frame.unchecked_ref());
    }
}
