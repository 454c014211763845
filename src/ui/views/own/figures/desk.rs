//! What the reader has entered: the files that were read, what waits for his word, and what of it the page explores.

use std::cell::RefCell;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use crate::dataset::{
    Finding, Library, OverlayFile, OverlayReading, OwnTable, Problem, ReadTable, overlay, own_tables,
};
use crate::host::{document, file, frames};
use crate::intake::{Refusal, open};
use crate::locale::OwnMessage;
use crate::ui::state::edition::{Editions, use_editions};

/// The desk of the reader's own figures. There is one for as long as the program lives, because what is entered builds the page
/// anew, and the desk is told what to say then.
#[derive(Clone, Copy)]
pub struct Desk {
    editions: Editions,
    /// What was read and waits for the reader's word, because something of it is refused.
    pub pending: RwSignal<Option<Arc<OverlayReading>>>,
    /// What became of the last that was done.
    pub told: RwSignal<Told>,
    /// What is wrong with the value of the form.
    pub refused_value: RwSignal<Vec<Problem>>,
    /// What was entered, as tables that are read again with all that comes.
    taken: StoredValue<Vec<OwnTable>>,
    /// Where the focus goes when the page stands again.
    returns_to: StoredValue<Option<&'static str>>,
}

/// What is said to the reader.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum Told {
    /// Nothing.
    #[default]
    Nothing,
    /// A fixed text.
    Fixed(OwnMessage),
    /// Files that could not be opened.
    NotOpened(Vec<Refusal>),
    /// What became of the rows of each table, and what does not fit together.
    Taken(Vec<ReadTable>, Vec<Finding>),
}

thread_local! {
    static DESK: RefCell<Option<(Owner, Desk)>> = const { RefCell::new(None) };
}

impl Desk {
    /// The desk of the page.
    pub fn of_page() -> Self {
        let editions = use_editions();
        DESK.with_borrow_mut(|desk| {
            // Its signals belong to nobody who leaves.
            desk.get_or_insert_with(|| {
                let owner = Owner::new_root(None);
                let desk = owner.with(|| Self::new(editions));
                (owner, desk)
            })
            .1
        })
    }

    fn new(editions: Editions) -> Self {
        Self {
            editions,
            pending: RwSignal::new(None),
            told: RwSignal::new(Told::Nothing),
            refused_value: RwSignal::new(Vec::new()),
            taken: StoredValue::new(Vec::new()),
            returns_to: StoredValue::new(None),
        }
    }

    /// The data with what was entered; nothing where nothing was.
    pub fn library(self) -> Option<Library<'static>> {
        self.editions.get().own()
    }

    /// Reads files; what is sound is taken, anything else waits for the reader's word.
    pub fn open(self, files: Vec<File>) {
        spawn_local(async move {
            let (mut tables, mut refused) = (Vec::new(), Vec::new());
            for chosen in files {
                let Ok(bytes) = file::bytes(&chosen, 0, file::size(&chosen)).await else {
                    return self.told.set(Told::Fixed(OwnMessage::NotRead));
                };
                match open(&chosen.name(), &bytes) {
                    Ok(found) => tables.extend(found),
                    Err(refusal) => refused.push(refusal),
                }
            }
            if refused.is_empty() {
                self.read(tables);
            } else {
                // Half of what was chosen would be taken for all of it.
                self.told.set(Told::NotOpened(refused));
            }
        });
    }

    /// Reads tables with what was entered before.
    fn read(self, tables: Vec<OverlayFile>) {
        let Some(reading) = self.reading(tables) else { return };
        self.told.set(Told::Nothing);
        if reading.is_sound() {
            self.take(reading);
        } else {
            self.pending.set(Some(Arc::new(reading)));
            frames::after_paint(|| document::focus("[data-part=own-problems]"));
        }
    }

    /// A value of the form: it is taken, or what is wrong with it stands beside it.
    pub fn enter(self, value: OverlayFile) {
        let Some(reading) = self.reading(vec![value]) else { return };
        self.refused_value.set(reading.problems.clone());
        if reading.is_sound() {
            self.take(reading);
        }
    }

    fn reading(self, tables: Vec<OverlayFile>) -> Option<OverlayReading> {
        let shipped = Library::shipped().ok()?;
        let before = self.taken.with_value(|taken| taken.iter().map(OwnTable::as_file).collect::<Vec<_>>());
        let known = before.len();
        let mut reading = overlay(shipped, &before.into_iter().chain(tables).collect::<Vec<_>>());
        // What was entered before has been told.
        reading.tables.drain(..known.min(reading.tables.len()));
        Some(reading)
    }

    /// Takes the good rows of what waits.
    pub fn take_good(self) {
        if let Some(reading) = self.pending.get_untracked() {
            self.take(Arc::unwrap_or_clone(reading));
        }
    }

    /// Takes nothing of what waits.
    pub fn refuse(self) {
        self.pending.set(None);
        self.told.set(Told::Fixed(OwnMessage::NothingTaken));
        frames::after_paint(|| document::focus(HEADING));
    }

    /// Takes a fact away again.
    pub fn remove(self, fact: &str) {
        let rest: Vec<OwnTable> =
            self.taken.with_value(|taken| taken.iter().cloned().map(|table| table.without(fact)).collect());
        let Ok(shipped) = Library::shipped() else { return };
        let reading = overlay(shipped, &rest.iter().map(OwnTable::as_file).collect::<Vec<_>>());
        self.explore(reading, Told::Nothing);
    }

    /// Takes everything away again.
    pub fn forget(self) {
        self.taken.set_value(Vec::new());
        self.told.set(Told::Fixed(OwnMessage::Forgotten));
        self.change(None);
    }

    fn take(self, reading: OverlayReading) {
        let told = Told::Taken(reading.tables.clone(), reading.doubts.clone());
        self.pending.set(None);
        self.explore(reading, told);
    }

    /// Has the page explore what was read. It stays in memory until the page is closed: whatever shows a number may hold it.
    fn explore(self, reading: OverlayReading, told: Told) {
        self.told.set(told);
        let library = Box::leak(Box::new(reading)).library();
        self.taken.set_value(own_tables(library));
        self.change((!library.own().is_empty()).then_some(library));
    }

    fn change(self, own: Option<Library<'static>>) {
        self.returns_to.set_value(Some(HEADING));
        // Not while the page still answers: what follows would belong to a page that is gone.
        frames::when_ready(move || self.editions.use_own(own));
    }

    /// The view stands again: the reader is where he was.
    pub fn arrive(self) {
        if let Some(place) = self.returns_to.try_update_value(Option::take).flatten() {
            frames::when_ready(move || document::focus(place));
        }
    }
}

/// The heading of the reader's own figures.
const HEADING: &str = "[data-part=own-figures] h3";
