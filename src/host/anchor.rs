//! Scroll anchoring: what is read stays where it is while the page above it changes. Browsers do so by themselves only as
//! long as what they hold on to is not rebuilt, and not all of them.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::document::elements;

/// What is being read, and how far from the top of the window it stands.
pub struct Anchor {
    element: Element,
    top_px: f64,
}

/// What the sticky line of filters covers.
const COVERED_PX: f64 = 110.0;

impl Anchor {
    /// The first figure that is read below the filters; nothing at the top of the page, where nothing can move.
    pub fn find() -> Option<Self> {
        let window = web_sys::window()?;
        if window.scroll_y().ok()? < 1.0 {
            return None;
        }
        let height_px = window.inner_height().ok()?.as_f64()?;
        let figures = window.document()?.query_selector_all(".sections .figure").ok()?;
        let read = elements(&figures)
            .map(|element| (element.get_bounding_client_rect(), element))
            .find(|(place, _)| place.bottom() > COVERED_PX && place.top() < height_px);
        read.map(|(place, element)| Self { top_px: place.top(), element })
    }

    /// Brings what was read back to where it was, if it is still on the page.
    pub fn hold(&self) {
        let is_there = self.element.dyn_ref::<HtmlElement>().is_some_and(|element| element.offset_height() > 0);
        let moved_px = self.element.get_bounding_client_rect().top() - self.top_px;
        if let Some(window) = web_sys::window().filter(|_| is_there && moved_px.abs() >= 1.0) {
            window.scroll_by_with_x_and_y(0.0, moved_px);
        }
    }
}
