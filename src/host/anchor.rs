//! Scroll anchoring: what is read stays where it is while the page above it changes. Browsers do so by themselves only as
//! long as what they hold on to is not rebuilt, and not all of them.

use std::cell::Cell;

use gloo::events::EventListener;
use web_sys::Window;

use super::document::{element, elements};

/// Figures in the window, and how far from its top each stood: those whose titles can be seen first.
pub struct Anchor {
    figures: Vec<(String, f64)>,
}

thread_local! {
    /// How far the page is scrolled: asked when it is, because asking at a choice makes the browser lay out the page once more.
    static SCROLLED_PX: Cell<f64> = const { Cell::new(0.0) };
}

/// Follows how far the page is scrolled. Dropping the listener ends that.
pub fn follow_scrolling() -> Option<EventListener> {
    let window = web_sys::window()?;
    let measured = window.clone();
    let measure = move || SCROLLED_PX.set(measured.scroll_y().unwrap_or_default());
    Some(EventListener::new(&window, "scroll", move |_| measure()))
}

/// What the sticky line of filters covers.
const COVERED_PX: f64 = 110.0;

impl Anchor {
    /// What is read now; nothing at the top of the page, where nothing can move.
    pub fn find() -> Option<Self> {
        if SCROLLED_PX.get() < 1.0 {
            return None;
        }
        let window = web_sys::window()?;
        let height_px = window.inner_height().ok()?.as_f64()?;
        let found = window.document()?.query_selector_all(".sections .figure[id]").ok()?;
        let places = elements(&found).map(|figure| (figure.get_bounding_client_rect(), figure.id()));
        let seen = places.filter(|(place, _)| place.bottom() > COVERED_PX && place.top() < height_px);
        let (begun, rest): (Vec<_>, Vec<_>) =
            seen.map(|(place, id)| (id, place.top())).partition(|(_, top_px)| *top_px >= COVERED_PX);
        Some(Self { figures: begun.into_iter().chain(rest).collect() })
    }

    /// Brings the first of what was read that is still on the page back to where it was, built anew or not.
    pub fn hold(&self) {
        let still =
            self.figures.iter().filter_map(|(id, top_px)| Some((element(id)?.get_bounding_client_rect(), top_px)));
        let Some((place, top_px)) = still.into_iter().find(|(place, _)| place.height() > 0.0) else { return };
        let moved_px = place.top() - top_px;
        if let Some(window) = web_sys::window().filter(|_: &Window| moved_px.abs() >= 1.0) {
            window.scroll_by_with_x_and_y(0.0, moved_px);
        }
    }
}
