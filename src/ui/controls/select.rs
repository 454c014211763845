//! A dropdown with its label. Native selects: every keyboard, screen reader and phone knows them.

use leptos::ev::Event;
use leptos::prelude::*;

/// A dropdown.
pub struct Select {
    /// Its label.
    pub label: String,
    /// Its name in the form.
    pub name: &'static str,
    /// Its classes.
    pub class: &'static str,
    /// The value of the chosen option.
    pub value: String,
    /// The options, and groups of them.
    pub options: Vec<AnyView>,
    /// Whether it shows its choice and takes no other.
    pub is_disabled: bool,
}

impl Select {
    /// The dropdown as a view; `choose` is called with the value of what is chosen.
    pub fn view(self, choose: impl Fn(&str) + 'static) -> AnyView {
        let Self { label, name, class, value, options, is_disabled } = self;
        let choose: Box<dyn FnMut(Event)> = Box::new(move |event| choose(&event_target_value(&event)));
        // Named by `for`: the text of a label that wrapped the dropdown would hold its options, to tests and to voice control.
        let id = format!("choose-{name}");
        let target = id.clone();
        let chosen = if value.is_empty() { "" } else { "chosen" };
        view! {
            <span class=class>
                <label for=target>{label}</label>
                <select id=id class=chosen name=name disabled=is_disabled on:change=choose prop:value=value>{options}</select>
            </span>
        }
        .into_any()
    }
}

/// An option of a dropdown.
pub fn option(value: String, text: String, is_disabled: bool, is_chosen: bool) -> AnyView {
    view! { <option value=value disabled=is_disabled selected=is_chosen>{text}</option> }.into_any()
}
