//! A number among many, as in a table, which opens its proof.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::ui::kit::keys::key_alone;
use crate::ui::kit::live::on_click;

/// A button by its role only: reader modes leave the elements that are buttons out, and the numbers with them, and browsers do not copy
/// their text with the rest of a table. `tab_index` as HTML has it: "0" for a stop of the Tab key, "-1" for none.
pub fn number_button(tab_index: &'static str, prove: impl Fn() + Clone + 'static, content: AnyView) -> AnyView {
    let pressed = prove.clone();
    let press: Box<dyn FnMut(KeyboardEvent)> = Box::new(move |event| {
        if matches!(key_alone(&event).as_str(), "Enter" | " ") {
            // The space bar would scroll.
            event.prevent_default();
            pressed();
        }
    });
    let click = on_click(prove);
    view! { <span role="button" tabindex=tab_index class="cell" on:click=click on:keydown=press>{content}</span> }
        .into_any()
}
