//! The figures that a list does not answer, each with the column that is missing.

use leptos::prelude::*;

use crate::locale::{LibraryWords, OwnMessage};
use crate::query::Figure;
use crate::trials::Lack;

/// The figures behind a fold; nothing where the list answers all.
pub fn left_out(words: LibraryWords<'static>, figures: &[(&'static Figure, Option<Lack>)]) -> AnyView {
    if figures.is_empty() {
        return ().into_any();
    }
    let line = |(figure, lack): &(&'static Figure, Option<Lack>)| {
        let why = lack.as_ref().map_or_else(|| words.say(OwnMessage::NoTrialHere).to_owned(), |lack| words.lack(lack));
        view! { <li>{format!("{}{}{why}", words.text(figure.question), words.colon())}</li> }.into_any()
    };
    let lines: Vec<AnyView> = figures.iter().map(line).collect();
    let summary = format!("{} ({})", words.say(OwnMessage::LeftOut), words.integer(figures.len() as u64));
    view! { <details data-part="left-out"><summary>{summary}</summary><ul class="small">{lines}</ul></details> }
        .into_any()
}
