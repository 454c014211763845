//! The parts of the page that the first charts do not need. They come in a module of their own, when the charts stand
//! (`docs/decisions/0006-a-second-module.md`): a reader waits for less, and what is asked for rarely costs the others nothing.
//!
//! The page knows these parts only by the pointers in [`Parts`]; whatever is reached by them alone is cut out by `scripts/split.mjs`.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;

use super::explorer::Explorer;
use super::figure::{Card, late};
use super::finder::finder;
use super::finding::copy_finding;
use super::live::live;
use super::notices::notice_list;
use super::proof::proof;
use super::sparkline::sparkline;
use super::takeaways::takeaway_link;
use super::top_bar::bottom_line;
use crate::address::Asked;
use crate::dataset::{Library, Takeaway};
use crate::host::frames;
use crate::locale::Message;
use crate::query::{HeadlineItem, Table};

/// The late parts: the dataset with all its texts, and functions that draw.
#[derive(Clone, Copy)]
pub(super) struct Parts {
    /// The facts that the page starts with, and their names, notes, sources and definitions.
    pub dataset: Library<'static>,
    /// The numbers of a figure as a table.
    pub table: BodyPart,
    /// The numbers of a figure in large type.
    pub numbers: BodyPart,
    /// What stands in the place of a figure without numbers.
    pub nothing: BodyPart,
    /// The proof of a number.
    pub proof: fn(Explorer, Library<'static>, &Asked) -> AnyView,
    /// The search field.
    pub finder: fn(Explorer) -> AnyView,
    /// The line beside a headline number.
    pub sparkline: fn(Explorer, HeadlineItem) -> AnyView,
    /// The way from a finding to its numbers.
    pub takeaway_link: fn(Explorer, &'static Takeaway) -> AnyView,
    /// What is not there in a figure, and what to know of it.
    pub missing: fn(Card) -> AnyView,
    /// A chart in words.
    pub alternative: fn(Card) -> String,
    /// What can be done with a figure.
    pub actions: fn(Card, Library<'static>) -> AnyView,
    /// A button that copies the finding.
    pub copy_finding: fn(Explorer) -> AnyView,
    /// What was ignored in the address.
    pub notices: fn(Explorer) -> AnyView,
    /// The last line of the page.
    pub bottom: fn(Explorer) -> AnyView,
    /// What is known of a cell, for a tooltip.
    pub tooltip: fn(Card, usize, usize) -> String,
    /// What a key does on a chart.
    pub walk: fn(Card, &KeyboardEvent),
    /// Talks with the page around.
    pub attend: fn(Explorer),
    /// The sources, notes and other values under a figure.
    pub evidence: fn(Card, Library<'static>) -> AnyView,
}

/// Draws the middle of a figure.
pub(super) type BodyPart = fn(Card, &Table) -> AnyView;

/// Why a part of the page is not there.
#[derive(Debug)]
pub(super) struct NotLoaded(String);

impl NotLoaded {
    pub(super) fn because(error: &impl ToString) -> Self {
        Self(error.to_string())
    }

    /// Tells those who look into the console.
    pub(super) fn log(&self) {
        web_sys::console::error_1(&format!("a part of the page: {}", self.0).into());
    }
}

/// What stands in the place of a part that could not be loaded.
pub(super) fn failed(explorer: Explorer) -> AnyView {
    view! { <p class="unmet" role="alert">{explorer.words().say(Message::LaterFailed)}</p> }.into_any()
}

impl From<SplitLoaderError> for NotLoaded {
    fn from(error: SplitLoaderError) -> Self {
        Self(error.to_string())
    }
}

/// Whether a part of the page that has a module of its own is there.
#[derive(Clone, Copy)]
pub(super) enum Coming<T> {
    /// Nobody has asked for it yet.
    Open,
    /// It is on its way.
    Awaited,
    /// It is there.
    Here(T),
    /// It could not be loaded; asking again may try again.
    Failed,
}

/// Whether the late parts are there.
pub(super) type Arrival = Coming<Parts>;

/// Fetches a part of the page, and calls back when it is there or has failed to come.
pub(super) fn fetch<T: Send + Sync + 'static>(
    place: RwSignal<Coming<T>>,
    load: impl Future<Output = Result<T, NotLoaded>> + 'static,
    then: impl FnOnce() + 'static,
) {
    place.set(Coming::Awaited);
    spawn_local(async move {
        place.set(match load.await {
            Ok(part) => Coming::Here(part),
            Err(error) => {
                error.log();
                Coming::Failed
            }
        });
        then();
    });
}

#[cfg_attr(
    feature = "split",
    leptos::wasm_split::wasm_split(later, wasm_split_path = leptos::wasm_split, fallible)
)]
fn parts() -> Result<Parts, NotLoaded> {
    let dataset = Library::shipped().map_err(|error| NotLoaded::because(&error))?;
    Ok(Parts {
        dataset,
        table: late::table_view,
        numbers: late::numbers,
        nothing: late::nothing,
        proof,
        finder,
        sparkline,
        takeaway_link,
        missing: late::missing,
        alternative: late::text_alternative,
        actions: late::actions,
        copy_finding,
        notices: notice_list,
        bottom: bottom_line,
        tooltip: late::tooltip,
        walk: late::walk,
        attend: super::portal::attend,
        evidence: late::evidence,
    })
}

/// Asks for the late parts, unless they are there or on their way.
pub(super) fn request(explorer: Explorer) {
    if matches!(explorer.arrival.get_untracked(), Arrival::Here(_) | Arrival::Awaited) {
        return;
    }
    #[cfg(feature = "split")]
    let load = parts();
    #[cfg(not(feature = "split"))]
    let load = std::future::ready(parts());
    fetch(explorer.arrival, load, move || {
        if let Arrival::Here(parts) = explorer.arrival.get_untracked() {
            (parts.attend)(explorer);
            frames::next_task(move || explorer.show_evidence());
        }
    });
}

/// A late part that the reader asked for; until it is there, nothing, and if it cannot be loaded, why and what to do.
pub(super) fn asked_for(explorer: Explorer, draw: impl Fn(&Parts) -> AnyView + Send + 'static) -> AnyView {
    frames::after_paint(move || request(explorer));
    live(move || match explorer.arrival.get() {
        Arrival::Here(parts) => draw(&parts),
        Arrival::Open | Arrival::Awaited => ().into_any(),
        Arrival::Failed => failed(explorer),
    })
}

/// A late part that may as well be missing until it comes.
pub(super) fn when_here(explorer: Explorer, draw: impl Fn(&Parts) -> AnyView + Send + 'static) -> AnyView {
    live(move || match explorer.arrival.get() {
        Arrival::Here(parts) => draw(&parts),
        Arrival::Open | Arrival::Awaited | Arrival::Failed => ().into_any(),
    })
}
