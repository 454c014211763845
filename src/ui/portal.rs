//! The page and the page around it: tells what is shown, and follows what is asked (`docs/embedding.md`).

use leptos::prelude::*;

use crate::address::{Address, Request, request};
use crate::host::config::Settings;
use crate::host::observe::HeightObserver;
use crate::host::portal::{Incoming, Outgoing, Portal};
use crate::host::{document, frames};
use crate::locale::{Message, memo_text};
use crate::query::finding;
use crate::ui::state::explorer::Explorer;
use crate::ui::state::preferences;

/// Says what is wrong with the settings of the portal, shows its logo, and talks with the page around, where there is one,
/// for as long as the page lives.
pub fn attach(explorer: Explorer) {
    let settings = explorer.settings.get_value();
    let problems = preferences::problems(&settings, explorer.facts);
    let Settings { logo, origins, .. } = settings;
    for problem in problems {
        leptos::logging::warn!("config.json: {problem}");
    }
    if let Some(logo) = logo {
        document::set_logo(&logo);
    }
    let Some(portal) = Portal::around(origins) else { return };
    let height = RwSignal::new(0);
    let listener = {
        let portal = portal.clone();
        portal.clone().listen(move |message| follow(explorer, &portal, height, message))
    };
    let observer = {
        let portal = portal.clone();
        HeightObserver::of_app(Box::new(move |now| {
            height.set(now);
            portal.tell(&Outgoing::Height(now));
        }))
    };
    // Where the settings name the page around, it need not speak first.
    portal.tell(&Outgoing::Ready(env!("CARGO_PKG_VERSION")));
    Effect::new(move || {
        explorer.selection.track();
        explorer.language.track();
        let shown = untrack(|| shown(explorer));
        let portal = portal.clone();
        // After the answer is on the screen.
        frames::after_paint(move || portal.tell(&shown));
    });
    StoredValue::new_local((listener, observer));
}

/// What the page shows now.
fn shown(explorer: Explorer) -> Outgoing {
    let words = explorer.words();
    let address = explorer.address.get();
    let selection = Address { selection: address.selection.clone(), ..Address::default() };
    let sentence = finding(explorer.facts, &address.selection).map(|found| words.sentence(&found)).unwrap_or_default();
    Outgoing::Selection {
        query: crate::address::query_string(explorer.facts, &selection),
        text: memo_text(&sentence, words.say(Message::DerivedMark)),
        link: explorer.link(&address),
    }
}

/// Does what a message asks, or says why not.
fn follow(explorer: Explorer, portal: &Portal, height: RwSignal<u32>, message: &Incoming) {
    match request(explorer.facts, message.number("v"), |name| message.text(name)) {
        Ok(Request::Hello) => {
            portal.tell(&Outgoing::Ready(env!("CARGO_PKG_VERSION")));
            // Before it is measured, it is not said.
            let height = height.get_untracked();
            if height > 0 {
                portal.tell(&Outgoing::Height(height));
            }
            portal.tell(&untrack(|| shown(explorer)));
        }
        Ok(Request::SetSelection(selection)) => explorer.change_for_portal(|address| {
            address.selection = selection;
            address.ask_proof(None);
        }),
        Ok(Request::SetTheme(theme)) => explorer.change_for_portal(|address| address.theme = theme),
        Ok(Request::SetLanguage(language)) => explorer.change_for_portal(|address| address.language = Some(language)),
        Err(refusal) => portal.tell(&Outgoing::Error { code: refusal.code(), message: refusal.to_string() }),
    }
}
