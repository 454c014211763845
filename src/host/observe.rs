//! Resize and intersection observers: the width of an element, whether it is near the window, and how high the app is.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, ResizeObserver,
    ResizeObserverEntry,
};

use super::address_bar::stands_in_frame;
use super::document::element;
use super::frames;
use crate::address::HIGHEST_PX;

/// Calls back with the width of an element, in CSS pixels, at first and whenever it changes. Dropping it stops.
pub struct WidthObserver {
    observer: ResizeObserver,
    _call: Closure<dyn FnMut(js_sys::Array)>,
}

impl WidthObserver {
    /// Watches an element; nothing where the browser cannot.
    pub fn new(element: &Element, call: impl Fn(f64) + Clone + 'static) -> Option<Self> {
        // A hidden element has no width and nothing to draw.
        let tell = move |width: f64| {
            if width > 0.0 {
                call(width);
            }
        };
        if stands_in_frame() {
            // Of one that is out of sight browsers tell nothing: there it is measured.
            let (element, tell) = (element.clone(), tell.clone());
            frames::after_paint(move || tell(element.get_bounding_client_rect().width()));
        }
        let closure = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            if let Ok(last) = entries.pop().dyn_into::<ResizeObserverEntry>() {
                tell(last.content_rect().width());
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

/// Follows the height of an element.
pub struct HeightObserver {
    observer: ResizeObserver,
    _call: Closure<dyn Fn()>,
}

impl HeightObserver {
    /// Calls back with the height of the app's content, when it changes by more than a pixel.
    /// It is measured from the content, never from the window: a frame that follows it cannot make it grow.
    pub fn of_app(call: Box<dyn Fn(u32)>) -> Option<Self> {
        Self::new(&element("app")?, call)
    }

    /// Calls back with the height of an element, when it changes by more than a pixel.
    pub fn new(element: &Element, call: Box<dyn Fn(u32)>) -> Option<Self> {
        let last = Cell::new(0_u32);
        let measured = element.clone();
        let on_change = Closure::<dyn Fn()>::new(move || {
            let height = height_px(measured.get_bounding_client_rect().height()).min(HIGHEST_PX);
            if height.abs_diff(last.get()) > 1 {
                last.set(height);
                call(height);
            }
        });
        let observer = ResizeObserver::new(on_change.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self { observer, _call: on_change })
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the conversion saturates, and heights are not negative"
)]
fn height_px(height: f64) -> u32 {
    height.ceil() as u32
}

impl Drop for HeightObserver {
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
