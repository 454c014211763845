//! A card as it will stand in a frame, without a frame: the strict policy allows none. The same card, in the language and the
//! colours of its address, with the same around it; and how high it is.

use leptos::html;
use leptos::prelude::*;

use crate::address::{Address, HideablePart, ThemeChoice};
use crate::figures::position;
use crate::host::document;
use crate::host::observe::HeightObserver;
use crate::query::Figure;
use crate::ui::figure::shell::card_view;
use crate::ui::late::use_late;
use crate::ui::state::card::Card;
use crate::ui::state::explorer::Explorer;

/// The card at an address, so wide, or as wide as there is room; calls back with its height whenever that changes.
pub fn framed(
    explorer: Explorer,
    address: &Address,
    width_px: impl Fn() -> Option<u32> + Send + Sync + 'static,
    measured: impl Fn(u32) + 'static,
) -> AnyView {
    let inside = untrack(|| explorer.beside(address));
    // Whatever stands in the frame reads the address of the frame.
    provide_context(inside);
    let content = address.figure.and_then(|named| Some(content(inside, named.figure, position(named.figure)?)));
    let element = NodeRef::<html::Div>::new();
    follow_height(element, Box::new(measured));
    let width = move || width_px().map_or_else(|| "100%".to_owned(), |px| format!("{px}px"));
    let (language, theme) =
        untrack(|| (inside.language.get(), if inside.appearance.is_dark.get() { "dark" } else { "light" }));
    let ground = if address.theme == ThemeChoice::Transparent { "transparent" } else { "own" };
    let hidden: Vec<&str> = address.frame.hide.iter().map(|part| HideablePart::code(*part)).collect();
    view! {
        <div class="preview" inert aria-hidden="true">
            <div
                class="framed" data-part="framed" node_ref=element style:width=width
                lang=document::language_tag(language.code()) data-mode=address.frame.mode.code() data-theme=theme
                data-ground=ground data-hide=hidden.join(" ")
            >
                {content}
            </div>
        </div>
    }
    .into_any()
}

/// What a card is made of: its figure, and the last line.
fn content(inside: Explorer, figure: &'static Figure, position: usize) -> AnyView {
    let card = untrack(|| card_view(Card::on_trial(figure, position)));
    let bottom = use_late().details.when_here(move |details| (details.bottom)(inside));
    view! { <div class="figures">{card}</div> {bottom} }.into_any()
}

/// Follows how high the frame must be for as long as it stands.
fn follow_height(element: NodeRef<html::Div>, measured: Box<dyn Fn(u32)>) {
    let observer = StoredValue::new_local(None);
    let measured = StoredValue::new_local(Some(measured));
    element.on_load(move |element| {
        let measured = measured.try_update_value(Option::take).flatten();
        observer.set_value(measured.and_then(|measured| HeightObserver::new(&element, measured)));
    });
    on_cleanup(move || observer.set_value(None));
}
