//! One figure of the page: question, population, switches, chart or table, what is missing, and where it comes from.

mod chart;
mod footer;
mod switches;
mod table;

use leptos::html;
use leptos::prelude::*;

use super::explorer::{Explorer, use_explorer};
use super::link::selection_link;
use super::live::live;
use crate::address::View;
use crate::dataset::Statistic;
use crate::host::observe::NearObserver;
use crate::locale::{Message, Words};
use crate::query::{Cell, Figure, Selection, Table, Years, nearest, slice};

/// A chart is drawn when it comes this near to the window.
const DRAWN_WITHIN_PX: u32 = 300;

/// What the parts of one figure share.
#[derive(Clone, Copy)]
struct Card {
    explorer: Explorer,
    figure: &'static Figure,
    /// The statistic that the reader asked for.
    wanted: RwSignal<Option<Statistic>>,
    /// Chart or table, where the reader chose for this figure alone.
    view: RwSignal<Option<View>>,
    /// Columns switched off in the legend.
    hidden: RwSignal<Vec<usize>>,
    /// Whether the figure is in the window or will soon be: then its chart is drawn.
    is_near: RwSignal<bool>,
    /// Whether the figure is in the window.
    is_seen: RwSignal<bool>,
    /// The question that the figure answers now: at once where it is seen, a moment later elsewhere.
    selection: Memo<Selection>,
    table: Memo<Table>,
}

impl Card {
    fn new(figure: &'static Figure) -> Self {
        let explorer = use_explorer();
        let (wanted, is_near, is_seen) = (RwSignal::new(None), RwSignal::new(false), RwSignal::new(false));
        let selection =
            Memo::new(move |_| if is_seen.get() { explorer.selection.get() } else { explorer.settled.get() });
        let table = Memo::new(move |_| slice(explorer.dataset, figure, wanted.get(), &selection.get()));
        let (view, hidden) = (RwSignal::new(None), RwSignal::new(Vec::new()));
        Self { explorer, figure, wanted, view, hidden, is_near, is_seen, selection, table }
    }

    /// Chart or table: as chosen here, else as the address says for this figure or for all.
    fn shown_view(self) -> View {
        self.view.get().unwrap_or_else(|| {
            self.explorer.address.with(|address| match address.figure {
                Some(figure) if figure.id != self.figure.id => View::default(),
                _ => address.view,
            })
        })
    }

    fn words(self) -> Words<'static> {
        self.explorer.words()
    }

    /// A part that follows the figure's table.
    fn live(self, render: fn(Self, &Table) -> AnyView) -> AnyView {
        live(move || self.table.with(|table| render(self, table)))
    }
}

/// What stands in the middle of a figure.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Body {
    Chart,
    Table,
    Nothing,
}

/// One figure.
#[component]
pub(super) fn FigureCard(
    /// Its entry in the catalogue.
    figure: &'static Figure,
) -> impl IntoView {
    let card = Card::new(figure);
    let element = NodeRef::<html::Figure>::new();
    let observers = StoredValue::new_local(None);
    element.on_load(move |element| {
        let near = NearObserver::new(&element, DRAWN_WITHIN_PX, move |is_near| card.is_near.set(is_near));
        let seen = NearObserver::new(&element, 0, move |is_seen| card.is_seen.set(is_seen));
        // A browser that cannot tell has everything near.
        card.is_near.set(near.is_none());
        card.is_seen.set(seen.is_none());
        observers.set_value(Some((near, seen)));
    });
    let title = format!("{}-title", figure.id);
    let labelled_by = title.clone();
    // The chart must outlive every change of the table: only a change of kind builds the body anew.
    let body = Memo::new(move |_| match card.shown_view() {
        _ if card.table.with(Table::is_empty) => Body::Nothing,
        View::Table => Body::Table,
        View::Chart => Body::Chart,
    });
    let body = live(move || match body.get() {
        Body::Nothing => card.live(nothing),
        Body::Table => card.live(table::table_view),
        Body::Chart => {
            let parts = vec![card.live(switches::legend_buttons), chart::chart_view(card), card.live(keys)];
            parts.into_any()
        }
    });
    view! {
        <figure node_ref=element id=figure.id data-figure=figure.id class="figure" aria-labelledby=labelled_by>
            <header>
                <h3 id=title tabindex="-1">{live(move || card.words().text(figure.question).into_any())}</h3>
                {card.live(switches::switches)}
            </header>
            {card.live(scope)}
            {card.live(unmet)}
            {body}
            {card.live(missing)}
            {footer::footer(card)}
        </figure>
    }
}

/// The population and the unit, always in sight.
fn scope(card: Card, table: &Table) -> AnyView {
    let words = card.words();
    let is_year_chosen = matches!(card.selection.get().years, Years::One(_));
    let population = words.population(&table.shown_group()).to_owned();
    let scope = format!(" · {}", words.scope_of(card.figure, table, is_year_chosen).join(" · "));
    view! { <p class="population" data-part="population"><b>{population}</b>{scope}</p> }.into_any()
}

fn paragraphs(lines: Vec<String>) -> Vec<AnyView> {
    lines.into_iter().map(|line| view! { <p>{line}</p> }.into_any()).collect()
}

/// The filters that the figure does not obey.
fn unmet(card: Card, table: &Table) -> AnyView {
    let words = card.words();
    let selection = card.selection.get();
    let line = |unmet: &crate::query::Unmet| {
        let chosen: Vec<&str> = selection.codes(unmet.filter).iter().map(|code| words.code(*code)).collect();
        words.unmet(*unmet, &chosen.join(words.say(Message::ListComma)))
    };
    let lines = paragraphs(table.unmet.iter().map(line).collect());
    view! { <div class="unmet" data-part="unmet">{lines}</div> }.into_any()
}

/// No number at all: why, and the nearest selections that have one.
fn nothing(card: Card, _: &Table) -> AnyView {
    let (explorer, words, selection) = (card.explorer, card.words(), card.selection.get());
    let has_answer = |selection: &Selection| !slice(explorer.dataset, card.figure, None, selection).is_empty();
    let link = |selection: Selection| {
        let label = words.selection(&selection);
        let link = selection_link(explorer, selection, None, label.into_any());
        view! { <li>{link}</li> }.into_any()
    };
    let links: Vec<AnyView> = nearest(explorer.dataset, &selection, has_answer).into_iter().map(link).collect();
    let lead = if links.is_empty() { "" } else { words.say(Message::Nearest) };
    view! {
        <div class="empty" data-part="empty">
            <p><strong>{words.say(Message::NoFigure)}</strong></p>
            <p>{lead}</p>
            <ul>{links}</ul>
        </div>
    }
    .into_any()
}

/// What paler marks mean, where there are any, and which year is which in a comparison.
fn keys(card: Card, table: &Table) -> AnyView {
    let words = card.words();
    let any = |test: fn(&Cell) -> bool| table.cells().any(|(_, _, cell)| test(cell));
    let mut keys: Vec<String> = Vec::new();
    if let ([one, other], crate::query::Axis::TwoYears) = (table.columns.as_slice(), card.figure.columns) {
        keys.push(format!("○ {}   ● {}", words.heading_text(one), words.heading_text(other)));
    }
    if any(|cell| matches!(cell, Cell::Derived(_))) {
        keys.push(words.say(Message::KeyDerived).to_owned());
    }
    if any(|cell| matches!(cell, Cell::Printed(printed) if printed.qualifier.is_some())) {
        keys.push(words.say(Message::KeyBound).to_owned());
    }
    view! { <p class="keys">{keys.join(" ")}</p> }.into_any()
}

/// What is not there, and what to know of the whole figure.
fn missing(card: Card, table: &Table) -> AnyView {
    let words = card.words();
    let note = card.figure.note.map(|note| words.text(note).to_owned());
    let lines = paragraphs(words.absences(table).into_iter().chain(note).collect());
    view! { <div class="gap">{lines}</div> }.into_any()
}
