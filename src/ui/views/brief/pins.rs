//! The list of pins: order, the reader's lines, removal.

use leptos::ev::{DragEvent, Event};
use leptos::prelude::*;

use super::{BriefDesk, about};
use crate::address::{LONGEST_NOTE, Pinned};
use crate::host::{document, file, frames};
use crate::locale::{BriefMessage, LibraryWords};
use crate::ui::kit::live::{live, on_click};

/// The pins, one line for each. It is drawn anew when other things are pinned, not with every line that is written.
pub fn pins(desk: BriefDesk) -> AnyView {
    let pinned = Memo::new(move |_| {
        desk.read.with(|read| read.brief.pins().iter().map(|pin| pin.what.clone()).collect::<Vec<_>>())
    });
    live(move || {
        let words = desk.words();
        let pinned = pinned.get();
        if pinned.is_empty() {
            return ().into_any();
        }
        let count = pinned.len();
        let lines: Vec<AnyView> =
            pinned.iter().enumerate().map(|(at, what)| line(desk, words, (at, count), what)).collect();
        view! { <ol class="pins" aria-label=words.say(BriefMessage::Pins)>{lines}</ol> }.into_any()
    })
}

fn line(desk: BriefDesk, words: LibraryWords<'static>, (at, count): (usize, usize), what: &Pinned) -> AnyView {
    let name = words.pinned(what);
    let removed = name.clone();
    let remove = on_click(move || {
        let removed = removed.clone();
        desk.change_for_now(|brief| {
            brief.remove(at);
            format!("{}{removed}", words.say(BriefMessage::Removed))
        });
    });
    let drag: Box<dyn FnMut(DragEvent)> = Box::new({
        let name = name.clone();
        move |event| {
            file::drag(&event, &name);
            desk.dragged.set(Some(at));
        }
    });
    let drop: Box<dyn FnMut(DragEvent)> = Box::new(move |event| {
        if let Some(from) = desk.dragged.get_untracked() {
            event.prevent_default();
            event.stop_propagation();
            desk.dragged.set(None);
            move_to(desk, words, (from, at), count);
        }
    });
    let end: Box<dyn FnMut(DragEvent)> = Box::new(move |_| desk.dragged.set(None));
    view! {
        <li id=format!("pin-{at}") on:drop=drop>
            <p class="handle" draggable="true" on:dragstart=drag on:dragend=end>{name.clone()}</p>
            {note(desk, words, at, &name)}
            <p class="moves">
                {step(desk, words, (at, at.checked_sub(1), count), Step::Up, &name)}
                {step(desk, words, (at, Some(at + 1).filter(|to| *to < count), count), Step::Down, &name)}
                <button type="button" class="link" data-part="remove" aria-label=about(words, words.say(BriefMessage::Remove), &name) on:click=remove>
                    {words.say(BriefMessage::Remove)}
                </button>
            </p>
        </li>
    }
    .into_any()
}

/// The field of the reader's own line, which is written when it is left.
fn note(desk: BriefDesk, words: LibraryWords<'_>, at: usize, name: &str) -> AnyView {
    let write: Box<dyn FnMut(Event)> = Box::new(move |event| {
        let text = event_target_value(&event);
        desk.change(|brief| {
            brief.set_note(at, &text);
            String::new()
        });
    });
    let note =
        move || desk.read.with(|read| read.brief.pins().get(at).map(|pin| pin.note().to_owned()).unwrap_or_default());
    let label = about(words, words.say(BriefMessage::Note), name);
    view! {
        <input type="text" aria-label=label placeholder=words.say(BriefMessage::Note) maxlength=LONGEST_NOTE prop:value=note on:change=write/>
    }
    .into_any()
}

/// A direction in which a pin moves by one place.
#[derive(Clone, Copy)]
enum Step {
    Up,
    Down,
}

impl Step {
    /// The name of its button, and of the one that has the focus where this one has none.
    const fn parts(self) -> [&'static str; 2] {
        match self {
            Self::Up => ["up", "down"],
            Self::Down => ["down", "up"],
        }
    }
}

/// A button that moves a pin by one place; the focus goes with the pin.
fn step(
    desk: BriefDesk,
    words: LibraryWords<'static>,
    (at, to, count): (usize, Option<usize>, usize),
    step: Step,
    name: &str,
) -> AnyView {
    let [part, other] = step.parts();
    let label = words.say(match step {
        Step::Up => BriefMessage::Up,
        Step::Down => BriefMessage::Down,
    });
    let go = on_click(move || {
        let Some(to) = to else { return };
        move_to(desk, words, (at, to), count);
        // At the end of the list the button takes no focus: then the one beside it does.
        let is_end = to == 0 || to + 1 == count;
        let part = if is_end { other } else { part };
        frames::after_paint(move || document::focus(&format!("#pin-{to} [data-part={part}]")));
    });
    view! {
        <button type="button" class="link" data-part=part disabled=to.is_none() aria-label=about(words, label, name) on:click=go>
            {label}
        </button>
    }
    .into_any()
}

/// Moves a pin, and says where it stands now.
fn move_to(desk: BriefDesk, words: LibraryWords<'_>, (from, to): (usize, usize), count: usize) {
    if from != to {
        desk.change(|brief| {
            brief.move_to(from, to);
            format!("{}{}{}{count}", words.say(BriefMessage::MovedTo), to + 1, words.say(BriefMessage::OfPlaces))
        });
    }
}
