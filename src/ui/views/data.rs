//! All facts in one table: sorted, searched and narrowed; those of the selection first.

use leptos::ev::{Event, KeyboardEvent};
use leptos::prelude::*;

use crate::address::Asked;
use crate::dataset::{FactId, Grade, Library, Statistic};
use crate::figures::figure;
use crate::host::document;
use crate::locale::{LateMessage, LibraryWords, Message, Words};
use crate::query::{Listing, Selection, SortColumn, list};
use crate::ui::controls::link::selection_link;
use crate::ui::controls::number_button::number_button;
use crate::ui::controls::select::{Select, option};
use crate::ui::controls::take_away::take_away_menu;
use crate::ui::kit::keys::key;
use crate::ui::kit::live::{live, on_click};
use crate::ui::late::FileOf;
use crate::ui::state::explorer::Explorer;

/// The first figure of the numbers that this list leaves out, because they are not CDE's.
const FIRST_OF_OTHERS: &str = "studies_of_the_world";

/// The data view.
pub fn data(explorer: Explorer, library: Library<'static>) -> AnyView {
    let words = move || library.words(explorer.language.get());
    let listing = Memo::new(move |_| explorer.address.with(|address| address.listing.clone()));
    // The field keeps what is being typed: it is written once, not at every letter.
    let search = live(move || {
        let words = words();
        vec![search_field(explorer, *words), filters(explorer, *words)].into_any()
    });
    let table = live(move || facts(explorer, words(), &listing.get()));
    view! {
        <section class="data" data-part="data">
            <h2>{move || words().say(Message::Data)}</h2>
            <form class="dropdowns" role="search" on:submit=|event| event.prevent_default()>{search}</form>
            {take_away_menu(explorer, "take-away-data", LateMessage::DownloadAllData, || FileOf::AllData)}
            {table}
        </section>
    }
    .into_any()
}

/// Changes how the facts are listed; no step of its own for "back".
fn change(explorer: Explorer, change: impl FnOnce(&mut Listing)) {
    explorer.replace(|address| change(&mut address.listing));
}

fn search_field(explorer: Explorer, words: Words<'_>) -> AnyView {
    let typed: Box<dyn FnMut(Event)> = Box::new(move |event| {
        let text = event_target_value(&event);
        change(explorer, |listing| listing.text = text.chars().take(80).collect());
    });
    let text = explorer.address.with_untracked(|address| address.listing.text.clone());
    view! {
        <label class="dropdown">
            {words.say(LateMessage::SearchFacts)} <input type="search" name="q" value=text on:input=typed/>
        </label>
    }
    .into_any()
}

fn filters(explorer: Explorer, words: Words<'_>) -> AnyView {
    let (statistic, grade) =
        explorer.address.with_untracked(|address| (address.listing.statistic, address.listing.grade));
    let statistics = Statistic::ALL.map(|one| (one.code(), words.term("statistic", one.code()).to_owned()));
    let grades = Grade::ALL
        .map(|one| (one.code(), format!("{}{}{}", one.code(), words.colon(), words.term("grade", one.code()))));
    let by_statistic = dropdown(
        words.term("dimension", "statistic").to_owned(),
        "statistic",
        words,
        &statistics,
        statistic.map(Statistic::code),
        move |code| change(explorer, |listing| listing.statistic = Statistic::from_code(code)),
    );
    let by_grade = dropdown(
        words.say(LateMessage::Grade).to_owned(),
        "grade",
        words,
        &grades,
        grade.map(Grade::code),
        move |code| {
            change(explorer, |listing| listing.grade = Grade::from_code(code));
        },
    );
    vec![by_statistic, by_grade].into_any()
}

/// A dropdown over a column.
fn dropdown(
    label: String,
    name: &'static str,
    words: Words<'_>,
    options: &[(&'static str, String)],
    chosen: Option<&str>,
    choose: impl Fn(&str) + 'static,
) -> AnyView {
    let chosen = chosen.unwrap_or_default();
    let all = option(String::new(), words.say(Message::All).to_owned(), false, chosen.is_empty());
    let each = options.iter().map(|(code, text)| option((*code).to_owned(), text.clone(), false, chosen == *code));
    let options = std::iter::once(all).chain(each).collect();
    Select { label, name, class: "dropdown", value: chosen.to_owned(), options, is_disabled: false }.view(choose)
}

fn facts(explorer: Explorer, words: LibraryWords<'static>, listing: &Listing) -> AnyView {
    let selection = explorer.pace.settled.get();
    let listed = list(words.library, &selection, listing);
    let count = words.facts_listed(listed.len(), listed.iter().filter(|(_, is_chosen)| *is_chosen).count());
    let label = words.and_other_populations().into_any();
    let others = selection_link(explorer, Selection::default(), figure(FIRST_OF_OTHERS), label);
    let heads: Vec<AnyView> = SortColumn::ALL.map(|column| head(explorer, *words, listing, column)).into();
    let rows: Vec<AnyView> = listed
        .into_iter()
        .enumerate()
        .map(|(position, (fact, is_chosen))| row(explorer, words, fact, is_chosen, position == 0))
        .collect();
    let walk: Box<dyn FnMut(KeyboardEvent)> = Box::new(|event| {
        let step = match key(&event).as_str() {
            "ArrowDown" => document::Step::Next,
            "ArrowUp" => document::Step::Previous,
            "Home" => document::Step::First,
            "End" => document::Step::Last,
            _ => return,
        };
        if document::walk_rows(step) {
            event.prevent_default();
        }
    });
    view! {
        <p role="status" class="small">{count}</p>
        <p class="small">{others}</p>
        <div class="table facts" role="region" tabindex="-1" aria-label=words.say(Message::Data)>
            <table>
                <thead><tr>{heads}</tr></thead>
                <tbody on:keydown=walk>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn head(explorer: Explorer, words: Words<'_>, listing: &Listing, column: SortColumn) -> AnyView {
    let is_sorted = listing.sort.column == column;
    let direction = match (is_sorted, listing.sort.is_descending) {
        (false, _) => "none",
        (true, true) => "descending",
        (true, false) => "ascending",
    };
    let arrow = match direction {
        "descending" => " ▼",
        "ascending" => " ▲",
        _ => "",
    };
    let sort = on_click(move || change(explorer, |listing| listing.sort = listing.sort.pressed(column)));
    let class = if column == SortColumn::Value { "numeric" } else { "" };
    view! {
        <th scope="col" class=class aria-sort=direction>
            <button type="button" class="cell" on:click=sort>{words.column(column)} <span aria-hidden="true">{arrow}</span></button>
        </th>
    }
    .into_any()
}

fn row(explorer: Explorer, words: LibraryWords<'static>, id: FactId, is_chosen: bool, is_first: bool) -> AnyView {
    let fact = words.facts.fact(id);
    let prove = move || explorer.prove(Asked::Fact(words.library.name(id).to_owned()));
    let class = if is_chosen { "" } else { "other" };
    // One stop for Tab; the arrow keys go from row to row.
    let tab = if is_first { "0" } else { "-1" };
    let [measure, group, statistic, value] = words.fact_cells(id);
    let edition = fact.report.map(|year| year.to_string()).unwrap_or_default();
    view! {
        <tr class=class>
            <td>{fact.key.year.to_string()}</td>
            <td>{measure}</td>
            <td>{group}</td>
            <td>{statistic}</td>
            <td class="numeric">{number_button(tab, prove, value.into_any())}</td>
            <td>{fact.grade.code()}</td>
            <td>{edition}</td>
        </tr>
    }
    .into_any()
}
