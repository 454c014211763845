//! The head of the page and its last line.

use leptos::prelude::*;

use super::explorer::use_explorer;
use crate::address::ThemeChoice;
use crate::locale::Message;

/// Title, and the two switches that concern the page and not the question: language and theme.
#[component]
pub(super) fn TopBar() -> impl IntoView {
    let explorer = use_explorer();
    let say = move |message| move || explorer.words().say(message);
    let other = move || explorer.language.get().other();
    let other_code = move || if other().code() == "zh" { "zh-CN" } else { "en" };
    view! {
        <header class="top">
            <h1>{say(Message::AppTitle)}</h1>
            <p>{say(Message::AppSubtitle)}</p>
            <ThemeSwitch/>
            <button type="button" class="quiet" lang=other_code on:click=move |_| explorer.speak(other())>
                {say(Message::OtherLanguage)}
            </button>
        </header>
    }
}

/// One button that turns the page dark or light.
#[component]
fn ThemeSwitch() -> impl IntoView {
    let explorer = use_explorer();
    let label =
        move || explorer.words().say(if explorer.is_dark.get() { Message::ThemeLight } else { Message::ThemeDark });
    let switch = move |_| {
        let theme = if explorer.is_dark.get_untracked() { ThemeChoice::Light } else { ThemeChoice::Dark };
        explorer.go(|address| address.theme = theme);
    };
    view! { <button type="button" class="quiet" on:click=switch>{label}</button> }
}

/// What the data are, and the files themselves.
#[component]
pub(super) fn BottomLine() -> impl IntoView {
    let explorer = use_explorer();
    let say = move |message| move || explorer.words().say(message);
    view! {
        <footer class="bottom">
            <p>{say(Message::AboutData)} " " {say(Message::NotOfficial)}</p>
            <p>
                {say(Message::DataFiles)} ": "
                <a href="data/facts.csv">"facts.csv"</a> " · " <a href="data/codes.csv">"codes.csv"</a> " · "
                <a href="data/sources.csv">"sources.csv"</a> " · " <a href="data/disputes.csv">"disputes.csv"</a> " · "
                <a href="data/datapackage.json">"datapackage.json"</a>
            </p>
        </footer>
    }
}
