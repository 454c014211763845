//! The proof of one number, in a panel beside the page.

use leptos::prelude::*;

use crate::address::{Asked, Mode};
use crate::dataset::{FactId, Library, distinct};
use crate::host::{clock, document, frames};
use crate::locale::{Language, LateMessage, LibraryWords, Message};
use crate::query::{Cell, Proof};
use crate::ui::controls::copy::copy_button;
use crate::ui::controls::source::source_item;
use crate::ui::kit::live::{live, on_click};
use crate::ui::late::{asked_for, use_late};
use crate::ui::state::explorer::{Explorer, use_explorer};

/// The panel; nothing until a number is asked about.
#[component]
pub fn ProofPanel() -> impl IntoView {
    let explorer = use_explorer();
    let escape = window_event_listener(leptos::ev::keydown, move |event| {
        if event.key() == "Escape" && untrack(|| explorer.asked.get()).is_some() {
            explorer.close_proof();
        }
    });
    on_cleanup(move || escape.remove());
    live(move || match explorer.asked.get() {
        None => ().into_any(),
        Some(asked) => {
            frames::after_paint(|| document::focus("#proof-title"));
            let panel = asked_for(use_late().details, move |details| (details.proof)(details.library, &asked));
            view! { <aside class="proof" data-part="proof" role="dialog" aria-labelledby="proof-title">{panel}</aside> }
                .into_any()
        }
    })
}

/// What the panel says of a number.
pub fn proof(library: Library<'static>, asked: &Asked) -> AnyView {
    let explorer = use_explorer();
    frames::after_paint(move || {
        if explorer.mode() == Mode::Embed {
            document::stand_beside_former_focus(".proof");
        }
        document::focus("#proof-title");
    });
    // A proof that a link opened was asked for by nothing on the page: then the focus goes to its figure afterwards.
    if let Some(figure) = asked.figure() {
        document::remember_unless_known(&format!("#{}-title", figure.id));
    }
    let words = library.words(explorer.language.get());
    let found = asked.proof(library, &explorer.selection.get());
    let close = on_click(move || explorer.close_proof());
    let close = view! {
        <button type="button" class="quiet close" on:click=close>{words.say(LateMessage::Close)}</button>
    };
    let Some(proof) = found else {
        return view! {
            {close}
            <h2 id="proof-title" tabindex="-1">{words.say(LateMessage::NoSuchNumber)}</h2>
            <p>{asked.figure().map(|figure| words.text(figure.question))}</p>
        }
        .into_any();
    };
    let class = if matches!(proof.cell, Cell::Derived(_)) { "value derived" } else { "value" };
    let mark = if matches!(proof.cell, Cell::Derived(_)) {
        view! { <span class="tag">{words.say(Message::DerivedMark)}</span> }.into_any()
    } else {
        ().into_any()
    };
    view! {
        {close}
        <h2 id="proof-title" tabindex="-1">
            <span class=class>{words.proof_value(&proof)}</span> " " {mark}
        </h2>
        <p class="what">{words.proof_title(&proof)}</p>
        <dl>{lines(words, &proof)}</dl>
        {sources(words, &proof.facts())}
        {actions(explorer, library, &proof)}
    }
    .into_any()
}

fn lines(words: LibraryWords<'_>, proof: &Proof) -> Vec<AnyView> {
    let line = |name: &'static str, texts: Vec<String>| {
        let texts: Vec<AnyView> = texts.into_iter().map(|text| view! { <dd>{text}</dd> }.into_any()).collect();
        view! { <div><dt>{name}</dt>{texts}</div> }.into_any()
    };
    words.proof(proof).into_iter().map(|said| line(said.name, said.texts)).collect()
}

/// All sources of the facts: title, publisher, date, language and kind.
fn sources(words: LibraryWords<'static>, facts: &[FactId]) -> AnyView {
    let ids = distinct(facts.iter().flat_map(|fact| words.facts.fact(*fact).sources.iter().copied()));
    if ids.is_empty() {
        return ().into_any();
    }
    let lines: Vec<AnyView> = ids.into_iter().map(|id| source_item(words, words.library.source(id))).collect();
    view! { <h3>{words.say(Message::Sources)}</h3> <ol class="sources">{lines}</ol> }.into_any()
}

/// Citations in both languages, and the link to this very number.
fn actions(explorer: Explorer, library: Library<'static>, proof: &Proof) -> AnyView {
    let cite = |label: LateMessage, language: Language| {
        let proof = proof.clone();
        copy_button(label, move || {
            let words = library.words(language);
            untrack(|| words.cite(&proof, &explorer.link(&explorer.address.get()), &clock::today()))
        })
    };
    // What is not known cannot be cited.
    let citations = if proof.cell.is_empty() {
        ().into_any()
    } else {
        vec![cite(LateMessage::CopyCitationEnglish, Language::En), cite(LateMessage::CopyCitationChinese, Language::Zh)]
            .into_any()
    };
    let link = copy_button(LateMessage::CopyLink, move || untrack(|| explorer.link(&explorer.address.get())));
    view! {
        <p class="actions">
            {citations} " " {link}
        </p>
    }
    .into_any()
}
