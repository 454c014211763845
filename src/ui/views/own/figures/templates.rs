//! Templates: what the reports print for other years and the data lack for one, to be filled in.

use leptos::ev::Event;
use leptos::prelude::*;

use crate::dataset::{Facts, Library, Year};
use crate::export::{FileForm, Separator};
use crate::locale::{LibraryWords, OwnMessage};
use crate::query::lacking;
use crate::ui::controls::take_away::TakeAway;
use crate::ui::kit::live::{live, on_click};
use crate::ui::late::FileOf;
use crate::ui::state::explorer::Explorer;

/// The years for which something can be entered, the latest first: those of the data, and the next.
pub fn years(facts: &Facts) -> Vec<Year> {
    let (first, last) = facts.years().unwrap_or_default();
    (first.0..=last.0 + 1).rev().map(Year).collect()
}

/// The edition for which a template is asked first: the latest of the data.
pub fn latest(facts: &Facts) -> Year {
    facts.years().unwrap_or_default().1
}

/// A year to be chosen.
pub fn year_select(words: LibraryWords<'static>, facts: &Facts, name: &'static str, year: RwSignal<Year>) -> AnyView {
    let select: Box<dyn FnMut(Event)> = Box::new(move |event| {
        if let Ok(chosen) = event_target_value(&event).parse() {
            year.set(Year(chosen));
        }
    });
    let option = |of: Year| {
        let is_chosen = move || year.get() == of;
        view! { <option value=of.to_string() selected=is_chosen>{of.to_string()}</option> }.into_any()
    };
    let options: Vec<AnyView> = years(facts).into_iter().map(option).collect();
    view! { <label>{words.say(OwnMessage::Year)} " " <select name=name on:change=select>{options}</select></label> }
        .into_any()
}

/// The choice of a year, and its template in two forms.
pub fn templates(explorer: Explorer, library: Library<'static>, files: TakeAway) -> AnyView {
    let year = RwSignal::new(latest(library.facts()));
    live(move || {
        let words = library.words(explorer.language.get());
        let give = move |form: FileForm| {
            on_click(move || {
                let year = year.get_untracked();
                files.give(FileOf::Tables(format!("template {year}"), vec![words.template(year)]), form);
            })
        };
        let count = live(move || {
            let count = lacking(library.facts(), year.get()).len();
            words.of_things(count as u64, words.say(OwnMessage::Lacking)).into_any()
        });
        view! {
            <details data-part="templates">
                <summary>{words.say(OwnMessage::Templates)}</summary>
                <p>{words.say(OwnMessage::TemplatesLead)}</p>
                <p class="buttons">
                    {year_select(words, library.facts(), "template-year", year)} <span>{count}</span>
                    <button type="button" class="link" on:click=give(FileForm::Xlsx)>{words.say(OwnMessage::AsTable)}</button>
                    <button type="button" class="link" on:click=give(FileForm::Rows(Separator::Comma))>{words.say(OwnMessage::AsText)}</button>
                </p>
            </details>
        }
        .into_any()
    })
}
