//! What the system asks of pages: dark colours, less motion.

use gloo::events::EventListener;
use web_sys::MediaQueryList;

/// A wish of the system.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wish {
    /// Dark colours.
    Dark,
    /// Less motion.
    ReducedMotion,
}

impl Wish {
    const fn query(self) -> &'static str {
        match self {
            Self::Dark => "(prefers-color-scheme: dark)",
            Self::ReducedMotion => "(prefers-reduced-motion: reduce)",
        }
    }

    fn list(self) -> Option<MediaQueryList> {
        web_sys::window()?.match_media(self.query()).ok().flatten()
    }

    /// Whether the system asks for it now.
    pub fn is_made(self) -> bool {
        self.list().is_some_and(|list| list.matches())
    }

    /// Calls back whenever the system changes its mind. Dropping the listener stops it.
    pub fn on_change(self, call: impl Fn(bool) + 'static) -> Option<EventListener> {
        let list = self.list()?;
        let now = list.clone();
        Some(EventListener::new(&list, "change", move |_| call(now.matches())))
    }
}
