//! What opens the dialog for embedding the page; the dialog itself comes late.

use leptos::prelude::*;

use crate::address::Mode;
use crate::locale::LateMessage;
use crate::ui::kit::live::{live, on_click};
use crate::ui::late::dialog_while;
use crate::ui::state::explorer::Explorer;

/// A button for the page; none inside another page, where it would embed what is embedded.
pub fn embed_page_button(explorer: Explorer) -> AnyView {
    if explorer.mode() != Mode::Full {
        return ().into_any();
    }
    let is_open = RwSignal::new(false);
    let dialog = dialog_while(is_open, move |views| (views.embed)(explorer, None, is_open));
    let button = live(move || {
        let open = on_click(move || is_open.set(true));
        let label = explorer.words().say(LateMessage::EmbedPage);
        view! { <button type="button" class="link" aria-haspopup="dialog" on:click=open>{label}</button> }.into_any()
    });
    view! { {button} {dialog} }.into_any()
}
