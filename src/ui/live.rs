//! Parts of the page that follow signals.
//!
//! Every closure that a view holds is compiled into its own copy of the renderer's code. These two functions box the closure
//! first, so that the copies are two; a component is one such part, and what is inside it is plain
//! (`docs/decisions/0004-few-live-parts.md`).

use leptos::prelude::*;

/// A part of the page that is rendered anew whenever a signal that it reads changes.
/// Elements that stay the same are kept, and with them the focus.
pub(super) fn live(render: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    boxed(Box::new(render))
}

fn boxed(render: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    (move || render()).into_any()
}

/// A handler of clicks, boxed for the same reason.
pub(super) fn on_click(act: impl FnMut() + 'static) -> Box<dyn FnMut(leptos::ev::MouseEvent)> {
    let mut act = act;
    Box::new(move |_| act())
}
