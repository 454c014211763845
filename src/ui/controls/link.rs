//! Links to other questions: real addresses that open in place, or in a new tab if the reader wants that.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::address::{Address, Asked};
use crate::query::{Figure, Selection};
use crate::ui::kit::signals::leave_no_trace;
use crate::ui::state::explorer::Explorer;

/// What a click on a link does in place; a click that asks for a tab or a window of its own is left to the browser.
pub fn open_in_place(act: impl Fn() + 'static) -> Box<dyn FnMut(MouseEvent)> {
    Box::new(move |event| {
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            act();
        }
    })
}

/// A number in words, which opens its proof. No button: reader modes leave buttons out, and the number with them.
pub fn number_link(
    explorer: Explorer,
    class: &'static str,
    title: &'static str,
    asked: Asked,
    text: String,
) -> AnyView {
    let proved = asked.clone();
    // It follows the address: the words may stay the same where the question is another.
    let href = move || {
        leave_no_trace();
        explorer.address.with(|address| {
            let mut address = address.clone();
            address.ask_proof(Some(proved.clone()));
            explorer.link(&address)
        })
    };
    let prove = open_in_place(move || explorer.prove(asked.clone()));
    view! { <a class=class title=title href=href on:click=prove>{text}</a> }.into_any()
}

/// A link to a selection, and to one of its figures where one is named.
pub fn selection_link(
    explorer: Explorer,
    selection: Selection,
    figure: Option<&'static Figure>,
    content: AnyView,
) -> AnyView {
    // Links keep how the page looks; where only the address differs and not the look, that is seen when one is followed.
    explorer.appearance.is_dark.track();
    explorer.language.track();
    let (language, theme) = explorer.address.with_untracked(|address| (address.language, address.theme));
    let target = Address { selection, language, theme, figure: figure.map(Into::into), ..Address::default() };
    let href = explorer.link(&target);
    let open = open_in_place(move || {
        explorer
            .go(|address| *address = Address { language: address.language, theme: address.theme, ..target.clone() });
        explorer.destination.set(figure);
    });
    view! { <a href=href on:click=open>{content}</a> }.into_any()
}
