//! The live region of the page: what a screen reader says next.

use leptos::prelude::*;

use crate::ui::kit::live::live;

/// What is said next, handed down as context.
#[derive(Clone, Copy)]
pub struct Announcer(RwSignal<String>);

/// The announcer of the page.
///
/// # Panics
/// Outside `App`, which provides it: a mistake of ours that every browser test would show.
pub fn use_announcer() -> Announcer {
    expect_context::<Announcer>()
}

impl Announcer {
    /// With nothing to say yet.
    pub fn new() -> Self {
        Self(RwSignal::new(String::new()))
    }

    /// Has a screen reader say something.
    pub fn say(self, text: String) {
        self.0.set(text);
    }

    /// What was said last, for the element that the screen reader listens to.
    pub fn said(self) -> AnyView {
        live(move || self.0.get().into_any())
    }
}
