//! A button that pins something to the brief, or takes it out again.

use leptos::prelude::*;

use crate::address::{Mode, NotPinned, Pin, Pinned};
use crate::host::address_bar::Change;
use crate::locale::{BriefMessage, Words};
use crate::ui::controls::menu::Item;
use crate::ui::kit::live::{live, on_click};
use crate::ui::state::brief::{brief_now, follow_brief, write_brief};
use crate::ui::state::explorer::Explorer;

/// A button that pins what `what` gives when it is pressed; none in a page within another, which has no brief.
pub fn pin_button(explorer: Explorer, what: impl Fn() -> Option<Pinned> + Send + Sync + 'static) -> AnyView {
    if explorer.mode() != Mode::Full {
        return ().into_any();
    }
    let what = StoredValue::new(Box::new(what) as Box<dyn Fn() -> Option<Pinned> + Send + Sync>);
    let brief = follow_brief(explorer);
    // What became of it is said of what was pinned, and of nothing else.
    let outcome = RwSignal::new(None::<(Pinned, String)>);
    live(move || {
        let (words, now) = (explorer.words(), what.with_value(|what| what()));
        let Some(now) = now else { return ().into_any() };
        let is_pinned = brief.with(|read| read.brief.position_of(&now).is_some());
        let label = words.say(if is_pinned { BriefMessage::Unpin } else { BriefMessage::Pin });
        let said = outcome.get().filter(|(of, _)| *of == now).map(|(_, said)| said);
        let toggle = on_click(move || outcome.set(Some((now.clone(), toggle(explorer, words, &now)))));
        view! {
            <button type="button" class="link" data-part="pin" on:click=toggle>{label}</button>
            <span role="status" class="small pinned">{said}</span>
        }
        .into_any()
    })
}

/// The same as a line of a menu; what became of it is told.
pub fn pin_item(explorer: Explorer, what: Pinned, tell: impl Fn(String) + 'static) -> Option<Item> {
    if explorer.mode() != Mode::Full {
        return None;
    }
    let words = untrack(|| explorer.words());
    let is_pinned = brief_now(explorer).brief.position_of(&what).is_some();
    let label = words.say(if is_pinned { BriefMessage::Unpin } else { BriefMessage::Pin });
    Some(Item::new(label, move || tell(toggle(explorer, words, &what))))
}

/// Pins something that is not pinned, and takes out what is; says what became of it.
fn toggle(explorer: Explorer, words: Words<'_>, what: &Pinned) -> String {
    let mut brief = brief_now(explorer).brief;
    if let Some(at) = brief.position_of(what) {
        brief.remove(at);
        write_brief(explorer, &brief, Change::Step);
        return words.say(BriefMessage::Unpinned).to_owned();
    }
    match brief.add(Pin::new(what.clone(), "")) {
        Err(NotPinned::Full) => words.say(BriefMessage::Full).to_owned(),
        Err(NotPinned::Already) | Ok(()) => {
            write_brief(explorer, &brief, Change::Step);
            let (pinned, of) = (words.say(BriefMessage::Pinned), words.say(BriefMessage::OfTwelve));
            format!("{pinned}{}{of}", brief.pins().len())
        }
    }
}
