//! A menu: a button that opens a short list of what can be done.

use leptos::ev::{Event, FocusEvent, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;

use crate::host::document;
use crate::ui::kit::live::live;

/// A menu with its content, which is built when the menu opens: a page has dozens of menus, and most stay closed.
/// It closes by Escape, when the focus leaves it, and when another opens.
pub fn menu(label: String, content: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let element = NodeRef::<html::Details>::new();
    let is_open = RwSignal::new(false);
    let content = live(move || if is_open.get() { content() } else { ().into_any() });
    let follow: Box<dyn FnMut(Event)> = Box::new(move |_| {
        is_open.set(element.get_untracked().is_some_and(|element| element.open()));
    });
    let close = move || element.get_untracked().map(|element| element.set_open(false));
    let escape: Box<dyn FnMut(KeyboardEvent)> = Box::new(move |event| {
        let is_open = element.get_untracked().is_some_and(|element| element.open());
        // A dialog that the menu has opened is closed by its own Escape.
        if event.key() == "Escape" && is_open && !document::is_in(&event, "dialog") {
            // It closes the menu, not a proof beside it.
            event.stop_propagation();
            close();
            if let Some(element) = element.get_untracked() {
                document::focus_first(&element, "summary");
            }
        }
    });
    let leave: Box<dyn FnMut(FocusEvent)> = Box::new(move |event| {
        if element.get_untracked().is_some_and(|element| document::focus_leaves(&element, &event)) {
            close();
        }
    });
    view! {
        <details class="menu" name="menu" node_ref=element on:toggle=follow on:keydown=escape on:focusout=leave>
            <summary>{label}</summary>
            <div>{content}</div>
        </details>
    }
    .into_any()
}
