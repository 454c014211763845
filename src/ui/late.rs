//! Lazy loading: the contracts of what arrives later, as one context. `ui/doors.rs` fills them.
//!
//! The page knows late parts only by the function pointers here; what is reached by them alone is cut out of the first
//! module by `scripts/split.mjs` (`docs/decisions/0006-a-second-module.md`).

use std::pin::Pin;

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;

use crate::address::{Asked, View};
use crate::dataset::Library;
use crate::export::{DecimalSign, FileForm, PlainTable};
use crate::host::frames;
use crate::locale::{Answer, Language, Message};
use crate::query::{Figure, Table};
use crate::ui::kit::late::Late;
use crate::ui::kit::live::{live, on_click};
use crate::ui::state::card::Card;
use crate::ui::state::explorer::{Explorer, use_explorer};
use crate::ui::state::shelves::Shelves;

/// What arrives later.
#[derive(Clone, Copy)]
pub struct LateParts {
    /// What the first charts do not need; fetched when they stand.
    pub details: Late<Details>,
    /// The views beside the figures, the dialogs and the search; fetched when one is asked for.
    pub views: Late<Views>,
}

/// The late parts of the page.
///
/// # Panics
/// Outside `App`, which provides them: a mistake of ours that every browser test would show.
pub fn use_late() -> LateParts {
    expect_context::<LateParts>()
}

/// Draws the middle of a figure.
pub type Body = fn(Card, &Table) -> AnyView;

/// What the first charts do not need.
#[derive(Clone, Copy)]
pub struct Details {
    /// The facts with names, notes, sources and definitions.
    pub library: Library<'static>,
    /// What is taken away; known by what is late itself, and by nothing of the first module.
    pub files: Late<Files>,
    /// The numbers of a figure as a table.
    pub table: Body,
    /// The numbers of a figure in large type.
    pub numbers: Body,
    /// What stands in the place of a figure without numbers.
    pub nothing: Body,
    /// What is not there in a figure, and what to know of it.
    pub missing: fn(Card) -> AnyView,
    /// The sources, notes and other values under a figure.
    pub evidence: fn(Card, Library<'static>) -> AnyView,
    /// What can be done with a figure.
    pub actions: fn(Card, Late<Files>) -> AnyView,
    /// A chart in words.
    pub alternative: fn(Card) -> String,
    /// What is known of a cell, for a tooltip.
    pub tooltip: fn(Card, usize, usize) -> String,
    /// What a key does on a chart.
    pub walk: fn(Card, &KeyboardEvent),
    /// The proof of a number.
    pub proof: fn(Library<'static>, &Asked) -> AnyView,
    /// The search field.
    pub finder: fn() -> AnyView,
    /// The headline numbers.
    pub headline: fn(Explorer) -> AnyView,
    /// The findings of the source article.
    pub takeaways: fn(Library<'static>) -> AnyView,
    /// All questions with their figures.
    pub sections: fn(Explorer, Shelves) -> AnyView,
    /// A button that copies the finding.
    pub copy_finding: fn(Explorer, Library<'static>) -> AnyView,
    /// What was ignored in the address.
    pub notices: fn(Explorer) -> AnyView,
    /// The last line of the page.
    pub bottom: fn(Explorer) -> AnyView,
    /// Talks with the portal, and prepares for paper, for as long as the page lives.
    pub attach: fn(Explorer),
}

/// What a file is of.
#[derive(Clone)]
pub enum FileOf {
    /// A figure, as its card shows it.
    Figure(&'static Figure, Box<Table>),
    /// All figures that answer the reader's question.
    Selection,
    /// Every fact.
    AllData,
    /// What the reader has pinned.
    Brief,
    /// Tables that are read again: a template, or what the reader has entered. A name for the file.
    Tables(String, Vec<PlainTable>),
}

/// A file that was made.
pub struct Made {
    /// Its name, which every system takes.
    pub name: String,
    /// Its type.
    pub media_type: &'static str,
    /// What it holds.
    pub bytes: Vec<u8>,
    /// What it lacks, and why; in the reader's language.
    pub lack: Option<&'static str>,
}

/// A file that is being made; else why there is none, in the reader's language. What is painted takes its time.
pub type Making = Pin<Box<dyn Future<Output = Result<Made, String>>>>;

/// A table in the two forms in which the clipboard holds it.
pub struct TableText {
    /// For spreadsheets: tab-separated text.
    pub plain: String,
    /// For word processors.
    pub html: String,
}

/// Files that readers take away, and the tables that they copy; fetched when one is asked for.
#[derive(Clone, Copy)]
pub struct Files {
    /// The facts with names, notes, sources and definitions.
    pub library: Library<'static>,
    /// Makes a file.
    pub make: fn(Explorer, Library<'static>, FileOf, FileForm) -> Making,
    /// Makes a table for the clipboard; else why there is none.
    pub table_text: fn(Explorer, Library<'static>, &FileOf, DecimalSign) -> Result<TableText, String>,
}

/// The views beside the figures, and what is asked for as rarely.
#[derive(Clone, Copy)]
pub struct Views {
    /// The facts with names, notes, sources and definitions.
    pub library: Library<'static>,
    /// Draws a view.
    pub draw: fn(Explorer, Library<'static>, View) -> AnyView,
    /// Makes the text that embeds a figure or the page; the signal says whether the dialog is open.
    pub embed: fn(Explorer, Option<Card>, RwSignal<bool>) -> AnyView,
    /// Makes the picture of a figure; the signal says whether the dialog is open.
    pub picture: fn(Card, Library<'static>, RwSignal<bool>) -> AnyView,
    /// Tests what works where the page stands.
    pub self_test: fn() -> AnyView,
    /// What the reader brings.
    pub own: Late<Own>,
    /// What a query leads to.
    pub find: fn(Library<'static>, Language, &str) -> Vec<Answer>,
}

/// What the reader brings: its readers come when it is asked for.
#[derive(Clone, Copy)]
pub struct Own {
    /// The facts with names, notes, sources and definitions.
    pub library: Library<'static>,
    /// Draws the view.
    pub draw: fn(Explorer, Library<'static>) -> AnyView,
    /// Lays over the shipped data what the browser keeps of the reader's, and these files beside the page.
    pub restore: fn(Vec<String>),
    /// In a worker: works for the page.
    pub serve: fn(),
}

/// A part that the reader asked for; until it is there, nothing, and if it cannot be loaded, why and what to do.
pub fn asked_for<T: Copy + Send + Sync + 'static>(
    part: Late<T>,
    draw: impl Fn(&T) -> AnyView + Send + 'static,
) -> AnyView {
    let explorer = use_explorer();
    frames::after_paint(move || part.request());
    live(move || match part.get() {
        Some(part) => draw(&part),
        None if part.has_failed() => failed(explorer, part),
        None => ().into_any(),
    })
}

/// A dialog while it is open; it comes late.
pub fn dialog_while(is_open: RwSignal<bool>, draw: impl Fn(&Views) -> AnyView + Copy + Send + 'static) -> AnyView {
    let views = use_late().views;
    live(move || if is_open.get() { asked_for(views, draw) } else { ().into_any() })
}

/// What stands in the place of a part that could not be loaded, until the reader asks for it again.
pub fn failed<T: Copy + Send + Sync + 'static>(explorer: Explorer, part: Late<T>) -> AnyView {
    failed_until(explorer, on_click(move || part.request()))
}

fn failed_until(explorer: Explorer, again: Box<dyn FnMut(MouseEvent)>) -> AnyView {
    let words = explorer.words();
    view! {
        <p class="unmet" role="alert">
            {words.say(Message::PartFailed)} " "
            <button type="button" on:click=again>{words.say(Message::TryAgain)}</button>
        </p>
    }
    .into_any()
}
