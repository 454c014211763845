//! What the reader has entered, row by row, and what can be done with it.

use leptos::prelude::*;

use super::desk::FiguresDesk;
use crate::dataset::{Became, Library, OwnRow, own_tables};
use crate::export::{FileForm, PlainTable, Separator};
use crate::locale::{LibraryWords, OwnMessage};
use crate::query::Lacking;
use crate::ui::controls::take_away::TakeAway;
use crate::ui::kit::live::{live, on_click};
use crate::ui::late::FileOf;
use crate::ui::state::explorer::Explorer;

/// The name of the files.
const NAME: &str = "own figures";

/// The rows; nothing where none were entered.
pub fn entered(desk: FiguresDesk, explorer: Explorer, files: TakeAway) -> AnyView {
    live(move || {
        let Some(library) = desk.library() else { return ().into_any() };
        let words = library.words(explorer.language.get());
        let rows: Vec<AnyView> = library.own().rows.iter().map(|row| row_view(desk, words, row)).collect();
        let title = format!("{} ({})", words.say(OwnMessage::Entered), words.integer(rows.len() as u64));
        view! {
            <h4>{title.clone()}</h4>
            <div class="table" role="region" tabindex="0" aria-label=title>
                <table data-part="entered">
                    <thead><tr>{heads(words)}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {actions(desk, words, library, files)}
        }
        .into_any()
    })
}

fn heads(words: LibraryWords<'static>) -> Vec<AnyView> {
    let names = [OwnMessage::Number, OwnMessage::Value, OwnMessage::From, OwnMessage::Became, OwnMessage::Remove];
    names.map(|name| view! { <th scope="col">{words.say(name)}</th> }.into_any()).into()
}

fn row_view(desk: FiguresDesk, words: LibraryWords<'static>, row: &OwnRow) -> AnyView {
    let OwnRow { name, fact, position, became, .. } = row;
    let [title, unit, _] =
        words.remarks(&Lacking { key: fact.key, share_of: fact.share_of.clone(), others: Vec::new() });
    let about = format!("{}{}{title}", words.span(fact.key.year, fact.key.year), words.colon());
    let value = format!("{}{} {unit}", fact.qualifier.map_or("", |qualifier| qualifier.code()), fact.value);
    let stands = words.say(match became {
        Became::Fact(_) => OwnMessage::AsOwn,
        Became::Dispute(_) => OwnMessage::AsDispute,
        Became::Known(_) => OwnMessage::AsKnown,
    });
    let (fact, label) = (name.clone(), format!("{} {about}", words.say(OwnMessage::Remove)));
    let remove = on_click(move || desk.remove(&fact));
    view! {
        <tr>
            <th scope="row">{about}</th>
            <td>{value}</td>
            <td>{words.file_position(position)}</td>
            <td>{stands}</td>
            <td><button type="button" class="link" aria-label=label on:click=remove>{words.say(OwnMessage::Remove)}</button></td>
        </tr>
    }
    .into_any()
}

/// Files that load again, and the way back to the shipped data.
fn actions(desk: FiguresDesk, words: LibraryWords<'static>, library: Library<'static>, files: TakeAway) -> AnyView {
    let all = on_click(move || files.give(FileOf::Tables(NAME.to_owned(), words.own_tables()), FileForm::Xlsx));
    let one = |table: &PlainTable| {
        let (name, table) = (table.name.clone(), table.clone());
        let label = format!("{} {name}.csv", words.say(OwnMessage::SaveOne));
        let save = on_click(move || {
            files.give(FileOf::Tables(name.clone(), vec![table.clone()]), FileForm::Rows(Separator::Comma));
        });
        view! { <button type="button" class="link" on:click=save>{label}</button> " " }.into_any()
    };
    let each: Vec<AnyView> = own_tables(library).iter().map(|table| one(&PlainTable::from(table))).collect();
    let forget = on_click(move || desk.forget());
    view! {
        <p class="buttons">
            <button type="button" class="link" data-part="save-own" on:click=all>{words.say(OwnMessage::SaveAll)}</button>
            {each}
            <button type="button" class="link" data-part="forget-own" on:click=forget>{words.say(OwnMessage::ForgetFigures)}</button>
        </p>
    }
    .into_any()
}
