//! The last line of the page, and what only paper shows.

use leptos::prelude::*;

use crate::address::Mode;
use crate::host::clock;
use crate::locale::LateMessage;
use crate::ui::controls::embed_button::embed_page_button;
use crate::ui::kit::live::live;
use crate::ui::late::use_late;
use crate::ui::page::tray::tray;
use crate::ui::state::explorer::{Explorer, use_explorer};

/// What the data are, and the files themselves.
#[component]
pub fn BottomLine() -> impl IntoView {
    let explorer = use_explorer();
    use_late().details.when_here(move |details| (details.bottom)(explorer))
}

/// The last line of the page.
pub fn bottom_line(explorer: Explorer) -> AnyView {
    let imprint = imprint(explorer);
    let line = live(move || if explorer.mode() == Mode::Card { card_line(explorer) } else { page_line(explorer) });
    vec![imprint, line, tray(explorer)].into_any()
}

/// What the data are in a word, and the way to the whole page.
fn card_line(explorer: Explorer) -> AnyView {
    let words = explorer.words();
    let href = explorer.link(&explorer.address.get());
    view! {
        <footer class="bottom">
            <p>
                {words.say(LateMessage::NotOfficial)} " "
                <a href=href target="_blank" rel="noopener">{words.say(LateMessage::OpenFull)}</a>
            </p>
        </footer>
    }
    .into_any()
}

fn page_line(explorer: Explorer) -> AnyView {
    let words = explorer.words();
    view! {
            <footer class="bottom">
                <p>{words.say(LateMessage::AboutData)} " " {words.say(LateMessage::NotOfficial)} " " {embed_page_button(explorer)}</p>
                <p class="data-files">
                    {words.say(LateMessage::DataFiles)} ": "
                    <a href="data/facts.csv">"facts.csv"</a> " · " <a href="data/world.csv">"world.csv"</a> " · " <a href="data/codes.csv">"codes.csv"</a> " · "
                    <a href="data/sources.csv">"sources.csv"</a> " · " <a href="data/disputes.csv">"disputes.csv"</a> " · "
                    <a href="data/datapackage.json">"datapackage.json"</a>
                </p>
            </footer>
        }
        .into_any()
}

/// What only paper shows: where this comes from, and when it was printed.
fn imprint(explorer: Explorer) -> AnyView {
    live(move || {
        if !explorer.appearance.is_printing.get() {
            return ().into_any();
        }
        let address = explorer.link(&explorer.address.get());
        let (words, today) = (explorer.words(), clock::today());
        let colon = words.colon();
        view! {
            <p class="on-paper" data-part="imprint">
                {format!("{}{colon}{address}", words.say(LateMessage::PrintedFrom))} <br /> {format!("{}{colon}{today}", words.say(LateMessage::PrintedOn))}
            </p>
        }
        .into_any()
    })
}
