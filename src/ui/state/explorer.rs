//! The reader's question: the address of the page, and the signals that follow from it.
//!
//! Components read the signals and change nothing but the address, by the methods here.

use leptos::prelude::*;

use crate::address::{self, Address, Asked, Frame, Lock, Mode, Notice, SAVED_LANGUAGE, ThemeChoice, View};
use crate::dataset::Facts;
use crate::figures::SECTIONS;
use crate::host::address_bar::{self, Change};
use crate::host::config::Settings;
use crate::host::media::Dark;
use crate::host::{anchor, document, frames, storage};
use crate::locale::{Language, Words};
use crate::query::{Figure, Selection};
use crate::ui::kit::signals::set_if_changed;
use crate::ui::state::appearance::Appearance;
use crate::ui::state::destination::Destination;
use crate::ui::state::displays::Displays;
use crate::ui::state::pace::Pace;
use crate::ui::state::preferences;

/// The address and what follows from it, handed down as context. There is one for as long as the page lives.
///
/// What follows from the address are signals that are written only when they change: a memo of the address would wake
/// everything that follows it at every step, only to find nothing new (`docs/decisions/0008-written-only-when-changed.md`).
#[derive(Clone, Copy)]
pub struct Explorer {
    /// The facts.
    pub facts: &'static Facts,
    /// What the portal has set.
    pub settings: StoredValue<Settings>,
    /// What the reader asks, and how the page shows it.
    pub address: RwSignal<Address>,
    /// What was ignored in the address that the page was opened with.
    pub notices: RwSignal<Vec<Notice>>,
    /// How the page stands inside another: the same for as long as the page lives.
    pub frame: StoredValue<Frame>,
    /// The question alone.
    pub selection: RwSignal<Selection>,
    /// The language of the page.
    pub language: RwSignal<Language>,
    /// Which view is open.
    pub view: RwSignal<View>,
    /// Charts or tables.
    pub displays: Displays,
    /// The number whose proof is open.
    pub asked: RwSignal<Option<Asked>>,
    /// Dark mode and printing.
    pub appearance: Appearance,
    /// The figure that the reader is on the way to.
    pub destination: Destination,
    /// The language of a page whose address names none.
    fallback: Language,
    /// Who answers when.
    pub pace: Pace,
}

/// The explorer of the page.
///
/// # Panics
/// Outside `App`, which provides it: a mistake of ours that every browser test would show.
pub fn use_explorer() -> Explorer {
    expect_context::<Explorer>()
}

impl Explorer {
    /// Opens the page at its address.
    pub fn open(facts: &'static Facts) -> Self {
        let settings = Settings::read();
        let (opened, ignored) = read(facts, &settings);
        let fallback = preferences::language(&settings);
        let theme = opened.theme.or(settings.theme);
        let explorer = Self {
            facts,
            settings: StoredValue::new(settings),
            pace: Pace::new(SECTIONS.iter().map(|section| section.figures.len()), &opened.selection),
            notices: RwSignal::new(ignored),
            frame: StoredValue::new(opened.frame.clone()),
            selection: RwSignal::new(opened.selection.clone()),
            language: RwSignal::new(opened.language.unwrap_or(fallback)),
            view: RwSignal::new(opened.view),
            displays: Displays::of(&opened),
            asked: RwSignal::new(opened.asked()),
            appearance: Appearance::of(theme),
            destination: Destination::nowhere(),
            fallback,
            address: RwSignal::new(opened),
        };
        document::set_mode(explorer.mode().code());
        explorer.follow_address();
        explorer.listen();
        explorer
    }

    /// The same facts at another address, for what shows them beside the page: with signals of its own, and every figure
    /// may draw at once.
    pub fn beside(self, address: &Address) -> Self {
        let (language, theme) =
            self.settings.with_value(|settings| (preferences::language(settings), address.theme.or(settings.theme)));
        let pace = Pace::new(SECTIONS.iter().map(|section| section.figures.len()), &address.selection);
        pace.admit_all();
        Self {
            address: RwSignal::new(address.clone()),
            frame: StoredValue::new(address.frame.clone()),
            selection: RwSignal::new(address.selection.clone()),
            language: RwSignal::new(address.language.unwrap_or(language)),
            view: RwSignal::new(address.view),
            displays: self.displays.beside(address),
            asked: RwSignal::new(None),
            appearance: self.appearance.beside(theme),
            destination: Destination::nowhere(),
            pace,
            ..self
        }
    }

    /// Listens to the browser for as long as the page lives.
    fn listen(self) {
        let travel = address_bar::on_travel(move || {
            let (address, ignored) = self.settings.with_value(|settings| read(self.facts, settings));
            self.notices.set(ignored);
            self.change(move |now| *now = address);
        });
        let dark = Dark::on_change(move |is_dark| {
            self.appearance.system_is_dark.set(is_dark);
            self.follow_address();
        });
        StoredValue::new_local((travel, dark, document::follow_width(), anchor::follow_scrolling()));
    }

    /// How much of the page is shown.
    pub fn mode(self) -> Mode {
        self.frame.with_value(|frame| frame.mode)
    }

    /// Whether the page around has fixed a filter.
    pub fn is_fixed(self, lock: Lock) -> bool {
        self.frame.with_value(|frame| frame.fixes(lock))
    }

    /// The figure that stands alone, where the page is a card.
    pub fn card(self) -> Option<&'static Figure> {
        self.address.with(|address| address.figure.filter(|_| self.mode() == Mode::Card)).map(|named| named.figure)
    }

    /// Whether the page around lets the reader ask this.
    pub fn may_ask(self, selection: &Selection) -> bool {
        let now = self.selection.get_untracked();
        self.frame.with_value(|frame| frame.keep(&now, selection.clone()) == *selection)
    }

    /// The title of the page: the portal's own, where it has set one.
    pub fn title(self) -> String {
        let words = self.words();
        self.settings.with_value(|settings| preferences::title(settings, words))
    }

    /// Labels and messages in the language of the page; follows it.
    pub fn words(self) -> Words<'static> {
        self.facts.words(self.language.get())
    }

    /// Asks another question.
    pub fn ask(self, selection: Selection) {
        self.go(|address| {
            address.selection = selection;
            // A figure that stands alone stays when the question changes.
            if address.view != View::Figure {
                address.figure = None;
            }
            address.ask_proof(None);
        });
    }

    /// Opens the proof of a number; the element that has the focus gets it back afterwards.
    pub fn prove(self, asked: Asked) {
        document::remember_focus();
        self.go(|address| address.ask_proof(Some(asked)));
    }

    /// Closes the proof.
    pub fn close_proof(self) {
        self.go(|address| address.ask_proof(None));
        frames::after_paint(document::restore_focus);
    }

    /// Goes to a figure among the others, under the selection of now; the focus goes to its title.
    pub fn show_figure(self, figure: &'static Figure) {
        self.show_figure_for(figure, self.selection.get_untracked());
    }

    /// Goes to a figure among the others, under a selection.
    pub fn show_figure_for(self, figure: &'static Figure, selection: Selection) {
        self.go(|address| {
            (address.view, address.figure, address.selection) = (View::Explore, Some(figure.into()), selection);
            address.ask_proof(None);
        });
        self.destination.set(Some(figure));
    }

    /// Turns the page into another language, now and next time.
    pub fn set_language(self, language: Language) {
        storage::save(SAVED_LANGUAGE, language.code());
        self.go(|address| address.language = Some(language));
    }

    /// Makes the page ready for paper, or for the screen again.
    pub fn set_printing(self, is_printing: bool) {
        self.appearance.is_printing.set(is_printing);
        self.follow_address();
    }

    /// Changes the address, as a step that "back" undoes. The address bar follows when the answer has been painted.
    pub fn go(self, change: impl FnOnce(&mut Address)) {
        self.change(|address| address.change_within_frame(change));
        self.write(Change::Step);
    }

    /// Changes the address without a step of its own: for what changes with every key.
    pub fn replace(self, change: impl FnOnce(&mut Address)) {
        self.change(|address| address.change_within_frame(change));
        self.write(Change::Replace);
    }

    /// Writes what the reader has pinned: a step, or a change of every key.
    pub fn rewrite_brief(self, text: String, change: Change) {
        self.change(|address| address.brief = text);
        self.write(change);
    }

    /// Changes the address as the portal asks: no step of the reader's, and what is fixed for the reader is not for the portal.
    pub fn change_for_portal(self, change: impl FnOnce(&mut Address)) {
        self.change(change);
        self.write(Change::Replace);
    }

    /// The full address of a question, in a page of its own, without what the reader has pinned.
    pub fn link(self, address: &Address) -> String {
        self.link_with(address, String::new())
    }

    /// The same with a brief, as addresses write it.
    pub fn link_with(self, address: &Address, brief: String) -> String {
        let address = Address { frame: Frame::default(), brief, ..address.clone() };
        let query = self.query_string(&address);
        self.settings.with_value(|settings| preferences::link(settings, &query))
    }

    fn change(self, change: impl FnOnce(&mut Address)) {
        // Before anything on the page is another: afterwards the browser would have to lay it out to say where it stands.
        self.pace.note_place();
        document::set_ready(false);
        self.address.update(change);
        self.follow_address();
        self.pace.answer(self.selection);
    }

    /// Brings the signals that follow from the address up to it, and the document as a whole.
    fn follow_address(self) {
        self.address.with_untracked(|address| {
            set_if_changed(self.selection, address.selection.clone());
            set_if_changed(self.language, address.language.unwrap_or(self.fallback));
            set_if_changed(self.view, address.view);
            set_if_changed(self.displays.opened, address.opened());
            set_if_changed(self.asked, address.asked());
            let theme = address.theme.or(self.settings.with_value(|settings| settings.theme));
            self.appearance.follow(theme);
            document::set_transparent(address.theme == ThemeChoice::Transparent);
        });
        untrack(|| {
            document::set_language(self.language.get().code());
            document::set_title(&self.title());
        });
    }

    fn write(self, change: Change) {
        let query = self.address.with_untracked(|address| self.query_string(address));
        frames::after_paint(move || address_bar::write(&query, change));
    }

    /// The query string of an address. Everything is asked for in so many words where the portal has set what an address
    /// asks that says nothing.
    fn query_string(self, address: &Address) -> String {
        let query = address::query_string(self.facts, address);
        let is_asked_otherwise = self.settings.with_value(|settings| settings.selection.is_some());
        if query.is_empty() && is_asked_otherwise { address::EVERYTHING.to_owned() } else { query }
    }
}

/// What the page's address says, and what of it was ignored. One that says nothing asks what the portal has set.
fn read(facts: &Facts, settings: &Settings) -> (Address, Vec<Notice>) {
    let query = address_bar::query();
    let (mut address, ignored) = address::parse(facts, query.as_bytes());
    if let Some(selection) =
        preferences::selection(settings, facts).filter(|_| !address::asks_anything(query.as_bytes()))
    {
        address.selection = selection;
    }
    (address, ignored)
}
