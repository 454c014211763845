//! A form for a single value: which number of a year, and what it is.

use leptos::ev::{Event, SubmitEvent};
use leptos::prelude::*;

use super::desk::FiguresDesk;
use super::templates::{latest, year_select};
use crate::dataset::{Entry, Library, Qualifier};
use crate::locale::{LibraryWords, OwnMessage};
use crate::query::{Lacking, lacking};
use crate::ui::kit::live::live;
use crate::ui::state::explorer::Explorer;

/// What is being typed.
#[derive(Clone, Copy)]
struct Typed {
    /// The number, by its position among those that the year lacks.
    number: RwSignal<usize>,
    value: RwSignal<String>,
    qualifier: RwSignal<Option<Qualifier>>,
    note: RwSignal<String>,
}

/// The form.
pub fn form(desk: FiguresDesk, explorer: Explorer, library: Library<'static>) -> AnyView {
    let year = RwSignal::new(latest(library.facts()));
    let typed = Typed {
        number: RwSignal::new(0),
        value: RwSignal::new(String::new()),
        qualifier: RwSignal::new(None),
        note: RwSignal::new(String::new()),
    };
    live(move || {
        let words = library.words(explorer.language.get());
        let enter: Box<dyn FnMut(SubmitEvent)> = Box::new(move |event| {
            event.prevent_default();
            enter(desk, library, &lacking(library.facts(), year.get_untracked()), typed);
        });
        let numbers = live(move || {
            typed.number.set(0);
            numbers(words, &lacking(library.facts(), year.get()), typed)
        });
        view! {
            <details data-part="own-form">
                <summary>{words.say(OwnMessage::Form)}</summary>
                <form on:submit=enter>
                    {year_select(words, library.facts(), "own-year", year)}
                    {numbers}
                    {fields(words, typed)}
                    <button type="submit" class="main">{words.say(OwnMessage::Enter)}</button>
                    {live(move || wrong(desk, words))}
                </form>
            </details>
        }
        .into_any()
    })
}

fn enter(desk: FiguresDesk, library: Library<'static>, numbers: &[Lacking], typed: Typed) {
    let Some(Lacking { key, share_of, .. }) = numbers.get(typed.number.get_untracked()) else { return };
    let (value, note) = (typed.value.get_untracked(), typed.note.get_untracked());
    let entry = Entry {
        key: *key,
        share_of,
        value: value.trim(),
        qualifier: typed.qualifier.get_untracked(),
        report: &key.year.to_string(),
        note: note.trim(),
    };
    desk.enter(entry.file(library.facts().codes()));
}

/// The numbers that the year lacks.
fn numbers(words: LibraryWords<'static>, numbers: &[Lacking], typed: Typed) -> AnyView {
    let option = |(position, number): (usize, &Lacking)| {
        let [title, unit, _] = words.remarks(number);
        let label = title + &words.bracketed(&unit);
        view! { <option value=position.to_string()>{label}</option> }.into_any()
    };
    let options: Vec<AnyView> = numbers.iter().enumerate().map(option).collect();
    let select: Box<dyn FnMut(Event)> =
        Box::new(move |event| typed.number.set(event_target_value(&event).parse().unwrap_or(0)));
    view! { <label>{words.say(OwnMessage::Number)} " " <select name="own-number" on:change=select>{options}</select></label> }
        .into_any()
}

/// The value, whether it is exact, and a note.
fn fields(words: LibraryWords<'static>, typed: Typed) -> AnyView {
    let text = |name: &'static str, label: OwnMessage, into: RwSignal<String>| {
        let write: Box<dyn FnMut(Event)> = Box::new(move |event| into.set(event_target_value(&event)));
        let mode = (label == OwnMessage::Value).then_some("decimal");
        view! {
            <label>{words.say(label)} " " <input type="text" name=name inputmode=mode autocomplete="off" prop:value=into on:input=write/></label>
        }
        .into_any()
    };
    let choose: Box<dyn FnMut(Event)> =
        Box::new(move |event| typed.qualifier.set(Qualifier::from_code(&event_target_value(&event))));
    let bounds = Qualifier::ALL.map(|qualifier| {
        let name = format!("{} {}", qualifier.code(), words.term("qualifier", qualifier.code()));
        view! { <option value=qualifier.code()>{name}</option> }.into_any()
    });
    view! {
        {text("own-value", OwnMessage::Value, typed.value)}
        <label>
            {words.say(OwnMessage::Qualifier)} " "
            <select name="own-qualifier" on:change=choose><option value="">{words.say(OwnMessage::Exact)}</option>{bounds.into_iter().collect::<Vec<_>>()}</select>
        </label>
        {text("own-note", OwnMessage::NoteOfRow, typed.note)}
    }
    .into_any()
}

/// What is wrong with the value.
fn wrong(desk: FiguresDesk, words: LibraryWords<'static>) -> AnyView {
    let lines: Vec<AnyView> =
        desk.refused_value.get().iter().map(|problem| view! { <li>{words.problem(problem)}</li> }.into_any()).collect();
    view! { <ul class="unmet" role="alert" data-part="own-wrong">{lines}</ul> }.into_any()
}
