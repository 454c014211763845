//! What stands in the place of a figure that has no number for the selection.

use leptos::prelude::*;

use crate::locale::LateMessage;
use crate::query::{Selection, Table, has_numbers, nearest};
use crate::ui::controls::link::selection_link;
use crate::ui::state::card::Card;

/// No number at all: why, and the nearest selections that have one.
pub fn nothing(card: Card, _: &Table) -> AnyView {
    let (explorer, words, selection) = (card.explorer, card.words(), card.selection.get());
    let has_answer = |selection: &Selection| has_numbers(explorer.facts, card.figure, selection);
    // What the page around has fixed cannot be asked otherwise.
    let may_ask =
        |other: &Selection| explorer.frame.with_value(|frame| frame.keep(&selection, other.clone())) == *other;
    let link = |selection: Selection| {
        let label = words.selection(&selection);
        let link = selection_link(explorer, selection, None, label.into_any());
        view! { <li>{link}</li> }.into_any()
    };
    let links: Vec<AnyView> =
        nearest(explorer.facts, &selection, has_answer).into_iter().filter(may_ask).map(link).collect();
    let lead = if links.is_empty() { "" } else { words.say(LateMessage::Nearest) };
    view! {
        <div class="empty" data-part="empty">
            <p><strong>{words.say(LateMessage::NoFigure)}</strong></p>
            <p>{lead}</p>
            <ul>{links}</ul>
        </div>
    }
    .into_any()
}
