//! The button that opens the dialog for pictures; the dialog itself comes late.

use leptos::prelude::*;

use crate::locale::PictureMessage;
use crate::ui::kit::live::{live, on_click};
use crate::ui::late::{failed, use_late};
use crate::ui::state::card::Card;

/// A button for the picture of a figure.
pub fn picture_button(card: Card) -> AnyView {
    let (views, is_open) = (use_late().views, RwSignal::new(false));
    live(move || {
        let open = on_click(move || {
            views.request();
            is_open.set(true);
        });
        let dialog = match (is_open.get(), views.get()) {
            (true, Some(views)) => (views.picture)(card, views.library, is_open),
            (true, None) if views.has_failed() => failed(card.explorer),
            _ => ().into_any(),
        };
        let label = card.words().say(PictureMessage::Open);
        view! { <button type="button" class="link" aria-haspopup="dialog" on:click=open>{label}</button> {dialog} }
            .into_any()
    })
}
