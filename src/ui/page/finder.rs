//! Text search: one field over labels, synonyms, years and numbers.
//!
//! The field comes with the details; what it searches with comes with the views, when the reader begins to type.

use leptos::ev::{Event, KeyboardEvent};
use leptos::prelude::*;

use crate::address::{Asked, View};
use crate::host::{document, frames};
use crate::locale::{Answer, LateMessage, Message, Target};
use crate::ui::kit::keys::{key, key_alone};
use crate::ui::kit::late::Late;
use crate::ui::kit::live::{live, on_click};
use crate::ui::kit::signals::leave_no_trace;
use crate::ui::late::{Views, use_late};
use crate::ui::state::explorer::{Explorer, use_explorer};
use crate::ui::state::preferences;

/// What is typed, and which answer the keyboard is at.
#[derive(Clone, Copy)]
struct Finder {
    explorer: Explorer,
    views: Late<Views>,
    typed: RwSignal<String>,
    at: RwSignal<usize>,
    answers: Memo<Vec<Answer>>,
}

/// The field with its answers; `/` brings the focus to it.
pub fn finder() -> AnyView {
    let (explorer, views, typed) = (use_explorer(), use_late().views, RwSignal::new(String::new()));
    let answers = Memo::new(move |_| {
        let find = |views: Views| typed.with(|typed| (views.find)(views.library, explorer.language.get(), typed));
        views.get().map(find).unwrap_or_default()
    });
    let finder = Finder { explorer, views, typed, at: RwSignal::new(0), answers };
    listen_for_slash();
    let field = live(move || field(finder));
    let list = live(move || list(finder));
    view! { <div class="finder" data-part="finder" role="search">{field} {list}</div> }.into_any()
}

/// The slash key goes to the field, unless it is being typed somewhere or the reader has switched that off.
fn listen_for_slash() {
    let slash = window_event_listener(leptos::ev::keydown, |event| {
        let is_slash = key_alone(&event) == "/";
        // Where there is no field to go to, the key goes where it went.
        if is_slash && preferences::has_slash() && !document::is_typing() && document::takes_focus("#find") {
            event.prevent_default();
        }
    });
    on_cleanup(move || slash.remove());
}

fn field(finder: Finder) -> AnyView {
    let words = finder.explorer.words();
    let typed: Box<dyn FnMut(Event)> = Box::new(move |event| {
        finder.views.request();
        finder.at.set(0);
        finder.typed.set(event_target_value(&event));
    });
    let key: Box<dyn FnMut(KeyboardEvent)> = Box::new(move |event| {
        if press(finder, &key(&event)) {
            event.prevent_default();
            // Escape closes the answers, not a proof beside them.
            event.stop_propagation();
        }
    });
    let label = words.say(LateMessage::FindFigure);
    let expanded = move || {
        leave_no_trace();
        if finder.answers.with(Vec::is_empty) { "false" } else { "true" }
    };
    let value = move || {
        leave_no_trace();
        finder.typed.get()
    };
    let active = move || {
        leave_no_trace();
        let is_open = !finder.answers.with(Vec::is_empty);
        is_open.then(|| format!("answer-{}", finder.at.get()))
    };
    view! {
        <input
            id="find" type="search" role="combobox" aria-label=label placeholder=words.say(LateMessage::FindExample) aria-controls="answers"
            aria-autocomplete="list" autocomplete="off" aria-expanded=expanded aria-activedescendant=active
            prop:value=value on:input=typed on:keydown=key
        />
    }
    .into_any()
}

/// What a key does in the field; says whether it was one of ours.
fn press(finder: Finder, key: &str) -> bool {
    let answers = finder.answers.get_untracked();
    let count = answers.len();
    match key {
        "ArrowDown" if count > 0 => finder.at.update(|at| *at = (*at + 1) % count),
        "ArrowUp" if count > 0 => finder.at.update(|at| *at = (*at + count - 1) % count),
        "Enter" => match answers.get(finder.at.get_untracked()) {
            Some(answer) => open(finder, &answer.target),
            None => return false,
        },
        "Escape" if !finder.typed.with_untracked(String::is_empty) => finder.typed.set(String::new()),
        _ => return false,
    }
    true
}

/// The answers; a plain word where there are none.
fn list(finder: Finder) -> AnyView {
    let words = finder.explorer.words();
    let is_typed = finder.typed.with(|typed| !typed.trim().is_empty());
    let answers = finder.answers.get();
    let is_ready = finder.views.get().is_some();
    let said = match (is_typed, is_ready, answers.is_empty()) {
        (false, ..) => return ().into_any(),
        (true, false, _) => words.say(Message::LoadingPage).to_owned(),
        (true, true, true) => words.say(LateMessage::NothingFound).to_owned(),
        (true, true, false) => String::new(),
    };
    let items: Vec<AnyView> =
        answers.into_iter().enumerate().map(|(position, answer)| item(finder, position, answer)).collect();
    view! {
        <ul id="answers" role="listbox" aria-label=words.say(LateMessage::FindFigure)>{items}</ul>
        <p class="small" role="status">{said}</p>
    }
    .into_any()
}

fn item(finder: Finder, position: usize, answer: Answer) -> AnyView {
    let Answer { title, value, note, target } = answer;
    let go = on_click(move || open(finder, &target));
    let is_at = move || if finder.at.get() == position { "true" } else { "false" };
    let id = format!("answer-{position}");
    let note = if note.is_empty() { ().into_any() } else { view! { <span class="note">{note}</span> }.into_any() };
    view! {
        <li id=id role="option" aria-selected=is_at on:click=go><span>{title}</span> " " <b>{value}</b> {note}</li>
    }
    .into_any()
}

/// Goes where an answer leads. A figure is shown for the selection of now.
fn open(finder: Finder, target: &Target) {
    finder.typed.set(String::new());
    match target {
        Target::Fact(name) => finder.explorer.prove(Asked::Fact(name.clone())),
        Target::Figure(figure) => finder.explorer.show_figure(figure),
        Target::Sources => {
            finder.explorer.go(|address| {
                address.view = View::Methods;
                address.ask_proof(None);
            });
            frames::after_paint(|| document::scroll_to("sources"));
        }
    }
}
