//! The numbers of a figure as a file, with everything that proves them, and as a table that is copied.

use leptos::prelude::*;

use crate::address::Display;
use crate::export::Separator;
use crate::figures::is_in_numbers;
use crate::host::document;
use crate::host::download::{self, Offered};
use crate::locale::LateMessage;
use crate::ui::controls::menu::Item;
use crate::ui::controls::outcome::Outcome;
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

/// What a figure gives.
pub fn downloads(card: Card, take_away: TakeAway) -> Vec<Item> {
    let of = move || FileOf::Figure(card.figure, Box::new(card.table.get_untracked()));
    let mut items = vec![take_away.table(of)];
    items.extend(FORMS.map(|(label, form)| take_away.file(label, of, form)));
    let has_picture = card.display() == Display::Chart
        && card.table.with(|table| !table.is_empty() && !is_in_numbers(card.figure, table));
    if has_picture {
        let label = card.words().say(LateMessage::DownloadPicture);
        items.push(Item::new(label, move || take_away.outcome.set(untrack(|| picture(card)))));
    }
    items
}

/// Offers the chart as a picture; nothing where none is drawn.
fn picture(card: Card) -> Outcome {
    let Some(svg) = document::html_of(&format!("#{} [data-part=chart] svg", card.element_id())) else {
        return Outcome::Nothing;
    };
    let name = format!("{}.svg", card.figure.id);
    match download::offer(&name, "image/svg+xml", &svg) {
        Offered::Saved => Outcome::Saved(name),
        Offered::Perhaps => Outcome::Perhaps(svg),
        Offered::Refused => Outcome::ByHand(LateMessage::DownloadBlocked, svg),
    }
}
