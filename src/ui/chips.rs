//! The active filters, each with a button that takes it away.

use leptos::prelude::*;

use super::explorer::use_explorer;
use crate::locale::Message;
use crate::query::{Filter, Selection, Years};

/// The active filters, and *Reset*; nothing when there are none.
#[component]
pub(super) fn Chips() -> impl IntoView {
    let explorer = use_explorer();
    let chips = move || {
        let (words, selection) = (explorer.words(), explorer.selection.get());
        let mut chips: Vec<(String, Selection)> = Vec::new();
        if selection.years != Years::All {
            chips.push((words.years(selection.years), selection.with_years(Years::All)));
        }
        for filter in Filter::ALL {
            for code in selection.codes(filter) {
                let others = selection.codes(filter).iter().copied().filter(|other| other != code);
                chips.push((words.code(*code).to_owned(), selection.with_codes(filter, others)));
            }
        }
        let remove = words.say(Message::Remove);
        let chips: Vec<_> = chips
            .into_iter()
            .map(|(label, without)| {
                let name = format!("{remove}: {label}");
                view! {
                    <button type="button" class="chip" aria-label=name on:click=move |_| explorer.ask(without.clone())>
                        {label}<span aria-hidden="true">" ×"</span>
                    </button>
                }
            })
            .collect();
        let reset = (!chips.is_empty()).then(|| {
            view! {
                <button type="button" class="quiet" on:click=move |_| explorer.ask(Selection::default())>
                    {words.say(Message::Reset)}
                </button>
            }
        });
        view! { {chips} {reset} }
    };
    let label = move || explorer.words().say(Message::ActiveFilters);
    view! { <div class="chips" data-part="chips" role="group" aria-label=label>{chips}</div> }
}
