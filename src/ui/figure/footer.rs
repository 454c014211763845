//! Under a figure: editions and grades, what bears the numbers, and what can be done with the figure.

use leptos::prelude::*;

use crate::locale::Language;
use crate::query::Table;
use crate::ui::late::Details;
use crate::ui::state::card::Card;

/// Where the figure comes from; `details` come late.
pub fn footer(card: Card, details: AnyView) -> AnyView {
    view! {
        <footer class="more">
            {card.live_on(summary, |_, text| view! { <p>{text.concat()}</p> }.into_any())}
            {details}
        </footer>
    }
    .into_any()
}

/// What bears the numbers, and what can be done with them.
pub fn details(card: Card, details: &Details) -> AnyView {
    let (evidence, actions) = ((details.evidence)(card, details.library), (details.actions)(card, details.files));
    view! { {evidence} <div class="actions">{actions}</div> }.into_any()
}

/// Editions, number of facts, grades; nothing for an empty figure.
fn summary(card: Card, table: &Table) -> Vec<String> {
    let (words, facts) = (card.words(), table.facts());
    if facts.is_empty() {
        return Vec::new();
    }
    let (editions, grades) = (words.inner(&words.editions(&facts)), words.grades(&facts));
    vec![match (words.language, facts.len()) {
        (Language::En, 1) => format!("CDE, {editions} · 1 fact · {grades}"),
        (Language::En, count) => format!("CDE, {editions} · {count} facts · {grades}"),
        (Language::Zh, count) => format!("药审中心，{editions} · {count}条数据 · {grades}"),
    }]
}
