//! What can be done with a figure, in two menus: its link, the text that embeds it, the whole screen; and its files.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::address::{Address, Mode, Pinned, View};
use crate::host::{clipboard, document, frames};
use crate::locale::LateMessage;
use crate::ui::controls::link::open_in_place;
use crate::ui::controls::menu::{Item, menu};
use crate::ui::controls::outcome::{Outcome, outcome_view};
use crate::ui::controls::pin::pin_item;
use crate::ui::controls::take_away::TakeAway;
use crate::ui::figure::late::download::downloads;
use crate::ui::kit::late::Late;
use crate::ui::kit::live::live;
use crate::ui::kit::signals::{leave_no_trace, set_if_changed};
use crate::ui::late::{Files, dialog_while};
use crate::ui::state::card::Card;

/// Two menus, what is shared and what is downloaded, and under them what became of it.
pub fn actions(card: Card, files: Late<Files>) -> AnyView {
    let take_away = TakeAway::new(card.explorer, files);
    let (is_embedding, is_picturing) = (RwSignal::new(false), RwSignal::new(false));
    // What became of it is said of what was asked for, and not of another question.
    Effect::new(move || {
        leave_no_trace();
        card.selection.track();
        set_if_changed(take_away.outcome, Outcome::Nothing);
    });
    let menus = live(move || {
        let (words, id) = (card.words(), card.element_id());
        let share_menu = menu(format!("{id}-share"), words.say(LateMessage::ShareMenu).to_owned(), move || {
            share(card, take_away.outcome, is_embedding)
        });
        let download_menu = menu(format!("{id}-download"), words.say(LateMessage::Download).to_owned(), move || {
            downloads(card, take_away, is_picturing)
        });
        view! { {share_menu} <div class="download-menu">{download_menu}</div> }.into_any()
    });
    let embed = dialog_while(is_embedding, move |views| (views.embed)(card.explorer, Some(card), is_embedding));
    let picture = dialog_while(is_picturing, move |views| (views.picture)(card, views.library, is_picturing));
    view! { {menus} {outcome_view(card.explorer, take_away.outcome)} {embed} {picture} }.into_any()
}

/// What leads to the figure, here and elsewhere.
fn share(card: Card, outcome: RwSignal<Outcome>, is_embedding: RwSignal<bool>) -> Vec<Item> {
    let words = card.words();
    let copy = Item::new(words.say(LateMessage::CopyLink), move || copy_link(card, outcome));
    let pin = pin_item(card.explorer, pinned(card), move |said| outcome.set(Outcome::Said(said)));
    let mut items: Vec<Item> = alone_link(card).into_iter().chain([copy]).chain(pin).collect();
    // Inside another page it would embed what is embedded.
    if card.explorer.mode() == Mode::Full {
        items.push(Item::new(words.say(LateMessage::Embed), move || is_embedding.set(true)));
    }
    if document::may_fill_screen() {
        items.push(Item::new(words.say(LateMessage::FullScreen), move || document::fill_screen(&card.element_id())));
    }
    items
}

/// The figure as it is shown now, to be pinned.
fn pinned(card: Card) -> Pinned {
    let statistic = card.table.with_untracked(|table| table.statistic);
    Pinned::Figure(card.figure, Some(statistic), card.selection.get_untracked())
}

/// The way to the figure alone; none where it stands alone already.
fn alone_link(card: Card) -> Option<Item> {
    let address = card.explorer.address.get_untracked();
    if address.view == View::Figure || card.explorer.mode() != Mode::Full {
        return None;
    }
    let named = card.named();
    let target = Address { view: View::Figure, figure: Some(named), ..address };
    let go = open_in_place(move || {
        card.explorer.go(|address| (address.view, address.figure) = (View::Figure, Some(named)));
        frames::after_paint(document::scroll_to_top);
    });
    Some(Item::link(card.words().say(LateMessage::OpenAlone), card.explorer.link(&target), go))
}

/// Copies the full address of this figure as it is shown.
fn copy_link(card: Card, outcome: RwSignal<Outcome>) {
    let address = card.explorer.address.get_untracked();
    let display = untrack(|| card.display());
    let link = card.explorer.link(&Address { figure: Some(card.named()), display, ..address });
    spawn_local(async move {
        let is_copied = clipboard::copy(&link).await;
        // The figure may be gone by now.
        let _ = outcome.try_set(if is_copied {
            Outcome::Done(LateMessage::Copied)
        } else {
            Outcome::ByHand(LateMessage::CopyFailed, link)
        });
    });
}
