//! The buttons that open the dialog for embedding; the dialog itself comes late.

use leptos::prelude::*;

use crate::address::Mode;
use crate::locale::LateMessage;
use crate::query::Figure;
use crate::ui::kit::live::{live, on_click};
use crate::ui::late::{failed, use_late};
use crate::ui::state::explorer::Explorer;

/// A button for a figure, or for the page; none inside another page, where it would embed what is embedded.
pub fn embed_button(explorer: Explorer, label: LateMessage, figure: Option<&'static Figure>) -> AnyView {
    if explorer.mode() != Mode::Full {
        return ().into_any();
    }
    let (views, is_open) = (use_late().views, RwSignal::new(false));
    live(move || {
        let open = on_click(move || {
            views.request();
            is_open.set(true);
        });
        let dialog = match (is_open.get(), views.get()) {
            (true, Some(views)) => (views.embed)(explorer, figure, is_open),
            (true, None) if views.has_failed() => failed(explorer),
            _ => ().into_any(),
        };
        view! { <button type="button" class="link" aria-haspopup="dialog" on:click=open>{explorer.words().say(label)}</button> {dialog} }
            .into_any()
    })
}
