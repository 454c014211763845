//! Two selections side by side: every number that both have, on one scale, with the difference.

use leptos::prelude::*;

use crate::dataset::{Facts, Year};
use crate::figures::figures;
use crate::locale::{LateMessage, Message, Words};
use crate::query::{
    Against, Cell, Difference, Figure, Filter, Pair, Selection, Table, Years, compare as compared, sides,
};
use crate::ui::controls::select::{Select, option};
use crate::ui::kit::live::live;
use crate::ui::state::explorer::Explorer;

/// The comparison.
pub fn compare(explorer: Explorer, facts: &'static Facts) -> AnyView {
    live(move || {
        let words = facts.words(explorer.language.get());
        let (selection, against) =
            sides(facts, &explorer.pace.settled.get(), explorer.address.with(|address| address.against));
        let other = against.applied_to(&selection);
        let names = [words.selection(&selection), words.selection(&other)];
        let tables: Vec<AnyView> = figures()
            .filter_map(|figure| {
                let (table, pairs) = compared(facts, figure, None, &selection, against);
                (!pairs.is_empty()).then(|| figure_view(words, figure, &table, &pairs, (&names, against)))
            })
            .collect();
        let nothing = if tables.is_empty() { words.say(LateMessage::NothingToCompare) } else { "" };
        view! {
            <section class="compare" data-part="compare">
                <h2>{words.compared(&names)}</h2>
                <p>{words.say(LateMessage::CompareLead)}</p>
                {chooser(explorer, words, &selection, against)}
                <p role="status">{nothing}</p>
                <div class="figures">{tables}</div>
            </section>
        }
        .into_any()
    })
}

fn chooser(explorer: Explorer, words: Words<'static>, selection: &Selection, against: Against) -> AnyView {
    let facts = words.facts;
    let against_option = |one: Against, label: String| option(one.name(facts), label, false, one == against);
    let group = |label: String, options: Vec<AnyView>| {
        (!options.is_empty()).then(|| view! { <optgroup label=label>{options}</optgroup> }.into_any())
    };
    let years = facts.years().map_or(0..=0, |(first, last)| first.0..=last.0).rev().map(Year);
    let years: Vec<AnyView> = years
        .filter(|year| selection.years != Years::One(*year))
        .map(|year| against_option(Against::Year(year), year.to_string()))
        .collect();
    let chosen = selection.single(Filter::ProductType);
    let types = facts.codes().of(Filter::ProductType.dimension()).filter(|code| chosen.is_some_and(|own| own != *code));
    let types: Vec<AnyView> =
        types.map(|code| against_option(Against::ProductType(code), words.code(code).to_owned())).collect();
    let years = group(words.term("dimension", "year").to_owned(), years);
    let types = group(words.dimension(Filter::ProductType.dimension()).to_owned(), types);
    let select = Select {
        label: words.say(LateMessage::CompareWith).to_owned(),
        name: "against",
        class: "dropdown",
        value: against.name(facts),
        options: years.into_iter().chain(types).collect(),
        is_disabled: false,
    };
    let select = select.view(move |value| {
        let chosen = Against::parse(facts, value);
        explorer.go(|address| address.against = chosen);
    });
    view! { <p class="dropdowns">{select}</p> }.into_any()
}

fn figure_view(
    words: Words<'static>,
    figure: &'static Figure,
    table: &Table,
    pairs: &[Pair],
    (names, against): (&[String; 2], Against),
) -> AnyView {
    let numbers = pairs.iter().flat_map(|pair| [&pair.first, &pair.second]).filter_map(Cell::number);
    let largest = numbers.map(f64::abs).fold(0.0, f64::max).max(f64::MIN_POSITIVE);
    let rows: Vec<AnyView> = pairs.iter().map(|pair| row(words, table, pair, (largest, against))).collect();
    let population = words.population_of(table.measure, &table.group).to_owned();
    // The years stand above the columns.
    let mut scope = words.scope_of(figure, table, true);
    scope.pop();
    let scope = scope.join(" · ");
    view! {
        <figure class="figure" data-figure=figure.id>
            <header><h3>{words.text(figure.question)}</h3></header>
            <p class="population"><b>{population}</b> {format!(" · {scope}")}</p>
            <div class="table">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{words.say(LateMessage::RowHeading)}</th>
                            <th scope="col">{names[0].clone()}</th>
                            <th scope="col">{names[1].clone()}</th>
                            <th scope="col">{words.say(LateMessage::Difference)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </figure>
    }
    .into_any()
}

/// Both numbers, their bars on the scale of the figure, and how far they are apart.
fn row(words: Words<'static>, table: &Table, pair: &Pair, (largest, against): (f64, Against)) -> AnyView {
    let (row, column) = pair.cell;
    let name = words.pair_name(table, row, column, against);
    let cell = |cell: &Cell| {
        let class = if matches!(cell, Cell::Derived(_)) { "derived" } else { "printed" };
        view! { <td class=class>{words.number(pair.statistic, cell)}</td> }.into_any()
    };
    view! {
        <tr>
            <th scope="row">{name} {bars(pair, largest)}</th>
            {cell(&pair.first)} {cell(&pair.second)}
            {difference(words, pair.difference)}
        </tr>
    }
    .into_any()
}

/// How far both numbers are apart; marked where it is computed.
fn difference(words: Words<'static>, difference: Difference) -> AnyView {
    let text = words.difference(difference);
    match difference {
        Difference::Printed(_) => view! { <td class="printed">{text}</td> }.into_any(),
        Difference::Unknown => view! { <td>{text}</td> }.into_any(),
        Difference::Points(_) | Difference::Percent(_) => {
            let mark = words.say(Message::DerivedMark);
            view! { <td class="derived">{text} " " <span class="tag">{mark}</span></td> }.into_any()
        }
    }
}

/// Two bars on one scale, the second paler.
fn bars(pair: &Pair, largest: f64) -> AnyView {
    let width = |cell: &Cell| format!("{:.1}", 100.0 * cell.number().unwrap_or(0.0).abs() / largest);
    let (first, second) = (width(&pair.first), width(&pair.second));
    view! {
        <svg class="bars" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
            <rect class="first" width=first height="5"></rect>
            <rect class="second" y="6" width=second height="5"></rect>
        </svg>
    }
    .into_any()
}
