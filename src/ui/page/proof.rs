//! The proof of one number, in a panel beside the page.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::address::{Address, Asked, Mode, Pinned, View};
use crate::dataset::{FactId, Library, SourceId, distinct};
use crate::export::{Citable, ReferenceForm, citable, name_for};
use crate::figures::figures;
use crate::host::{clock, document, frames};
use crate::locale::{Language, LateMessage, LibraryWords, Message, ProofLine};
use crate::query::{Cell, Location, Proof, Selection};
use crate::ui::controls::copy::copy_button;
use crate::ui::controls::offer::offer;
use crate::ui::controls::outcome::{Outcome, outcome_view};
use crate::ui::controls::pin::pin_button;
use crate::ui::controls::select::{Select, option};
use crate::ui::controls::source::source_item;
use crate::ui::kit::keys::key;
use crate::ui::kit::live::{live, on_click};
use crate::ui::late::{Made, asked_for, use_late};
use crate::ui::state::card::show_in_chart;
use crate::ui::state::explorer::{Explorer, use_explorer};

/// The panel; nothing until a number is asked about.
#[component]
pub fn ProofPanel() -> impl IntoView {
    let explorer = use_explorer();
    let close: Box<dyn Fn(KeyboardEvent)> = Box::new(move |event| {
        if key(&event) == "Escape" && untrack(|| explorer.asked.get()).is_some() {
            explorer.close_proof();
        }
    });
    let escape = window_event_listener(leptos::ev::keydown, close);
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
    document::remember_unless_known(&after(explorer, asked));
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
        {actions(explorer, words, &proof)}
        {pin(explorer, asked)}
        {way_to_chart(explorer, library, asked, &proof)}
        {lines(words.proof(&proof))}
        {sources(words, &proof.facts())}
        {lines(words.proof_definition(&proof).into_iter().collect())}
    }
    .into_any()
}

/// Where the focus goes after a proof that a link opened, which nothing on the page had asked for: to the figure of the
/// number, or where it has none to the finding; in a card to its figure, in another view to its name at the top.
fn after(explorer: Explorer, asked: &Asked) -> String {
    match asked.figure() {
        Some(figure) => format!("#{}-title", figure.id),
        None if explorer.view.get_untracked() == View::Explore => "[data-part=finding], #figures".to_owned(),
        None => ".views [aria-current]".to_owned(),
    }
}

fn lines(lines: Vec<ProofLine>) -> AnyView {
    let line = |ProofLine { name, texts }: ProofLine| {
        let texts: Vec<AnyView> = texts.into_iter().map(|text| view! { <dd>{text}</dd> }.into_any()).collect();
        view! { <div><dt>{name}</dt>{texts}</div> }.into_any()
    };
    if lines.is_empty() {
        return ().into_any();
    }
    let lines: Vec<AnyView> = lines.into_iter().map(line).collect();
    view! { <dl>{lines}</dl> }.into_any()
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

/// Citations in both languages from the source that the reader chooses, and the link to this very number.
fn actions(explorer: Explorer, words: LibraryWords<'static>, proof: &Proof) -> AnyView {
    let citable = citable(words.facts, &proof.facts());
    // The best, until another is chosen.
    let chosen = RwSignal::new(citable.first().map(|one| one.source));
    let cite = |label: LateMessage, language: Language| {
        let proof = proof.clone();
        copy_button(label, move || {
            let words = words.library.words(language);
            let link = |address: &Address| explorer.link(address);
            untrack(|| words.cite(&proof, chosen.get(), &explorer.address.with(link), &clock::today()))
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
    let statement = words.statement(proof);
    let number = copy_button(LateMessage::CopyNumber, move || statement.clone());
    let managers = if proof.cell.is_empty() { ().into_any() } else { references(explorer, words, proof, chosen) };
    let choice = if proof.cell.is_empty() { ().into_any() } else { choice_of_source(words, &citable, chosen) };
    view! { <p class="actions">{citations} " " {number} " " {link}</p> {choice} {managers} }.into_any()
}

/// The citation as a file for each kind of reference manager, from the source that is chosen.
fn references(
    explorer: Explorer,
    words: LibraryWords<'static>,
    proof: &Proof,
    chosen: RwSignal<Option<SourceId>>,
) -> AnyView {
    let outcome = RwSignal::new(Outcome::Nothing);
    let buttons = ReferenceForm::ALL.map(|form| {
        let proof = proof.clone();
        let hand_over = on_click(move || {
            let link = |address: &Address| explorer.link(address);
            let link = explorer.address.with_untracked(link);
            let text = words.reference(form, &proof, chosen.get_untracked(), &link, &clock::today());
            let name = name_for(&words.proof_title(&proof), form.ending());
            let made = Made { name, media_type: form.media_type(), bytes: text.into_bytes(), lack: None };
            outcome.set(offer(*words, made));
        });
        view! { <button type="button" class="link" on:click=hand_over>{form.name()}</button> " " }.into_any()
    });
    let label = format!("{}{}", words.say(LateMessage::ForReferences), words.colon());
    view! {
        <div class="references">
            <p class="actions">{label} {buttons.into_iter().collect::<Vec<_>>()}</p>
            {outcome_view(explorer, outcome)}
        </div>
    }
    .into_any()
}

/// A button that pins the number, under the question of now.
fn pin(explorer: Explorer, asked: &Asked) -> AnyView {
    let asked = asked.clone();
    let button = pin_button(explorer, move || Some(Pinned::number(asked.clone(), &explorer.selection.get())));
    view! { <p class="actions">{button}</p> }.into_any()
}

/// From which source the number is cited; nothing where there is no choice.
fn choice_of_source(words: LibraryWords<'_>, citable: &[Citable], chosen: RwSignal<Option<SourceId>>) -> AnyView {
    if citable.len() < 2 {
        return ().into_any();
    }
    let sources: Vec<SourceId> = citable.iter().map(|one| one.source).collect();
    let named = |(position, source): (usize, &SourceId)| {
        option(position.to_string(), words.publisher_and_date(*source), false, position == 0)
    };
    let select = Select {
        label: words.say(LateMessage::CiteFrom).to_owned(),
        name: "cite-from",
        class: "cite-from",
        value: "0".to_owned(),
        options: sources.iter().enumerate().map(named).collect(),
        is_disabled: false,
    };
    let choose = move |value: &str| chosen.set(value.parse().ok().and_then(|at: usize| sources.get(at).copied()));
    view! { <p class="choice">{select.view(choose)}</p> }.into_any()
}

/// The way to the chart that the number stands in; nothing where that cannot be seen here.
fn way_to_chart(explorer: Explorer, library: Library<'static>, asked: &Asked, proof: &Proof) -> AnyView {
    let now = untrack(|| explorer.selection.get());
    let location = match asked {
        Asked::Cell(cell) => Some(Location { figure: cell.figure, statistic: cell.statistic, selection: now.clone() }),
        Asked::Fact(_) | Asked::Number(_) => proof.facts().first().and_then(|fact| {
            let is_allowed = |asked: &Selection| explorer.may_ask(asked);
            Location::of_fact(library.facts(), figures(), *fact, &now, is_allowed)
        }),
    };
    let is_here = |location: &Location| untrack(|| explorer.card()).is_none_or(|card| card.id == location.figure.id);
    let Some(location) = location.filter(is_here) else { return ().into_any() };
    let words = explorer.words();
    // Where another question has to be asked, the way says which.
    let question = if location.selection == now {
        String::new()
    } else {
        format!("{}{}", words.colon(), words.selection(&location.selection))
    };
    let label = format!("{}{question}", words.say(LateMessage::ShowInChart));
    let go = on_click(move || show_in_chart(explorer, &location));
    view! { <p class="way"><button type="button" class="link" on:click=go>{label}</button></p> }.into_any()
}
