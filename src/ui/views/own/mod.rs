//! Your data: a list of trials that the reader brings, counted beside the nation's numbers. Nothing leaves the browser.

mod answers;
mod background;
mod desk;
mod figures;
mod keywords;
mod left_out;
mod mapping;
mod reading;
mod report;
mod rows;
mod values;
mod work;

use std::cell::Cell;

use leptos::ev::{DragEvent, Event};
use leptos::prelude::*;

use crate::dataset::Library;
use crate::host::{clock, file, style};
use crate::locale::{LibraryWords, Message, OwnMessage};
use crate::trials::Progress;
use crate::ui::kit::live::{live, on_click};
use crate::ui::state::explorer::Explorer;
use desk::{ListDesk, ListStatus, Stage};

pub use background::serve;
pub use figures::restore;

/// The style of the view.
const STYLE: &str = include_str!("../../../../style/late/own.css");

thread_local! {
    /// Whether the page has the style already.
    static IS_STYLED: Cell<bool> = const { Cell::new(false) };
}

/// The view.
pub fn own(explorer: Explorer, library: Library<'static>) -> AnyView {
    let desk = ListDesk::of_page();
    if !IS_STYLED.replace(true) {
        style::add(STYLE);
    }
    let allow: Box<dyn FnMut(DragEvent)> = Box::new(|event| event.prevent_default());
    let drop: Box<dyn FnMut(DragEvent)> = Box::new(move |event| {
        event.prevent_default();
        if let Some(file) = file::dropped(&event) {
            desk.open(file);
        }
    });
    let head = live(move || head(desk, library.words(explorer.language.get())));
    let stage = live(move || {
        let words = library.words(explorer.language.get());
        match desk.stage.get() {
            Stage::Nothing => ().into_any(),
            Stage::Busy(progress, since_ms) => busy(desk, words, progress, since_ms),
            Stage::Sampled(sample) => mapping::mapping(desk, words, &sample),
            Stage::Counted(imported) => untrack(|| counted(desk, explorer, library, imported)),
        }
    });
    view! {
        <section class="own" data-part="own" on:dragover=allow on:drop=drop>
            {live(move || title(library.words(explorer.language.get())))}
            {figures::own_figures(explorer, library)}
            {head}
            <div data-part="own-list">{stage}</div>
        </section>
    }
    .into_any()
}

/// What the view is for.
fn title(words: LibraryWords<'static>) -> AnyView {
    view! {
        <h2 tabindex="-1">{words.say(Message::Own)}</h2>
        <p class="small">{words.say(OwnMessage::Stays)}</p>
    }
    .into_any()
}

/// What a list is for, the way in, and what was said last.
fn head(desk: ListDesk, words: LibraryWords<'static>) -> AnyView {
    let open: Box<dyn FnMut(Event)> = Box::new(move |event| {
        if let Some(file) = file::chosen(&event) {
            desk.open(file);
        }
    });
    let said = live(move || {
        let said = match desk.status.get() {
            ListStatus::Nothing => String::new(),
            ListStatus::Fixed(message) => words.say(message).to_owned(),
            ListStatus::Refused(refusal) => words.refusal(&refusal),
            ListStatus::NotOpened(error) => words.profile_error(&error),
            ListStatus::NoKeywords(error) => words.keywords_error(&error),
            ListStatus::Words(text) => text,
        };
        view! { <p role="status" data-part="own-said">{said}</p> }.into_any()
    });
    view! {
        <h3 tabindex="-1" data-part="own-list-head">{words.say(OwnMessage::List)}</h3>
        <p>{words.say(OwnMessage::ListLead)}</p>
        <p><label class="file">{words.say(OwnMessage::ChooseList)} " " <input type="file" name="list" accept=".csv,.tsv,.txt,.xlsx" on:change=open/></label></p>
        {said}
    }
    .into_any()
}

/// How far the reading is, and a button that stops it.
fn busy(desk: ListDesk, words: LibraryWords<'static>, progress: Progress, since_ms: f64) -> AnyView {
    let size = desk.file().map_or(0, |chosen| file::size(&chosen));
    let seconds = ((clock::now_ms() - since_ms) / 1_000.0).max(0.1);
    let rate = f64::from(progress.rows) / seconds;
    let said = if progress.rows == 0 {
        words.say(OwnMessage::Reading).to_owned() + " …"
    } else {
        format!(
            "{}{}{} {} · {} {}",
            words.say(OwnMessage::Reading),
            words.colon(),
            words.integer(progress.rows.into()),
            words.say(OwnMessage::Rows),
            words.integer(rounded(rate)),
            words.say(OwnMessage::RowsPerSecond)
        )
    };
    let here = if desk.reads_here.get() { words.say(OwnMessage::WorksHere) } else { "" };
    let cancel = on_click(move || desk.cancel());
    view! {
        <p>
            <progress max=size.to_string() value=progress.bytes.to_string() aria-label=words.say(OwnMessage::Reading)></progress> " " {said} " "
            <button type="button" class="quiet" data-part="cancel" on:click=cancel>{words.say(OwnMessage::Cancel)}</button>
        </p>
        <p class="small">{here}</p>
    }
    .into_any()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rows in a second")]
fn rounded(number: f64) -> u64 {
    number.round() as u64
}

/// What was counted: what is to be said of the list, and its figures beside the nation's.
fn counted(
    desk: ListDesk,
    explorer: Explorer,
    library: Library<'static>,
    imported: std::sync::Arc<crate::trials::Imported>,
) -> AnyView {
    let report = report::report(desk, explorer, library, imported.clone());
    let answers = answers::answers(desk, explorer, library, imported);
    view! { {report} {answers} }.into_any()
}
