//! The active filters, each with a button that takes it away.

use leptos::prelude::*;

use crate::address::Lock;
use crate::host::{document, frames};
use crate::locale::{Message, Words};
use crate::query::{Filter, Selection, Years};
use crate::ui::kit::live::{live, on_click};
use crate::ui::state::explorer::{Explorer, use_explorer};

/// The active filters, and *Reset*; nothing when there are none.
#[component]
pub fn Chips() -> impl IntoView {
    let explorer = use_explorer();
    live(move || {
        let (words, selection) = (explorer.words(), explorer.selection.get());
        let mut may_reset = false;
        let mut buttons: Vec<AnyView> = chips(words, &selection)
            .into_iter()
            .map(|(lock, label, without)| {
                let is_fixed = explorer.is_fixed(lock);
                may_reset |= !is_fixed;
                chip(explorer, words, label, without, is_fixed)
            })
            .collect();
        if may_reset {
            let reset = on_click(move || ask(explorer, Selection::default()));
            let reset =
                view! { <button type="button" class="quiet" on:click=reset>{words.say(Message::Reset)}</button> };
            buttons.push(reset.into_any());
        }
        let label = words.say(Message::ActiveFilters);
        view! { <div class="chips" data-part="chips" role="group" aria-label=label>{buttons}</div> }.into_any()
    })
}

/// Asks; when the last chip goes, the focus goes to the first dropdown instead of nowhere.
fn ask(explorer: Explorer, selection: Selection) {
    let was_last = selection.is_default();
    explorer.ask(selection);
    if was_last {
        frames::after_paint(|| document::focus("select:enabled, #figures"));
    }
}

/// Each active choice in words, with its filter and the selection that remains without it.
fn chips(words: Words<'_>, selection: &Selection) -> Vec<(Lock, String, Selection)> {
    let mut chips = Vec::new();
    if selection.years != Years::All {
        chips.push((Lock::Years, words.years(selection.years), selection.with_years(Years::All)));
    }
    for filter in Filter::ALL {
        for code in selection.codes(filter) {
            let others = selection.codes(filter).iter().copied().filter(|other| other != code);
            chips.push((Lock::Codes(filter), words.code(*code).to_owned(), selection.with_codes(filter, others)));
        }
    }
    chips
}

/// A choice, and what takes it away, unless the page around has fixed it.
fn chip(explorer: Explorer, words: Words<'_>, label: String, without: Selection, is_fixed: bool) -> AnyView {
    let name = if is_fixed { label.clone() } else { format!("{}: {label}", words.say(Message::Remove)) };
    let remove = on_click(move || ask(explorer, without.clone()));
    view! {
        <button type="button" class="chip" disabled=is_fixed aria-label=name on:click=remove>{label}<span aria-hidden="true">" ×"</span></button>
    }
    .into_any()
}
