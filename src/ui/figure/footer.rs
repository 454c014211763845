//! Under a figure: editions and grades, what bears the numbers, and the link to the figure.

use leptos::prelude::*;

use super::Card;
use super::download::downloads;
use crate::address::Address;
use crate::dataset::Library;
use crate::host::document;
use crate::locale::{Language, Late};
use crate::query::Table;
use crate::ui::copy::copy_button;
use crate::ui::embedding::embed_button;
use crate::ui::live::{live, on_click};

/// Where the figure comes from.
pub(super) fn footer(card: Card) -> AnyView {
    let more = card.enriched(|card, parts| {
        let (evidence, actions) = ((parts.evidence)(card, parts.dataset), (parts.actions)(card, parts.dataset));
        view! { {evidence} <div class="actions">{actions}</div> }.into_any()
    });
    view! {
        <footer>
            {card.live_on(summary, |_, text| view! { <p>{text.concat()}</p> }.into_any())}
            <div class="more">{more}</div>
        </footer>
    }
    .into_any()
}

/// What can be done with a figure: its link, its numbers as files.
pub(in crate::ui) fn actions(card: Card, dataset: Library<'static>) -> AnyView {
    let copy_link = copy_button(Late::CopyLink, move || untrack(|| link(card)));
    let full = full_screen(card);
    let embed = embed_button(card.explorer, Late::Embed, Some(card.figure));
    view! { {copy_link} " " {downloads(card, dataset)} " " {embed} " " {full} }.into_any()
}

/// A button that lets the figure fill the screen; none where the browser or the frame does not allow it.
fn full_screen(card: Card) -> AnyView {
    if !document::may_fill_screen() {
        return ().into_any();
    }
    live(move || {
        let fill = on_click(move || document::fill_screen(card.figure.id));
        view! { <button type="button" class="link" on:click=fill>{card.words().say(Late::FullScreen)}</button> }
            .into_any()
    })
}

/// The full address of this figure as it is shown.
fn link(card: Card) -> String {
    let address = card.explorer.address.get();
    card.explorer.link(&Address { figure: Some(card.figure), display: card.shown_view(), ..address })
}

/// Editions, number of facts, grades; nothing for an empty figure.
fn summary(card: Card, table: &Table) -> Vec<String> {
    let (words, facts) = (card.words(), table.facts());
    if facts.is_empty() {
        return Vec::new();
    }
    let (editions, grades) = (words.inner(&words.editions(&facts)), words.grades(&facts));
    vec![match (words.language, facts.len()) {
        (Language::En, 1) => format!("CDE, {editions} · 1 printed fact · {grades}"),
        (Language::En, count) => format!("CDE, {editions} · {count} printed facts · {grades}"),
        (Language::Zh, count) => format!("药审中心，{editions} · {count}条公布数据 · {grades}"),
    }]
}
