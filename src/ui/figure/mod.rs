//! One figure of the page: question, population, switches, chart or table, what is missing, and where it comes from.

mod chart;
mod download;
mod evidence;
mod footer;
mod missing;
mod nothing;
mod numbers;
mod switches;
mod table;
mod walk;

use leptos::html;
use leptos::prelude::*;

use super::explorer::{Explorer, use_explorer};
use super::later::{self, BodyPart, Parts, when_here};
use super::live::{live, live_on};
use crate::address::{Asked, Display};
use crate::dataset::Statistic;
use crate::host::charts::Chart;
use crate::host::observe::NearObserver;
use crate::locale::{Message, Words};
use crate::query::{CellName, ChartKind, Figure, Selection, Table, Years, slice};

/// A chart is drawn when it comes this near to the window.
const DRAWN_WITHIN_PX: i32 = 300;
/// A figure answers at once when more of it than its title is in the window.
const SEEN_WITHIN_PX: i32 = -96;

/// What the parts of one figure share.
#[derive(Clone, Copy)]
pub(super) struct Card {
    explorer: Explorer,
    figure: &'static Figure,
    /// Its place among all figures.
    position: usize,
    /// The statistic that the reader asked for.
    wanted: RwSignal<Option<Statistic>>,
    /// Chart or table, where the reader chose for this figure alone, and how often all had been turned by then:
    /// a later choice for all of them ends it.
    view: RwSignal<Option<(Display, u32)>>,
    /// Columns switched off in the legend.
    hidden: RwSignal<Vec<usize>>,
    /// Whether the figure is in the window or will soon be: then its chart is drawn.
    is_near: RwSignal<bool>,
    /// The question that the figure answers now.
    selection: RwSignal<Selection>,
    table: Memo<Table>,
    /// The chart, once there is one, and a walk through it.
    drawing: StoredValue<Drawing, LocalStorage>,
}

/// A chart on the page.
#[derive(Default)]
struct Drawing {
    chart: Option<Chart>,
    /// The cell at which a walk by keyboard stands, counted row by row.
    walked: Option<usize>,
}

impl Card {
    fn new(figure: &'static Figure, position: usize) -> Self {
        let explorer = use_explorer();
        // A link to a number opens its figure in the statistic of that number.
        let linked = explorer.asked.with_untracked(|asked| match asked {
            Some(Asked::Cell(cell)) if cell.figure.id == figure.id => Some(cell.statistic),
            _ => None,
        });
        let (wanted, is_near) = (RwSignal::new(linked), RwSignal::new(false));
        let selection = explorer.questions.of(position);
        let table = Memo::new(move |_| slice(explorer.dataset, figure, wanted.get(), &selection.get()));
        let (view, hidden) = (RwSignal::new(None), RwSignal::new(Vec::new()));
        let drawing = StoredValue::new_local(Drawing::default());
        Self { explorer, figure, position, wanted, view, hidden, is_near, selection, table, drawing }
    }

    /// Chart or table: as chosen here, else as the address says for this figure or for all.
    fn shown_view(self) -> Display {
        let turns = self.explorer.turns.get();
        let own = self.view.get().filter(|(_, then)| *then == turns);
        own.map_or_else(|| self.view_of_all(), |(own, _)| own)
    }

    /// How the address has this figure open.
    fn view_of_all(self) -> Display {
        let (view, only) = self.explorer.opened.get();
        if only.is_none_or(|only| only == self.figure.id) { view } else { Display::default() }
    }

    /// Chooses for this figure alone.
    fn view_as(self, view: Display) {
        self.view.set(Some((view, self.explorer.turns.get_untracked())));
    }

    /// Notes whether the figure is in the window.
    fn see(self, is_seen: bool) {
        self.explorer.questions.see(self.position, is_seen, self.explorer.selection);
    }

    fn words(self) -> Words<'static> {
        self.explorer.words()
    }

    /// Shows the proof of a cell of what the figure shows now.
    fn prove(self, row: usize, column: usize) {
        let name = |table: &Table| CellName::of(self.explorer.dataset, self.figure, table, row, column);
        self.explorer.prove(Asked::Cell(untrack(|| self.table.with(name))));
    }

    /// A late part, drawn when the turn of this figure has come.
    fn enriched(self, draw: fn(Self, &Parts) -> AnyView) -> AnyView {
        live(move || {
            if self.explorer.evidenced.has_come(self.position) {
                when_here(self.explorer, move |parts| draw(self, parts))
            } else {
                ().into_any()
            }
        })
    }

    /// A part that follows the figure's table.
    fn live(self, render: fn(Self, &Table) -> AnyView) -> AnyView {
        live(move || self.table.with(|table| render(self, table)))
    }

    /// A part that follows what is said of the figure's table.
    fn live_on<T: PartialEq + Send + 'static>(
        self,
        content: fn(Self, &Table) -> Vec<T>,
        render: fn(Self, &[T]) -> AnyView,
    ) -> AnyView {
        live_on(move || self.table.with(|table| content(self, table)), move |content| render(self, content))
    }
}

/// What stands in the middle of a figure.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Body {
    Chart,
    Numbers,
    Table,
    Nothing,
}

/// One figure.
#[component]
pub(super) fn FigureCard(
    /// Its entry in the catalogue.
    figure: &'static Figure,
    /// Its place among all figures.
    position: usize,
) -> impl IntoView {
    let card = Card::new(figure, position);
    let element = NodeRef::<html::Figure>::new();
    let observers = StoredValue::new_local(None);
    element.on_load(move |element| {
        let near = NearObserver::new(&element, DRAWN_WITHIN_PX, move |is_near| card.is_near.set(is_near));
        let seen = NearObserver::new(&element, SEEN_WITHIN_PX, move |is_seen| card.see(is_seen));
        // A browser that cannot tell has everything near.
        card.is_near.set(near.is_none());
        card.see(seen.is_none());
        observers.set_value(Some((near, seen)));
    });
    let title = format!("{}-title", figure.id);
    let labelled_by = title.clone();
    // The chart must outlive every change of the table: only a change of kind builds the body anew.
    let body = Memo::new(move |_| match card.shown_view() {
        _ if card.table.with(Table::is_empty) => Body::Nothing,
        Display::Table => Body::Table,
        Display::Chart if figure.chart == ChartKind::Numbers => Body::Numbers,
        Display::Chart => Body::Chart,
    });
    let body = live(move || match body.get() {
        Body::Nothing => late_body(card, |parts| parts.nothing),
        Body::Numbers => late_body(card, |parts| parts.numbers),
        Body::Table => late_body(card, |parts| parts.table),
        Body::Chart => {
            let legend = card.live_on(switches::legend_entries, switches::legend_buttons);
            vec![legend, chart::chart_view(card)].into_any()
        }
    });
    view! {
        <figure node_ref=element id=figure.id data-figure=figure.id class="figure" aria-labelledby=labelled_by>
            <header>
                <h3 id=title tabindex="-1">{live(move || card.words().text(figure.question).into_any())}</h3>
                {card.live_on(switches::state, switches::switches)}
            </header>
            {card.live_on(scope, scope_line)}
            {card.live_on(unmet, |_, lines| {
                view! { <div class="unmet" data-part="unmet">{paragraphs(lines)}</div> }.into_any()
            })}
            {body}
            {card.enriched(|card, parts| (parts.missing)(card))}
            {footer::footer(card)}
        </figure>
    }
}

/// A body that is drawn by a late part, and follows the figure's table.
fn late_body(card: Card, part: fn(&Parts) -> BodyPart) -> AnyView {
    later::asked_for(card.explorer, move |parts| card.live(part(parts)))
}

/// The late parts of a figure.
pub(super) mod late {
    pub(in crate::ui) use super::chart::{text_alternative, tooltip};
    pub(in crate::ui) use super::evidence::evidence;
    pub(in crate::ui) use super::footer::actions;
    pub(in crate::ui) use super::missing::missing;
    pub(in crate::ui) use super::nothing::nothing;
    pub(in crate::ui) use super::numbers::numbers;
    pub(in crate::ui) use super::table::table_view;
    pub(in crate::ui) use super::walk::walk;
}

/// The population, and then the unit and the years: always in sight.
fn scope(card: Card, table: &Table) -> Vec<String> {
    let words = card.words();
    let is_year_chosen = matches!(card.selection.get().years, Years::One(_));
    let population = words.population_of(table.measure, &table.shown_group()).to_owned();
    let scope = words.scope_of(card.figure, table, is_year_chosen);
    std::iter::once(population).chain(scope).collect()
}

fn scope_line(_: Card, scope: &[String]) -> AnyView {
    let (population, rest) = scope.split_first().map_or((String::new(), String::new()), |(population, rest)| {
        (population.clone(), format!(" · {}", rest.join(" · ")))
    });
    view! { <p class="population" data-part="population"><b>{population}</b>{rest}</p> }.into_any()
}

fn paragraphs(lines: &[String]) -> Vec<AnyView> {
    lines.iter().cloned().map(|line| view! { <p>{line}</p> }.into_any()).collect()
}

/// The filters that the figure does not obey.
fn unmet(card: Card, table: &Table) -> Vec<String> {
    let words = card.words();
    let selection = card.selection.get();
    let line = |unmet: &crate::query::Unmet| {
        let chosen: Vec<&str> = selection.codes(unmet.filter).iter().map(|code| words.code(*code)).collect();
        words.unmet(*unmet, &chosen.join(words.say(Message::ListComma)))
    };
    table.unmet.iter().map(line).collect()
}
