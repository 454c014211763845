//! Watching an element: its width, and whether it is near the window.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, ResizeObserver,
    ResizeObserverEntry,
};

/// Calls back with the width of an element, in CSS pixels, at first and whenever it changes. Dropping it stops.
pub struct WidthObserver {
    observer: ResizeObserver,
    _call: Closure<dyn FnMut(js_sys::Array)>,
}

impl WidthObserver {
    /// Watches an element; nothing where the browser cannot.
    pub fn new(element: &Element, call: impl Fn(f64) + 'static) -> Option<Self> {
        let closure = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let last = entries.pop().dyn_into::<ResizeObserverEntry>();
            // A hidden element has no width and nothing to draw.
            if let Some(width) = last.ok().map(|entry| entry.content_rect().width()).filter(|width| *width > 0.0) {
                call(width);
            }
        });
        let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self { observer, _call: closure })
    }
}

impl Drop for WidthObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Calls back when an element comes near the window or leaves. Dropping it stops.
pub struct NearObserver {
    observer: IntersectionObserver,
    _call: Closure<dyn FnMut(js_sys::Array)>,
}

impl NearObserver {
    /// Watches an element within some pixels of the window, or for so many pixels inside it when negative; nothing where the browser cannot, and then the element counts as near.
    pub fn new(element: &Element, margin_px: i32, call: impl Fn(bool) + 'static) -> Option<Self> {
        let closure = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            if let Ok(entry) = entries.pop().dyn_into::<IntersectionObserverEntry>() {
                call(entry.is_intersecting());
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(&format!("{margin_px}px"));
        let observer = IntersectionObserver::new_with_options(closure.as_ref().unchecked_ref(), &options).ok()?;
        observer.observe(element);
        Some(Self { observer, _call: closure })
    }
}

impl Drop for NearObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
