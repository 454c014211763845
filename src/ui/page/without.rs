//! Figures without a number for the selection: a line each, with the nearest selection that the figure really honours.

use leptos::prelude::*;

use crate::figures::{Shelf, figures};
use crate::query::{Figure, Selection, nearest_answered};
use crate::ui::controls::link::selection_link;
use crate::ui::kit::live::live;
use crate::ui::state::explorer::Explorer;

/// A line for each figure of a question that has no number.
pub fn without(explorer: Explorer, shelf: Memo<Shelf>) -> AnyView {
    live(move || {
        let selection = explorer.pace.settled.get();
        let positions = shelf.with(|shelf| shelf.without.clone());
        let lines = positions.into_iter().filter_map(|position| figures().nth(position));
        let lines: Vec<AnyView> = lines.map(|figure| line(explorer, figure, &selection)).collect();
        view! { <ul class="without" data-part="without">{lines}</ul> }.into_any()
    })
}

fn line(explorer: Explorer, figure: &'static Figure, selection: &Selection) -> AnyView {
    let words = explorer.words();
    // What the page around has fixed cannot be asked otherwise.
    let may_ask = |other: &Selection| explorer.frame.with_value(|frame| frame.keep(selection, other.clone())) == *other;
    let nearest = nearest_answered(explorer.facts, figure, selection).filter(may_ask);
    let link = nearest.map(|nearest| {
        let label = words.nearest_answer(selection, &nearest);
        selection_link(explorer, nearest, Some(figure), label.into_any())
    });
    view! { <li id=figure.id><span id=format!("{}-title", figure.id) tabindex="-1">{words.text(figure.question)}</span> " " {link}</li> }
        .into_any()
}
