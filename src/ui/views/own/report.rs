//! What is to be said of a list that was counted: how much of it is in the numbers, by which rules, and what is not.

use std::sync::Arc;

use leptos::prelude::*;

use super::desk::ListDesk;
use super::{keywords, values};
use crate::dataset::{Dimension, Library};
use crate::locale::{LibraryWords, OwnMessage};
use crate::trials::{ColumnReport, Imported, Rule};
use crate::ui::kit::live::{live, on_click};
use crate::ui::state::explorer::Explorer;

/// How many broken rows are named, and how many values that mean nothing are shown for a column.
const NAMED: usize = 20;

/// The account of a list.
pub fn report(desk: ListDesk, explorer: Explorer, library: Library<'static>, imported: Arc<Imported>) -> AnyView {
    live(move || {
        let words = library.words(explorer.language.get());
        let name = desk.file().map(|file| file.name()).unwrap_or_default();
        let back = on_click(move || desk.back());
        let forget = on_click(move || desk.forget());
        let by_default = imported.rules.iter().find(|rule| **rule == Rule::OtherwiseNewDrug);
        let default_said = by_default.map(|rule| view! { <p class="small">{words.rule(*rule)}</p> });
        view! {
            <section data-part="own-report">
                <h3>{format!("{}{}{name}", words.say(OwnMessage::List), words.colon())}</h3>
                <p><b>{counts(words, &imported).join(" · ")}</b></p>
                <p class="small">{words.say(OwnMessage::NotAssigned)} {words.colon()} {not_assigned(words, &imported).join(" · ")}</p>
                {default_said}
                <p class="small">{words.say(OwnMessage::OnlyHere)}</p>
                <p class="buttons">
                    <button type="button" class="link" data-part="back" on:click=back>{words.say(OwnMessage::Back)}</button> " "
                    <button type="button" class="link" data-part="forget" on:click=forget>{words.say(OwnMessage::Forget)}</button>
                </p>
                {folded(words.say(OwnMessage::Rules), imported.rules.iter().map(|rule| words.rule(*rule).to_owned()).collect())}
                {folded(words.say(OwnMessage::BrokenRows), broken(words, &imported))}
                {folded(words.say(OwnMessage::Unmatched), imported.columns.iter().filter_map(|column| unmatched(words, column)).collect())}
                {values::values(desk, words, &imported)}
                {keywords::of_counted(desk, words)}
            </section>
        }
        .into_any()
    })
}

/// How many rows and trials there are, and how many are in no number. What is none is not said.
fn counts(words: LibraryWords<'static>, imported: &Imported) -> Vec<String> {
    let list = &imported.list;
    let said = [
        (list.rows(), OwnMessage::Rows),
        (list.len(), OwnMessage::Trials),
        (list.repeated().len(), OwnMessage::RepeatedRows),
        (imported.flaws.set_aside() as usize, OwnMessage::FlawedRows),
        (imported.flaws.damaged() as usize, OwnMessage::DamagedRows),
        (list.without_year(), OwnMessage::WithoutYear),
    ];
    let said = said.into_iter().enumerate().filter_map(|(position, (count, what))| match (position, count) {
        (0 | 1, _) => Some(words.of_things(count as u64, words.say(what))),
        (_, 0) => None,
        (_, count) => Some(format!("{}{}{}", words.say(what), words.colon(), words.integer(count as u64))),
    });
    said.collect()
}

/// The breakdowns that the list knows, with how many trials have no code of theirs.
fn not_assigned(words: LibraryWords<'static>, imported: &Imported) -> Vec<String> {
    const SHOWN: [Dimension; 7] = [
        Dimension::ProductType,
        Dimension::Disease,
        Dimension::Phase,
        Dimension::Sponsor,
        Dimension::Scope,
        Dimension::Region,
        Dimension::Status,
    ];
    let line = |dimension: Dimension| {
        format!("{} {}", words.dimension(dimension), words.integer(imported.list.not_assigned(dimension) as u64))
    };
    SHOWN.map(line).into()
}

fn broken(words: LibraryWords<'static>, imported: &Imported) -> Vec<String> {
    let named = imported.flaws.first().iter().take(NAMED).map(|flaw| {
        let line = format!("{} {}{}", words.say(OwnMessage::Line), flaw.span.line, words.say(OwnMessage::LineEnd));
        format!("{line}{}{}", words.colon(), words.flaw(flaw))
    });
    let mut lines: Vec<String> = named.collect();
    if imported.flaws.first().len() > NAMED {
        lines.push(format!("… {}", words.integer(imported.flaws.count().into())));
    }
    lines
}

/// The commonest values of a column that are taken for nothing.
fn unmatched(words: LibraryWords<'static>, report: &ColumnReport) -> Option<String> {
    report.field.filter(|field| !field.dimensions().is_empty())?;
    let values = report.values.iter().filter(|value| value.codes.is_empty()).take(NAMED);
    let values: Vec<String> =
        values.map(|value| format!("{} ({})", value.value, words.integer(value.rows.into()))).collect();
    (!values.is_empty()).then(|| format!("{}{}{}", report.column, words.colon(), values.join(" · ")))
}

/// Lines behind a fold; nothing where there are none.
fn folded(title: &'static str, lines: Vec<String>) -> AnyView {
    if lines.is_empty() {
        return ().into_any();
    }
    let summary = format!("{title} ({})", lines.len());
    let lines: Vec<AnyView> = lines.into_iter().map(|line| view! { <li>{line}</li> }.into_any()).collect();
    view! { <details><summary>{summary}</summary><ul class="small">{lines}</ul></details> }.into_any()
}
