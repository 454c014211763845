//! What is there and what is not: years by breakdowns, each cell a link to the figure that shows it.

use leptos::prelude::*;

use crate::dataset::{FactId, Facts, Grade, Origin, Year};
use crate::figures::figures;
use crate::locale::{LateMessage, Message, Words};
use crate::query::{CoverageRow, Figure, Selection, Years, coverage_matrix, figure_for};
use crate::ui::controls::link::selection_link;
use crate::ui::kit::live::live;
use crate::ui::state::explorer::Explorer;

/// The coverage view: the reports, and apart from them the numbers of other populations.
pub fn coverage(explorer: Explorer, all: &'static Facts) -> AnyView {
    live(move || {
        let words = all.words(explorer.language.get());
        let others = words.say(LateMessage::OtherPopulations);
        view! {
            <section class="coverage" data-part="coverage">
                <h2>{words.say(Message::Coverage)}</h2>
                <p>{words.say(LateMessage::CoverageLead)}</p>
                {matrix(explorer, words, Origin::Reports, words.say(Message::Coverage))}
            </section>
            <section class="coverage" data-part="coverage-others">
                <h2>{others}</h2>
                <p>{words.say(LateMessage::OtherPopulation)}</p>
                {matrix(explorer, words, Origin::World, others)}
            </section>
        }
        .into_any()
    })
}

/// The breakdowns of an origin by its years.
fn matrix(explorer: Explorer, words: Words<'static>, origin: Origin, label: &'static str) -> AnyView {
    let held = coverage_matrix(words.facts, origin);
    let years: Vec<AnyView> = held
        .first()
        .into_iter()
        .flat_map(|covered| &covered.years)
        .map(|(year, _)| view! { <th scope="col">{year.to_string()}</th> }.into_any())
        .collect();
    let rows: Vec<AnyView> = held.iter().map(|covered| row(explorer, words, covered)).collect();
    view! {
        <div class="table" role="region" tabindex="0" aria-label=label>
            <table>
                <thead><tr><th scope="col">{words.say(LateMessage::Breakdown)}</th>{years}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(explorer: Explorer, words: Words<'static>, covered: &CoverageRow) -> AnyView {
    let figure = figure_for(words.facts, covered, figures());
    let cells: Vec<AnyView> =
        covered.years.iter().map(|(year, facts)| cell(explorer, words, figure, *year, facts)).collect();
    view! { <tr><th scope="row">{words.breakdown(covered)}</th>{cells}</tr> }.into_any()
}

/// The number of facts and their grades; the more and the better, the stronger the fill.
fn cell(
    explorer: Explorer,
    words: Words<'static>,
    figure: Option<&'static Figure>,
    year: Year,
    facts: &[FactId],
) -> AnyView {
    if facts.is_empty() {
        return view! { <td class="none" title=words.say(LateMessage::ReasonNotPrinted)>"–"</td> }.into_any();
    }
    let of = |grade: Grade| facts.iter().filter(|fact| words.facts.fact(**fact).grade == grade).count();
    let counts = Grade::ALL.map(|grade| (grade, of(grade)));
    let grades: Vec<String> = counts
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(grade, count)| format!("{}{count}", grade.code()))
        .collect();
    let best = counts.iter().find(|(_, count)| *count > 0).map_or("C", |(grade, _)| grade.code());
    let amount = match facts.len() {
        1 => "few",
        2..=4 => "some",
        _ => "many",
    };
    let class = format!("held {amount} grade-{best}");
    // A year that no report is about cannot be chosen: its figure shows it among all years.
    let can_be_chosen = words.facts.years().is_some_and(|(first, last)| (first..=last).contains(&year));
    let years = if can_be_chosen { Years::One(year) } else { Years::All };
    let selection = Selection::default().with_years(years);
    let label = view! { <b>{facts.len()}</b> " " <span class="grades">{grades.join(" ")}</span> };
    view! { <td class=class>{selection_link(explorer, selection, figure, label.into_any())}</td> }.into_any()
}
