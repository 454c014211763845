//! The state of one figure on the page: its table, how it is shown, and its chart.

use std::cell::RefCell;

use leptos::prelude::*;

use crate::address::{Asked, Display, NamedFigure};
use crate::dataset::Statistic;
use crate::host::charts::Chart;
use crate::locale::Words;
use crate::query::{CellName, Figure, Location, Selection, Table, slice};
use crate::ui::kit::live::{live, live_on};
use crate::ui::kit::signals::leave_no_trace;
use crate::ui::state::announcer::{Announcer, use_announcer};
use crate::ui::state::explorer::{Explorer, use_explorer};

thread_local! {
    /// The figures that stand on the page.
    static CARDS: RefCell<Vec<Card>> = const { RefCell::new(Vec::new()) };
}

/// Goes where a number stands: the figure opens as a chart in the statistic of the number, with every column, and gets the focus.
pub fn show_in_chart(explorer: Explorer, location: &Location) {
    let Location { figure, statistic, selection } = location.clone();
    let card = CARDS.with_borrow(|cards| cards.iter().find(|card| card.figure.id == figure.id).copied());
    if let Some(card) = card {
        card.wanted.set(Some(statistic));
        card.hidden.set(Vec::new());
        card.show_as(Display::Chart);
    }
    explorer.show_figure_for(figure, selection);
    explorer.destination.set_chart(figure, statistic);
}

/// What the parts of one figure share.
#[derive(Clone, Copy)]
pub struct Card {
    /// The reader's question.
    pub explorer: Explorer,
    /// The entry of the figure in the catalogue.
    pub figure: &'static Figure,
    /// Its position among all figures.
    pub position: usize,
    /// What stands before its name where it stands in the page: it may stand there alone, and among the others.
    prefix: &'static str,
    /// The statistic that the reader asked for.
    pub wanted: RwSignal<Option<Statistic>>,
    /// Chart or table, where the reader chose for this figure alone.
    display: RwSignal<Option<OwnDisplay>>,
    /// Columns switched off in the legend.
    pub hidden: RwSignal<Vec<usize>>,
    /// Whether the figure is in the window or will soon be: then its chart is drawn.
    pub is_near: RwSignal<bool>,
    /// What a walk through the chart says.
    pub announcer: Announcer,
    /// The question that the figure answers now.
    pub selection: RwSignal<Selection>,
    /// Its answer.
    pub table: Memo<Table>,
    /// The chart, once there is one, and a walk through it.
    pub drawing: StoredValue<DrawnChart, LocalStorage>,
}

/// A chart on the page.
#[derive(Default)]
pub struct DrawnChart {
    /// The chart; nothing until it is drawn for the first time.
    pub chart: Option<Chart>,
    /// The cell at which a walk by keyboard stands, counted row by row.
    pub walked: Option<usize>,
}

/// Chart or table for one figure alone. A later choice for all figures ends it: then their count is another.
#[derive(Clone, Copy, PartialEq)]
struct OwnDisplay {
    display: Display,
    choices_for_all: u32,
}

impl Card {
    /// The state of a figure that has just been put on the page.
    pub fn new(figure: &'static Figure, position: usize) -> Self {
        Self::with_prefix(figure, position, "")
    }

    /// The same for a figure that stands alone, beside its like among the others.
    pub fn alone(figure: &'static Figure, position: usize) -> Self {
        Self::with_prefix(figure, position, "alone-")
    }

    /// The same for a figure that is shown in a frame on trial, over the page that it stands in.
    pub fn on_trial(figure: &'static Figure, position: usize) -> Self {
        Self::with_prefix(figure, position, "trial-")
    }

    fn with_prefix(figure: &'static Figure, position: usize, prefix: &'static str) -> Self {
        let explorer = use_explorer();
        // A link to a number opens its figure in the statistic of that number, one to a figure in that which it names.
        let linked = explorer.address.with_untracked(|address| address.statistic_in(figure));
        let wanted = RwSignal::new(linked.or_else(|| explorer.destination.statistic_of(figure)));
        let selection = explorer.pace.question(position);
        let table = Memo::new(move |_| {
            leave_no_trace();
            slice(explorer.facts, figure, wanted.get(), &selection.get())
        });
        let card = Self {
            explorer,
            figure,
            position,
            prefix,
            wanted,
            display: RwSignal::new(None),
            hidden: RwSignal::new(Vec::new()),
            is_near: RwSignal::new(false),
            announcer: use_announcer(),
            selection,
            table,
            drawing: StoredValue::new_local(DrawnChart::default()),
        };
        CARDS.with_borrow_mut(|cards| cards.push(card));
        on_cleanup(move || CARDS.with_borrow_mut(|cards| cards.retain(|other| other.wanted != wanted)));
        card
    }

    /// The name of its element in the page.
    pub fn element_id(self) -> String {
        format!("{}{}", self.prefix, self.figure.id)
    }

    /// Chart or table: as chosen here, else as the address says for this figure or for all.
    pub fn display(self) -> Display {
        let choices_for_all = self.explorer.displays.choices_for_all.get();
        let own = self.display.get().filter(|own| own.choices_for_all == choices_for_all);
        own.map_or_else(|| self.display_of_all(), |own| own.display)
    }

    /// How the address has this figure open.
    fn display_of_all(self) -> Display {
        let (display, only) = self.explorer.displays.opened.get();
        if only.is_none_or(|only| only == self.figure.id) { display } else { Display::default() }
    }

    /// Chooses chart or table for this figure alone.
    pub fn show_as(self, display: Display) {
        let choices_for_all = self.explorer.displays.choices_for_all.get_untracked();
        self.display.set(Some(OwnDisplay { display, choices_for_all }));
    }

    /// The figure as an address names what is shown.
    pub fn named(self) -> NamedFigure {
        let selection = self.selection.get_untracked();
        self.table.with_untracked(|table| NamedFigure::shown(self.explorer.facts, self.figure, table, &selection))
    }

    /// Notes whether the figure is in the window.
    pub fn see(self, is_seen: bool) {
        self.explorer.pace.see(self.position, is_seen, self.explorer.selection);
    }

    /// Labels and messages in the language of the page; follows it.
    pub fn words(self) -> Words<'static> {
        self.explorer.words()
    }

    /// Opens the proof of a cell of what the figure shows now.
    pub fn prove(self, row: usize, column: usize) {
        let name = |table: &Table| CellName::of(self.explorer.facts, self.figure, table, row, column);
        self.explorer.prove(Asked::Cell(untrack(|| self.table.with(name))));
    }

    /// A part that follows the figure's table.
    pub fn live(self, render: fn(Self, &Table) -> AnyView) -> AnyView {
        live(move || self.table.with(|table| render(self, table)))
    }

    /// A part that follows what is said of the figure's table.
    pub fn live_on<T: PartialEq + Send + 'static>(
        self,
        content: fn(Self, &Table) -> Vec<T>,
        render: fn(Self, &[T]) -> AnyView,
    ) -> AnyView {
        live_on(move || self.table.with(|table| content(self, table)), move |content| render(self, content))
    }
}
