//! The head of the page: title, search, views, theme and language.

use leptos::prelude::*;

use crate::address::ThemeChoice;
use crate::host::{address_bar, document, frames};
use crate::locale::{Message, Words};
use crate::ui::controls::link::open_in_place;
use crate::ui::kit::live::{live, on_click};
use crate::ui::late::use_late;
use crate::ui::state::explorer::{Explorer, use_explorer};
use crate::ui::state::views::{VIEWS, ViewEntry};

/// Title, and the two switches that concern the page and not the question: theme and language.
#[component]
pub fn TopBar() -> impl IntoView {
    let explorer = use_explorer();
    let finder = use_late().details.when_here(move |details| (details.finder)());
    let head = live(move || {
        let words = explorer.words();
        let is_dark = explorer.appearance.is_dark.get();
        let (theme, theme_name) =
            if is_dark { (ThemeChoice::Light, Message::ThemeLight) } else { (ThemeChoice::Dark, Message::ThemeDark) };
        let other = words.language.other();
        let other_code = document::language_tag(other.code());
        let switch_theme = on_click(move || explorer.go(|address| address.theme = theme));
        let switch_language = on_click(move || explorer.set_language(other));
        view! {
            <div class="head">
                <h1>{explorer.title()}</h1>
                {views(explorer, words)}
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
fn views(explorer: Explorer, words: Words<'static>) -> AnyView {
    let now = explorer.view.get();
    let link = |entry: &ViewEntry| {
        let name = words.say(entry.name?);
        let view = entry.view;
        let go = open_in_place(move || {
            explorer.go(|address| {
                address.view = view;
                address.figure = None;
                address.ask_proof(None);
            });
            frames::after_paint(document::scroll_to_top);
        });
        let href = address_bar::link(&format!("v=1&page={}", view.code()));
        let current = (view == now).then_some("page");
        Some(view! { <li><a href=href aria-current=current on:click=go>{name}</a></li> }.into_any())
    };
    let links: Vec<AnyView> = VIEWS.iter().filter_map(link).collect();
    view! { <nav class="views" aria-label=words.say(Message::Views)><ul>{links}</ul></nav> }.into_any()
}
