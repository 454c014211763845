//! Two selections side by side: every number that both have, as charts on one scale, with the differences in a table.

use leptos::prelude::*;

use crate::address::Asked;
use crate::dataset::{Facts, Year};
use crate::figures::figures;
use crate::locale::{LateMessage, Message, Words};
use crate::query::{
    Against, Cell, Comparison, Difference, Figure, Filter, NumberName, Pair, Selection, Table, Years, comparisons,
    sides,
};
use crate::ui::controls::number_button::number_button;
use crate::ui::controls::select::{Select, option};
use crate::ui::figure::paragraphs::paragraphs;
use crate::ui::kit::live::live;
use crate::ui::state::explorer::Explorer;
use crate::ui::views::side::{Numbers, Side, side};

/// The comparison.
pub fn compare(explorer: Explorer, facts: &'static Facts) -> AnyView {
    live(move || {
        let words = facts.words(explorer.language.get());
        let (selection, against) =
            sides(facts, &explorer.pace.settled.get(), explorer.address.with(|address| address.against));
        let names = words.side_names(&selection, against);
        let found = comparisons(facts, figures(), &selection, against);
        let view = |one: &Comparison| figure_view(explorer, words, one, (&selection, against, &names));
        let tables: Vec<AnyView> = found.iter().map(view).collect();
        let nothing = if tables.is_empty() { words.say(LateMessage::NothingToCompare) } else { "" };
        view! {
            <section class="compare" data-part="compare">
                <h2>{words.compared(&selection, against)}</h2>
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

/// A figure: both sides as charts on one scale, and the table of their differences.
fn figure_view(
    explorer: Explorer,
    words: Words<'static>,
    compared: &Comparison,
    (selection, against, names): (&Selection, Against, &[String; 2]),
) -> AnyView {
    let Comparison { figure, table, pairs } = compared;
    let rows: Vec<AnyView> = pairs.iter().map(|pair| row(explorer, words, table, pair, against)).collect();
    let tables = compared.side_tables(selection, against);
    let population = populations(words, figure, &tables, names);
    // The years stand above the columns.
    let mut scope = words.scope_of(figure, table, true);
    scope.pop();
    let scope = scope.join(" · ");
    let charts = charts(explorer, words, compared, tables, names);
    let unmet = table.unmet.iter().map(|unmet| words.unmet(*unmet, selection));
    let unmet = paragraphs(&unmet.collect::<Vec<_>>());
    view! {
        <figure class="figure" data-figure=figure.id>
            <header><h3>{words.text(figure.question)}</h3></header>
            <p class="population"><b>{population}</b> {format!(" · {scope}")}</p>
            <div class="unmet" data-part="unmet">{unmet}</div>
            {charts}
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

/// What is counted on both sides, or on each, where the reports changed it in between.
fn populations(words: Words<'_>, figure: &Figure, tables: &[Table; 2], names: &[String; 2]) -> String {
    let [first, second] = [0, 1].map(|side| words.populations(figure, &tables[side]));
    if first == second {
        return first;
    }
    let (colon, semicolon) = (words.colon(), words.say(Message::ListSemicolon));
    format!("{}{colon}{first}{semicolon}{}{colon}{second}", names[0], names[1])
}

/// Both sides as charts side by side; nothing where a number is below zero, which a bar from zero cannot show.
fn charts(
    explorer: Explorer,
    words: Words<'static>,
    compared: &Comparison,
    tables: [Table; 2],
    names: &[String; 2],
) -> AnyView {
    let is_below_zero =
        |table: &Table| table.cells().any(|(.., cell)| cell.number().is_some_and(|number| number < 0.0));
    if tables.iter().any(is_below_zero) {
        return ().into_any();
    }
    let question = words.text(compared.figure.question);
    let chart = |(position, ((table, other), name)): (usize, ((Table, Table), &String))| {
        let label = format!("{question}{}{name}", words.colon());
        let numbers: Vec<NumberName> = compared.pairs.iter().map(|pair| pair.names[position]).collect();
        // A bar opens the proof of its number, as the table does.
        let prove = Callback::new(move |(row, _): (usize, usize)| {
            if let Some(number) = numbers.get(row) {
                explorer.prove(Asked::Number(*number));
            }
        });
        let drawn = Side::new(compared.figure, table, compared.largest(), label, Numbers::Page(words.facts));
        let drawn = side(explorer, Side { choose: Some(prove), beside: Some(other), ..drawn });
        view! { <div class="side"><p class="small" aria-hidden="true">{name.clone()}</p> {drawn}</div> }.into_any()
    };
    let [first, second] = tables;
    let tables = [(first.clone(), second.clone()), (second, first)];
    let sides: Vec<AnyView> = tables.into_iter().zip(names).enumerate().map(chart).collect();
    view! { <div class="sides">{sides}</div> }.into_any()
}

/// Both numbers, and how far they are apart. Each opens its proof; what is computed here stands beside the two that it comes from.
fn row(explorer: Explorer, words: Words<'static>, table: &Table, pair: &Pair, against: Against) -> AnyView {
    let (row, column) = pair.cell;
    let name = words.pair_name(table, row, column, against);
    let cell = |cell: &Cell, number: NumberName| {
        let class = if matches!(cell, Cell::Derived(_)) { "derived" } else { "printed" };
        let text = words.number(pair.statistic, cell);
        view! { <td class=class>{provable(explorer, number, text)}</td> }.into_any()
    };
    let [first, second] = pair.names;
    view! {
        <tr>
            <th scope="row">{name}</th>
            {cell(&pair.first, first)} {cell(&pair.second, second)}
            {difference(explorer, words, pair)}
        </tr>
    }
    .into_any()
}

fn provable(explorer: Explorer, number: NumberName, text: String) -> AnyView {
    number_button("0", move || explorer.prove(Asked::Number(number)), text.into_any())
}

/// How far both numbers are apart; marked where it is computed.
fn difference(explorer: Explorer, words: Words<'static>, pair: &Pair) -> AnyView {
    let text = words.difference(pair.difference);
    match pair.difference {
        Difference::Printed(_) => {
            view! { <td class="printed">{provable(explorer, pair.names[0].grown(), text)}</td> }.into_any()
        }
        Difference::Unknown => view! { <td>{text}</td> }.into_any(),
        Difference::Points(_) | Difference::Percent(_) => {
            let mark = words.say(Message::DerivedMark);
            view! { <td class="derived">{text} " " <span class="tag">{mark}</span></td> }.into_any()
        }
    }
}
