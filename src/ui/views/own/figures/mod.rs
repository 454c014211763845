//! The reader's own figures: files and single values, what is wrong with them, and what was entered.

mod desk;
mod entered;
mod form;
mod problems;
mod templates;

use leptos::ev::{DragEvent, Event};
use leptos::prelude::*;

use crate::dataset::{Library, ReadTable};
use crate::host::file;
use crate::locale::{LibraryWords, OwnMessage};
use crate::ui::controls::take_away::TakeAway;
use crate::ui::kit::live::live;
use crate::ui::late::use_late;
use crate::ui::state::explorer::Explorer;
use desk::{Broken, FiguresDesk, FiguresStatus};

/// Lays over the shipped data what the browser keeps of the reader's, and files of the portal.
pub fn restore(overlays: Vec<String>) {
    FiguresDesk::of_page().restore(overlays);
}

/// The section; nothing where the files that it gives cannot come.
pub fn own_figures(explorer: Explorer, library: Library<'static>) -> AnyView {
    let desk = FiguresDesk::of_page();
    let Some(details) = use_late().details.get() else { return ().into_any() };
    let files = TakeAway::new(explorer, details.files);
    let allow: Box<dyn FnMut(DragEvent)> = Box::new(|event| event.prevent_default());
    let drop: Box<dyn FnMut(DragEvent)> = Box::new(move |event| {
        event.prevent_default();
        // The list of trials below takes what is dropped elsewhere.
        event.stop_propagation();
        desk.open(file::all_dropped(&event));
    });
    let part = move |draw: fn(FiguresDesk, LibraryWords<'static>) -> AnyView| {
        live(move || draw(desk, library.words(explorer.language.get())))
    };
    desk.arrive();
    view! {
        <section class="own-figures" data-part="own-figures" on:dragover=allow on:drop=drop>
            {part(head)}
            {part(status)}
            {part(problems::problems)}
            {entered::entered(desk, explorer, files)}
            {part(keeping)}
            {templates::templates(explorer, library, files)}
            {form::form(desk, explorer, library)}
            {crate::ui::controls::outcome::outcome_view(explorer, files.outcome)}
        </section>
    }
    .into_any()
}

/// What it is for, and the way in.
fn head(desk: FiguresDesk, words: LibraryWords<'static>) -> AnyView {
    let open: Box<dyn FnMut(Event)> = Box::new(move |event| desk.open(file::all_chosen(&event)));
    view! {
        <h3 tabindex="-1">{words.say(OwnMessage::Figures)}</h3>
        <p>{words.say(OwnMessage::FiguresLead)}</p>
        <p>
            <label class="file">
                {words.say(OwnMessage::ChooseFigures)} " "
                <input type="file" name="figures" multiple accept=".csv,.tsv,.txt,.xlsx" on:change=open/>
            </label>
        </p>
    }
    .into_any()
}

/// Whether the browser keeps what was entered; nothing where nothing was.
fn keeping(desk: FiguresDesk, words: LibraryWords<'static>) -> AnyView {
    if desk.library().is_none() {
        return ().into_any();
    }
    let turn: Box<dyn FnMut(Event)> = Box::new(move |event| desk.keep(event_target_checked(&event)));
    let keeps = move || desk.keeps.get();
    view! {
        <p>
            <label><input type="checkbox" name="keep" prop:checked=keeps on:change=turn/> " " {words.say(OwnMessage::Keep)}</label>
        </p>
    }
    .into_any()
}

/// What became of the last that was done.
fn status(desk: FiguresDesk, words: LibraryWords<'static>) -> AnyView {
    let lines: Vec<String> = match desk.status.get() {
        FiguresStatus::Nothing => Vec::new(),
        FiguresStatus::Fixed(message) => vec![words.say(message).to_owned()],
        FiguresStatus::NotOpened(refusals) => refusals.iter().map(|refusal| words.not_opened(refusal)).collect(),
        FiguresStatus::Broken(broken) => broken.iter().flat_map(|broken| broken_lines(words, broken)).collect(),
        FiguresStatus::Taken(tables, doubts) => {
            let doubts = doubts
                .iter()
                .map(|doubt| format!("{}{}{}", words.say(OwnMessage::Doubts), words.colon(), words.reconciled(doubt)));
            tables.iter().map(|table| account(words, table)).chain(doubts).collect()
        }
    };
    let lines: Vec<AnyView> = lines.into_iter().map(|line| view! { <p>{line}</p> }.into_any()).collect();
    view! { <div role="status" data-part="figures-said">{lines}</div> }.into_any()
}

/// What is wrong with a file of the portal's.
fn broken_lines(words: LibraryWords<'static>, broken: &Broken) -> Vec<String> {
    let of_portal = words.say(OwnMessage::FromPortal);
    match broken {
        Broken::NotThere(file, why) => vec![format!("{of_portal}{}{file}{}{why}", words.colon(), words.colon())],
        Broken::NotOpened(refusal) => vec![format!("{of_portal}{}{}", words.colon(), words.not_opened(refusal))],
        Broken::Wrong(problems) => problems.iter().map(|problem| words.problem(problem)).collect(),
    }
}

/// What became of the rows of a table: "own.csv: 12 new, 1 not filled in".
fn account(words: LibraryWords<'static>, table: &ReadTable) -> String {
    let counts = [
        (table.new, OwnMessage::RowsNew),
        (table.known, OwnMessage::RowsKnown),
        (table.disputes, OwnMessage::RowsDisputed),
        (table.repeated, OwnMessage::RowsRepeated),
        (table.unfilled, OwnMessage::RowsUnfilled),
        (table.refused, OwnMessage::RowsRefused),
    ];
    let counted = counts.into_iter().filter(|(count, _)| *count > 0);
    let said: Vec<String> = counted.map(|(count, what)| words.rows(count as u64, words.say(what))).collect();
    let sheet = table.sheet.as_ref().map(|sheet| format!(" ({sheet})")).unwrap_or_default();
    format!("{}{sheet}{}{}", table.file, words.colon(), said.join(" · "))
}
