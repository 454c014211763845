//! What the reader has pinned, as the address has it: reading it, and writing what the reader changes.
//!
//! A brief that is too long for an address stands there under a name. Its text is here for as long as the page lives, and the
//! last one in the browser's storage, so that it survives a reload; it never leaves the reader's machine.

use std::cell::RefCell;

use leptos::prelude::*;

use crate::address::{
    Address, Brief, LONGEST_IN_ADDRESS, LONGEST_LINK, Unread, View, name_of_held, parse_brief, written_brief,
};
use crate::host::address_bar::Change;
use crate::host::storage;
use crate::ui::state::explorer::Explorer;

/// The name of the last long brief among what is kept.
const SAVED_BRIEF: &str = "brief";

thread_local! {
    /// The briefs that were too long for an address, by their names in it.
    static HELD: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
}

/// The brief of an address as far as it could be read.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ReadBrief {
    /// What is pinned.
    pub brief: Brief,
    /// What could not be read as it stands there.
    pub unread: Vec<Unread>,
    /// Whether the address only names a brief that is not here.
    pub is_lost: bool,
    /// Whether the address only names the brief, because it is too long.
    pub is_long: bool,
}

/// What the address has pinned; a signal that changes only with it.
pub fn follow_brief(explorer: Explorer) -> Memo<ReadBrief> {
    let text = Memo::new(move |_| explorer.address.with(|address| address.brief.clone()));
    Memo::new(move |_| text.with(|text| read(explorer, text)))
}

/// What the address has pinned now.
pub fn brief_now(explorer: Explorer) -> ReadBrief {
    explorer.address.with_untracked(|address| read(explorer, &address.brief))
}

fn read(explorer: Explorer, text: &str) -> ReadBrief {
    // Its name is made of its text: nothing else is taken for it.
    let of_its_name = |long: &String| name_of_held(long) == text;
    let is_long = text.starts_with("held:");
    let held = || HELD.with_borrow(|held| held.iter().find(|(name, _)| name == text).map(|(_, long)| long.clone()));
    let long = if is_long { held().or_else(|| storage::load(SAVED_BRIEF).filter(of_its_name)) } else { None };
    if is_long && long.is_none() {
        return ReadBrief { is_lost: true, ..ReadBrief::default() };
    }
    let (brief, unread) = parse_brief(explorer.facts, long.as_deref().unwrap_or(text));
    ReadBrief { brief, unread, is_lost: false, is_long }
}

/// Writes the brief into the address; where it is too long for that, its name.
pub fn write_brief(explorer: Explorer, brief: &Brief, change: Change) {
    let text = written_brief(explorer.facts, brief);
    let (bare, carrying) = (link(explorer, String::new()).len(), link(explorer, text.clone()).len());
    if carrying <= LONGEST_LINK && carrying.saturating_sub(bare) <= LONGEST_IN_ADDRESS {
        return explorer.rewrite_brief(text, change);
    }
    let name = name_of_held(&text);
    // Where the browser keeps nothing, the page has it until it is closed.
    storage::save(SAVED_BRIEF, &text);
    HELD.with_borrow_mut(|held| {
        if held.iter().all(|(known, _)| *known != name) {
            held.push((name.clone(), text));
        }
    });
    explorer.rewrite_brief(name, change);
}

/// The link to the brief of now.
pub fn link_to_brief(explorer: Explorer) -> String {
    link(explorer, explorer.address.with_untracked(|address| address.brief.clone()))
}

fn link(explorer: Explorer, text: String) -> String {
    let address = explorer.address.with_untracked(|address| Address {
        language: address.language,
        view: View::Brief,
        ..Address::default()
    });
    explorer.link_with(&address, text)
}
