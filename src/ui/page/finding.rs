//! The finding of the selection: one sentence, and where it comes from.

use leptos::prelude::*;

use crate::locale::{LateMessage, Message, Span, memo_text};
use crate::query::finding;
use crate::ui::controls::copy::copy_button;
use crate::ui::kit::live::live;
use crate::ui::late::use_late;
use crate::ui::state::explorer::{Explorer, use_explorer};

/// The sentence as the page's main heading, with its population, unit, edition and sources.
#[component]
pub fn FindingSection() -> impl IntoView {
    let explorer = use_explorer();
    let found = Memo::new(move |_| finding(explorer.facts, &explorer.selection.get()));
    let sentence = live(move || {
        let words = explorer.words();
        let spans = found.with(|found| found.as_ref().map(|found| words.sentence(found))).unwrap_or_default();
        let spans: Vec<AnyView> = spans.into_iter().map(|span| shown(span, words.say(Message::DerivedMark))).collect();
        spans.into_any()
    });
    let provenance = live(move || {
        found
            .with(|found| found.as_ref().map(|found| explorer.words().provenance(found)))
            .unwrap_or_default()
            .into_any()
    });
    let copy = use_late().details.when_here(move |details| (details.copy_finding)(explorer));
    view! {
        <section class="lede">
            <h2 data-part="finding" aria-live="polite">{sentence}</h2>
            <p class="small" data-part="finding-source">{provenance}</p>
            <p class="small copy">{copy}</p>
        </section>
    }
}

/// A button that copies the sentence with its citation.
pub fn copy_finding(explorer: Explorer) -> AnyView {
    copy_button(LateMessage::CopyWithCitation, move || {
        untrack(|| {
            let found = finding(explorer.facts, &explorer.selection.get());
            let sentence = found.as_ref().map(|found| explorer.words().sentence(found)).unwrap_or_default();
            let facts = found.map(|found| found.facts()).unwrap_or_default();
            format!(
                "{} {}",
                memo_text(&sentence, explorer.words().say(Message::DerivedMark)),
                explorer.words().memo_citation(&facts, &explorer.link(&explorer.address.get()))
            )
        })
    })
}

/// A piece of the sentence: numbers stand out, and derived ones say so.
fn shown(span: Span, derived: &'static str) -> AnyView {
    match span {
        Span::Text(text) => text.into_any(),
        Span::Number { text, is_derived, .. } => {
            let (class, title) = if is_derived { ("derived", derived) } else { ("printed", "") };
            view! { <em class=class title=title>{text}</em> }.into_any()
        }
    }
}
