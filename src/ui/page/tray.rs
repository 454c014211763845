//! The tray: how much is pinned, and the way to the brief.

use leptos::prelude::*;

use crate::address::{Mode, View};
use crate::host::{document, frames, style};
use crate::locale::{BriefMessage, Message};
use crate::ui::controls::link::open_in_place;
use crate::ui::kit::live::live;
use crate::ui::state::brief::{ReadBrief, follow_brief, link_to_brief};
use crate::ui::state::explorer::Explorer;

/// The style of the brief and of what leads to it.
const STYLE: &str = include_str!("../../../style/late/brief.css");

/// The tray; nothing where nothing is pinned, in the brief itself, and in a page within another.
pub fn tray(explorer: Explorer) -> AnyView {
    // A page within another has no brief.
    if explorer.mode() == Mode::Full {
        style::add(STYLE);
    }
    let brief = follow_brief(explorer);
    live(move || {
        let is_elsewhere = explorer.mode() == Mode::Full && explorer.view.get() != View::Brief;
        let said = brief.with(|read| said(explorer, read));
        match said.filter(|_| is_elsewhere) {
            None => ().into_any(),
            Some(said) => {
                let name = explorer.words().say(Message::Brief);
                let open = open_in_place(move || {
                    explorer.go(|address| {
                        address.view = View::Brief;
                        address.figure = None;
                        address.ask_proof(None);
                    });
                    frames::after_paint(document::scroll_to_top);
                });
                view! {
                    <aside class="tray" data-part="tray" aria-label=name>
                        <a href=link_to_brief(explorer) on:click=open>{said}</a>
                    </aside>
                }
                .into_any()
            }
        }
    })
}

/// "Brief: 3 of 12", and how much of it could not be read; nothing where there is nothing of either.
fn said(explorer: Explorer, read: &ReadBrief) -> Option<String> {
    let words = explorer.words();
    let ReadBrief { brief, unread, is_lost, .. } = read;
    let count = brief.pins().len();
    let unread = unread.len() + usize::from(*is_lost);
    if count + unread == 0 {
        return None;
    }
    let of = words.say(BriefMessage::OfTwelve);
    let pinned = format!("{}{}{count}{of}", words.say(Message::Brief), words.colon());
    let unread = (unread > 0)
        .then(|| format!("{}{}{unread}", words.say(Message::ListSemicolon), words.say(BriefMessage::UnreadCount)));
    Some(pinned + &unread.unwrap_or_default())
}
