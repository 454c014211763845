//! Where the numbers come from, what the words mean, and how far the numbers fit together.

use leptos::ev::Event;
use leptos::prelude::*;

use crate::dataset::{Check, Dimension, Grade, Library, Origin, Severity, reconcile};
use crate::locale::{LateMessage, LibraryWords, Message, Words, glossary, methods as texts};
use crate::ui::controls::source::source_item;
use crate::ui::kit::live::live;
use crate::ui::state::explorer::Explorer;
use crate::ui::state::preferences;

/// Sources and methods.
pub fn methods(explorer: Explorer, library: Library<'static>) -> AnyView {
    live(move || {
        let words = library.words(explorer.language.get());
        view! {
            <section class="methods" data-part="methods" translate="yes">
                <h2>{words.say(Message::Methods)}</h2>
                {collected(words)}
                {grades(words)}
                {kinds_of_number(words)}
                {reconciliation(words)}
                {gaps(words)}
                {glossary_view(words)}
                {citing(words)}
                {keyboard(words)}
                {sources(words)}
                {versions(words)}
            </section>
        }
        .into_any()
    })
}

fn part(id: &'static str, title: &'static str, content: AnyView) -> AnyView {
    view! { <section id=id><h3>{title}</h3> {content}</section> }.into_any()
}

fn paragraphs(words: Words<'_>, list: &[crate::query::Text]) -> AnyView {
    let lines: Vec<AnyView> = list.iter().map(|text| view! { <p>{words.text(*text)}</p> }.into_any()).collect();
    lines.into_any()
}

fn items(lines: Vec<String>) -> AnyView {
    let lines: Vec<AnyView> = lines.into_iter().map(|line| view! { <li>{line}</li> }.into_any()).collect();
    view! { <ul>{lines}</ul> }.into_any()
}

fn collected(words: LibraryWords<'_>) -> AnyView {
    part("collected", words.say(LateMessage::HowCollected), paragraphs(*words, texts::COLLECTED))
}

fn grades(words: LibraryWords<'_>) -> AnyView {
    let line = |grade: Grade| {
        let count = words.facts.of(Origin::Reports).filter(|(_, fact)| fact.grade == grade).count();
        words.grade_line(grade.code(), words.pick(words.library.grade_definition(grade)), count)
    };
    part("grades", words.say(LateMessage::Grades), items(Grade::ALL.map(line).into()))
}

fn kinds_of_number(words: LibraryWords<'_>) -> AnyView {
    part(
        "kinds",
        words.say(LateMessage::KindsOfNumber),
        items(texts::KINDS.iter().map(|text| words.text(*text).to_owned()).collect()),
    )
}

/// Computed now, from the data that the page holds.
fn reconciliation(words: LibraryWords<'_>) -> AnyView {
    let result = reconcile(words.library);
    let checked: Vec<String> = Check::ALL.iter().map(|check| words.checked(*check, result.checked(*check))).collect();
    let found: Vec<String> = result.findings().iter().map(|finding| words.reconciled(finding)).collect();
    let lead = words.reconciliation_lead(result.count(Severity::Error), result.count(Severity::Warning));
    let content = vec![view! { <p>{lead}</p> }.into_any(), items(checked), items(found)];
    part("reconciliation", words.say(LateMessage::Reconciliation), content.into_any())
}

fn gaps(words: LibraryWords<'_>) -> AnyView {
    part(
        "gaps",
        words.say(LateMessage::KnownGaps),
        items(texts::GAPS.iter().map(|text| words.text(*text).to_owned()).collect()),
    )
}

/// Every measure and code that has a definition, and what else it is called.
fn glossary_view(words: LibraryWords<'_>) -> AnyView {
    let codes = words.facts.codes();
    let measures = codes.measure_ids().map(|id| {
        let measure = codes.measure_of(id);
        (measure.code.as_str(), &measure.label, words.library.measure_definition(id))
    });
    let of_dimensions = Dimension::ALL.into_iter().flat_map(|dimension| codes.of(dimension));
    let entries = measures.chain(of_dimensions.map(|id| {
        let code = codes.get(id);
        (code.code.as_str(), &code.label, words.library.code_definition(id))
    }));
    let lines = entries.filter_map(|(code, label, definition)| {
        let also = glossary::also_called(code);
        if definition.is_empty() && also.is_empty() {
            return None;
        }
        let other = words.other_half(label).to_owned();
        let also: Vec<&str> = std::iter::once(other.as_str()).chain(also.iter().copied()).collect();
        let (term, meaning) = (words.pick(label).to_owned(), words.pick(definition).to_owned());
        Some(view! { <dt>{term}</dt> <dd>{meaning} " " <span class="small">{also.join(" · ")}</span></dd> }.into_any())
    });
    let lines: Vec<AnyView> = lines.collect();
    part("glossary", words.say(LateMessage::Glossary), view! { <dl class="glossary">{lines}</dl> }.into_any())
}

fn citing(words: LibraryWords<'_>) -> AnyView {
    part("citing", words.say(LateMessage::HowToCite), paragraphs(*words, texts::CITING))
}

/// What keys do, and a switch for the one that needs no other beside it.
fn keyboard(words: LibraryWords<'_>) -> AnyView {
    let keys = items(texts::KEYS.iter().map(|text| words.text(*text).to_owned()).collect());
    let switch: Box<dyn FnMut(Event)> = Box::new(|event| preferences::set_slash(event_target_checked(&event)));
    let slash = view! {
        <p><label><input type="checkbox" name="slash" checked=preferences::has_slash() on:change=switch/> " " {words.say(LateMessage::SlashKey)}</label></p>
    };
    part("keyboard", words.say(LateMessage::Keyboard), vec![keys, slash.into_any()].into_any())
}

fn sources(words: LibraryWords<'static>) -> AnyView {
    let lines: Vec<AnyView> = words.library.sources().iter().map(|source| source_item(words, source)).collect();
    part("sources", words.say(Message::Sources), view! { <ol>{lines}</ol> }.into_any())
}

fn versions(words: LibraryWords<'_>) -> AnyView {
    let count = words.facts.of(Origin::Reports).count();
    part(
        "versions",
        words.say(LateMessage::Versions),
        view! { <p>{words.versions(env!("CARGO_PKG_VERSION"), count)}</p> }.into_any(),
    )
}
