//! The brief: what the reader has pinned, to be ordered and annotated, and the memo made of it.

mod files;
mod memo;
mod pins;

use leptos::prelude::*;

use crate::address::{Brief, Mode, Unread, View};
use crate::dataset::Library;
use crate::export::Memo;
use crate::host::address_bar::Change;
use crate::host::picture::drawn;
use crate::host::{clock, document, frames};
use crate::locale::{BriefMessage, LateMessage, LibraryWords, MemoContext, Message};
use crate::ui::kit::live::{live, on_click};
use crate::ui::state::brief::{ReadBrief, brief_now, follow_brief, write_brief};
use crate::ui::state::explorer::Explorer;

/// What the parts of the view share.
#[derive(Clone, Copy)]
struct BriefDesk {
    explorer: Explorer,
    library: Library<'static>,
    /// What is pinned.
    read: leptos::prelude::Memo<ReadBrief>,
    /// What was done last, or what went wrong.
    status: RwSignal<String>,
    /// What the last change that can be undone has left, and what was there before; offered until something else changes.
    undo: RwSignal<Option<Undo>>,
    /// What could not be read of a file that was opened.
    unread: RwSignal<Vec<Unread>>,
    /// The pin that is being dragged.
    dragged: RwSignal<Option<usize>>,
}

/// A change that can be undone.
#[derive(Clone, PartialEq)]
struct Undo {
    before: Brief,
    after: Brief,
}

impl BriefDesk {
    fn words(self) -> LibraryWords<'static> {
        self.library.words(self.explorer.language.get())
    }

    /// Changes the brief; what the change says of itself is shown.
    fn change(self, change: impl FnOnce(&mut Brief) -> String) {
        let mut brief = brief_now(self.explorer).brief;
        let status = change(&mut brief);
        write_brief(self.explorer, &brief, Change::Step);
        self.status.set(status);
    }

    /// The same for a change that can be undone; the focus goes to the button that does.
    fn change_for_now(self, change: impl FnOnce(&mut Brief) -> String) {
        let before = brief_now(self.explorer).brief;
        self.change(change);
        let after = brief_now(self.explorer).brief;
        self.undo.set((before != after).then_some(Undo { before, after }));
        frames::after_paint(|| document::focus("[data-part=undo]"));
    }

    /// The memo of what is pinned now, with a picture of each figure where charts can be drawn.
    fn memo(self) -> Memo {
        let link = move |address: &crate::address::Address| self.explorer.link(address);
        let context = MemoContext { link: &link, today: &clock::today() };
        let words = self.words();
        self.read.with(|read| {
            let draft = words.illustrated_memo(&read.brief, context);
            let pictures: Result<Vec<_>, _> = draft
                .pictures
                .iter()
                .map(|picture| drawn(picture.draft.clone()).map(|svg| (svg, Vec::new())))
                .collect();
            // Where there is no picture, the tables have more rows.
            pictures.map_or_else(|_| words.memo(&read.brief, context), |pictures| draft.painted(pictures))
        })
    }
}

/// The brief.
pub fn brief(explorer: Explorer, library: Library<'static>) -> AnyView {
    if explorer.mode() != Mode::Full {
        return live(move || view! { <p>{explorer.words().say(BriefMessage::OnlyWholePage)}</p> }.into_any());
    }
    let desk = BriefDesk {
        explorer,
        library,
        read: follow_brief(explorer),
        status: RwSignal::new(String::new()),
        undo: RwSignal::new(None),
        unread: RwSignal::new(Vec::new()),
        dragged: RwSignal::new(None),
    };
    view! {
        <section class="brief" data-part="brief" on:dragover=files::allow_drop(desk) on:drop=files::open_dropped(desk)>
            <div class="desk">
                {live(move || lead(desk))}
                {live(move || unread(desk))}
                {pins::pins(desk)}
                {live(move || last_change(desk))}
                {files::actions(desk)}
            </div>
            {memo::memo(desk)}
        </section>
    }
    .into_any()
}

/// What the view is for, and what of it is missing.
fn lead(desk: BriefDesk) -> AnyView {
    let words = desk.words();
    let message = desk.read.with(|read| match read {
        ReadBrief { is_lost: true, .. } => BriefMessage::Lost,
        ReadBrief { is_long: true, .. } => BriefMessage::TooLong,
        read if read.brief.pins().is_empty() => BriefMessage::Nothing,
        _ => BriefMessage::Lead,
    });
    let way = (message == BriefMessage::Nothing).then(|| {
        let go = on_click(move || desk.explorer.go(|address| address.view = View::Explore));
        view! { <button type="button" class="link" on:click=go>{words.say(Message::Explore)}</button> }
    });
    view! {
        <h2 tabindex="-1">{words.say(Message::Brief)}</h2>
        <p>{words.say(message)} " " {way}</p>
    }
    .into_any()
}

/// The parts of the address and of the last file that could not be read as they stand.
fn unread(desk: BriefDesk) -> AnyView {
    let words = desk.words();
    let parts: Vec<Unread> = desk.read.with(|read| read.unread.iter().chain(&desk.unread.get()).cloned().collect());
    if parts.is_empty() {
        return ().into_any();
    }
    let line = |part: Unread| {
        let text: String = part.text.chars().take(60).collect();
        view! { <li><code>{text}</code> {words.colon()} {words.why_unread(part.why)}</li> }.into_any()
    };
    let lines: Vec<AnyView> = parts.into_iter().map(line).collect();
    view! { <div data-part="unread"><p>{words.say(BriefMessage::UnreadParts)}</p> <ul>{lines}</ul></div> }.into_any()
}

/// What was done last, and the way back where there is one.
fn last_change(desk: BriefDesk) -> AnyView {
    let words = desk.words();
    let offered = desk.undo.get().filter(|undo| desk.read.with(|read| read.brief == undo.after));
    let undo = offered.map(|Undo { before, .. }| {
        let undo = on_click(move || {
            let before = before.clone();
            desk.change(|brief| {
                *brief = before;
                words.say(BriefMessage::Undone).to_owned()
            });
            frames::after_paint(|| document::focus(".brief h2"));
        });
        view! { <button type="button" class="link" data-part="undo" on:click=undo>{words.say(BriefMessage::Undo)}</button> }
    });
    view! { <p class="last-change"><span role="status" data-part="last-change">{desk.status.get()}</span> " " {undo}</p> }.into_any()
}

/// The words of a button that has to say what it is about.
fn about(words: LibraryWords<'_>, label: &str, name: &str) -> String {
    format!("{label}{}{name}", words.colon())
}

/// A button that copies the link to the brief; where the brief is too long, its file stands for it.
fn copy_link(desk: BriefDesk) -> AnyView {
    let is_carried = desk.read.with(|read| !read.is_long && !read.brief.pins().is_empty());
    if !is_carried {
        return ().into_any();
    }
    crate::ui::controls::copy::copy_button(LateMessage::CopyLink, move || {
        crate::ui::state::brief::link_to_brief(desk.explorer)
    })
}
