//! The root of the page: which data it explores. Other data are another page, which is built anew at the same address.

use leptos::prelude::*;

use crate::dataset::Facts;
use crate::host::document;
use crate::ui::app::App;
use crate::ui::doors;
use crate::ui::kit::live::live;
use crate::ui::state::edition::Editions;

/// The page, of the data in use.
#[component]
pub fn Root(
    /// The shipped facts.
    shipped: &'static Facts,
) -> impl IntoView {
    let editions = Editions::new(shipped);
    provide_context(editions);
    live(move || {
        let edition = editions.get();
        // What the page before has said of itself: nobody changes the data while this one is built.
        document::set_ready(false);
        doors::use_library(edition.library());
        let facts = edition.facts();
        untrack(|| view! { <App facts/> }.into_any())
    })
}
