//! The state of *Your data*: the list that was chosen, what its columns say, and what was counted.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use web_sys::File;

use super::reading::{Event, begin};
use super::work::{Reply, Task};
use crate::dataset::Facts;
use crate::host::background::Background;
use crate::host::{clock, leaving};
use crate::locale::{OwnMessage, naming};
use crate::trials::{Chosen, Imported, Keywords, Naming, Profile, Progress, Sample, suggest};
use crate::ui::kit::signals::for_good;

/// How far the reader is with a list.
#[derive(Clone)]
pub enum Stage {
    /// No list is chosen.
    Nothing,
    /// It is being read, since this moment in milliseconds.
    Busy(Progress, f64),
    /// Its columns are known, and wait for the reader's word.
    Sampled(Arc<Sample>),
    /// It is counted.
    Counted(Arc<Imported>),
}

/// A list of trials on the desk. There is one for as long as the program lives: a reader may look at another view and come back.
#[derive(Clone, Copy)]
pub struct ListDesk {
    /// How far it is.
    pub stage: RwSignal<Stage>,
    /// What the reader has decided.
    pub profile: RwSignal<Profile>,
    /// The sheets of a workbook, and the one that is meant.
    pub sheets: RwSignal<(Vec<String>, Option<String>)>,
    /// What was done last, or what went wrong.
    pub status: RwSignal<ListStatus>,
    /// Whether the list is read on the page itself.
    pub reads_here: RwSignal<bool>,
    /// The number whose trials are shown: figure, row and column.
    pub behind: RwSignal<Option<(&'static str, usize, usize)>>,
    /// Whether the figures show shares.
    pub in_shares: RwSignal<bool>,
    /// What was decided when it was last suggested, opened or saved.
    saved: RwSignal<Profile>,
    sample: StoredValue<Option<Arc<Sample>>>,
    file: StoredValue<Option<File>, LocalStorage>,
    background: StoredValue<Option<Background>, LocalStorage>,
    turn: StoredValue<u32>,
}

/// What the page says of the last that was done with the list.
#[derive(Clone, PartialEq, Default)]
pub enum ListStatus {
    /// Nothing.
    #[default]
    Nothing,
    /// A fixed text.
    Fixed(OwnMessage),
    /// Why a list was refused.
    Refused(crate::trials::Refusal),
    /// Why saved decisions were not opened.
    NotOpened(crate::trials::ProfileError),
    /// Why a table of keywords was not opened.
    NoKeywords(crate::trials::KeywordsError),
    /// Something that only the program knows.
    Words(String),
}

thread_local! {
    static DESK: RefCell<Option<(Owner, ListDesk)>> = const { RefCell::new(None) };
}

impl ListDesk {
    /// The desk of the page.
    pub fn of_page() -> Self {
        DESK.with_borrow_mut(|desk| desk.get_or_insert_with(|| for_good(Self::new)).1)
    }

    fn new() -> Self {
        let desk = Self::empty();
        // A reload would lose what the reader has corrected and not saved.
        Effect::new(move |_| leaving::ask(desk.has_unsaved()));
        desk
    }

    fn empty() -> Self {
        Self {
            stage: RwSignal::new(Stage::Nothing),
            profile: RwSignal::new(Profile::default()),
            sheets: RwSignal::new((Vec::new(), None)),
            status: RwSignal::new(ListStatus::Nothing),
            reads_here: RwSignal::new(false),
            behind: RwSignal::new(None),
            in_shares: RwSignal::new(true),
            saved: RwSignal::new(Profile::default()),
            sample: StoredValue::new(None),
            file: StoredValue::new_local(None),
            background: StoredValue::new_local(None),
            turn: StoredValue::new(0),
        }
    }

    /// The file that lies here.
    pub fn file(self) -> Option<File> {
        self.file.with_value(Option::clone)
    }

    /// Whether something was decided of the list that no file has.
    fn has_unsaved(self) -> bool {
        let is_here = !matches!(*self.stage.read(), Stage::Nothing);
        is_here && *self.profile.read() != *self.saved.read()
    }

    /// What is decided stands in a file.
    pub fn note_saved(self) {
        self.saved.set(self.profile.get_untracked());
    }

    /// What the numbers of the list are called.
    pub fn naming(self) -> Naming {
        naming(&self.file().map(|file| file.name()).unwrap_or_default(), &clock::today())
    }

    /// Takes a file, and looks at its first rows.
    pub fn open(self, file: File) {
        self.file.set_value(Some(file));
        self.sample.set_value(None);
        self.profile.set(Profile::default());
        self.note_saved();
        self.sheets.set((Vec::new(), None));
        self.look();
    }

    /// Looks at the first rows: of a new file, or because it is written in another way or another sheet is meant.
    pub fn look(self) {
        let chosen = self.profile.with_untracked(|profile| profile.chosen);
        self.work(|sheet| Task::Sample(chosen, sheet));
    }

    /// Counts the list as the reader has decided.
    pub fn count(self) {
        let Ok(facts) = Facts::shipped() else { return };
        match self.profile.with_untracked(|profile| profile.to_json(facts.codes())) {
            Ok(profile) => self.work(|sheet| Task::Import(profile, sheet)),
            Err(error) => self.status.set(ListStatus::Words(error.to_string())),
        }
    }

    fn work(self, task: impl FnOnce(Option<String>) -> Task) {
        let Some(file) = self.file() else { return };
        self.status.set(ListStatus::Nothing);
        self.behind.set(None);
        self.stage.set(Stage::Busy(Progress::default(), clock::now_ms()));
        let sheet = self.sheets.with_untracked(|(_, chosen)| chosen.clone());
        let turn = self.next_turn();
        let tell = move |event| {
            let is_current = self.turn.get_value() == turn;
            match event {
                _ if !is_current => {}
                Event::Here => self.reads_here.set(true),
                Event::Reply(reply) => self.hear(reply),
                Event::Stopped => self.stopped(),
            }
            is_current
        };
        let background = begin(file, task(sheet), Rc::new(tell));
        self.background.set_value(background);
    }

    /// Stops what is being done.
    pub fn cancel(self) {
        self.next_turn();
        self.status.set(ListStatus::Fixed(OwnMessage::Cancelled));
        self.back();
    }

    /// Goes back to the meaning of the columns, or to nothing.
    pub fn back(self) {
        self.behind.set(None);
        self.stage.set(self.sample.get_value().map_or(Stage::Nothing, Stage::Sampled));
    }

    /// Takes the list away.
    pub fn forget(self) {
        self.next_turn();
        self.file.set_value(None);
        self.sample.set_value(None);
        self.status.set(ListStatus::Nothing);
        self.back();
    }

    /// Ends the work of before: what it still says is not heard.
    fn next_turn(self) -> u32 {
        self.background.set_value(None);
        self.turn.update_value(|turn| *turn += 1);
        self.turn.get_value()
    }

    fn stopped(self) {
        self.next_turn();
        self.status.set(ListStatus::Fixed(OwnMessage::Stopped));
        self.back();
    }

    /// Takes in what is said of the work.
    fn hear(self, reply: Reply) {
        match reply {
            Reply::Progress(progress) => self.stage.update(|stage| {
                if let Stage::Busy(now, _) = stage {
                    *now = progress;
                }
            }),
            Reply::Sample(sample, sheets) => self.take_sample(*sample, sheets),
            Reply::Imported(imported) => {
                self.background.set_value(None);
                self.stage.set(Stage::Counted(Arc::new(*imported)));
            }
            Reply::Refused(refusal) => self.fail(ListStatus::Refused(refusal)),
            Reply::NotRead => self.fail(ListStatus::Fixed(OwnMessage::NotRead)),
            Reply::Broken(error) => self.fail(ListStatus::Words(error)),
        }
    }

    fn fail(self, status: ListStatus) {
        self.next_turn();
        self.status.set(status);
        self.back();
    }

    /// The first rows are there: what the reader has not decided is suggested.
    fn take_sample(self, sample: Sample, sheets: Vec<String>) {
        self.background.set_value(None);
        let suggested = Facts::shipped().ok().and_then(|facts| {
            let keywords = Keywords::shipped(facts.codes()).ok()?;
            let of_reader = self.profile.with_untracked(|profile| profile.keywords.clone());
            Some(suggest(facts.codes(), &of_reader.unwrap_or(keywords), &sample.header, &sample.rows))
        });
        self.profile.update(|profile| {
            let suggested = Profile::of_suggestions(&suggested.unwrap_or_default());
            let decided = std::mem::replace(&mut profile.columns, suggested.columns);
            let still_there = decided.into_iter().filter(|(column, _)| sample.header.iter().any(|name| name == column));
            profile.columns.extend(still_there.collect::<Vec<_>>());
        });
        if self.sample.with_value(Option::is_none) {
            // What is only suggested is suggested again.
            self.note_saved();
        }
        self.sheets.update(|(names, chosen)| {
            *chosen = chosen.take().or_else(|| sheets.first().cloned());
            *names = sheets;
        });
        let sample = Arc::new(sample);
        self.sample.set_value(Some(sample.clone()));
        self.stage.set(Stage::Sampled(sample));
    }

    /// Has the list read in another way.
    pub fn write_as(self, chosen: Chosen) {
        self.profile.update(|profile| {
            profile.chosen = chosen;
            profile.columns.clear();
        });
        self.look();
    }
}
