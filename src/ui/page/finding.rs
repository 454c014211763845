//! The finding of the selection: one sentence, and where it comes from.

use leptos::html;
use leptos::prelude::*;

use crate::address::{Asked, Pinned};
use crate::dataset::Library;
use crate::host::clock;
use crate::host::observe::NearObserver;
use crate::locale::{LateMessage, Lede, Message, Span, heading};
use crate::query::{Finding, finding};
use crate::ui::controls::copy::copy_button;
use crate::ui::controls::link::number_link;
use crate::ui::controls::pin::pin_button;
use crate::ui::kit::live::live;
use crate::ui::late::use_late;
use crate::ui::state::explorer::{Explorer, use_explorer};

/// The words below the sentence, down to the last headline number, reach this far.
const SEEN_WITHIN_PX: i32 = 400;

/// The sentence as the page's main heading, with its population, unit, edition and sources; what is too long for a heading
/// goes on below it. Its numbers open their proofs.
#[component]
pub fn FindingSection() -> impl IntoView {
    let (explorer, section) = (use_explorer(), NodeRef::<html::Section>::new());
    let found = Memo::new(move |_| explorer.pace.words.with(|asked| finding(explorer.facts, asked)));
    see_words(explorer, section);
    let head = live(move || said(explorer, found, |lede| lede.head));
    let rest = live(move || said(explorer, found, |lede| lede.rest));
    let provenance =
        live(move || found.with(|found| found.as_ref().map(|found| provenance(explorer, found))).into_any());
    let copy = use_late().details.when_here(move |details| (details.copy_finding)(explorer, details.library));
    view! {
        <section class="lede" aria-live="polite" node_ref=section>
            <h2 id="answer" data-part="finding" tabindex="-1">{head}</h2>
            <p class="rest" data-part="finding-rest">{rest}</p>
            {provenance}
            <p class="small copy">{copy}</p>
        </section>
    }
}

/// Follows whether the words are in the window: outside it they answer a moment later.
fn see_words(explorer: Explorer, section: NodeRef<html::Section>) {
    let observer = StoredValue::new_local(None);
    section.on_load(move |element| {
        let see = move |are_seen| explorer.pace.see_words(are_seen, explorer.selection);
        let seen = NearObserver::new(&element, SEEN_WITHIN_PX, see);
        // A browser that cannot tell has everything in sight.
        see(seen.is_none());
        observer.set_value(Some(seen));
    });
}

/// One of the two parts of the sentence.
fn said(explorer: Explorer, found: Memo<Option<Finding>>, part: fn(Lede) -> Vec<Span>) -> AnyView {
    let words = explorer.words();
    let spans = found.with(|found| found.as_ref().map(|found| words.sentence(found))).unwrap_or_default();
    let spans = part(heading(&spans, words.language)).into_iter();
    spans.map(|span| shown(explorer, span, words.say(Message::DerivedMark))).collect::<Vec<_>>().into_any()
}

/// Population, unit, edition and grade; the sources are folded away.
fn provenance(explorer: Explorer, found: &Finding) -> AnyView {
    let words = explorer.words();
    let sources = words.publisher_list(&found.facts());
    let title = format!("{} ({})", words.say(Message::Sources), sources.len());
    let lines: Vec<AnyView> = sources.iter().cloned().map(|line| view! { <li>{line}</li> }.into_any()).collect();
    let folded = if lines.is_empty() {
        ().into_any()
    } else {
        view! { <details><summary>{title}</summary><ul>{lines}</ul></details> }.into_any()
    };
    view! { <div class="small provenance" data-part="finding-source"><span>{words.provenance(found)}</span> {folded}</div> }
        .into_any()
}

/// Buttons that copy the sentence with its citation, and that pin it.
pub fn copy_finding(explorer: Explorer, library: Library<'static>) -> AnyView {
    let copy = copy_button(LateMessage::CopyWithCitation, move || {
        untrack(|| {
            let words = library.words(explorer.language.get());
            let found = finding(explorer.facts, &explorer.selection.get());
            let sentence = found.as_ref().map(|found| words.sentence(found)).unwrap_or_default();
            words.cite_sentence(&sentence, &explorer.link(&explorer.address.get()), &clock::today())
        })
    });
    let pin = pin_button(explorer, move || Some(Pinned::Finding(explorer.selection.get())));
    view! { {copy} " " {pin} }.into_any()
}

/// A piece of the sentence: numbers stand out and open their proofs, and derived ones say so.
fn shown(explorer: Explorer, span: Span, derived: &'static str) -> AnyView {
    match span {
        Span::Text(text) => text.into_any(),
        Span::Number { text, is_derived, name, .. } => {
            let (class, title) = if is_derived { ("number derived", derived) } else { ("number", "") };
            number_link(explorer, class, title, Asked::Number(name), text)
        }
    }
}
