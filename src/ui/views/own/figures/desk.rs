//! What the reader has entered: the files that were read, what waits for his word, and what of it the page explores.

use std::cell::RefCell;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use crate::dataset::{
    Discrepancy, Library, OF_PORTAL, OverlayFile, OverlayReading, OwnTable, Problem, ReadTable, overlay, own_tables,
};
use crate::export::PlainTable;
use crate::host::beside::{self, NotThere};
use crate::host::{document, file, frames, kept, storage};
use crate::intake::{Refusal, open};
use crate::locale::OwnMessage;
use crate::ui::kit::signals::for_good;
use crate::ui::state::edition::{Editions, KEPT, use_editions};
use crate::ui::views::own::desk::ListDesk;

/// The desk of the reader's own figures. There is one for as long as the program lives, because what is entered builds the page
/// anew, and the desk is told what to say then.
#[derive(Clone, Copy)]
pub struct FiguresDesk {
    editions: Editions,
    /// What was read and waits for the reader's word, because something of it is refused.
    pub pending: RwSignal<Option<Arc<OverlayReading>>>,
    /// The one file of what waits that is no table of figures: it may be a list of trials.
    pub no_table: StoredValue<Option<File>, LocalStorage>,
    /// What became of the last that was done.
    pub status: RwSignal<FiguresStatus>,
    /// Whether the browser keeps what was entered.
    pub keeps: RwSignal<bool>,
    /// What is wrong with the value of the form.
    pub refused_value: RwSignal<Vec<Problem>>,
    /// What was entered, as tables that are read again with all that comes.
    taken: StoredValue<Vec<OwnTable>>,
    /// Where the focus goes when the page stands again.
    returns_to: StoredValue<Option<&'static str>>,
    /// The tables that wait for the reader's word: they are read once more when it comes, over what was entered by then.
    waiting: StoredValue<Vec<OverlayFile>>,
    /// Whether what the browser keeps was read: before that it is not written, as that would erase it.
    is_kept_read: StoredValue<bool>,
}

/// What the page says of the last that was done with his figures.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum FiguresStatus {
    /// Nothing.
    #[default]
    Nothing,
    /// A fixed text.
    Fixed(OwnMessage),
    /// Files that could not be opened.
    NotOpened(Vec<Refusal>),
    /// What is wrong with files of the portal's.
    Broken(Vec<Broken>),
    /// What became of the rows of each table, and what does not fit together.
    Taken(Vec<ReadTable>, Vec<Discrepancy>),
}

/// Why a file of the portal's is left out.
#[derive(Clone, PartialEq, Debug)]
pub enum Broken {
    /// It is not there.
    NotThere(String, NotThere),
    /// It cannot be opened.
    NotOpened(Refusal),
    /// Rows of it are wrong.
    Wrong(Vec<Problem>),
}

thread_local! {
    static DESK: RefCell<Option<(Owner, FiguresDesk)>> = const { RefCell::new(None) };
}

impl FiguresDesk {
    /// The desk of the page.
    pub fn of_page() -> Self {
        let editions = use_editions();
        DESK.with_borrow_mut(|desk| desk.get_or_insert_with(|| for_good(|| Self::new(editions))).1)
    }

    fn new(editions: Editions) -> Self {
        Self {
            editions,
            pending: RwSignal::new(None),
            no_table: StoredValue::new_local(None),
            status: RwSignal::new(FiguresStatus::Nothing),
            keeps: RwSignal::new(storage::load(KEPT).is_some()),
            refused_value: RwSignal::new(Vec::new()),
            taken: StoredValue::new(Vec::new()),
            returns_to: StoredValue::new(None),
            waiting: StoredValue::new(Vec::new()),
            is_kept_read: StoredValue::new(storage::load(KEPT).is_none()),
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
            let only = if let [only] = files.as_slice() { Some(only.clone()) } else { None };
            for chosen in files {
                let Ok(bytes) = file::bytes(&chosen, 0, file::size(&chosen)).await else {
                    return self.status.set(FiguresStatus::Fixed(OwnMessage::NotRead));
                };
                match open(&chosen.name(), &bytes) {
                    Ok(found) => tables.extend(found),
                    Err(refusal) => refused.push(refusal),
                }
            }
            if refused.is_empty() {
                self.read(tables, only);
            } else {
                // Half of what was chosen would be taken for all of it.
                self.status.set(FiguresStatus::NotOpened(refused));
            }
        });
    }

    /// Reads tables with what was entered before; they come from `only` where that is one file.
    fn read(self, tables: Vec<OverlayFile>, only: Option<File>) {
        let Some(reading) = self.reading(tables.clone()) else { return };
        self.status.set(FiguresStatus::Nothing);
        if reading.is_sound() {
            self.pending.set(None);
            self.take(reading);
        } else {
            self.no_table.set_value(only);
            self.waiting.set_value(tables);
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
        self.taken.with_value(|taken| read_over(taken, tables))
    }

    /// Has the one file that is no table of figures read as a list of trials.
    pub fn read_as_list(self) {
        let Some(file) = self.no_table.try_update_value(Option::take).flatten() else { return };
        self.pending.set(None);
        self.status.set(FiguresStatus::Nothing);
        ListDesk::of_page().open(file);
        frames::after_paint(|| document::focus("[data-part=own-list-head]"));
    }

    /// Takes the good rows of what waits.
    pub fn take_good(self) {
        if self.pending.get_untracked().is_none() {
            return;
        }
        self.pending.set(None);
        let tables = self.waiting.try_update_value(std::mem::take).unwrap_or_default();
        if let Some(reading) = self.reading(tables) {
            self.take(reading);
        }
    }

    /// Takes nothing of what waits.
    pub fn refuse(self) {
        self.pending.set(None);
        self.status.set(FiguresStatus::Fixed(OwnMessage::NothingTaken));
        frames::after_paint(|| document::focus(HEADING));
    }

    /// Takes a fact away again.
    pub fn remove(self, fact: &str) {
        let rest: Vec<OwnTable> =
            self.taken.with_value(|taken| taken.iter().cloned().map(|table| table.without(fact)).collect());
        let Some(reading) = read_over(&rest, Vec::new()) else { return };
        self.explore(reading, FiguresStatus::Nothing);
    }

    /// Takes everything away again.
    pub fn forget(self) {
        self.taken.set_value(Vec::new());
        self.pending.set(None);
        self.status.set(FiguresStatus::Fixed(OwnMessage::Forgotten));
        self.save();
        self.change(None);
    }

    fn take(self, reading: OverlayReading) {
        let status = FiguresStatus::Taken(reading.tables.clone(), reading.doubts.clone());
        self.explore(reading, status);
    }

    /// Has the page explore what was read. It stays in memory until the page is closed: whatever shows a number may hold it.
    fn explore(self, reading: OverlayReading, status: FiguresStatus) {
        self.status.set(status);
        let library = Box::leak(Box::new(reading)).library();
        self.taken.set_value(own_tables(library));
        self.save();
        self.change((!library.own().is_empty()).then_some(library));
    }

    fn change(self, own: Option<Library<'static>>) {
        self.returns_to.set_value(Some(HEADING));
        // Not while the page still answers: what follows would belong to a page that is gone.
        frames::when_ready(move || self.editions.use_own(own));
    }

    /// Keeps what was entered for the next visit, or no longer.
    pub fn keep(self, is_kept: bool) {
        self.keeps.set(is_kept);
        // The reader's word, whatever was there.
        self.is_kept_read.set_value(true);
        self.save();
    }

    /// Brings what the browser keeps up to date: everything but what is the portal's, which comes by itself.
    fn save(self) {
        let keeps = self.keeps.get_untracked();
        let is_nothing_kept = !keeps && storage::load(KEPT).is_none();
        if is_nothing_kept || !self.is_kept_read.get_value() {
            return;
        }
        let tables =
            self.taken.with_value(|taken| if keeps { taken.iter().map(text_of).collect() } else { Vec::new() });
        spawn_local(async move {
            if let Err(why) = kept::keep(&tables).await {
                leptos::logging::warn!("{why}");
                self.keeps.set(false);
                self.status.set(FiguresStatus::Fixed(OwnMessage::NotKept));
            } else if keeps {
                storage::save(KEPT, "yes");
            } else {
                storage::forget(KEPT);
            }
        });
    }

    /// Reads what the browser keeps, and files of the portal's. One of these in which anything is wrong is left out as a whole.
    pub fn restore(self, overlays: Vec<String>) {
        spawn_local(async move {
            let (mut tables, mut broken) = (Vec::new(), Vec::new());
            let kept = if self.keeps.get_untracked() { kept::kept().await } else { Ok(Vec::new()) };
            for path in overlays {
                match of_portal(&path).await {
                    Ok(found) => tables.extend(found),
                    Err(why) => {
                        self.editions.refused.update(|refused| refused.push(path));
                        broken.push(why);
                    }
                }
            }
            let mut status = if broken.is_empty() { FiguresStatus::Nothing } else { FiguresStatus::Broken(broken) };
            match kept {
                Ok(texts) => {
                    tables.extend(texts.into_iter().map(|(name, text)| OverlayFile::csv(name, text)));
                    self.is_kept_read.set_value(true);
                }
                Err(why) => {
                    leptos::logging::warn!("{why}");
                    if status == FiguresStatus::Nothing {
                        status = FiguresStatus::Fixed(OwnMessage::NotKept);
                    }
                }
            }
            let Some(reading) = self.reading(tables).filter(|reading| !reading.own().is_empty()) else {
                return self.status.set(status);
            };
            if status == FiguresStatus::Nothing {
                status = FiguresStatus::Fixed(OwnMessage::KeptAgain);
            }
            self.explore(reading, status);
            // The reader is elsewhere.
            self.returns_to.set_value(None);
        });
    }

    /// The view stands again: the reader is where he was.
    pub fn arrive(self) {
        if let Some(place) = self.returns_to.try_update_value(Option::take).flatten() {
            frames::when_ready(move || document::focus(place));
        }
    }
}

/// Tables read over the shipped data with what was entered before, of which nothing is told again.
fn read_over(before: &[OwnTable], tables: Vec<OverlayFile>) -> Option<OverlayReading> {
    let shipped = Library::shipped().ok()?;
    let files: Vec<OverlayFile> = before.iter().map(OwnTable::as_file).chain(tables).collect();
    let mut reading = overlay(shipped, &files);
    reading.tables.drain(..before.len().min(reading.tables.len()));
    Some(reading)
}

/// The tables of a file of the portal's.
async fn of_portal(path: &str) -> Result<Vec<OverlayFile>, Broken> {
    let bytes = beside::bytes(path).await.map_err(|why| Broken::NotThere(path.to_owned(), why))?;
    let mut tables = open(path, &bytes).map_err(Broken::NotOpened)?;
    for table in &mut tables {
        table.name = format!("{OF_PORTAL}{path}");
    }
    let Ok(shipped) = Library::shipped() else { return Ok(tables) };
    let problems = overlay(shipped, &tables).problems;
    if problems.is_empty() { Ok(tables) } else { Err(Broken::Wrong(problems)) }
}

/// A table as it is kept: without the rows of the portal's.
fn text_of(table: &OwnTable) -> (String, String) {
    let from = table.columns.iter().position(|column| *column == "from_file");
    let is_own =
        |row: &&Vec<String>| from.and_then(|from| row.get(from)).is_none_or(|file| !file.starts_with(OF_PORTAL));
    let rows = table.rows.iter().filter(is_own).cloned().collect();
    let text = PlainTable::from(&OwnTable { rows, ..table.clone() }).csv();
    (table.file.name().to_owned(), text.trim_start_matches('\u{feff}').to_owned())
}

/// The heading of the reader's own figures.
const HEADING: &str = "[data-part=own-figures] h3";
