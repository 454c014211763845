//! The numbers of a figure as a file, with everything that proves them, and as a table that is copied.

use leptos::prelude::*;

use crate::export::Separator;
use crate::locale::{LateMessage, PictureMessage};
use crate::ui::controls::menu::Item;
use crate::ui::controls::take_away::TakeAway;
use crate::ui::late::{FileForm, FileOf};
use crate::ui::state::card::Card;

/// The forms of the numbers of a figure, in the order of the menu.
const FORMS: [(LateMessage, FileForm); 7] = [
    (LateMessage::FileXlsx, FileForm::Xlsx),
    (LateMessage::FileAsShown, FileForm::AsShown(Separator::Comma)),
    (LateMessage::FileRows, FileForm::Rows(Separator::Comma)),
    (LateMessage::FileAsShownSemicolon, FileForm::AsShown(Separator::Semicolon)),
    (LateMessage::FileRowsSemicolon, FileForm::Rows(Separator::Semicolon)),
    (LateMessage::FileJson, FileForm::Json),
    (LateMessage::FilePack, FileForm::Pack),
];

/// What a figure gives; a picture is asked for in a dialog, which `is_picturing` opens.
pub fn downloads(card: Card, take_away: TakeAway, is_picturing: RwSignal<bool>) -> Vec<Item> {
    let of = move || FileOf::Figure(card.figure, Box::new(card.table.get_untracked()));
    let picture = Item::new(card.words().say(PictureMessage::Open), move || is_picturing.set(true));
    let mut items = vec![take_away.table(of), picture];
    items.extend(FORMS.map(|(label, form)| take_away.file(label, of, form)));
    items
}
