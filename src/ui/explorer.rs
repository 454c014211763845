//! What all components share: the dataset, the address, and what follows from it.

use leptos::prelude::*;

use super::drawings::{self, Drawings};
use super::later::{self, Arrival};
use super::pages::Pages;
use super::preferences::{self, is_dark};
use super::questions::{FIGURES_AT_ONCE, Questions};
use super::queue::Queue;

use crate::address::{self, Address, Asked, Display, Frame, Mode, Notice, ThemeChoice, View};
use crate::dataset::Facts;
use crate::figures::{Theme, figures};
use crate::host::address_bar::{self, Change};
use crate::host::media::Dark;
use crate::host::{charts, config, document, frames, storage};
use crate::locale::{Language, Message, Words};
use crate::query::{Figure, Selection};

/// As many tasks as it takes to build the page.
pub(super) const STAGES: usize = 6;
/// As many figures as a window can show.
const FIGURES_IN_A_WINDOW: usize = 2;

/// The state of the page, handed down as context. There is one for as long as the page lives.
#[derive(Clone, Copy)]
pub struct Explorer(&'static State);

impl std::ops::Deref for Explorer {
    type Target = State;

    fn deref(&self) -> &State {
        self.0
    }
}

/// What all components share.
pub struct State {
    /// The figures.
    pub dataset: &'static Facts,
    /// What the reader asks, and how the page shows it.
    pub address: RwSignal<Address>,
    /// What was ignored in the address that the page was opened with.
    pub notices: RwSignal<Vec<Notice>>,
    /// The question alone. This and what else follows from the address are signals that are written only when they
    /// change: a memo of the address would wake everything that follows it at every step, only to find nothing new.
    pub selection: RwSignal<Selection>,
    /// The question a moment later, when what is near the window has been painted:
    /// the figures far from it follow this one, so that a choice is seen at once.
    pub settled: RwSignal<Selection>,
    /// The question that each figure answers now.
    pub(super) questions: Questions,
    /// The language of the page.
    pub language: RwSignal<Language>,
    /// The language of a page whose address names none.
    fallback: Language,
    /// What the page shows.
    pub(super) page: RwSignal<View>,
    /// How figures open, and the one that this is said of where it is said of one.
    pub(super) opened: RwSignal<(Display, Option<&'static str>)>,
    /// How the page stands inside another: the same for as long as the page lives.
    pub(super) frame: Frame,
    /// The number whose proof is asked for.
    pub(super) asked: RwSignal<Option<Asked>>,
    /// Whether the page is dark.
    pub is_dark: RwSignal<bool>,
    /// Whether the system is.
    system_is_dark: RwSignal<bool>,
    /// Which parts of the page are built.
    pub(super) stages: [RwSignal<bool>; STAGES],
    /// Which figures stand on the page: none at first, so that the answer is seen at once, and then one more in each task.
    pub(super) placed: Queue,
    /// Which figures show what bears their numbers; a few more in each task, once the part that shows it is there.
    pub(super) evidenced: Queue,
    /// Which figures may draw: none until ECharts has arrived, and then one more in each task,
    /// so that the page answers between two drawings.
    pub(super) drawing: Queue,
    /// Whether the drawings beyond the first chart's are there.
    pub(super) drawings: RwSignal<Drawings>,
    /// Whether the pages beside the figures are there.
    pub(super) pages: RwSignal<Pages>,
    /// Whether the page is being printed: then every figure is drawn, wherever it stands.
    pub(super) printing: RwSignal<bool>,
    /// How often all figures were turned into tables or charts.
    pub(super) turns: RwSignal<u32>,
    /// What a screen reader says next.
    pub(super) announced: RwSignal<String>,
    /// Whether the parts that the first charts do not need are there.
    pub(super) arrival: RwSignal<Arrival>,
}

/// The explorer of the page.
///
/// # Panics
/// Outside [`super::App`], which provides it: a mistake of ours that every browser test would show.
pub(super) fn use_explorer() -> Explorer {
    expect_context::<Explorer>()
}

impl Explorer {
    /// Opens the page at its address.
    pub fn open(dataset: &'static Facts) -> Self {
        let (opened, ignored) = read(dataset);
        let system_is_dark = Dark::is_wished();
        let fallback = preferences::language();
        let state = State {
            dataset,
            selection: RwSignal::new(opened.selection.clone()),
            settled: RwSignal::new(opened.selection.clone()),
            questions: Questions::new(&opened.selection),
            notices: RwSignal::new(ignored),
            language: RwSignal::new(opened.language.unwrap_or(fallback)),
            fallback,
            page: RwSignal::new(opened.view),
            opened: RwSignal::new(opened.opened()),
            frame: opened.frame.clone(),
            asked: RwSignal::new(opened.asked()),
            is_dark: RwSignal::new(is_dark(opened.theme, system_is_dark)),
            system_is_dark: RwSignal::new(system_is_dark),
            address: RwSignal::new(opened),
            stages: std::array::from_fn(|_| RwSignal::new(false)),
            placed: Queue::new(),
            evidenced: Queue::new(),
            drawing: Queue::new(),
            drawings: RwSignal::new(Drawings::Open),
            pages: RwSignal::new(Pages::Open),
            printing: RwSignal::new(false),
            turns: RwSignal::new(0),
            announced: RwSignal::new(String::new()),
            arrival: RwSignal::new(Arrival::Open),
        };
        // Leaked on purpose: it is needed until the page is gone.
        let explorer = Self(Box::leak(Box::new(state)));
        document::set_mode(explorer.frame.mode.code());
        explorer.mirror();
        explorer.listen();
        explorer.follow();
        explorer
    }

    /// Listens to the browser for as long as the page lives.
    fn listen(self) {
        let travel = address_bar::on_travel(move || {
            let (address, ignored) = read(self.dataset);
            self.notices.set(ignored);
            self.change(move |now| *now = address);
        });
        let dark = Dark::on_change(move |is_dark| {
            self.system_is_dark.set(is_dark);
            self.mirror();
        });
        let arrival = charts::on_ready(move || self.draw());
        // The library may have been there before.
        if charts::is_ready() {
            self.draw();
        }
        StoredValue::new_local((travel, dark, arrival, document::follow_width()));
    }

    /// Puts figures on the page: up to the one that the address points at now, and the rest when that has been painted.
    pub(super) fn place(self) {
        let wanted = self.address.with_untracked(Address::first_figure);
        let position = wanted.and_then(|wanted| figures().position(|figure| figure.id == wanted.id));
        self.placed.admit(position.map_or(0, |position| position + FIGURES_IN_A_WINDOW));
        frames::after_paint(move || self.0.placed.run(1));
    }

    /// Lets a few more figures in each task show what bears their numbers.
    pub(super) fn show_evidence(self) {
        self.0.evidenced.run(FIGURES_AT_ONCE);
    }

    /// Whether all that is to be seen stands, and answers the question of now.
    fn is_complete(self) -> bool {
        self.settled.with(|settled| self.selection.with(|selection| settled == selection))
            && self.questions.are_asked()
            && self.placed.is_complete()
            && self.drawing.is_complete()
            && (!matches!(self.arrival.get(), Arrival::Here(_)) || self.evidenced.is_complete())
    }

    /// Lets the figures draw, one in each task.
    fn draw(self) {
        // When the first chart stands, ask for what draws the others.
        frames::next_task(move || drawings::request(self));
        self.0.drawing.run(1);
    }

    /// Keeps up the sign that everything is drawn.
    fn follow(self) {
        Effect::new(move || {
            self.address.track();
            let arrival = self.arrival.get();
            self.drawings.track();
            if self.is_complete() {
                frames::after_paint(move || {
                    if matches!(arrival, Arrival::Open) {
                        return later::request(self);
                    }
                    // The reader may have gone on meanwhile.
                    let is_complete = untrack(|| self.is_complete());
                    let is_awaited = matches!(arrival, Arrival::Awaited)
                        || matches!(self.drawings.get_untracked(), Drawings::Awaited);
                    document::set_ready(is_complete && !is_awaited);
                });
            }
        });
    }

    /// The title of the page: the portal's own, where it has set one.
    pub(super) fn title(self) -> String {
        let words = self.words();
        let set = config::text(if words.language == Language::En { "title-en" } else { "title-zh" });
        set.unwrap_or_else(|| words.say(Message::AppTitle).to_owned())
    }

    /// The figure that stands alone, where the page is a card.
    pub(super) fn card(self) -> Option<&'static Figure> {
        self.address.with(|address| address.figure.filter(|_| self.frame.mode == Mode::Card))
    }

    /// Labels and messages in the language of the page; follows it.
    pub fn words(self) -> Words<'static> {
        self.dataset.words(self.language.get())
    }

    /// The colours of the charts; follow the theme.
    pub fn theme(self) -> Theme {
        if self.is_dark.get() { Theme::DARK } else { Theme::LIGHT }
    }

    /// Asks another question.
    pub fn ask(self, selection: Selection) {
        self.go(|address| {
            address.selection = selection;
            address.figure = None;
            address.cell = None;
            address.fact = None;
        });
    }

    /// Shows the proof of a number; the element that has the focus gets it back afterwards.
    pub(super) fn prove(self, asked: Asked) {
        document::remember_focus();
        self.go(|address| address.ask_proof(Some(asked)));
    }

    /// Has a screen reader say something.
    pub(super) fn announce(self, text: String) {
        self.announced.set(text);
    }

    /// Closes the proof.
    pub(super) fn close_proof(self) {
        self.go(|address| address.ask_proof(None));
        frames::after_paint(document::restore_focus);
    }

    /// Changes what is shown: first what is in the window, then the rest.
    fn change(self, change: impl FnOnce(&mut Address)) {
        document::set_ready(false);
        self.address.update(change);
        self.mirror();
        self.questions.ask_seen(self.selection);
        frames::after_paint(move || self.0.questions.settle(self.settled, self.selection));
    }

    /// Brings what follows from the address up to it, and the document as a whole.
    pub(super) fn mirror(self) {
        self.address.with_untracked(|address| {
            write(self.selection, address.selection.clone());
            write(self.language, address.language.unwrap_or(self.fallback));
            write(self.page, address.view);
            write(self.opened, address.opened());
            write(self.asked, address.asked());
            // Paper is light.
            let is_dark = is_dark(address.theme, self.system_is_dark.get_untracked());
            write(self.is_dark, is_dark && !self.printing.get_untracked());
            document::set_transparent(address.theme == ThemeChoice::Transparent);
        });
        untrack(|| {
            document::set_language(self.language.get().code());
            document::set_title(&self.title());
            document::set_theme(if self.is_dark.get() { "dark" } else { "light" });
        });
    }

    /// Changes the address, as a step that "back" undoes. The address bar follows when the answer has been painted.
    pub fn go(self, change: impl FnOnce(&mut Address)) {
        self.change(|address| address.change_within_frame(change));
        self.write(Change::Step);
    }

    /// Changes the address without a step of its own: for what changes with every key.
    pub(super) fn replace(self, change: impl FnOnce(&mut Address)) {
        self.change(|address| address.change_within_frame(change));
        self.write(Change::Replace);
    }

    /// Changes the address as the page around asks: no step of the reader's, and what is fixed for the reader is not for it.
    pub(super) fn told(self, change: impl FnOnce(&mut Address)) {
        self.change(change);
        self.write(Change::Replace);
    }

    fn write(self, change: Change) {
        let query = self.address.with_untracked(|address| self.query_string(address));
        frames::after_paint(move || address_bar::write(&query, change));
    }

    /// The query string of an address. Everything is asked for in so many words where the portal has set what an address
    /// asks that says nothing.
    fn query_string(self, address: &Address) -> String {
        let query = address::query_string(self.dataset, address);
        if query.is_empty() && config::text("selection").is_some() { address::EVERYTHING.to_owned() } else { query }
    }

    /// Reads the page in another language, now and next time.
    pub fn speak(self, language: Language) {
        storage::save("language", language.code());
        self.go(|address| address.language = Some(language));
    }

    /// The full address of a question, in a page of its own.
    pub fn link(self, address: &Address) -> String {
        let address = Address { frame: Frame::default(), ..address.clone() };
        let query = self.query_string(&address);
        match config::text("permalink-start") {
            Some(start) => {
                [start, address::encoded(&query), config::text("permalink-end").unwrap_or_default()].concat()
            }
            None => address_bar::link(&query),
        }
    }
}

/// What the page's address says, and what of it was ignored. One that says nothing asks what the portal has set.
fn read(dataset: &Facts) -> (Address, Vec<Notice>) {
    let query = address_bar::query();
    let (mut address, ignored) = address::parse(dataset, query.as_bytes());
    if let Some(set) = config::text("selection").filter(|_| query.len() < 2) {
        address.selection = address::parse(dataset, set.as_bytes()).0.selection;
    }
    (address, ignored)
}

/// Writes a signal if the value is another: what follows it is woken for nothing else.
pub(super) fn write<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.with_untracked(|now| *now != value) {
        signal.set(value);
    }
}
