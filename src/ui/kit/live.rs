//! Parts of the page that follow signals.
//!
//! Every closure that a view holds is compiled into its own copy of the renderer's code. These functions box the closure
//! first, so that the copies are few; a component is one such part, and what is inside it is plain
//! (`docs/decisions/0004-few-live-parts.md`).

use std::sync::{Arc, Mutex};

use leptos::prelude::*;

use crate::ui::kit::signals::leave_no_trace;

/// A part of the page that is rendered anew whenever a signal that it reads changes.
/// Elements that stay the same are kept, and with them the focus.
pub fn live(render: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    boxed(Box::new(render))
}

/// A part of the page that is rendered anew only when its content is another: of all that a choice touches,
/// most says what it said before, and elements that are not touched need no layout and no paint.
pub fn live_on<T: PartialEq + Send + 'static>(
    content: impl Fn() -> Vec<T> + Send + Sync + 'static,
    render: impl Fn(&[T]) -> AnyView + Send + 'static,
) -> AnyView {
    let last = Arc::new(Mutex::new(Vec::new()));
    let shown = Arc::clone(&last);
    let revision = counted(Box::new(move || {
        let content = content();
        let Ok(mut last) = last.lock() else { return false };
        let is_other = *last != content;
        *last = content;
        is_other
    }));
    boxed(Box::new(move || {
        revision.get();
        shown.lock().map_or_else(|_| ().into_any(), |content| render(&content))
    }))
}

/// How often something turned out to be another.
fn counted(is_other: Box<dyn Fn() -> bool + Send + Sync>) -> Memo<u32> {
    Memo::new(move |count: Option<&u32>| {
        leave_no_trace();
        count.copied().unwrap_or(0) + u32::from(is_other())
    })
}

fn boxed(render: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    (move || {
        leave_no_trace();
        render()
    })
    .into_any()
}

/// A handler of clicks, boxed for the same reason.
pub fn on_click(act: impl FnMut() + 'static) -> Box<dyn FnMut(leptos::ev::MouseEvent)> {
    let mut act = act;
    Box::new(move |_| act())
}
