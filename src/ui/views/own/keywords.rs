//! The words by which a list is read: shown, added to, and exchanged for a table that the reader has edited.

use leptos::ev::{Event, SubmitEvent};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::{ListDesk, ListStatus};
use super::values::{code_options, named, recount};
use crate::dataset::{CodeId, Dimension, Facts, distinct};
use crate::export::name_for;
use crate::host::{download, file};
use crate::locale::{LibraryWords, OwnMessage};
use crate::trials::Keywords;
use crate::ui::kit::live::{live, on_click};
use crate::ui::kit::signals::leave_no_trace;

/// Longest table of keywords, in bytes.
const LONGEST: u32 = 1 << 20;

/// The words behind a fold: how many there are, which are the reader's, a form for one, and the table as a file.
pub fn keywords(desk: ListDesk, words: LibraryWords<'static>) -> AnyView {
    folded(desk, words, false)
}

/// The same for a list that is counted, which is counted anew with other words.
pub fn of_counted(desk: ListDesk, words: LibraryWords<'static>) -> AnyView {
    folded(desk, words, true)
}

fn folded(desk: ListDesk, words: LibraryWords<'static>, is_counted: bool) -> AnyView {
    let Ok(facts) = Facts::shipped() else { return ().into_any() };
    let Ok(shipped) = Keywords::shipped(facts.codes()) else { return ().into_any() };
    let form = form(desk, words, facts, &shipped);
    let files = files(desk, words, facts);
    let of_reader = Memo::new(move |_| {
        leave_no_trace();
        desk.profile.with(|profile| profile.keywords.clone())
    });
    let own = live(move || of_reader.with(|own| account(desk, words, own.as_ref().unwrap_or(&shipped), &shipped)));
    let recount = is_counted.then(|| recount(desk, words));
    view! {
        <details data-part="keywords">
            <summary>{words.say(OwnMessage::Keywords)}</summary>
            <p class="small">{words.say(OwnMessage::KeywordsLead)}</p>
            {form}
            {own}
            {files}
            {recount}
        </details>
    }
    .into_any()
}

/// How many words there are, and those that the page does not ship, each with a button that takes it away.
fn account(desk: ListDesk, words: LibraryWords<'static>, own: &Keywords, shipped: &Keywords) -> AnyView {
    let added: Vec<(CodeId, String)> = own.beyond(shipped).collect();
    let left_out = shipped.beyond(own).count();
    let counts =
        [(own.count(), OwnMessage::Words), (added.len(), OwnMessage::WordsAdded), (left_out, OwnMessage::WordsLeftOut)];
    let said = counts.into_iter().filter(|(count, _)| *count > 0);
    let said: Vec<String> = said.map(|(count, what)| words.of_things(count as u64, words.say(what))).collect();
    let item = |(code, word): (CodeId, String)| {
        let label = format!("{}{}{word}", words.say(OwnMessage::Remove), words.colon());
        let text = format!("{word} → {}", words.code(code));
        let remove = on_click(move || change(desk, |keywords| keywords.remove(code, &word)));
        view! { <li>{text} " " <button type="button" class="link" aria-label=label on:click=remove>{words.say(OwnMessage::Remove)}</button></li> }
            .into_any()
    };
    let items: Vec<AnyView> = added.into_iter().map(item).collect();
    view! {
        <p role="status" data-part="keyword-count">{said.join(" · ")}</p>
        <ul class="small" data-part="own-keywords">{items}</ul>
    }
    .into_any()
}

/// Reads the list by other words from now on.
fn change(desk: ListDesk, edit: impl FnOnce(&mut Keywords)) {
    let Some(shipped) = Facts::shipped().ok().and_then(|facts| Keywords::shipped(facts.codes()).ok()) else { return };
    desk.profile.update(|profile| {
        let mut keywords = profile.words(&shipped).clone();
        edit(&mut keywords);
        profile.read_by(keywords, &shipped);
    });
}

/// A word, what it stands for, and the button that adds it.
fn form(desk: ListDesk, words: LibraryWords<'static>, facts: &'static Facts, shipped: &Keywords) -> AnyView {
    let dimensions: Vec<Dimension> = distinct(shipped.codes().map(|code| facts.codes().get(code).dimension));
    let options = code_options(words, facts, &dimensions, &[]);
    let (word, code) = (NodeRef::<html::Input>::new(), NodeRef::<html::Select>::new());
    let add: Box<dyn FnMut(SubmitEvent)> = Box::new(move |event| {
        event.prevent_default();
        let (Some(word), Some(code)) = (word.get_untracked(), code.get_untracked()) else { return };
        let Some(id) = named(facts, &code.value()) else { return };
        let mut refused = None;
        change(desk, |keywords| refused = keywords.add_words(id, &word.value()).err());
        if refused.is_none() {
            word.set_value("");
        }
    });
    view! {
        <form class="dropdowns" data-part="add-keyword" on:submit=add>
            <label>{words.say(OwnMessage::AKeyword)} " " <input type="text" name="keyword" required=true pattern=".*[^*;；\\s].*" title=words.say(OwnMessage::KeywordHint) autocomplete="off" node_ref=word/></label> " "
            <label>{words.say(OwnMessage::StandsFor)} " " <select name="stands-for" node_ref=code>{options}</select></label> " "
            <button type="submit">{words.say(OwnMessage::AddKeyword)}</button>
        </form>
        <p class="small">{words.say(OwnMessage::KeywordHint)}</p>
    }
    .into_any()
}

/// The table as a file, from one, and as it is shipped.
fn files(desk: ListDesk, words: LibraryWords<'static>, facts: &'static Facts) -> AnyView {
    let save = on_click(move || {
        let Ok(shipped) = Keywords::shipped(facts.codes()) else { return };
        let table = desk.profile.with_untracked(|profile| profile.words(&shipped).to_csv(facts.codes()));
        let name = name_for(words.say(OwnMessage::Keywords), "csv");
        let offered = download::offer(&name, "text/csv;charset=utf-8", &table);
        // A frame that drops files drops this one too: then the text is shown.
        desk.status.set(ListStatus::Words(if offered == download::Offered::Refused { table } else { name }));
    });
    let open: Box<dyn FnMut(Event)> = Box::new(move |event| {
        if let Some(chosen) = file::chosen(&event) {
            spawn_local(async move { desk.status.set(opened(desk, facts, &chosen).await) });
        }
    });
    let reset = on_click(move || desk.profile.update(|profile| profile.keywords = None));
    let is_shipped = move || desk.profile.with(|profile| profile.keywords.is_none());
    view! {
        <p class="buttons">
            <button type="button" class="link" data-part="save-keywords" on:click=save>{words.say(OwnMessage::SaveKeywords)}</button> " "
            <label class="file">{words.say(OwnMessage::OpenKeywords)} " " <input type="file" name="keywords" accept=".csv,.tsv,.txt" on:change=open/></label> " "
            <button type="button" class="link" data-part="shipped-keywords" disabled=is_shipped on:click=reset>{words.say(OwnMessage::ShippedKeywords)}</button>
        </p>
    }
    .into_any()
}

/// Opens a table of keywords, and says what became of it.
async fn opened(desk: ListDesk, facts: &'static Facts, chosen: &web_sys::File) -> ListStatus {
    if file::size(chosen) > LONGEST.into() {
        return ListStatus::Fixed(OwnMessage::KeywordsTooLong);
    }
    let Ok(bytes) = file::bytes(chosen, 0, LONGEST.into()).await else { return ListStatus::Fixed(OwnMessage::NotRead) };
    match Keywords::parse(&bytes, facts.codes()) {
        Ok(read) => {
            change(desk, |keywords| *keywords = read);
            ListStatus::Fixed(OwnMessage::KeywordsOpened)
        }
        Err(error) => ListStatus::NoKeywords(error),
    }
}
