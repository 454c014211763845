//! What a figure is about: its population, unit and years, and the filters that it does not obey.

use leptos::prelude::*;

use crate::query::{Table, Years};
use crate::ui::state::card::Card;

/// The population, and then the unit and the years: always in sight.
pub fn scope(card: Card, table: &Table) -> Vec<String> {
    let words = card.words();
    let is_year_chosen = matches!(card.selection.get().years, Years::One(_));
    let population = words.populations(card.figure, table);
    let scope = words.scope_of(card.figure, table, is_year_chosen);
    std::iter::once(population).chain(scope).collect()
}

/// The scope in one line.
pub fn scope_line(_: Card, scope: &[String]) -> AnyView {
    let (population, rest) = scope.split_first().map_or((String::new(), String::new()), |(population, rest)| {
        (population.clone(), format!(" · {}", rest.join(" · ")))
    });
    view! { <p class="population" data-part="population"><b>{population}</b>{rest}</p> }.into_any()
}

/// The filters that the figure does not obey.
pub fn unmet(card: Card, table: &Table) -> Vec<String> {
    let words = card.words();
    let selection = card.selection.get();
    table.unmet.iter().map(|unmet| words.unmet(*unmet, &selection)).collect()
}
