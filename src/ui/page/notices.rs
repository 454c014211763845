//! What was ignored in the address, named to the reader.

use leptos::prelude::*;

use crate::address::{Notice, Problem};
use crate::locale::{LateMessage, Words};
use crate::ui::kit::live::{live, on_click};
use crate::ui::late::{asked_for, failed, use_late};
use crate::ui::state::explorer::{Explorer, use_explorer};

/// The ignored parts of the address, or that a part of the page is missing; nothing when all is as it should be.
#[component]
pub fn Notices() -> impl IntoView {
    let (explorer, details) = (use_explorer(), use_late().details);
    let content = live(move || {
        if details.has_failed() {
            failed(explorer, details)
        } else if explorer.notices.with(Vec::is_empty) {
            ().into_any()
        } else {
            asked_for(details, move |details| (details.notices)(explorer))
        }
    });
    view! { <div class="notices" data-part="notices" role="status">{content}</div> }
}

/// Each ignored part, and a button that takes the list away.
pub fn notice_list(explorer: Explorer) -> AnyView {
    live(move || {
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
