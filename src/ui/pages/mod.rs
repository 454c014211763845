//! What the page shows beside the figures: all facts, coverage, comparison, methods.
//! They come in a module of their own, when one of them is asked for (`docs/decisions/0006-a-second-module.md`).

mod compare;
mod coverage;
mod data;
mod methods;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::explorer::{Explorer, use_explorer};
use super::later::{NotLoaded, failed};
use super::live::live;
use crate::address::Page;
use crate::dataset::Dataset;
use crate::host::frames;
use crate::locale::Message;

/// The page that the address names, where it is not the figures.
#[component]
pub(super) fn OtherPage() -> impl IntoView {
    let explorer = use_explorer();
    live(move || match explorer.page.get() {
        Page::Explore => ().into_any(),
        page => match explorer.pages.get() {
            Pages::Here(dataset, draw) => draw(explorer, dataset, page),
            Pages::Open | Pages::Awaited => {
                frames::after_paint(move || request(explorer));
                view! { <p class="small" role="status">{explorer.words().say(Message::LoadingPage)}</p> }.into_any()
            }
            Pages::Failed => failed(explorer),
        },
    })
}

/// Whether the pages are there.
#[derive(Clone, Copy)]
pub(super) enum Pages {
    /// Nobody has asked for them yet.
    Open,
    /// They are on their way.
    Awaited,
    /// They are there: the dataset with all its texts, and the function that draws.
    Here(&'static Dataset, Draw),
    /// They could not be loaded; asking again tries again.
    Failed,
}

/// Draws a page.
type Draw = fn(Explorer, &'static Dataset, Page) -> AnyView;

#[cfg_attr(
    feature = "split",
    leptos::wasm_split::wasm_split(pages, wasm_split_path = leptos::wasm_split, fallible)
)]
fn pages() -> Result<(&'static Dataset, Draw), NotLoaded> {
    let dataset = Dataset::shipped().map_err(|error| NotLoaded::because(&error))?;
    Ok((dataset, page as Draw))
}

/// Asks for the pages, unless they are there or on their way.
fn request(explorer: Explorer) {
    if matches!(explorer.pages.get_untracked(), Pages::Here(..) | Pages::Awaited) {
        return;
    }
    explorer.pages.set(Pages::Awaited);
    spawn_local(async move {
        #[cfg(feature = "split")]
        let pages = pages().await;
        #[cfg(not(feature = "split"))]
        let pages = pages();
        explorer.pages.set(match pages {
            Ok((dataset, draw)) => Pages::Here(dataset, draw),
            Err(error) => {
                error.log();
                Pages::Failed
            }
        });
    });
}

/// Draws a page; nothing for the figures, which stand for themselves.
fn page(explorer: Explorer, dataset: &'static Dataset, page: Page) -> AnyView {
    match page {
        Page::Explore => ().into_any(),
        Page::Data => data::data(explorer, dataset),
        Page::Coverage => coverage::coverage(explorer, dataset),
        Page::Compare => compare::compare(explorer, dataset),
        Page::Methods => methods::methods(explorer, dataset),
    }
}
