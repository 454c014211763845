//! The numbers of a figure as a file, with everything that proves them, and as a table that is copied.

use leptos::prelude::*;

use crate::export::FileForm;
use crate::locale::PictureMessage;
use crate::ui::controls::menu::Item;
use crate::ui::controls::take_away::TakeAway;
use crate::ui::late::FileOf;
use crate::ui::state::card::Card;

/// What a figure gives; a picture is asked for in a dialog, which `is_picturing` opens.
pub fn downloads(card: Card, take_away: TakeAway, is_picturing: RwSignal<bool>) -> Vec<Item> {
    let of = move || FileOf::Figure(card.figure, Box::new(card.table.get_untracked()));
    let picture = Item::new(card.words().say(PictureMessage::Open), move || is_picturing.set(true));
    let mut items = vec![take_away.table(of), picture];
    items.extend(FileForm::of_figure().map(|form| take_away.file(of, form)));
    items
}
