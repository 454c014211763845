//! The memo as the page shows it, and as it is printed.

use leptos::prelude::*;

use super::BriefDesk;
use crate::export::{Memo, MemoCell, MemoItem, MemoPicture, MemoTable};
use crate::host::picture::PictureUrl;
use crate::host::{charts, document};
use crate::locale::{BriefMessage, Words};
use crate::ui::controls::link::open_in_place;
use crate::ui::kit::live::live;

/// The memo; nothing where nothing is pinned. It gets its pictures when the charts' library is there.
pub fn memo(desk: BriefDesk) -> AnyView {
    let can_draw = RwSignal::new(charts::is_loaded());
    StoredValue::new_local(charts::on_loaded(move || can_draw.set(charts::is_loaded())));
    live(move || {
        can_draw.track();
        let memo = desk.memo();
        if memo.items.is_empty() { ().into_any() } else { shown(*desk.words(), &memo) }
    })
}

fn shown(words: Words<'_>, memo: &Memo) -> AnyView {
    let Memo { title, date, items, footnotes_heading, footnotes, closing, .. } = memo;
    let items: Vec<AnyView> = items.iter().map(item).collect();
    let note = |(at, text): (usize, &String)| {
        view! { <li id=format!("memo-note-{}", at + 1) tabindex="-1">{text.clone()}</li> }.into_any()
    };
    let notes: Vec<AnyView> = footnotes.iter().enumerate().map(note).collect();
    let closing: Vec<AnyView> = closing.iter().map(|line| view! { <p>{line.clone()}</p> }.into_any()).collect();
    let footnotes = if notes.is_empty() {
        ().into_any()
    } else {
        view! { <h4>{*footnotes_heading}</h4> <ol>{notes}</ol> }.into_any()
    };
    view! {
        <article class="memo" data-part="memo" aria-label=words.say(BriefMessage::Memo)>
            <h3>{title.clone()}</h3>
            <p class="date">{date.clone()}</p>
            {items}
            <footer>{footnotes} {closing}</footer>
        </article>
    }
    .into_any()
}

fn item(item: &MemoItem) -> AnyView {
    let MemoItem { heading, statement, is_derived, footnote, about, picture, table, note, is_missing } = item;
    // The number of the footnote stands behind what it proves.
    let (at_heading, at_statement) = if statement.is_empty() {
        (reference(*footnote), ().into_any())
    } else {
        (().into_any(), reference(*footnote))
    };
    let class = match (is_missing, is_derived) {
        (true, _) => "missing",
        (false, true) => "derived",
        (false, false) => "",
    };
    let statement = (!statement.is_empty()).then(|| view! { <p class=class>{statement.clone()}{at_statement}</p> });
    let about = (!about.is_empty()).then(|| view! { <p class="about">{about.clone()}</p> });
    let note = (!note.is_empty()).then(|| view! { <p class="own">{note.clone()}</p> });
    view! {
        <section class:half=item.is_half()>
            <h4>{heading.clone()}{at_heading}</h4>
            {statement} {about} {picture.as_ref().map(picture_view)} {table.as_ref().map(|table| table_view(heading, table))} {note}
        </section>
    }
    .into_any()
}

/// A picture: an image, so that no style of the page reaches into it.
fn picture_view(picture: &MemoPicture) -> AnyView {
    let MemoPicture { svg, description, .. } = picture;
    let Some(url) = PictureUrl::new(&svg.text) else { return ().into_any() };
    let (src, alt) = (url.as_str().to_owned(), description.clone());
    // For as long as the memo shows it.
    StoredValue::new_local(url);
    view! { <img src=src alt=alt width=svg.width_px height=svg.height_px/> }.into_any()
}

/// The number of a footnote, which leads to it without changing the address.
fn reference(footnote: Option<usize>) -> AnyView {
    let Some(at) = footnote else { return ().into_any() };
    let target = format!("#memo-note-{at}");
    let href = target.clone();
    let go = open_in_place(move || document::focus(&target));
    view! { <sup><a href=href on:click=go>{at}</a></sup> }.into_any()
}

fn table_view(heading: &str, table: &MemoTable) -> AnyView {
    let MemoTable { corner, columns, rows } = table;
    let columns: Vec<AnyView> =
        columns.iter().map(|column| view! { <th scope="col">{column.clone()}</th> }.into_any()).collect();
    let cell = |cell: &MemoCell| {
        let class = if cell.is_derived { "derived" } else { "" };
        view! { <td class=class>{cell.text.clone()}</td> }.into_any()
    };
    let rows: Vec<AnyView> = rows
        .iter()
        .map(|row| {
            let cells: Vec<AnyView> = row.cells.iter().map(cell).collect();
            view! { <tr><th scope="row">{row.label.clone()}</th>{cells}</tr> }.into_any()
        })
        .collect();
    view! {
        <div class="numbers" tabindex="0" role="region" aria-label=heading.to_owned()>
            <table><thead><tr><th scope="col">{corner.clone()}</th>{columns}</tr></thead><tbody>{rows}</tbody></table>
        </div>
    }
    .into_any()
}
