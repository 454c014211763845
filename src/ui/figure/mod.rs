//! One figure of the page: question, population, switches, chart or table, what is missing, and where it comes from.

mod chart;
mod footer;
mod switches;
mod table;

use leptos::prelude::*;

use super::explorer::{Explorer, use_explorer};
use crate::address::View;
use crate::dataset::Statistic;
use crate::locale::Message;
use crate::query::{Cell, Figure, Selection, Table, Years, nearest, slice};
use chart::ChartView;
use footer::Footer;
use switches::{Legend, Switches};
use table::TableView;

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
    table: Memo<Table>,
}

impl Card {
    fn new(figure: &'static Figure) -> Self {
        let explorer = use_explorer();
        let wanted = RwSignal::new(None);
        let table = Memo::new(move |_| slice(explorer.dataset, figure, wanted.get(), &explorer.selection.get()));
        Self { explorer, figure, wanted, view: RwSignal::new(None), hidden: RwSignal::new(Vec::new()), table }
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
}

/// One figure.
#[component]
pub(super) fn FigureCard(figure: &'static Figure) -> impl IntoView {
    let card = Card::new(figure);
    let words = move || card.explorer.words();
    let title = format!("{}-title", figure.id);
    let labelled_by = title.clone();
    let is_empty = Memo::new(move |_| card.table.with(Table::is_empty));
    let body = move || {
        if is_empty.get() {
            view! { <Nothing card/> }.into_any()
        } else if card.shown_view() == View::Table {
            view! { <TableView card/> }.into_any()
        } else {
            view! { <Legend card/> <ChartView card/> <Keys card/> }.into_any()
        }
    };
    view! {
        <figure id=figure.id data-figure=figure.id class="figure" aria-labelledby=labelled_by>
            <header>
                <h3 id=title>{move || words().text(figure.question)}</h3>
                <Switches card is_empty/>
            </header>
            <Scope card/>
            <Unmet card/>
            {body}
            <Missing card/>
            <Footer card/>
        </figure>
    }
}

/// The population and the unit, always in sight.
#[component]
fn Scope(card: Card) -> impl IntoView {
    let content = move || {
        let words = card.explorer.words();
        let is_year_chosen = matches!(card.explorer.selection.get().years, Years::One(_));
        card.table.with(|table| {
            let population = words.population(&table.group).to_owned();
            let scope = words.scope_of(card.figure, table, is_year_chosen);
            view! { <b>{population}</b> {format!(" · {}", scope.join(" · "))} }
        })
    };
    view! { <p class="population" data-part="population">{content}</p> }
}

/// The filters that the figure does not obey.
#[component]
fn Unmet(card: Card) -> impl IntoView {
    let lines = move || {
        let words = card.explorer.words();
        let selection = card.explorer.selection.get();
        let unmet = card.table.with(|table| table.unmet.clone());
        let line = |unmet: crate::query::Unmet| {
            let chosen: Vec<&str> = selection.codes(unmet.filter).iter().map(|code| words.code(*code)).collect();
            view! { <p>{words.unmet(unmet, &chosen.join(words.say(Message::ListComma)))}</p> }
        };
        unmet.into_iter().map(line).collect_view()
    };
    view! { <div class="unmet" data-part="unmet">{lines}</div> }
}

/// No number at all: why, and the nearest selections that have one.
#[component]
fn Nothing(card: Card) -> impl IntoView {
    let content = move || {
        let (words, selection) = (card.explorer.words(), card.explorer.selection.get());
        let has_answer = |selection: &Selection| !slice(card.explorer.dataset, card.figure, None, selection).is_empty();
        let links: Vec<_> = nearest(card.explorer.dataset, &selection, has_answer)
            .into_iter()
            .map(|selection| {
                let label = words.selection(&selection);
                view! {
                    <li>
                        <button type="button" class="link" on:click=move |_| card.explorer.ask(selection.clone())>{label}</button>
                    </li>
                }
            })
            .collect();
        let nearest = (!links.is_empty()).then(|| view! { <p>{words.say(Message::Nearest)}</p> <ul>{links}</ul> });
        view! { <p><strong>{words.say(Message::NoFigure)}</strong></p> {nearest} }
    };
    view! { <div class="empty" data-part="empty">{content}</div> }
}

/// What paler marks mean, where there are any.
#[component]
fn Keys(card: Card) -> impl IntoView {
    let content = move || {
        let words = card.explorer.words();
        let (has_derived, has_bound) = card.table.with(|table| {
            let any = |test: fn(&Cell) -> bool| table.cells().any(|(_, _, cell)| test(cell));
            (
                any(|cell| matches!(cell, Cell::Derived(_))),
                any(|cell| matches!(cell, Cell::Printed(printed) if printed.qualifier.is_some())),
            )
        });
        let key = |is_there: bool, message| is_there.then(|| view! { <span>{words.say(message)} " "</span> });
        view! { {key(has_derived, Message::KeyDerived)} {key(has_bound, Message::KeyBound)} }
    };
    view! { <p class="keys">{content}</p> }
}

/// What is not there, and what to know of the whole figure.
#[component]
fn Missing(card: Card) -> impl IntoView {
    let lines = move || {
        let words = card.explorer.words();
        let note = card.figure.note.map(|note| words.text(note).to_owned());
        let absences = card.table.with(|table| words.absences(table));
        absences.into_iter().chain(note).map(|line| view! { <p>{line}</p> }).collect_view()
    };
    view! { <div class="gap">{lines}</div> }
}
