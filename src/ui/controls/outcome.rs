//! What became of something that the reader asked for: said in one place beside where he asked.

use leptos::prelude::*;

use crate::locale::{LateMessage, Words};
use crate::ui::kit::live::live;
use crate::ui::state::explorer::Explorer;

/// What became of it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Outcome {
    /// Nothing was asked for, or there is nothing to say.
    #[default]
    Nothing,
    /// It is being made.
    Busy,
    /// It is done.
    Done(LateMessage),
    /// It is done, and what there is to say of it.
    Said(String),
    /// A file of this name was saved.
    Saved(String),
    /// It could not be done, and why.
    Failed(String),
    /// The browser may have dropped it: its text is there, folded away.
    Perhaps(String),
    /// The browser refused it: its text is there to be copied by hand, and why.
    ByHand(LateMessage, String),
}

/// Says it, also to those who hear the page.
pub fn outcome_view(explorer: Explorer, outcome: RwSignal<Outcome>) -> AnyView {
    let said = live(move || said(explorer.words(), outcome.get()));
    view! { <div class="outcome" role="status">{said}</div> }.into_any()
}

fn said(words: Words<'_>, outcome: Outcome) -> AnyView {
    match outcome {
        Outcome::Nothing => ().into_any(),
        Outcome::Busy => view! { <progress></progress> " " {words.say(LateMessage::MakingFile)} }.into_any(),
        Outcome::Done(message) => view! { <span class="copied">{words.say(message)}</span> }.into_any(),
        Outcome::Said(text) => view! { <span class="copied">{text}</span> }.into_any(),
        Outcome::Saved(name) => {
            view! { <span class="copied">{words.say(LateMessage::FileSaved)} " " <b>{name}</b></span> }.into_any()
        }
        Outcome::Failed(why) => view! { <p class="unmet">{why}</p> }.into_any(),
        Outcome::Perhaps(text) => view! {
            <details class="to-copy">
                <summary>{words.say(LateMessage::DownloadDropped)}</summary>
                <textarea readonly rows="6" aria-label=words.say(LateMessage::DownloadDropped) prop:value=text></textarea>
            </details>
        }
        .into_any(),
        Outcome::ByHand(message, text) => view! {
            <label class="to-copy">{words.say(message)} <textarea readonly rows="6" prop:value=text></textarea></label>
        }
        .into_any(),
    }
}
