//! The head of the page and its last line.

use leptos::prelude::*;

use super::explorer::{Explorer, use_explorer};
use super::later::when_here;
use super::live::{live, on_click};
use crate::address::ThemeChoice;
use crate::locale::{Language, Message};

/// Title, and the two switches that concern the page and not the question: theme and language.
#[component]
pub(super) fn TopBar() -> impl IntoView {
    let explorer = use_explorer();
    live(move || {
        let words = explorer.words();
        let is_dark = explorer.is_dark.get();
        let (theme, theme_name) =
            if is_dark { (ThemeChoice::Light, Message::ThemeLight) } else { (ThemeChoice::Dark, Message::ThemeDark) };
        let other = words.language.other();
        let other_code = if other == Language::Zh { "zh-CN" } else { "en" };
        let switch_theme = on_click(move || explorer.go(|address| address.theme = theme));
        let switch_language = on_click(move || explorer.speak(other));
        view! {
            <header class="top">
                <h1>{words.say(Message::AppTitle)}</h1>
                <p>{words.say(Message::AppSubtitle)}</p>
                <button type="button" class="quiet" on:click=switch_theme>{words.say(theme_name)}</button>
                <button type="button" class="quiet" lang=other_code on:click=switch_language>
                    {words.say(Message::OtherLanguage)}
                </button>
            </header>
        }
        .into_any()
    })
}

/// What the data are, and the files themselves.
#[component]
pub(super) fn BottomLine() -> impl IntoView {
    let explorer = use_explorer();
    when_here(explorer, move |parts| (parts.bottom)(explorer))
}

/// The last line of the page.
pub(in crate::ui) fn bottom_line(explorer: Explorer) -> AnyView {
    live(move || {
        let words = explorer.words();
        view! {
            <footer class="bottom">
                <p>{words.say(Message::AboutData)} " " {words.say(Message::NotOfficial)}</p>
                <p>
                    {words.say(Message::DataFiles)} ": "
                    <a href="data/facts.csv">"facts.csv"</a> " · " <a href="data/codes.csv">"codes.csv"</a> " · "
                    <a href="data/sources.csv">"sources.csv"</a> " · " <a href="data/disputes.csv">"disputes.csv"</a> " · "
                    <a href="data/datapackage.json">"datapackage.json"</a>
                </p>
            </footer>
        }
        .into_any()
    })
}
