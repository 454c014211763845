//! The figures under the questions that readers ask, and the way from one question to another.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::address::Display;
use crate::figures::{SECTIONS, Section, position};
use crate::host::document;
use crate::locale::Message;
use crate::query::Figure;
use crate::ui::figure::shell::FigureCard;
use crate::ui::kit::live::{live, on_click};
use crate::ui::state::explorer::{Explorer, use_explorer};

/// All questions with their figures.
#[component]
pub fn Sections() -> impl IntoView {
    let explorer = use_explorer();
    let card = untrack(|| explorer.card());
    if let Some(figure) = card {
        let position = position(figure).unwrap_or_default();
        return view! { <div id="figures" tabindex="-1"><div class="figures">{placed(explorer, figure, position)}</div></div> }
            .into_any();
    }
    let contents = live(move || {
        let links: Vec<AnyView> = SECTIONS.iter().map(|section| section_link(explorer, section)).collect();
        let label = explorer.words().say(Message::Questions);
        view! { <nav class="questions" aria-label=label><ul>{links}</ul> {all_as(explorer)}</nav> }.into_any()
    });
    let mut position = 0;
    let mut sections = Vec::new();
    for section in SECTIONS {
        let cards = section.figures.iter().zip(position..).map(|(figure, position)| placed(explorer, figure, position));
        sections.push(section_view(explorer, section, cards.collect()));
        position += section.figures.len();
    }
    view! { <div id="figures" tabindex="-1">{contents} {sections}</div> }.into_any()
}

/// One control that turns all figures into tables, and back.
fn all_as(explorer: Explorer) -> AnyView {
    let (display, label) = match explorer.opened.get().0 {
        Display::Chart => (Display::Table, Message::AllAsTables),
        Display::Table => (Display::Chart, Message::AllAsCharts),
    };
    let turn = on_click(move || {
        explorer.choices_for_all.update(|choices| *choices += 1);
        explorer.go(|address| {
            address.display = display;
            address.figure = None;
            address.ask_proof(None);
        });
    });
    view! { <button type="button" class="quiet" on:click=turn>{explorer.words().say(label)}</button> }.into_any()
}

fn section_view(explorer: Explorer, section: &'static Section, cards: Vec<AnyView>) -> AnyView {
    let title = live(move || explorer.words().text(section.title).into_any());
    view! {
        <section class="question" id=section.id>
            <h2 tabindex="-1">{title}</h2>
            <div class="figures">{cards}</div>
        </section>
    }
    .into_any()
}

/// A link within the page; the address stays what it is, because it holds the reader's question.
fn section_link(explorer: Explorer, section: &'static Section) -> AnyView {
    let go: Box<dyn FnMut(MouseEvent)> = Box::new(move |event| {
        event.prevent_default();
        document::focus(&format!("#{} > h2", section.id));
        document::scroll_to(section.id);
    });
    let href = format!("#{}", section.id);
    view! { <li><a href=href on:click=go>{explorer.words().text(section.title)}</a></li> }.into_any()
}

/// A figure in its place; until its turn has come, the place alone.
fn placed(explorer: Explorer, figure: &'static Figure, position: usize) -> AnyView {
    live(move || {
        if explorer.pace.mounted.has_come(position) {
            view! { <FigureCard figure position/> }.into_any()
        } else {
            view! { <div class="figure awaited" id=figure.id></div> }.into_any()
        }
    })
}
