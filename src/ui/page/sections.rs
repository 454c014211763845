//! The figures under the questions that readers ask: those that answer first, the others folded away. They come late: the
//! figure that leads stands above them.

use leptos::prelude::*;

use crate::figures::{SECTIONS, Section, Shelf, figures, position};
use crate::host::{document, frames};
use crate::locale::Message;
use crate::query::Figure;
use crate::ui::figure::shell::FigureCard;
use crate::ui::kit::live::{live, on_click};
use crate::ui::kit::signals::leave_no_trace;
use crate::ui::late::use_late;
use crate::ui::page::folded::{Kind, folded};
use crate::ui::page::questions::questions;
use crate::ui::state::explorer::{Explorer, use_explorer};
use crate::ui::state::shelves::{Shelves, use_shelves};

/// The one figure of a card; else the room of the questions with their figures, which come late.
#[component]
pub fn Figures() -> impl IntoView {
    let (explorer, shelves) = (use_explorer(), use_shelves());
    let figures = match untrack(|| explorer.card()).and_then(|figure| Some((figure, position(figure)?))) {
        Some((figure, position)) => view! { <div class="figures"><FigureCard figure position/></div> }.into_any(),
        None => use_late().details.when_here(move |details| (details.sections)(explorer, shelves)),
    };
    view! { <div id="figures" tabindex="-1">{figures}</div> }
}

/// All questions with their figures.
pub fn sections(explorer: Explorer, shelves: Shelves) -> AnyView {
    let sections = SECTIONS.iter().enumerate();
    let sections: Vec<AnyView> =
        sections.map(|(position, section)| section_view(explorer, shelves, position, section)).collect();
    view! {
        <div class="explore">
            {questions(explorer, shelves)}
            <div class="sections">{sections}</div>
        </div>
    }
    .into_any()
}

/// A question: the figures that answer it, and what is folded away.
fn section_view(explorer: Explorer, shelves: Shelves, position: usize, section: &'static Section) -> AnyView {
    let title = live(move || explorer.words().text(section.title).into_any());
    // For paper, where the style sheet writes it into the first figure. Titles are fixed texts without quotation marks.
    let quoted = move || {
        leave_no_trace();
        format!("\"{}\"", explorer.words().text(section.title))
    };
    let shelf = shelves.of(position);
    let leading = cards(explorer, shelves, move || shelf.with(|shelf| shelf.leading.clone()));
    let groups = Kind::ALL.map(|kind| {
        folded(explorer, shelves, shelf, kind, move || {
            cards(explorer, shelves, move || shelf.with(|shelf| kind.figures(shelf).to_vec()))
        })
    });
    // No sections: reader modes weigh each as a paragraph, and took the questions for the text, without the sentence above them.
    view! {
        <div class="question" id=section.id style=("--question", quoted)>
            <h2 tabindex="-1" translate="yes">{title}</h2>
            {above(explorer, shelves, shelf)}
            <div class="figures">{leading}</div>
            {groups.into_iter().collect::<Vec<_>>()}
        </div>
    }
    .into_any()
}

/// Where the figure is that leads, under its own question.
fn above(explorer: Explorer, shelves: Shelves, shelf: Memo<Shelf>) -> AnyView {
    live(move || {
        let lead = shelves.lead.get().filter(|lead| shelf.with(|shelf| stands_on(shelf, *lead)));
        let Some(figure) = lead.and_then(|lead| figures().nth(lead)) else { return ().into_any() };
        let words = explorer.words();
        let go = on_click(move || {
            document::scroll_to_top();
            frames::after_paint(move || document::focus(&format!("#{}-title", figure.id)));
        });
        view! {
            <p class="small above">
                {words.say(Message::ShownAtTop)} " "
                <button type="button" class="link" on:click=go>{words.text(figure.question)}</button>
            </p>
        }
        .into_any()
    })
}

fn stands_on(shelf: &Shelf, figure: usize) -> bool {
    [&shelf.leading, &shelf.more, &shelf.wider, &shelf.without].iter().any(|shelf| shelf.contains(&figure))
}

/// Figures that stay the same elements for as long as they are among those wanted; the one that leads stands elsewhere.
fn cards(explorer: Explorer, shelves: Shelves, wanted: impl Fn() -> Vec<usize> + Send + Sync + 'static) -> AnyView {
    let wanted: Box<dyn Fn() -> Vec<usize> + Send + Sync> = Box::new(wanted);
    let each = move || {
        let lead = shelves.lead.get();
        wanted().into_iter().filter(|position| Some(*position) != lead).collect::<Vec<usize>>()
    };
    let card = move |position: usize| {
        figures().nth(position).map_or_else(|| ().into_any(), |figure| placed(explorer, figure, position))
    };
    view! { <For each=each key=|position| *position children=card/> }.into_any()
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
