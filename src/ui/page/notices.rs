//! What the reader must know of the page: what was ignored in the address, and whether numbers of his own are on it.

use leptos::prelude::*;

use crate::address::{Notice, Problem};
use crate::host::frames;
use crate::locale::{LateMessage, Message, Words};
use crate::ui::kit::live::{live, on_click};
use crate::ui::late::{asked_for, failed, use_late};
use crate::ui::state::edition::{Editions, use_editions};
use crate::ui::state::explorer::{Explorer, use_explorer};

/// The ignored parts of the address, that a part of the page is missing, and whether numbers of the reader's are on the page; nothing where there is nothing to say.
#[component]
pub fn Notices() -> impl IntoView {
    let (explorer, editions, details) = (use_explorer(), use_editions(), use_late().details);
    let content = live(move || {
        let is_of_shipped = editions.get().own().is_none() && editions.refused.with(Vec::is_empty);
        if details.has_failed() {
            failed(explorer, details)
        } else if explorer.notices.with(Vec::is_empty) && is_of_shipped {
            ().into_any()
        } else {
            asked_for(details, move |details| (details.notices)(explorer))
        }
    });
    view! { <div class="notices" data-part="notices" role="status">{content}</div> }
}

/// All that is to be said.
pub fn notice_list(explorer: Explorer) -> AnyView {
    let editions = use_editions();
    view! {
        {ignored(explorer)}
        {live(move || refused(explorer.words(), editions))}
        {live(move || own(explorer.words(), editions))}
    }
    .into_any()
}

/// The files of the portal that are left out; nothing where all are laid over the data.
fn refused(words: Words<'static>, editions: Editions) -> AnyView {
    let files = editions.refused.get();
    if files.is_empty() {
        return ().into_any();
    }
    let names = files.join(words.say(Message::ListComma));
    view! { <p data-part="refused-overlays">{words.say(LateMessage::OverlaysRefused)} {words.colon()} {names}</p> }
        .into_any()
}

/// Whether numbers of the reader's are on the page, and the switch that takes them off it; nothing where there are none.
fn own(words: Words<'static>, editions: Editions) -> AnyView {
    let edition = editions.get();
    let Some(library) = edition.own() else { return ().into_any() };
    let (said, switch) = if edition.is_without_own() {
        (LateMessage::OwnHidden, LateMessage::ShowOwn)
    } else {
        (LateMessage::OwnShown, LateMessage::HideOwn)
    };
    let count = format!("{}{}{}", words.say(said), words.colon(), words.integer(library.own().rows.len() as u64));
    let turn = on_click(move || frames::when_ready(move || editions.show_own(edition.is_without_own())));
    view! {
        <p data-part="own-notice">
            {count} " "
            <button type="button" class="quiet" on:click=turn>{words.say(switch)}</button>
        </p>
    }
    .into_any()
}

/// Each ignored part, and a button that takes the list away.
fn ignored(explorer: Explorer) -> AnyView {
    live(move || {
        if explorer.notices.with(Vec::is_empty) {
            return ().into_any();
        }
        let words = explorer.words();
        let lines: Vec<AnyView> = explorer.notices.get().iter().map(|notice| line(words, notice)).collect();
        let dismiss = on_click(move || explorer.notices.set(Vec::new()));
        view! {
            <p>{words.say(LateMessage::Ignored)}</p>
            <ul>{lines}</ul>
            <button type="button" class="quiet" on:click=dismiss>{words.say(LateMessage::Dismiss)}</button>
        }
        .into_any()
    })
}

fn line(words: Words<'_>, notice: &Notice) -> AnyView {
    let problem = words.say(match notice.problem {
        Problem::UnknownKey => LateMessage::ProblemUnknownKey,
        Problem::UnknownValue => LateMessage::ProblemUnknownValue,
        Problem::WithoutFigure => LateMessage::ProblemWithoutFigure,
        Problem::Repeated => LateMessage::ProblemRepeated,
        Problem::NewerVersion => LateMessage::ProblemNewerVersion,
    });
    view! { <li><code>{notice.to_string()}</code> " " {problem}</li> }.into_any()
}
