//! What bears the numbers of a figure: the other values that are printed, sources and notes.

use leptos::prelude::*;

use crate::dataset::{Library, Source, SourceId, distinct};
use crate::locale::{LateMessage, LibraryWords, Message};
use crate::query::Table;
use crate::ui::controls::source::source_title;
use crate::ui::kit::live::live_on;
use crate::ui::state::card::Card;

/// The other values, and two lists that are folded away until they are asked for.
pub fn evidence(card: Card, library: Library<'static>) -> AnyView {
    let sources =
        live_on(move || card.table.with(sources_of(library)), move |sources| source_list(card, library, sources));
    let words = move || library.words(card.explorer.language.get());
    let notes = live_on(move || card.table.with(|table| notes(words(), table)), move |notes| note_list(card, notes));
    let disputes = live_on(move || card.table.with(|table| words().disputes_around(table)), dispute_list);
    vec![disputes, sources, notes].into_any()
}

/// A list that is folded away until it is asked for; nothing when it is empty.
fn folded(title: &str, lines: Vec<AnyView>) -> AnyView {
    if lines.is_empty() {
        return ().into_any();
    }
    let title = format!("{title} ({})", lines.len());
    view! { <details><summary>{title}</summary><ul>{lines}</ul></details> }.into_any()
}

/// The sources of all numbers of a figure.
fn sources_of(library: Library<'static>) -> impl Fn(&Table) -> Vec<SourceId> {
    move |table| distinct(table.facts().iter().flat_map(|fact| library.facts().fact(*fact).sources.iter().copied()))
}

fn source_list(card: Card, library: Library<'static>, sources: &[SourceId]) -> AnyView {
    let words = library.words(card.explorer.language.get());
    let lines = sources.iter().map(|source| source_line(words, library.source(*source))).collect();
    folded(card.words().say(Message::Sources), lines)
}

/// Title, publisher and date.
fn source_line(words: LibraryWords<'_>, source: &'static Source) -> AnyView {
    let date = if source.published.is_empty() { String::new() } else { format!(", {}", source.published) };
    view! { <li>{source_title(source)} {format!(". {}{date}", words.pick(&source.publisher))}</li> }.into_any()
}

/// Notes on the facts.
fn notes(words: LibraryWords<'_>, table: &Table) -> Vec<String> {
    words.notes_on(&table.facts())
}

/// The other values that are printed: never folded away.
fn dispute_list(disputes: &[String]) -> AnyView {
    let lines: Vec<AnyView> = disputes.iter().cloned().map(|line| view! { <li>{line}</li> }.into_any()).collect();
    if lines.is_empty() {
        ().into_any()
    } else {
        view! { <ul class="disputes" data-part="disputes">{lines}</ul> }.into_any()
    }
}

fn note_list(card: Card, notes: &[String]) -> AnyView {
    let lines = notes.iter().cloned().map(|line| view! { <li>{line}</li> }.into_any()).collect();
    folded(card.words().say(LateMessage::Notes), lines)
}
