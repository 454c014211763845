//! Lazy loading: the doors at which the program is cut into modules, and the only place that names what lies behind them.
//!
//! What is named behind a door and nowhere else goes into its module (`docs/decisions/0006-a-second-module.md`).

use std::cell::Cell;

use crate::dataset::Library;
use crate::locale::answers;
use crate::ui::dialogs::embed::embed;
use crate::ui::dialogs::picture::picture_choices;
use crate::ui::figure::late::{actions, description, evidence, missing, nothing, numbers, table, walk};
use crate::ui::kit::late::{Late, Loading, NotLoaded};
use crate::ui::late::{Details, Files, LateParts, Own, Views};
use crate::ui::page::{bottom, finder, finding, headline, notices, proof, sections, takeaways};
use crate::ui::views;
use crate::ui::{files as made, overlays, portal, print};

impl From<leptos::wasm_split::SplitLoaderError> for NotLoaded {
    fn from(error: leptos::wasm_split::SplitLoaderError) -> Self {
        Self::because(&error)
    }
}

/// What arrives later, not asked for yet.
pub fn late_parts() -> LateParts {
    LateParts { details: Late::new(load_details), views: Late::new(load_views) }
}

/// What a door leads to: behind a cut it is fetched first.
#[cfg(feature = "split")]
macro_rules! through {
    ($door:ident) => {
        $door()
    };
}

/// What a door leads to: without the cut everything is there.
#[cfg(not(feature = "split"))]
macro_rules! through {
    ($door:ident) => {
        std::future::ready($door())
    };
}

fn load_details() -> Loading<Details> {
    Box::pin(through!(details))
}

fn load_views() -> Loading<Views> {
    Box::pin(through!(views_and_dialogs))
}

fn load_files() -> Loading<Files> {
    Box::pin(through!(files))
}

fn load_own() -> Loading<Own> {
    Box::pin(through!(own))
}

/// In a worker: works for the page, for as long as the worker lives.
pub async fn work() {
    match load_own().await {
        Ok(own) => (own.serve)(),
        // The page hears of it, and works without.
        Err(error) => leptos::logging::error!("{error:?}"),
    }
}

thread_local! {
    /// The library that the page explores; nothing for the shipped one.
    static IN_USE: Cell<Option<Library<'static>>> = const { Cell::new(None) };
}

/// What opens from now on has this library; nothing: the shipped one.
pub fn use_library(library: Option<Library<'static>>) {
    IN_USE.set(library);
}

fn library() -> Result<Library<'static>, NotLoaded> {
    if let Some(library) = IN_USE.get() {
        return Ok(library);
    }
    Library::shipped().map_err(|error| NotLoaded::because(&error))
}

#[cfg_attr(
    feature = "split",
    leptos::wasm_split::wasm_split(details, wasm_split_path = leptos::wasm_split, fallible)
)]
fn details() -> Result<Details, NotLoaded> {
    let library = library()?;
    Ok(Details {
        library,
        files: Late::new(load_files),
        table: table::table_view,
        numbers: numbers::numbers,
        nothing: nothing::nothing,
        missing: missing::missing,
        evidence: evidence::evidence,
        actions: actions::actions,
        alternative: description::text_alternative,
        tooltip: description::tooltip,
        walk: walk::walk,
        proof: proof::proof,
        finder: finder::finder,
        headline: headline::headline_row,
        takeaways: takeaways::takeaways,
        sections: sections::sections,
        copy_finding: finding::copy_finding,
        notices: notices::notice_list,
        bottom: bottom::bottom_line,
        attach: |explorer| {
            print::follow_printing(explorer);
            portal::attach(explorer);
            overlays::lay_over(explorer);
        },
    })
}

#[cfg_attr(
    feature = "split",
    leptos::wasm_split::wasm_split(views, wasm_split_path = leptos::wasm_split, fallible)
)]
fn views_and_dialogs() -> Result<Views, NotLoaded> {
    Ok(Views {
        library: library()?,
        draw: views::draw,
        embed,
        picture: picture_choices,
        self_test: views::self_test::self_test,
        own: Late::new(load_own),
        find: answers::find,
    })
}

#[cfg_attr(
    feature = "split",
    leptos::wasm_split::wasm_split(files, wasm_split_path = leptos::wasm_split, fallible)
)]
fn files() -> Result<Files, NotLoaded> {
    Ok(Files { library: library()?, make: made::make, table_text: made::table_text })
}

#[cfg_attr(
    feature = "split",
    leptos::wasm_split::wasm_split(own, wasm_split_path = leptos::wasm_split, fallible)
)]
fn own() -> Result<Own, NotLoaded> {
    Ok(Own { library: library()?, draw: views::own::own, restore: views::own::restore, serve: views::own::serve })
}
