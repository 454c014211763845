//! The buttons that open the dialog for embedding; the dialog itself comes with the pages beside the figures.

use leptos::prelude::*;

use super::explorer::Explorer;
use super::live::{live, on_click};
use super::pages::{self, Pages};
use crate::address::Mode;
use crate::locale::Late;
use crate::query::Figure;

/// A button for a figure, or for the page; none inside another page, where it would embed what is embedded.
pub(in crate::ui) fn embed_button(explorer: Explorer, label: Late, figure: Option<&'static Figure>) -> AnyView {
    if explorer.frame.mode != Mode::Full {
        return ().into_any();
    }
    let is_open = RwSignal::new(false);
    live(move || {
        let open = on_click(move || {
            pages::request(explorer);
            is_open.set(true);
        });
        let dialog = match (is_open.get(), explorer.pages.get()) {
            (true, Pages::Here(parts)) => (parts.embed)(explorer, figure, is_open),
            (true, Pages::Failed) => super::later::failed(explorer),
            _ => ().into_any(),
        };
        view! { <button type="button" class="link" aria-haspopup="dialog" on:click=open>{explorer.words().say(label)}</button> {dialog} }
            .into_any()
    })
}
