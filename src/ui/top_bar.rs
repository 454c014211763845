//! The head of the page and its last line.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::embedding::embed_button;
use super::explorer::{Explorer, use_explorer};
use super::later::when_here;
use super::live::{live, on_click};
use super::print::imprint;
use crate::address::{Mode, ThemeChoice, View};
use crate::host::{address_bar, document, frames};
use crate::locale::{Language, Late, Message, Words};

/// Title, and the two switches that concern the page and not the question: theme and language.
#[component]
pub(super) fn TopBar() -> impl IntoView {
    let explorer = use_explorer();
    let finder = when_here(explorer, move |parts| (parts.finder)(explorer));
    let head = live(move || {
        let words = explorer.words();
        let is_dark = explorer.is_dark.get();
        let (theme, theme_name) =
            if is_dark { (ThemeChoice::Light, Message::ThemeLight) } else { (ThemeChoice::Dark, Message::ThemeDark) };
        let other = words.language.other();
        let other_code = if other == Language::Zh { "zh-CN" } else { "en" };
        let switch_theme = on_click(move || explorer.go(|address| address.theme = theme));
        let switch_language = on_click(move || explorer.speak(other));
        view! {
            <div class="head">
                <h1>{explorer.title()}</h1>
                <p>{words.say(Message::AppSubtitle)}</p>
                {pages(explorer, words)}
                <button type="button" class="quiet" on:click=switch_theme>{words.say(theme_name)}</button>
                <button type="button" class="quiet" lang=other_code on:click=switch_language>
                    {words.say(Message::OtherLanguage)}
                </button>
            </div>
        }
        .into_any()
    });
    view! { <header class="top">{head} <div class="find">{finder}</div></header> }
}

/// The way to the other views. A proof that is open belongs to the view that it was opened in.
fn pages(explorer: Explorer, words: Words<'static>) -> AnyView {
    let now = explorer.page.get();
    let link = |page: View| {
        let go: Box<dyn FnMut(MouseEvent)> = Box::new(move |event| {
            if event.ctrl_key() || event.meta_key() || event.shift_key() {
                return;
            }
            event.prevent_default();
            explorer.go(|address| {
                address.view = page;
                (address.figure, address.cell, address.fact) = (None, None, None);
            });
            frames::after_paint(document::scroll_to_top);
        });
        let name = words.say(match page {
            View::Explore => Message::Explore,
            View::Data => Message::Data,
            View::Coverage => Message::Coverage,
            View::Compare => Message::Compare,
            View::Methods => Message::Methods,
        });
        let href = address_bar::link(&format!("v=1&page={}", page.code()));
        let current = (page == now).then_some("page");
        view! { <li><a href=href aria-current=current on:click=go>{name}</a></li> }.into_any()
    };
    let links: Vec<AnyView> = View::ALL.into_iter().map(link).collect();
    view! { <nav class="views" aria-label=words.say(Message::Views)><ul>{links}</ul></nav> }.into_any()
}

/// What the data are, and the files themselves.
#[component]
pub(super) fn BottomLine() -> impl IntoView {
    let explorer = use_explorer();
    when_here(explorer, move |parts| (parts.bottom)(explorer))
}

/// The last line of the page.
pub(in crate::ui) fn bottom_line(explorer: Explorer) -> AnyView {
    let imprint = imprint(explorer);
    let line = live(move || if explorer.frame.mode == Mode::Card { card_line(explorer) } else { page_line(explorer) });
    vec![imprint, line].into_any()
}

/// What the data are in a word, and the way to the whole page.
fn card_line(explorer: Explorer) -> AnyView {
    let words = explorer.words();
    let href = explorer.link(&explorer.address.get());
    view! {
        <footer class="bottom">
            <p>
                {words.say(Late::NotOfficial)} " "
                <a href=href target="_blank" rel="noopener">{words.say(Late::OpenFull)}</a>
            </p>
        </footer>
    }
    .into_any()
}

fn page_line(explorer: Explorer) -> AnyView {
    let words = explorer.words();
    view! {
            <footer class="bottom">
                <p>{words.say(Late::AboutData)} " " {words.say(Late::NotOfficial)} " " {embed_button(explorer, Late::EmbedPage, None)}</p>
                <p class="data-files">
                    {words.say(Late::DataFiles)} ": "
                    <a href="data/facts.csv">"facts.csv"</a> " · " <a href="data/codes.csv">"codes.csv"</a> " · "
                    <a href="data/sources.csv">"sources.csv"</a> " · " <a href="data/disputes.csv">"disputes.csv"</a> " · "
                    <a href="data/datapackage.json">"datapackage.json"</a>
                </p>
            </footer>
        }
        .into_any()
}
