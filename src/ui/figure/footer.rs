//! Under a figure: edition, sources, notes, other values, and the link to it.

use leptos::prelude::*;

use super::Card;
use crate::address::Address;
use crate::dataset::{Source, SourceId, distinct};
use crate::locale::{Language, Message};
use crate::query::Table;
use crate::ui::copy::copy_button;

/// Where the figure comes from.
pub(super) fn footer(card: Card) -> AnyView {
    let copy_link = copy_button(Message::CopyLink, move || untrack(|| link(card)));
    view! {
        <footer>
            {card.live(summary)}
            <div class="more">{card.live(sources)} {card.live(notes)} <p class="actions">{copy_link}</p></div>
        </footer>
    }
    .into_any()
}

/// The full address of this figure as it is shown.
fn link(card: Card) -> String {
    let address = card.explorer.address.get();
    card.explorer.link(&Address { figure: Some(card.figure), view: card.shown_view(), ..address })
}

fn summary(card: Card, table: &Table) -> AnyView {
    let (words, facts) = (card.words(), table.facts());
    if facts.is_empty() {
        return ().into_any();
    }
    let (editions, grades) = (words.inner(&words.editions(&facts)), words.grades(&facts));
    let text = match (words.language, facts.len()) {
        (Language::En, 1) => format!("CDE, {editions} · 1 printed figure · {grades}"),
        (Language::En, count) => format!("CDE, {editions} · {count} printed figures · {grades}"),
        (Language::Zh, count) => format!("药审中心，{editions} · {count}条刊载数据 · {grades}"),
    };
    view! { <p>{text}</p> }.into_any()
}

/// A list that is folded away until it is asked for; nothing when it is empty.
fn folded(title: &str, lines: Vec<AnyView>) -> AnyView {
    if lines.is_empty() {
        return ().into_any();
    }
    let title = format!("{title} ({})", lines.len());
    view! { <details><summary>{title}</summary><ul>{lines}</ul></details> }.into_any()
}

/// The sources of all numbers of the figure.
fn sources(card: Card, table: &Table) -> AnyView {
    let dataset = card.explorer.dataset;
    let facts = table.facts();
    let sources: Vec<SourceId> = facts.iter().flat_map(|fact| dataset.fact(*fact).sources.iter().copied()).collect();
    let lines = distinct(sources).into_iter().map(|source| source_line(dataset.source(source))).collect();
    folded(card.words().say(Message::Sources), lines)
}

/// Title, publisher and date; the title is a link unless the page is a mirror on somebody else's domain.
fn source_line(source: &'static Source) -> AnyView {
    let title = source.title.as_str();
    let title = if source.url.is_empty() || source.is_mirror() {
        title.into_any()
    } else {
        let (url, lang) = (source.url.as_str(), source.language.as_str());
        view! { <a href=url rel="noopener noreferrer" target="_blank" lang=lang>{title}</a> }.into_any()
    };
    let date = if source.published.is_empty() { String::new() } else { format!(", {}", source.published) };
    view! { <li>{title} {format!(". {}{date}", source.publisher)}</li> }.into_any()
}

/// Notes on the figures, and the other values that are printed for them.
fn notes(card: Card, table: &Table) -> AnyView {
    let (words, facts) = (card.words(), table.facts());
    let lines = words.notes_on(&facts).into_iter().chain(words.disputes_on(&facts));
    let lines = lines.map(|line| view! { <li>{line}</li> }.into_any()).collect();
    folded(words.say(Message::NotesAndOtherValues), lines)
}
