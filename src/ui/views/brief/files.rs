//! What leaves the brief as a file or on paper, and what comes back as a file.

use leptos::ev::{DragEvent, Event};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{BriefDesk, copy_link};
use crate::address::{BRIEF_ENDING, LONGEST_FILE, Mode, brief_file, read_brief_file};
use crate::export::name_for;
use crate::host::download::{self, Offered};
use crate::host::file::{self, NotRead};
use crate::host::print;
use crate::locale::{BriefMessage, LateMessage, Message};
use crate::ui::controls::take_away::take_away_menu;
use crate::ui::kit::live::{live, on_click};
use crate::ui::late::FileOf;
use crate::ui::state::brief::brief_now;

/// Link, paper and files.
pub fn actions(desk: BriefDesk) -> AnyView {
    let is_empty = Memo::new(move |_| desk.read.with(|read| read.brief.pins().is_empty()));
    let forms = live(move || {
        if is_empty.get() {
            return ().into_any();
        }
        take_away_menu(desk.explorer, "take-away-brief", LateMessage::Download, || FileOf::Brief)
    });
    let others = live(move || {
        let words = desk.words();
        let button = |label: BriefMessage, part: &'static str, act: Box<dyn FnMut(leptos::ev::MouseEvent)>| {
            view! { <button type="button" class="link" data-part=part on:click=act>{words.say(label)}</button> " " }
                .into_any()
        };
        let of_pins = if is_empty.get() {
            ().into_any()
        } else {
            vec![
                button(BriefMessage::Print, "print", on_click(print::print)),
                button(BriefMessage::SaveFile, "save-file", on_click(move || save_file(desk))),
                live(move || copy_link(desk)),
            ]
            .into_any()
        };
        let open: Box<dyn FnMut(Event)> = Box::new(move |event| {
            if let Some(file) = file::chosen(&event) {
                open(desk, file);
            }
        });
        view! {
            <p class="files">{of_pins}</p>
            <p class="open">
                <label>{words.say(BriefMessage::OpenFile)} " " <input type="file" accept=".json,application/json" data-part="open" on:change=open/></label>
            </p>
        }
        .into_any()
    });
    vec![forms, others].into_any()
}

fn save_file(desk: BriefDesk) {
    let words = untrack(|| desk.words());
    let text = brief_file(desk.explorer.facts, &brief_now(desk.explorer).brief);
    let name = name_for(words.say(Message::Brief), BRIEF_ENDING);
    let offered = download::offer(&name, "application/json", &text);
    desk.status.set(if offered == Offered::Refused { words.say(BriefMessage::NotSaved).to_owned() } else { name });
}

/// Lets pins and files be dropped.
pub fn allow_drop(desk: BriefDesk) -> Box<dyn FnMut(DragEvent)> {
    Box::new(move |event| {
        if desk.explorer.mode() == Mode::Full {
            event.prevent_default();
        }
    })
}

/// Opens a file that was dropped.
pub fn open_dropped(desk: BriefDesk) -> Box<dyn FnMut(DragEvent)> {
    Box::new(move |event| {
        event.prevent_default();
        if let Some(file) = file::dropped(&event) {
            open(desk, file);
        }
    })
}

/// Opens a file in the place of the brief, which can be undone; one that is no brief changes nothing and says why.
fn open(desk: BriefDesk, file: web_sys::File) {
    let words = untrack(|| desk.words());
    spawn_local(async move {
        let text = file::text(&file, LONGEST_FILE).await;
        let read = text.map_err(|why| match why {
            NotRead::TooLarge => words.say(BriefMessage::FileTooLarge).to_owned(),
            NotRead::Refused => words.say(BriefMessage::FileUnreadable).to_owned(),
        });
        let read = read.and_then(|text| {
            read_brief_file(desk.explorer.facts, &text).map_err(|problem| words.file_problem(&problem))
        });
        match read {
            Err(why) => drop(desk.status.try_set(why)),
            Ok((opened, unread)) => {
                let said = format!("{}{}", words.say(BriefMessage::Opened), opened.pins().len());
                desk.unread.set(unread);
                desk.change_for_now(|brief| {
                    *brief = opened;
                    said
                });
            }
        }
    });
}
