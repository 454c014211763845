//! The dialog that makes the text which a portal's editor pastes.

use std::ops::RangeInclusive;

use leptos::prelude::*;

use crate::address::{Address, Frame, HideablePart, Language, Lock, Mode, NamedFigure, ThemeChoice};
use crate::export::{Means, Snippet};
use crate::host::address_bar;
use crate::locale::{LateMessage, Message, Words};
use crate::ui::controls::copy::copy_button;
use crate::ui::dialogs::choose::choose;
use crate::ui::dialogs::framed::framed;
use crate::ui::dialogs::shell::Shell;
use crate::ui::kit::live::{live, live_on};
use crate::ui::state::card::Card;
use crate::ui::state::explorer::Explorer;

/// What the editor chose.
#[derive(Clone, PartialEq)]
struct Choice {
    /// The figure alone; nothing for the whole page.
    card: Option<NamedFigure>,
    means: Means,
    is_frozen: bool,
    language: Option<Language>,
    theme: ThemeChoice,
    hide: Vec<HideablePart>,
    /// As they are typed, so that a number is not taken away while it is written.
    width: String,
    height: String,
}

impl Choice {
    /// The width in CSS pixels; nothing for all there is.
    fn width_px(&self) -> Option<u32> {
        within(&self.width, &WIDTHS_PX)
    }
}

/// A number that was typed, if it is one within its bounds.
fn within(typed: &str, bounds: &RangeInclusive<u32>) -> Option<u32> {
    typed.parse().ok().filter(|number| bounds.contains(number))
}

/// The height of the page, which scrolls in its frame; and of a card until it is measured.
const PAGE_HEIGHT_PX: u32 = 900;
const WIDTHS_PX: RangeInclusive<u32> = 200..=4000;
const HEIGHTS_PX: RangeInclusive<u32> = 120..=20_000;

/// The dialog for a figure as its card shows it now, or for the page. `is_open` says whether it is shown.
pub fn embed(explorer: Explorer, card: Option<Card>, is_open: RwSignal<bool>) -> AnyView {
    let figure = card.map(Card::named);
    let address = explorer.address.get_untracked();
    let choice = RwSignal::new(Choice {
        card: figure,
        means: Means::Iframe,
        is_frozen: false,
        language: address.language,
        theme: address.theme,
        hide: Vec::new(),
        width: String::new(),
        height: String::new(),
    });
    // What the card needs, once it is measured.
    let needed_px = RwSignal::new(PAGE_HEIGHT_PX);
    let fields = live(move || {
        let words = explorer.words();
        let size = size(words, choice, height_px(&choice.get(), needed_px.get()));
        vec![what(words, choice, figure), how(words, choice), looks(words, choice), size].into_any()
    });
    let result = live(move || result(explorer, &choice.get(), needed_px.get()));
    // Only what the frame shows is built anew: another width lays the same card out.
    let shown = live_on(
        move || choice.with(|choice| choice.card.map(|_| embedded(explorer, choice))).into_iter().collect(),
        move |address: &[Address]| {
            let width = move || choice.with(Choice::width_px);
            let framed = |address| framed(explorer, address, width, move |px| needed_px.set(px));
            address.iter().map(framed).collect::<Vec<_>>().into_any()
        },
    );
    let heading = explorer.words().say(LateMessage::EmbedTitle);
    let content = view! { <form method="dialog" class="dropdowns">{fields}</form> {result} {shown} };
    Shell { explorer, is_open, part: "embed", class: "embed", heading }.view(content.into_any())
}

/// The address that is embedded, with everything that follows from the choice and from the page.
fn embedded(explorer: Explorer, choice: &Choice) -> Address {
    let now = explorer.address.get();
    let lock = if choice.is_frozen { Lock::ALL.to_vec() } else { now.frame.lock.clone() };
    let mode = if choice.card.is_some() { Mode::Card } else { Mode::Embed };
    Address {
        figure: choice.card.or(now.figure),
        language: choice.language,
        theme: choice.theme,
        // The reader's own: the number that is being looked up, and what is pinned, with notes, are not for a public page.
        cell: None,
        fact: None,
        number: None,
        brief: String::new(),
        frame: Frame { mode, hide: choice.hide.clone(), lock },
        ..now
    }
}

/// The height to write: as typed, else what the card needs; of a page, what shows enough of it.
fn height_px(choice: &Choice, needed_px: u32) -> u32 {
    let own = if choice.card.is_some() { needed_px } else { PAGE_HEIGHT_PX };
    within(&choice.height, &HEIGHTS_PX).unwrap_or(own)
}

/// The text to paste, and the way to what it gives.
fn result(explorer: Explorer, choice: &Choice, needed_px: u32) -> AnyView {
    let words = explorer.words();
    let address = embedded(explorer, choice);
    let title = choice.card.map_or_else(|| explorer.title(), |named| words.text(named.figure.question).to_owned());
    let base = address_bar::base();
    let (means, width_px, height_px) = (choice.means, choice.width_px(), height_px(choice, needed_px));
    let snippet = Snippet { means, base: &base, address: &address, title: &title, width_px, height_px };
    let (html, url) = (snippet.html(explorer.facts), snippet.url(explorer.facts));
    let shown = html.clone();
    let copy = copy_button(LateMessage::CopyCode, move || html.clone());
    view! {
        <label class="to-copy">
            {words.say(LateMessage::EmbedCode)} <textarea readonly rows="5" data-part="snippet" prop:value=shown></textarea>
        </label>
        <p class="actions">
            {copy} " "
            <a href=url target="_blank" rel="noopener" data-part="preview">{words.say(LateMessage::EmbedPreview)}</a>
        </p>
    }
    .into_any()
}

fn what(words: Words<'static>, choice: RwSignal<Choice>, figure: Option<NamedFigure>) -> AnyView {
    let now = choice.get();
    let Some(figure) = figure else { return ().into_any() };
    let options = vec![(words.say(LateMessage::EmbedCard), true), (words.say(LateMessage::EmbedWhole), false)];
    choose("what", words.say(LateMessage::EmbedWhat), options, &now.card.is_some(), move |is_card| {
        choice.update(|choice| choice.card = is_card.then_some(figure));
    })
}

fn how(words: Words<'static>, choice: RwSignal<Choice>) -> AnyView {
    let now = choice.get();
    let means = vec![
        (words.say(LateMessage::EmbedIframe), Means::Iframe),
        (words.say(LateMessage::EmbedElement), Means::Element),
    ];
    let means = choose("means", words.say(LateMessage::EmbedMeans), means, &now.means, move |means| {
        choice.update(|choice| choice.means = means);
    });
    let filters = vec![(words.say(LateMessage::EmbedLive), false), (words.say(LateMessage::EmbedFrozen), true)];
    let filters = choose("filters", words.say(LateMessage::EmbedFilters), filters, &now.is_frozen, move |is_frozen| {
        choice.update(|choice| choice.is_frozen = is_frozen);
    });
    vec![means, filters].into_any()
}

fn looks(words: Words<'static>, choice: RwSignal<Choice>) -> AnyView {
    let now = choice.get();
    let languages = vec![
        (words.say(LateMessage::EmbedReader), None),
        ("English", Some(Language::En)),
        ("中文", Some(Language::Zh)),
    ];
    let language =
        choose("language", words.say(LateMessage::EmbedLanguage), languages, &now.language, move |language| {
            choice.update(|choice| choice.language = language);
        });
    let themes = vec![
        (words.say(LateMessage::EmbedAuto), ThemeChoice::Auto),
        (words.say(Message::ThemeLight), ThemeChoice::Light),
        (words.say(Message::ThemeDark), ThemeChoice::Dark),
        (words.say(LateMessage::EmbedTransparent), ThemeChoice::Transparent),
    ];
    let theme = choose("theme", words.say(LateMessage::EmbedTheme), themes, &now.theme, move |theme| {
        choice.update(|choice| choice.theme = theme);
    });
    let hide: Vec<AnyView> = HideablePart::ALL.into_iter().map(|part| part_box(words, choice, part)).collect();
    let hide = view! { <fieldset><legend>{words.say(LateMessage::EmbedHide)}</legend> {hide}</fieldset> };
    vec![language, theme, hide.into_any()].into_any()
}

fn part_box(words: Words<'static>, choice: RwSignal<Choice>, part: HideablePart) -> AnyView {
    let name = words.say(match part {
        HideablePart::Header => LateMessage::PartHeader,
        HideablePart::Filters => LateMessage::PartFilters,
        HideablePart::Headline => LateMessage::PartHeadline,
        HideablePart::Footer => LateMessage::PartFooter,
        HideablePart::Downloads => LateMessage::PartDownloads,
    });
    let is_hidden = choice.get().hide.contains(&part);
    let toggle: Box<dyn FnMut(leptos::ev::Event)> = Box::new(move |_| {
        choice.update(|choice| {
            let hidden = HideablePart::ALL.into_iter().filter(|other| choice.hide.contains(other) != (*other == part));
            choice.hide = hidden.collect();
        });
    });
    view! { <label><input type="checkbox" prop:checked=is_hidden on:change=toggle /> {name}</label> }.into_any()
}

/// Width and height; a height that is not typed follows the card, and stands in its field all the same.
fn size(words: Words<'static>, choice: RwSignal<Choice>, height_px: u32) -> AnyView {
    let now = choice.get();
    let width = number(words.say(LateMessage::EmbedWidth), now.width, String::new(), &WIDTHS_PX, move |width| {
        choice.update(|choice| choice.width = width);
    });
    let followed = height_px.to_string();
    let height = number(words.say(LateMessage::EmbedHeight), now.height, followed, &HEIGHTS_PX, move |height| {
        choice.update(|choice| choice.height = height);
    });
    vec![width, height].into_any()
}

/// A field for a number, with what holds where none is typed; what is out of bounds the browser says.
fn number(
    label: &'static str,
    typed: String,
    otherwise: String,
    bounds: &RangeInclusive<u32>,
    set: impl Fn(String) + 'static,
) -> AnyView {
    let (least, most) = (bounds.start().to_string(), bounds.end().to_string());
    let change: Box<dyn FnMut(leptos::ev::Event)> = Box::new(move |event| set(event_target_value(&event)));
    view! {
        <label class="dropdown">
            {label} <input type="number" min=least max=most placeholder=otherwise prop:value=typed on:input=change />
        </label>
    }
    .into_any()
}
