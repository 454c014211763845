//! The figures that a list can answer, counted from it, beside the nation's numbers: on one scale, never added.

use std::sync::Arc;

use leptos::prelude::*;

use super::desk::ListDesk;
use super::{left_out, rows};
use crate::address::Asked;
use crate::dataset::{Facts, Library, Statistic, Year};
use crate::figures::{SECTIONS, Section};
use crate::locale::{LateMessage, LibraryWords, OwnMessage, Words};
use crate::query::{Cell, CellName, Figure, Selection, Table, Why, Years, slice};
use crate::trials::{Imported, Lack, facts_of, lack};
use crate::ui::controls::number_button::number_button;
use crate::ui::figure::paragraphs::paragraphs;
use crate::ui::kit::live::{live, on_click};
use crate::ui::state::explorer::Explorer;
use crate::ui::views::side::{Numbers, Side, side};

/// The figures under their questions, the switch between counts and shares, and the trials behind the number that was chosen.
pub fn answers(desk: ListDesk, explorer: Explorer, library: Library<'static>, imported: Arc<Imported>) -> AnyView {
    let list = live(move || {
        let words = library.words(explorer.language.get());
        let selection = explorer.pace.settled.get();
        let mut missing: Vec<(&'static Figure, Option<Lack>)> = Vec::new();
        let mut shown = |figure: &'static Figure| {
            let lack = lack(explorer.facts, figure, &imported.list);
            let beside =
                lack.is_none().then(|| Beside::new(desk, explorer.facts, figure, &selection, &imported)).flatten();
            let Some(beside) = beside else {
                missing.push((figure, lack));
                return None;
            };
            Some(view(desk, explorer, words, beside, &selection, imported.clone()))
        };
        let section = |section: &'static Section| {
            let figures: Vec<AnyView> = section.figures.iter().filter_map(&mut shown).collect();
            if figures.is_empty() {
                return None;
            }
            let title = words.text(section.title);
            let view =
                view! { <section class="question"><h2>{title}</h2> <div class="figures">{figures}</div></section> };
            Some(view.into_any())
        };
        let shown: Vec<AnyView> = SECTIONS.iter().filter_map(section).collect();
        let nothing = if shown.is_empty() { words.say(OwnMessage::NoFigure) } else { "" };
        view! {
            <p class="small">{words.say(OwnMessage::NeverAdded)}</p>
            {switch(desk, words)}
            <p role="status">{nothing}</p>
            {shown}
            {left_out::left_out(words, &missing)}
        }
        .into_any()
    });
    view! { <div class="compare" data-part="own-answers">{list}</div> }.into_any()
}

/// Counts or shares.
fn switch(desk: ListDesk, words: LibraryWords<'static>) -> AnyView {
    let button = |label: OwnMessage, in_shares: bool| {
        let choose = on_click(move || desk.in_shares.set(in_shares));
        let is_pressed = move || if desk.in_shares.get() == in_shares { "true" } else { "false" };
        view! { <button type="button" aria-pressed=is_pressed on:click=choose>{words.say(label)}</button> }.into_any()
    };
    view! { <div class="switch" role="group">{button(OwnMessage::AsCounts, false)} {button(OwnMessage::AsShares, true)}</div> }
        .into_any()
}

/// One figure of a list and of the nation, in one statistic.
struct Beside {
    figure: &'static Figure,
    own: Table,
    nation: Table,
    facts: Arc<Facts>,
}

impl Beside {
    /// Nothing where the list has no number under the selection.
    fn new(
        desk: ListDesk,
        shipped: &'static Facts,
        figure: &'static Figure,
        selection: &Selection,
        imported: &Imported,
    ) -> Option<Self> {
        let years = years(shipped, selection, imported)?;
        let facts = facts_of(shipped, &imported.list, [figure], selection, years, &desk.naming()).ok()?;
        let wanted = if desk.in_shares.get() { Statistic::Share } else { Statistic::Count };
        let own = slice(&facts, figure, Some(wanted), selection);
        let nation = slice(shipped, figure, Some(own.statistic), selection);
        (!own.is_empty()).then(|| Self { figure, own, nation, facts: Arc::new(facts) })
    }

    /// Whether both say the same kind of number of the same group: a list that knows no product type is wider than the nation's
    /// numbers of one, and the nation's of all diseases are wider than those of a list of one.
    fn is_comparable(&self) -> bool {
        let filters = |table: &Table| table.unmet.iter().map(|unmet| unmet.filter).collect::<Vec<_>>();
        let is_as_wide = filters(&self.own) == filters(&self.nation);
        self.own.statistic == self.nation.statistic && !self.nation.is_empty() && is_as_wide
    }

    /// The filters that the list, or the nation's numbers, cannot be narrowed to, in words.
    fn unmet(&self, words: LibraryWords<'static>, selection: &Selection) -> Vec<String> {
        let own = self.own.unmet.iter().map(|unmet| match unmet.why {
            Why::NotPrinted => words.not_in_list(&words.chosen(unmet.filter, selection)),
            _ => words.unmet(*unmet, selection),
        });
        let nation = self.nation.unmet.iter().map(|unmet| words.unmet(*unmet, selection));
        let of = |who: OwnMessage, line: String| format!("{}{}{line}", words.say(who), words.colon());
        let own = own.map(|line| of(OwnMessage::Yours, line));
        own.chain(nation.map(|line| of(OwnMessage::Nation, line))).collect()
    }

    /// The number at which a bar has its whole width: of both, so that they stand on one scale.
    fn largest(&self) -> f64 {
        if self.own.statistic == Statistic::Share {
            return 100.0;
        }
        let numbers = |table: &Table| table.cells().filter_map(|(.., cell)| cell.number()).fold(0.0, f64::max);
        if self.is_comparable() { numbers(&self.own).max(numbers(&self.nation)) } else { numbers(&self.own) }
    }

    /// The nation's number of the same group and year.
    fn nations(&self, row: usize, column: usize) -> Option<(usize, usize, &Cell)> {
        let (group, year) = (self.own.group_of(row, column), self.own.year_of(row, column));
        let places = self.nation.cells();
        let same = |(row, column, _): &(usize, usize, &Cell)| {
            self.nation.group_of(*row, *column) == group && self.nation.year_of(*row, *column) == year
        };
        places.filter(|_| self.is_comparable()).find(same)
    }
}

/// The years that are counted: those that are asked about, as far as the page or the list has them.
fn years(shipped: &Facts, selection: &Selection, imported: &Imported) -> Option<(Year, Year)> {
    let (first, last) = imported.list.years()?;
    let of_page = shipped.years()?;
    Some(match selection.years {
        Years::One(year) => (year, year),
        Years::Range(from, to) => (from, to),
        Years::All => (of_page.0.max(first).min(of_page.1), of_page.1.min(last).max(of_page.0)),
    })
}

fn view(
    desk: ListDesk,
    explorer: Explorer,
    words: LibraryWords<'static>,
    beside: Beside,
    selection: &Selection,
    imported: Arc<Imported>,
) -> AnyView {
    let unmet = paragraphs(&beside.unmet(words, selection));
    let beside = Arc::new(beside);
    let figure = beside.figure;
    let title = words.text(figure.question);
    let choose = Callback::new(move |(row, column)| desk.behind.set(Some((figure.id, row, column))));
    let charts = charts(explorer, words, &beside, choose);
    let population = words.population(&beside.own.group).to_owned();
    let scope = words.scope_of(figure, &beside.own, true).join(" · ");
    let own_words = beside.facts.words(words.language);
    let lines: Vec<AnyView> = beside
        .own
        .cells()
        .filter(|(.., cell)| !cell.is_empty())
        .map(|(row, column, cell)| line(explorer, &own_words, words, &beside, (row, column), cell, choose))
        .collect();
    let behind = {
        let beside = beside.clone();
        live(move || match desk.behind.get() {
            Some((id, row, column)) if id == figure.id => {
                let chosen = rows::Chosen::new(&beside.facts, &imported, &beside.own, (row, column), words.language);
                untrack(|| rows::rows(desk, words, &imported, &chosen))
            }
            _ => ().into_any(),
        })
    };
    view! {
        <figure class="figure" data-figure=figure.id>
            <header><h3>{title}</h3></header>
            <p class="population"><b>{population}</b> {format!(" · {scope}")}</p>
            <div class="unmet" data-part="unmet">{unmet}</div>
            {charts}
            <details>
                <summary>{words.say(OwnMessage::Numbers)}</summary>
                <div class="table" role="region" tabindex="0" aria-label=title>
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">{words.say(LateMessage::RowHeading)}</th>
                                <th scope="col">{words.say(OwnMessage::Yours)}</th>
                                <th scope="col">{words.say(OwnMessage::Nation)}</th>
                            </tr>
                        </thead>
                        <tbody>{lines}</tbody>
                    </table>
                </div>
            </details>
            {behind}
        </figure>
    }
    .into_any()
}

/// Both as charts on one scale. A bar of the list leads to its trials.
fn charts(
    explorer: Explorer,
    words: LibraryWords<'static>,
    beside: &Beside,
    choose: Callback<(usize, usize)>,
) -> AnyView {
    let question = words.text(beside.figure.question);
    let chart = |table: &Table, name: OwnMessage, facts: Numbers, choose: Option<Callback<(usize, usize)>>| {
        let label = format!("{question}{}{}", words.colon(), words.say(name));
        let other = if name == OwnMessage::Yours { &beside.nation } else { &beside.own };
        let other = beside.is_comparable().then(|| other.clone());
        let drawn = Side::as_figure(beside.figure, table.clone(), beside.largest(), label, facts);
        let drawn = Side { choose, beside: other, ..drawn };
        view! { <div class="side"><p class="small" aria-hidden="true">{words.say(name)}</p> {side(explorer, drawn)}</div> }.into_any()
    };
    let own = chart(&beside.own, OwnMessage::Yours, Numbers::List(beside.facts.clone()), Some(choose));
    let nation =
        beside.is_comparable().then(|| chart(&beside.nation, OwnMessage::Nation, Numbers::Page(words.facts), None));
    view! { <div class="sides">{own} {nation}</div> }.into_any()
}

/// A number of the list, which leads to its trials, and the nation's beside it, which opens its proof.
fn line(
    explorer: Explorer,
    own_words: &Words<'_>,
    words: LibraryWords<'static>,
    beside: &Beside,
    (row, column): (usize, usize),
    cell: &Cell,
    choose: Callback<(usize, usize)>,
) -> AnyView {
    let show = on_click(move || choose.run((row, column)));
    let number = own_words.number(beside.own.statistic, cell);
    let nation = beside.nations(row, column).map(|(row, column, cell)| {
        let text = words.number(beside.nation.statistic, cell);
        // The page is under the same question as the list.
        let named = CellName::of(words.facts, beside.figure, &beside.nation, row, column);
        number_button("0", move || explorer.prove(Asked::Cell(named.clone())), text.into_any())
    });
    let name = own_words.cell_label(&beside.own, row, column);
    let label = format!("{name}{}{number}. {}", words.colon(), words.say(OwnMessage::ShowTrials));
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td><button type="button" class="number" aria-label=label on:click=show>{number}</button></td>
            <td>{nation}</td>
        </tr>
    }
    .into_any()
}
