//! What the page shows beside the figures: all facts, coverage, comparison, methods.
//! They come in a module of their own, when one of them is asked for (`docs/decisions/0006-a-second-module.md`).

mod compare;
mod coverage;
mod data;
mod embed;
mod find;
mod methods;
mod self_test;

use leptos::prelude::*;

use super::explorer::{Explorer, use_explorer};
use super::finder::Answer;
use super::later::{Coming, NotLoaded, failed, fetch};
use super::live::live;
use crate::address::{Mode, View};
use crate::dataset::Library;
use crate::host::frames;
use crate::locale::{Language, Message};
use crate::query::Figure;

/// The page that the address names, where it is not the figures.
#[component]
pub(super) fn OtherPage() -> impl IntoView {
    let explorer = use_explorer();
    let shown = move || match explorer.frame.mode {
        Mode::SelfTest => None,
        _ => Some(explorer.page.get()),
    };
    live(move || match shown() {
        Some(View::Explore) => ().into_any(),
        page => match explorer.pages.get() {
            Pages::Here(parts) => match page {
                Some(page) => (parts.draw)(explorer, parts.dataset, page),
                None => (parts.self_test)(explorer),
            },
            Pages::Open | Pages::Awaited => {
                frames::after_paint(move || request(explorer));
                view! { <p class="small" role="status">{explorer.words().say(Message::LoadingPage)}</p> }.into_any()
            }
            Pages::Failed => failed(explorer),
        },
    })
}

/// Whether the pages are there.
pub(super) type Pages = Coming<PageParts>;

/// What draws the pages, and what finds.
#[derive(Clone, Copy)]
pub(super) struct PageParts {
    /// The figures with all their texts.
    pub dataset: Library<'static>,
    /// Draws a page.
    pub draw: fn(Explorer, Library<'static>, View) -> AnyView,
    /// Makes the text that embeds a figure or the page.
    pub embed: fn(Explorer, Option<&'static Figure>, RwSignal<bool>) -> AnyView,
    /// Tests what works where the page stands.
    pub self_test: fn(Explorer) -> AnyView,
    /// What a query leads to.
    pub find: fn(Library<'static>, Language, &str) -> Vec<Answer>,
}

#[cfg_attr(
    feature = "split",
    leptos::wasm_split::wasm_split(pages, wasm_split_path = leptos::wasm_split, fallible)
)]
fn pages() -> Result<PageParts, NotLoaded> {
    let dataset = Library::shipped().map_err(|error| NotLoaded::because(&error))?;
    Ok(PageParts { dataset, draw: page, embed: embed::embed, self_test: self_test::self_test, find: find::find })
}

/// Asks for the pages, unless they are there or on their way.
pub(super) fn request(explorer: Explorer) {
    if matches!(explorer.pages.get_untracked(), Pages::Here(_) | Pages::Awaited) {
        return;
    }
    #[cfg(feature = "split")]
    let load = pages();
    #[cfg(not(feature = "split"))]
    let load = std::future::ready(pages());
    fetch(explorer.pages, load, || ());
}

/// Draws a page; nothing for the figures, which stand for themselves.
fn page(explorer: Explorer, dataset: Library<'static>, page: View) -> AnyView {
    match page {
        View::Explore => ().into_any(),
        View::Data => data::data(explorer, dataset),
        View::Coverage => coverage::coverage(explorer, dataset.facts()),
        View::Compare => compare::compare(explorer, dataset.facts()),
        View::Methods => methods::methods(explorer, dataset),
    }
}
