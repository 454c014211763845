//! Under a figure: edition, sources, notes, other values, and the link to it.

use leptos::prelude::*;

use super::Card;
use crate::address::Address;
use crate::dataset::{FactId, Source, SourceId};
use crate::locale::{Language, Message};
use crate::query::Table;
use crate::ui::copy::CopyButton;

/// Where the figure comes from.
#[component]
pub(super) fn Footer(
    /// The figure.
    card: Card,
) -> impl IntoView {
    let facts = Memo::new(move |_| card.table.with(Table::facts));
    let summary = move || {
        let words = card.explorer.words();
        facts.with(|facts| {
            let count = match words.language {
                Language::En => format!("{} {}", facts.len(), words.say(Message::CountOfFigures)),
                Language::Zh => format!("{}{}", facts.len(), words.say(Message::CountOfFigures)),
            };
            format!("CDE, {} · {count} · {}", words.editions(facts), words.grades(facts))
        })
    };
    let link = move |()| {
        let address = card.explorer.address.with_untracked(|address| Address {
            figure: Some(card.figure),
            view: untrack(|| card.shown_view()),
            ..address.clone()
        });
        card.explorer.link(&address)
    };
    let has_facts = move || facts.with(|facts| !facts.is_empty());
    view! {
        <footer>
            {move || has_facts().then(|| view! {
                <p>{summary}</p>
                <div class="more">
                    <SourceList card facts/>
                    <Notes card facts/>
                    <p class="actions"><CopyButton label=Message::CopyLink text=Callback::new(link)/></p>
                </div>
            })}
        </footer>
    }
}

/// The sources of all numbers of the figure, folded away.
#[component]
fn SourceList(card: Card, facts: Memo<Vec<FactId>>) -> impl IntoView {
    let sources = Memo::new(move |_| {
        let mut sources: Vec<SourceId> = facts
            .with(|facts| facts.iter().flat_map(|fact| card.explorer.dataset.fact(*fact).sources.clone()).collect());
        sources.sort_unstable();
        sources.dedup();
        sources
    });
    let summary = move || format!("{} ({})", card.explorer.words().say(Message::Sources), sources.with(Vec::len));
    let items = move || {
        let item = |id: &SourceId| view! { <li>{source_line(card.explorer.dataset.source(*id))}</li> };
        sources.with(|sources| sources.iter().map(item).collect_view())
    };
    view! { <details><summary>{summary}</summary><ul>{items}</ul></details> }
}

/// Title, publisher and date; the title is a link unless the page is a mirror on somebody else's domain.
fn source_line(source: &'static Source) -> impl IntoView {
    let title = if source.url.is_empty() || source.is_mirror() {
        source.title.as_str().into_any()
    } else {
        let lang = source.language.as_str();
        view! { <a href=source.url.as_str() rel="noopener noreferrer" target="_blank" lang=lang>{source.title.as_str()}</a> }
            .into_any()
    };
    let date = if source.published.is_empty() { String::new() } else { format!(", {}", source.published) };
    view! { {title} {format!(". {}{date}", source.publisher)} }
}

/// Notes on the figures and the other values that are printed for them, folded away; nothing when there are none.
#[component]
fn Notes(card: Card, facts: Memo<Vec<FactId>>) -> impl IntoView {
    move || {
        let words = card.explorer.words();
        let (notes, disputes) = facts.with(|facts| (words.notes_on(facts), words.disputes_on(facts)));
        let total = notes.len() + disputes.len();
        (total > 0).then(|| {
            let lines = notes.into_iter().chain(disputes).map(|line| view! { <li>{line}</li> }).collect_view();
            view! {
                <details>
                    <summary>{format!("{} ({total})", words.say(Message::NotesAndOtherValues))}</summary>
                    <ul>{lines}</ul>
                </details>
            }
        })
    }
}
