//! What bears the numbers of a figure: the other values that are printed, sources and notes.

use leptos::prelude::*;

use crate::dataset::{Library, Source, SourceId, distinct};
use crate::locale::{LateMessage, LibraryWords, Message};
use crate::query::Table;
use crate::ui::controls::source::source_title;
use crate::ui::figure::late::missing::gaps;
use crate::ui::figure::paragraphs::paragraphs;
use crate::ui::kit::live::live_on;
use crate::ui::state::card::Card;

/// Sources, notes and other values: lists that are folded away until they are asked for.
pub fn evidence(card: Card, library: Library<'static>) -> AnyView {
    let sources =
        live_on(move || card.table.with(sources_of(library)), move |sources| source_list(card, library, sources));
    let words = move || library.words(card.explorer.language.get());
    let all_notes = move |table: &Table| {
        let others = other_population(words(), table);
        let gaps = others.into_iter().chain(gaps(card, table));
        gaps.chain(words().notes_on(&table.facts())).collect::<Vec<String>>()
    };
    let notes =
        live_on(move || card.table.with(all_notes), move |notes| note_list(card, "notes", LateMessage::Notes, notes));
    let disputes = live_on(
        move || card.table.with(|table| words().disputes_around(table)),
        move |disputes| note_list(card, "disputes", LateMessage::OtherValues, disputes),
    );
    let warning = live_on(move || card.table.with(|table| not_of_reports(words(), table)), warning_line);
    vec![warning, sources, notes, disputes].into_any()
}

/// What a figure of another population counts; nothing for CDE's numbers, whose population is said above them.
fn other_population(words: LibraryWords<'_>, table: &Table) -> Option<String> {
    words.why_other_population(table.measure)?;
    Some(words.pick(words.library.measure_definition(table.measure)).to_owned())
}

/// That a figure's numbers are not CDE's, and why.
fn not_of_reports(words: LibraryWords<'_>, table: &Table) -> Vec<String> {
    words.why_other_population(table.measure).map(str::to_owned).into_iter().collect()
}

/// Never folded away: without it the numbers would be taken for CDE's.
fn warning_line(lines: &[String]) -> AnyView {
    if lines.is_empty() {
        return ().into_any();
    }
    view! { <div class="small" data-part="other-population">{paragraphs(lines)}</div> }.into_any()
}

/// A list that is folded away until it is asked for; nothing when it is empty.
fn folded(part: &'static str, title: &str, lines: Vec<AnyView>) -> AnyView {
    if lines.is_empty() {
        return ().into_any();
    }
    let title = format!("{title} ({})", lines.len());
    view! { <details data-part=part><summary>{title}</summary><ul>{lines}</ul></details> }.into_any()
}

/// The sources of all numbers of a figure.
fn sources_of(library: Library<'static>) -> impl Fn(&Table) -> Vec<SourceId> {
    move |table| distinct(table.facts().iter().flat_map(|fact| library.facts().fact(*fact).sources.iter().copied()))
}

fn source_list(card: Card, library: Library<'static>, sources: &[SourceId]) -> AnyView {
    let words = library.words(card.explorer.language.get());
    let lines = sources.iter().map(|source| source_line(words, library.source(*source))).collect();
    folded("sources", card.words().say(Message::Sources), lines)
}

/// Title, publisher and date.
fn source_line(words: LibraryWords<'_>, source: &'static Source) -> AnyView {
    let date = if source.published.is_empty() { String::new() } else { format!(", {}", source.published) };
    view! { <li>{source_title(source)} {format!(". {}{date}", words.pick(&source.publisher))}</li> }.into_any()
}

fn note_list(card: Card, part: &'static str, title: LateMessage, lines: &[String]) -> AnyView {
    let lines = lines.iter().cloned().map(|line| view! { <li>{line}</li> }.into_any()).collect();
    folded(part, card.words().say(title), lines)
}
