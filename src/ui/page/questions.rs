//! The list of questions, always in sight: how many figures answer each, and the way there.

use leptos::prelude::*;

use crate::address::Display;
use crate::figures::{SECTIONS, Section};
use crate::host::document;
use crate::locale::{LateMessage, Message};
use crate::ui::controls::link::open_in_place;
use crate::ui::controls::take_away::take_away_menu;
use crate::ui::kit::live::{live, live_on, on_click};
use crate::ui::late::FileOf;
use crate::ui::state::explorer::Explorer;
use crate::ui::state::shelves::Shelves;

/// All questions, and what can be done with all figures.
pub fn questions(explorer: Explorer, shelves: Shelves) -> AnyView {
    let total = live_on(
        move || {
            vec![explorer.pace.settled.with(|asked| explorer.words().figures_that_answer(shelves.answers(), asked))]
        },
        |said| view! { <p class="answering" data-part="answering">{said.concat()}</p> }.into_any(),
    );
    let sections = SECTIONS.iter().enumerate();
    let links: Vec<AnyView> = sections.map(|(position, section)| link(explorer, shelves, section, position)).collect();
    let label = move || explorer.words().say(Message::Questions);
    view! {
        <nav class="questions" aria-label=label>
            {total}
            <ul>{links}</ul>
            <p class="of-all">{live(move || open_all(explorer, shelves))} {live(move || all_as(explorer))}</p>
            {take_away_menu(explorer, "take-away", LateMessage::DownloadSelection, || FileOf::Selection)}
        </nav>
    }
    .into_any()
}

/// A link within the page; the address stays what it is, because it holds the reader's question.
fn link(explorer: Explorer, shelves: Shelves, section: &'static Section, position: usize) -> AnyView {
    let said = move || vec![(explorer.words().text(section.title), shelves.answers_to(position))];
    live_on(said, move |said| {
        let [(title, answers)] = said else { return ().into_any() };
        let go = open_in_place(move || {
            document::focus(&format!("#{} > h2", section.id));
            document::scroll_to(section.id);
        });
        let href = format!("#{}", section.id);
        let count = if *answers == 0 { "–".to_owned() } else { answers.to_string() };
        let class = if *answers == 0 { "none" } else { "" };
        view! {
            <li class=class><a href=href on:click=go>{*title}</a> <b>{count}</b></li>
        }
        .into_any()
    })
}

/// One control that opens all that is folded away, and folds it again.
fn open_all(explorer: Explorer, shelves: Shelves) -> AnyView {
    let is_open = shelves.are_all_open.get();
    let label = if is_open { Message::FoldFigures } else { Message::OpenAllFigures };
    let turn = on_click(move || {
        document::set_ready(false);
        shelves.are_all_open.set(!is_open);
        explorer.replace(|address| address.figure = None);
    });
    view! { <button type="button" class="quiet" on:click=turn>{explorer.words().say(label)}</button> }.into_any()
}

/// One control that turns all figures into tables, and back.
fn all_as(explorer: Explorer) -> AnyView {
    let (display, label) = match explorer.displays.opened.get().0 {
        Display::Chart => (Display::Table, Message::AllAsTables),
        Display::Table => (Display::Chart, Message::AllAsCharts),
    };
    let turn = on_click(move || {
        explorer.displays.choices_for_all.update(|choices| *choices += 1);
        explorer.go(|address| {
            address.display = display;
            address.figure = None;
            address.ask_proof(None);
        });
    });
    view! { <button type="button" class="quiet" on:click=turn>{explorer.words().say(label)}</button> }.into_any()
}
