//! Media queries: whether the system asks for dark colours.

use gloo::events::EventListener;
use web_sys::MediaQueryList;

/// A wish for dark colours.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Dark;

impl Dark {
    fn list() -> Option<MediaQueryList> {
        web_sys::window()?.match_media("(prefers-color-scheme: dark)").ok().flatten()
    }

    /// Whether the system asks for it now.
    pub fn is_wished() -> bool {
        Self::list().is_some_and(|list| list.matches())
    }

    /// Calls back whenever the system changes its mind. Dropping the listener stops it.
    pub fn on_change(call: impl Fn(bool) + 'static) -> Option<EventListener> {
        let list = Self::list()?;
        let now = list.clone();
        Some(EventListener::new(&list, "change", move |_| call(now.matches())))
    }
}
