//! Under a figure: editions and grades, what bears the numbers, and what can be done with the figure.

use leptos::prelude::*;

use crate::dataset::Origin;
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
    let (editions, grades) = (words.editions(&facts), words.grades(&facts));
    // Numbers of other populations are not CDE's, whatever page they stand on.
    let is_of_reports = words.facts.codes().measure_of(table.measure).origin == Origin::Reports;
    let from = match (is_of_reports, words.language) {
        (true, Language::En) => format!("CDE, {}", words.inner(&editions)),
        (true, Language::Zh) => format!("药审中心，{editions}"),
        (false, _) => editions,
    };
    vec![match (words.language, facts.len()) {
        (Language::En, 1) => format!("{from} · 1 fact · {grades}"),
        (Language::En, count) => format!("{from} · {count} facts · {grades}"),
        (Language::Zh, count) => format!("{from} · {count}条数据 · {grades}"),
    }]
}
