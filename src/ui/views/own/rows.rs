//! The trials behind a number of a list: their rows, read again from the file, to be searched, sorted and taken along.

use std::sync::Arc;

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::desk::{ListDesk, ListStatus};
use crate::address::Language;
use crate::dataset::Facts;
use crate::export::{Separator, csv_of, name_for};
use crate::host::{document, download, file, frames};
use crate::locale::{LibraryWords, OwnMessage};
use crate::query::Table;
use crate::trials::{Imported, Limits, Workbook, read_again, rows_behind};
use crate::ui::kit::live::{live, on_click};

/// As many trials are shown; all of them are in the file.
const SHOWN: usize = 500;

/// The trials of one number.
#[derive(Clone)]
pub struct Chosen {
    /// What the number is about.
    label: String,
    /// Their rows, counted from 0.
    rows: Arc<Vec<u32>>,
}

impl Chosen {
    /// The trials behind a cell of a list's table.
    pub fn new(
        facts: &Facts,
        imported: &Imported,
        table: &Table,
        (row, column): (usize, usize),
        language: Language,
    ) -> Self {
        let label = facts.words(language).cell_label(table, row, column);
        Self { label, rows: Arc::new(rows_behind(facts, &imported.list, table, row, column).collect()) }
    }
}

/// What is searched for, and the column that is sorted by: the first one upwards.
#[derive(Clone, PartialEq, Default)]
struct Listing {
    text: String,
    sort: Option<(usize, bool)>,
}

/// The rows of the trials, as they stand in the file.
pub fn rows(desk: ListDesk, words: LibraryWords<'static>, imported: &Arc<Imported>, chosen: &Chosen) -> AnyView {
    let (read, listing) = (RwSignal::new(None::<Vec<Vec<String>>>), RwSignal::new(Listing::default()));
    let Some(chosen_file) = desk.file() else { return ().into_any() };
    load(desk, chosen_file.clone(), imported.clone(), chosen.rows.iter().copied().take(SHOWN).collect(), read);
    frames::after_paint(|| document::focus("#trials-behind"));
    let search: Box<dyn FnMut(Event)> = Box::new(move |event| {
        let text = event_target_value(&event);
        listing.update(|listing| listing.text = text);
    });
    let save = {
        let (imported, chosen) = (imported.clone(), chosen.clone());
        on_click(move || export(desk, words, chosen_file.clone(), imported.clone(), chosen.clone()))
    };
    let close = on_click(move || desk.behind.set(None));
    let header = imported.header.clone();
    let table = live(move || match read.get() {
        None => view! { <p role="status">{words.say(OwnMessage::Reading)} " …"</p> }.into_any(),
        Some(rows) => table(&header, &listed(rows, &listing.get()), listing),
    });
    let count = words.of_things(chosen.rows.len() as u64, words.say(OwnMessage::Trials));
    let first = if chosen.rows.len() > SHOWN {
        format!(
            "{} {} {}",
            words.say(OwnMessage::FirstOf),
            words.integer(SHOWN as u64),
            words.say(OwnMessage::FirstOfEnd)
        )
    } else {
        String::new()
    };
    view! {
        <section data-part="trials-behind">
            <h4 id="trials-behind" tabindex="-1">{format!("{}{}{}", words.say(OwnMessage::TrialsBehind), words.colon(), chosen.label)}</h4>
            <p>{count} " " {first}</p>
            <p class="buttons">
                <label>{words.say(OwnMessage::SearchTrials)} " " <input type="search" name="trials" on:input=search/></label> " "
                <button type="button" class="link" data-part="export-trials" on:click=save>{words.say(OwnMessage::ExportTrials)}</button> " "
                <button type="button" class="link" data-part="close-trials" on:click=close>{words.say(OwnMessage::Close)}</button>
            </p>
            {table}
        </section>
    }
    .into_any()
}

/// The rows that have the text, in the order that is asked for.
fn listed(mut rows: Vec<Vec<String>>, listing: &Listing) -> Vec<Vec<String>> {
    let text = listing.text.trim().to_lowercase();
    rows.retain(|row| text.is_empty() || row.iter().any(|field| field.to_lowercase().contains(&text)));
    if let Some((column, is_up)) = listing.sort {
        let key = |row: &Vec<String>| row.get(column).map(|field| field.to_lowercase()).unwrap_or_default();
        rows.sort_by(|one, other| if is_up { key(one).cmp(&key(other)) } else { key(other).cmp(&key(one)) });
    }
    rows
}

fn table(header: &[String], rows: &[Vec<String>], listing: RwSignal<Listing>) -> AnyView {
    let heads = header.iter().enumerate().map(|(column, name)| {
        let sorted = listing.with_untracked(|listing| listing.sort.filter(|(sorted, _)| *sorted == column));
        let direction = sorted.map(|(_, is_up)| if is_up { "ascending" } else { "descending" });
        let sort = on_click(move || {
            listing.update(|listing| {
                let is_up = !matches!(listing.sort, Some((sorted, true)) if sorted == column);
                listing.sort = Some((column, is_up));
            });
        });
        view! { <th scope="col" aria-sort=direction><button type="button" class="quiet" on:click=sort>{name.clone()}</button></th> }.into_any()
    });
    let heads: Vec<AnyView> = heads.collect();
    let line = |row: &Vec<String>| {
        let fields: Vec<AnyView> = row.iter().map(|field| view! { <td>{field.clone()}</td> }.into_any()).collect();
        view! { <tr>{fields}</tr> }.into_any()
    };
    let lines: Vec<AnyView> = rows.iter().map(line).collect();
    let name = header.first().cloned().unwrap_or_default();
    view! {
        <div class="table" role="region" tabindex="0" aria-label=name>
            <table class="trials"><thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>
        </div>
    }
    .into_any()
}

/// Reads rows again; what cannot be read is said.
fn load(desk: ListDesk, file: File, imported: Arc<Imported>, rows: Vec<u32>, into: RwSignal<Option<Vec<Vec<String>>>>) {
    spawn_local(async move {
        match fields(desk, &file, &imported, &rows).await {
            // The list may be closed by now.
            Some(read) => drop(into.try_set(Some(read))),
            None => desk.status.set(ListStatus::Fixed(OwnMessage::NotRead)),
        }
    });
}

/// The fields of some rows.
async fn fields(desk: ListDesk, chosen: &File, imported: &Imported, rows: &[u32]) -> Option<Vec<Vec<String>>> {
    let texts = |fields: &crate::trials::Fields| fields.iter().map(str::to_owned).collect::<Vec<String>>();
    let Some(dialect) = imported.dialect else { return of_workbook(desk, chosen, imported, rows).await };
    let mut read = Vec::with_capacity(rows.len());
    for row in rows {
        let span = imported.list.row_span(*row)?;
        let bytes = file::bytes(chosen, span.offset, span.offset + u64::from(span.length)).await.ok()?;
        read.push(texts(&read_again(dialect, &bytes)));
    }
    Some(read)
}

/// The same of a sheet, which is read from its beginning, once.
async fn of_workbook(desk: ListDesk, chosen: &File, imported: &Imported, rows: &[u32]) -> Option<Vec<Vec<String>>> {
    let bytes = file::bytes(chosen, 0, file::size(chosen)).await.ok()?;
    let mut workbook = Workbook::open(&bytes, Limits::OF_THE_PAGE).ok()?;
    let sheet = desk.sheets.with_untracked(|(names, chosen)| chosen.clone().or_else(|| names.first().cloned()))?;
    let wanted: Vec<_> = rows.iter().filter_map(|row| imported.list.row_span(*row)).collect();
    let mut read = Vec::with_capacity(wanted.len());
    let taken = workbook.read(&sheet, |item| {
        if let crate::trials::Item::Row(record) = item
            && wanted.contains(&record.span)
        {
            read.push(record.fields.iter().map(str::to_owned).collect());
        }
        read.len() < wanted.len()
    });
    taken.ok()?;
    Some(read)
}

/// Offers all of the trials as a file.
fn export(desk: ListDesk, words: LibraryWords<'static>, file: File, imported: Arc<Imported>, chosen: Chosen) {
    desk.status.set(ListStatus::Words(format!("{} …", words.say(OwnMessage::Reading))));
    spawn_local(async move {
        let Some(read) = fields(desk, &file, &imported, &chosen.rows).await else {
            return desk.status.set(ListStatus::Fixed(OwnMessage::NotRead));
        };
        let text = csv_of(imported.header.iter().cloned(), &read, Separator::Comma);
        let name = name_for(&chosen.label, "csv");
        let offered = download::offer(&name, "text/csv;charset=utf-8", &text);
        desk.status.set(ListStatus::Words(if offered == download::Offered::Refused { text } else { name }));
    });
}
