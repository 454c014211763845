//! What can be done with a figure, in two menus: its link, the text that embeds it, the whole screen; and its files.

use leptos::prelude::*;

use crate::address::{Address, Mode, Pinned, View};
use crate::dataset::Library;
use crate::host::{document, frames};
use crate::locale::LateMessage;
use crate::ui::controls::copy::copy_button;
use crate::ui::controls::embed_button::embed_button;
use crate::ui::controls::link::open_in_place;
use crate::ui::controls::menu::menu;
use crate::ui::controls::pin::pin_button;
use crate::ui::figure::late::download::downloads;
use crate::ui::kit::live::{live, on_click};
use crate::ui::state::card::Card;

/// Two menus: what is shared, and what is downloaded.
pub fn actions(card: Card, library: Library<'static>) -> AnyView {
    live(move || {
        let words = card.words();
        let (share, download) = (
            menu(words.say(LateMessage::ShareMenu).to_owned(), move || share(card)),
            menu(words.say(LateMessage::Download).to_owned(), move || downloads(card, library)),
        );
        view! { {share} <div class="download-menu">{download}</div> }.into_any()
    })
}

/// What leads to the figure, here and elsewhere.
fn share(card: Card) -> AnyView {
    let link_to = live(move || alone_link(card));
    let copy_link = copy_button(LateMessage::CopyLink, move || untrack(|| link(card)));
    let embed = embed_button(card.explorer, LateMessage::Embed, Some(card.figure));
    view! { {link_to} {copy_link} {pin(card)} {embed} {full_screen(card)} }.into_any()
}

/// A button that pins the figure as it is shown now.
fn pin(card: Card) -> AnyView {
    pin_button(card.explorer, move || {
        let statistic = card.table.with(|table| table.statistic);
        Some(Pinned::Figure(card.figure, Some(statistic), card.selection.get()))
    })
}

/// The way to the figure alone; none where it stands alone already.
fn alone_link(card: Card) -> AnyView {
    let address = card.explorer.address.get();
    if address.view == View::Figure || card.explorer.mode() != Mode::Full {
        return ().into_any();
    }
    let target = Address { view: View::Figure, figure: Some(card.figure), ..address };
    let href = card.explorer.link(&target);
    let go = open_in_place(move || {
        card.explorer.go(|address| (address.view, address.figure) = (View::Figure, Some(card.figure)));
        frames::after_paint(document::scroll_to_top);
    });
    view! { <a class="link" href=href on:click=go>{card.words().say(LateMessage::OpenAlone)}</a> }.into_any()
}

/// A button that lets the figure fill the screen; none where the browser or the frame does not allow it.
fn full_screen(card: Card) -> AnyView {
    if !document::may_fill_screen() {
        return ().into_any();
    }
    live(move || {
        let fill = on_click(move || document::fill_screen(&card.element_id()));
        view! { <button type="button" class="link" on:click=fill>{card.words().say(LateMessage::FullScreen)}</button> }
            .into_any()
    })
}

/// The full address of this figure as it is shown.
fn link(card: Card) -> String {
    let address = card.explorer.address.get();
    card.explorer.link(&Address { figure: Some(card.figure), display: card.display(), ..address })
}
