//! The five findings of the source article as one row: number, headline, and what proves it.

use leptos::prelude::*;

use crate::dataset::{Library, Takeaway};
use crate::locale::Message;
use crate::query::Selection;
use crate::ui::kit::live::{live, on_click};
use crate::ui::kit::signals::leave_no_trace;
use crate::ui::page::takeaway::takeaway;
use crate::ui::state::explorer::{Explorer, use_explorer};

/// The findings; one of them opens below the row. They open the page: a question takes their place.
pub fn takeaways(library: Library<'static>) -> AnyView {
    let explorer = use_explorer();
    let opened = RwSignal::new(None::<usize>);
    // Hidden, not taken away: the reader comes back to them.
    // A card is nothing but its figure.
    let is_answered = move || explorer.card().is_some() || !explorer.selection.with(Selection::is_default);
    let row = live(move || {
        let takeaways = library.takeaways().iter().enumerate();
        let items: Vec<AnyView> =
            takeaways.map(|(position, takeaway)| item(explorer, opened, position, takeaway)).collect();
        view! { <h2>{explorer.words().say(Message::Takeaways)}</h2> <ol>{items}</ol> }.into_any()
    });
    let text = live(move || {
        let shown = opened.get().and_then(|position| library.takeaways().get(position));
        shown.map_or_else(|| ().into_any(), |shown| takeaway(explorer, library, shown))
    });
    view! {
        <section class="takeaways" data-part="takeaways" translate="yes" hidden=is_answered>{row} <div id="takeaway">{text}</div></section>
    }
    .into_any()
}

fn item(explorer: Explorer, opened: RwSignal<Option<usize>>, position: usize, takeaway: &'static Takeaway) -> AnyView {
    let words = explorer.words();
    let value = takeaway.facts.first().map(|fact| words.value_of(*fact));
    let title = words.pick(&takeaway.title).to_owned();
    let name = format!("{}{}{title}", words.say(Message::Check), words.colon());
    let toggle = on_click(move || opened.update(|opened| *opened = (*opened != Some(position)).then_some(position)));
    let expanded = move || {
        leave_no_trace();
        if opened.get() == Some(position) { "true" } else { "false" }
    };
    view! {
        <li>
            <b>{value}</b>
            <h3>{title}</h3>
            <button type="button" class="link" aria-label=name aria-expanded=expanded aria-controls="takeaway" on:click=toggle>
                {words.say(Message::Check)}
            </button>
        </li>
    }
    .into_any()
}
