//! Which data the page explores: the shipped ones, or these with what the reader has entered laid over them.

use leptos::prelude::*;

use crate::dataset::{Facts, Library};

/// The data that the page explores.
#[derive(Clone, Copy)]
pub struct Edition {
    shipped: &'static Facts,
    own: Option<Library<'static>>,
    is_own_shown: bool,
}

impl Edition {
    /// The shipped data alone.
    pub const fn shipped(shipped: &'static Facts) -> Self {
        Self { shipped, own: None, is_own_shown: true }
    }

    /// The facts that the page explores.
    pub fn facts(self) -> &'static Facts {
        self.library().map_or(self.shipped, Library::facts)
    }

    /// The library that the page explores; nothing where it is the shipped one, whose texts come late.
    pub fn library(self) -> Option<Library<'static>> {
        self.own.filter(|_| self.is_own_shown)
    }

    /// The data with what the reader has entered, shown or not; nothing where nothing was entered.
    pub const fn own(self) -> Option<Library<'static>> {
        self.own
    }

    /// Whether the page is shown without what the reader has entered.
    pub const fn is_without_own(self) -> bool {
        self.own.is_some() && !self.is_own_shown
    }
}

/// Under this name it is noted whether the browser keeps what the reader has entered (`ui/overlays.rs`).
pub const KEPT: &str = "own-figures";

/// The data in use, as a context: whoever changes it has the page built anew (`ui/root.rs`).
#[derive(Clone, Copy)]
pub struct Editions {
    now: RwSignal<Edition>,
    /// Files that the portal names and that could not be laid over the shipped data.
    pub refused: RwSignal<Vec<String>>,
}

impl Editions {
    /// The page begins with the shipped data.
    pub fn new(shipped: &'static Facts) -> Self {
        Self { now: RwSignal::new(Edition::shipped(shipped)), refused: RwSignal::new(Vec::new()) }
    }

    /// The data of now; whoever asks follows.
    pub fn get(self) -> Edition {
        self.now.get()
    }

    /// Explores the shipped data with these of the reader's laid over them; nothing: without.
    pub fn use_own(self, own: Option<Library<'static>>) {
        self.now.update(|edition| *edition = Edition { own, is_own_shown: true, ..*edition });
    }

    /// Shows the page with what the reader has entered, or without.
    pub fn show_own(self, is_shown: bool) {
        self.now.update(|edition| edition.is_own_shown = is_shown);
    }
}

/// The data in use.
///
/// # Panics
/// Outside `Root`, which provides them: a mistake of ours that every browser test would show.
pub fn use_editions() -> Editions {
    expect_context::<Editions>()
}
