//! One figure alone: its chart large, its table beside it, what it measures, and the way to the others of its question.

use leptos::prelude::*;

use crate::address::{Display, View};
use crate::dataset::Library;
use crate::figures::{SECTIONS, Section, position};
use crate::host::{document, frames};
use crate::locale::{LateMessage, Message};
use crate::query::Figure;
use crate::ui::controls::link::open_in_place;
use crate::ui::figure::late::table::table_view;
use crate::ui::figure::paragraphs::paragraphs;
use crate::ui::figure::shell::card_view;
use crate::ui::kit::live::live;
use crate::ui::state::card::Card;
use crate::ui::state::explorer::Explorer;

/// The figure that the address names; without one, what is missing and the way back.
pub fn figure(explorer: Explorer, library: Library<'static>) -> AnyView {
    let named = Memo::new(move |_| explorer.address.with(|address| address.figure.map(|named| named.figure.id)));
    live(move || {
        let found = named.get().and_then(crate::figures::figure);
        match found.and_then(|figure| Some((figure, section_of(figure)?, position(figure)?))) {
            Some((figure, section, position)) => untrack(|| alone(explorer, library, (figure, section, position))),
            None => view! { <p>{explorer.words().say(LateMessage::NoFigureNamed)}</p> }.into_any(),
        }
    })
}

fn section_of(figure: &Figure) -> Option<&'static Section> {
    SECTIONS.iter().find(|section| section.figures.iter().any(|other| other.id == figure.id))
}

fn alone(
    explorer: Explorer,
    library: Library<'static>,
    (figure, section, position): (&'static Figure, &'static Section, usize),
) -> AnyView {
    let card = Card::alone(figure, position);
    let ways = live(move || ways(explorer, section, figure));
    // Where the card itself shows its table there is none beside it.
    let is_shown = Memo::new(move |_| card.display() == Display::Table || explorer.displays.has_lost_charts.get());
    let table = live(move || {
        card.table.with(
            |table| {
                if table.is_empty() || is_shown.get() { ().into_any() } else { table_view(card, table) }
            },
        )
    });
    let defined = live(move || {
        let words = library.words(explorer.language.get());
        let lines = paragraphs(&card.table.with(|table| words.definitions_of(table)));
        view! { <div class="small">{lines}</div> }.into_any()
    });
    view! {
        <section class="alone" data-part="alone">
            {ways}
            <div class="chart-and-table">{card_view(card)} <div>{table} {defined}</div></div>
        </section>
    }
    .into_any()
}

/// The question with all its figures, and the figures before and after this one.
fn ways(explorer: Explorer, section: &'static Section, figure: &'static Figure) -> AnyView {
    let words = explorer.words();
    let at = section.figures.iter().position(|other| other.id == figure.id).unwrap_or_default();
    let before = at.checked_sub(1).and_then(|at| section.figures.get(at));
    let way = |label: LateMessage, other: Option<&'static Figure>| {
        let other = other?;
        let label = format!("{}{}{}", words.say(label), words.colon(), words.text(other.question));
        Some(link(explorer, View::Figure, other, label))
    };
    let back = format!("{} / {}", words.say(Message::Explore), words.text(section.title));
    view! {
        <nav class="ways" aria-label=words.text(section.title)>
            {link(explorer, View::Explore, figure, back)}
            {way(LateMessage::PreviousFigure, before)}
            {way(LateMessage::NextFigure, section.figures.get(at + 1))}
        </nav>
    }
    .into_any()
}

fn link(explorer: Explorer, view: View, figure: &'static Figure, label: String) -> AnyView {
    let target = explorer.address.with_untracked(|address| {
        let mut target = address.clone();
        (target.view, target.figure) = (view, Some(figure.into()));
        target.ask_proof(None);
        target
    });
    let href = explorer.link(&target);
    let go = open_in_place(move || {
        let target = target.clone();
        explorer.go(|address| (address.view, address.figure) = (target.view, target.figure));
        if view == View::Explore {
            explorer.destination.set(Some(figure));
        } else {
            frames::after_paint(document::scroll_to_top);
        }
    });
    view! { <a href=href on:click=go>{label}</a> }.into_any()
}
