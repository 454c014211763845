//! What is wrong with files of the reader's, row by row, and his choice: the good rows, or nothing.

use leptos::prelude::*;

use super::desk::FiguresDesk;
use crate::dataset::{ErrorKind, OverlayReading};
use crate::locale::{LibraryWords, OwnMessage};
use crate::ui::kit::live::on_click;

/// As many problems are listed; all of them are counted.
const LISTED: usize = 200;

/// The problems of what waits for the reader's word; nothing where nothing waits.
pub fn problems(desk: FiguresDesk, words: LibraryWords<'static>) -> AnyView {
    let Some(reading) = desk.pending.get() else { return ().into_any() };
    let count = reading.problems.len();
    let lines = reading.problems.iter().take(LISTED);
    let lines: Vec<AnyView> = lines.map(|problem| view! { <li>{words.problem(problem)}</li> }.into_any()).collect();
    let rest = (count > LISTED).then(|| view! { <p>"… " {words.integer((count - LISTED) as u64)}</p> });
    let title = format!("{} ({})", words.say(OwnMessage::Problems), words.integer(count as u64));
    view! {
        <section class="problems" data-part="own-problems" tabindex="-1" aria-label=words.say(OwnMessage::Problems)>
            <h4>{title}</h4>
            <ul>{lines}</ul>
            {rest}
            {list(desk, words, &reading)}
            {choice(desk, words, &reading)}
        </section>
    }
    .into_any()
}

/// The way on for a file that is no table of figures: it may be a list of trials, which belongs below.
fn list(desk: FiguresDesk, words: LibraryWords<'static>, reading: &OverlayReading) -> AnyView {
    let is_no_table = reading.problems.iter().any(|problem| matches!(problem.kind, ErrorKind::NotATable));
    if !is_no_table || desk.no_table.with_value(Option::is_none) {
        return ().into_any();
    }
    let read = on_click(move || desk.read_as_list());
    view! {
        <p>{words.say(OwnMessage::MayBeList)} " " <button type="button" class="quiet" data-part="read-as-list" on:click=read>{words.say(OwnMessage::ReadAsList)}</button></p>
    }
    .into_any()
}

/// The good rows, or nothing.
fn choice(desk: FiguresDesk, words: LibraryWords<'static>, reading: &OverlayReading) -> AnyView {
    let good = reading.count(|table| table.new + table.known + table.disputes);
    let said = if good == 0 {
        words.say(OwnMessage::NothingGood).to_owned()
    } else {
        words.of_things(good as u64, words.say(OwnMessage::GoodRows))
    };
    let take = on_click(move || desk.take_good());
    let refuse = on_click(move || desk.refuse());
    let take = (good > 0).then(|| {
        view! { <button type="button" class="main" data-part="take-good" on:click=take>{words.say(OwnMessage::TakeGood)}</button> }
    });
    view! {
        <p class="buttons">
            {said} " " {take} " "
            <button type="button" class="quiet" data-part="refuse-all" on:click=refuse>{words.say(OwnMessage::RefuseAll)}</button>
        </p>
    }
    .into_any()
}
