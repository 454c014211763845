//! Leaving the page: the browser asks the reader before it loses what is in no file.

use std::cell::RefCell;

use gloo::events::{EventListener, EventListenerOptions};

thread_local! {
    static ASKING: RefCell<Option<EventListener>> = const { RefCell::new(None) };
}

/// Has the browser ask before the page is left, or no longer. Only while there is something to lose: some browsers do not keep
/// a page for the way back that wants to be asked.
pub fn ask(is_asked: bool) {
    let listener = || {
        let window = web_sys::window()?;
        let options = EventListenerOptions::enable_prevent_default();
        Some(EventListener::new_with_options(&window, "beforeunload", options, web_sys::Event::prevent_default))
    };
    ASKING.with_borrow_mut(|asking| match (is_asked, asking.is_some()) {
        (true, false) => *asking = listener(),
        (false, _) => *asking = None,
        (true, true) => {}
    });
}
