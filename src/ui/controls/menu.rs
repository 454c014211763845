//! A menu: a button that opens a short list of what can be done, as the authoring practices for ARIA have it: arrow keys,
//! Home and End go from item to item, Escape and Tab leave.

use std::cell::Cell;

use leptos::ev::{FocusEvent, KeyboardEvent, MouseEvent};
use leptos::html;
use leptos::prelude::*;

use crate::host::document::{self, Step};
use crate::host::frames;
use crate::ui::kit::keys::key;
use crate::ui::kit::live::{live, on_click};

/// What a click does.
type Act = Box<dyn FnMut(MouseEvent)>;

/// One line of a menu.
pub struct Item {
    label: String,
    /// Where it leads; nothing for what is done in place.
    href: Option<String>,
    act: Act,
}

impl Item {
    /// Something that is done; the menu closes before.
    pub fn new(label: &str, act: impl FnMut() + 'static) -> Self {
        Self { label: label.to_owned(), href: None, act: on_click(act) }
    }

    /// A way elsewhere, which can be opened in a tab of its own.
    pub fn link(label: &str, href: String, act: Act) -> Self {
        Self { label: label.to_owned(), href: Some(href), act }
    }
}

thread_local! {
    /// The menu that is open: there is one at a time.
    static OPEN: Cell<Option<RwSignal<bool>>> = const { Cell::new(None) };

    /// Whether clicks elsewhere are heard already.
    static HEARS: Cell<bool> = const { Cell::new(false) };
}

/// A menu, whose items are made when it opens: a page has dozens of menus, and most stay closed. `name` is that of its list in
/// the page. It closes by Escape, by a choice, when the focus leaves it, by a click elsewhere, and when another opens.
pub fn menu(name: String, label: String, items: impl Fn() -> Vec<Item> + Send + 'static) -> AnyView {
    let (element, is_open) = (NodeRef::<html::Div>::new(), RwSignal::new(false));
    let (list_name, list_label) = (name.clone(), label.clone());
    let list = live(move || {
        if !is_open.get() {
            return ().into_any();
        }
        let items: Vec<AnyView> = untrack(&items).into_iter().map(|item| item_view(item, is_open, element)).collect();
        view! { <div role="menu" id=list_name.clone() aria-label=list_label.clone()>{items}</div> }.into_any()
    });
    let toggle =
        on_click(
            move || {
                if is_open.get_untracked() { is_open.set(false) } else { open(is_open, element, Step::First) }
            },
        );
    let key: Box<dyn FnMut(KeyboardEvent)> = Box::new(move |event| press(&event, is_open, element));
    let leave: Box<dyn FnMut(FocusEvent)> = Box::new(move |event| {
        if element.get_untracked().is_some_and(|element| document::focus_leaves(&element, &event)) {
            is_open.set(false);
        }
    });
    let expanded = move || if is_open.get() { "true" } else { "false" };
    view! {
        <div class="menu" node_ref=element on:keydown=key on:focusout=leave>
            <button type="button" aria-haspopup="menu" aria-expanded=expanded aria-controls=name on:click=toggle>
                {label} <span aria-hidden="true">" ▾"</span>
            </button>
            {list}
        </div>
    }
    .into_any()
}

fn item_view(item: Item, is_open: RwSignal<bool>, menu: NodeRef<html::Div>) -> AnyView {
    let Item { label, href, mut act } = item;
    // The menu closes before anything is done: what is done may take the focus.
    let choose: Act = Box::new(move |event| {
        focus_button(menu);
        is_open.set(false);
        act(event);
    });
    match href {
        Some(href) => view! { <a role="menuitem" tabindex="-1" href=href on:click=choose>{label}</a> }.into_any(),
        None => {
            view! { <button type="button" role="menuitem" tabindex="-1" on:click=choose>{label}</button> }.into_any()
        }
    }
}

/// Opens a menu, with the focus on its first or last item.
fn open(is_open: RwSignal<bool>, element: NodeRef<html::Div>, step: Step) {
    close_open();
    OPEN.set(Some(is_open));
    if !HEARS.replace(true) {
        // For as long as the page lives.
        let _ = window_event_listener(leptos::ev::click, |event| {
            if !document::is_in(&event, ".menu") {
                close_open();
            }
        });
    }
    is_open.set(true);
    frames::before_paint(move || go(element, step));
}

fn close_open() {
    if let Some(open) = OPEN.take() {
        // It may be gone with its figure.
        let _ = open.try_set(false);
    }
}

fn focus_button(menu: NodeRef<html::Div>) {
    if let Some(menu) = menu.get_untracked() {
        document::focus_first(&menu, "button");
    }
}

fn go(element: NodeRef<html::Div>, step: Step) {
    if let Some(element) = element.get_untracked() {
        document::step_focus(&element, "[role=menuitem]", step);
    }
}

/// What a key does on the button or in the list.
fn press(event: &KeyboardEvent, is_open: RwSignal<bool>, element: NodeRef<html::Div>) {
    let is_shown = is_open.get_untracked();
    let step = match key(event).as_str() {
        "ArrowDown" if is_shown => Step::Next,
        "ArrowUp" if is_shown => Step::Previous,
        "Home" if is_shown => Step::First,
        "End" if is_shown => Step::Last,
        "ArrowUp" => Step::Last,
        "ArrowDown" => Step::First,
        "Escape" if is_shown => {
            // It closes the menu, not a proof beside it.
            event.stop_propagation();
            is_open.set(false);
            return focus_button(element);
        }
        "Tab" => return is_open.set(false),
        _ => return,
    };
    event.prevent_default();
    if is_shown { go(element, step) } else { open(is_open, element, step) }
}
