//! The switches of a figure: chart or table, count or share, and the legend.

use leptos::prelude::*;

use crate::address::Display;
use crate::dataset::Statistic;
use crate::figures::LegendEntry;
use crate::locale::Message;
use crate::query::Table;
use crate::ui::kit::live::on_click;
use crate::ui::state::card::Card;

/// The statistics that a figure has, and the shown one; chart or table. Nothing to switch in an empty figure.
pub fn state(card: Card, table: &Table) -> Vec<State> {
    let state = || State { statistics: table.statistics.clone(), statistic: table.statistic, display: card.display() };
    (!table.is_empty()).then(state).into_iter().collect()
}

/// What is switched on.
#[derive(PartialEq)]
pub struct State {
    statistics: Vec<Statistic>,
    statistic: Statistic,
    display: Display,
}

/// *Chart | Table* and, where the figure has several, the statistics.
pub fn switches(card: Card, state: &[State]) -> AnyView {
    let [state] = state else { return ().into_any() };
    let words = card.words();
    let mut groups = Vec::new();
    if state.statistics.len() > 1 {
        let buttons = state.statistics.iter().map(|statistic| {
            let statistic = *statistic;
            let act = move || card.wanted.set(Some(statistic));
            button(words.say(name(statistic)).to_owned(), "", statistic == state.statistic, act)
        });
        groups.push(group("switch", words.say(Message::ShowAs), buttons.collect()));
    }
    let displays = [(Display::Chart, Message::Chart), (Display::Table, Message::Table)].map(|(display, label)| {
        button(words.say(label).to_owned(), "", state.display == display, move || card.show_as(display))
    });
    groups.push(group("switch", words.say(Message::ViewAs), displays.into()));
    groups.into_any()
}

const fn name(statistic: Statistic) -> Message {
    match statistic {
        Statistic::Count => Message::Count,
        Statistic::Share => Message::Share,
        Statistic::Growth => Message::Growth,
        Statistic::Mean => Message::Mean,
    }
}

/// Each series as a button that switches it off and on.
pub fn legend_buttons(card: Card, entries: &[LegendEntry]) -> AnyView {
    let shown = entries.len();
    if shown == 0 {
        return ().into_any();
    }
    let entry = |entry: &LegendEntry| {
        let column = entry.column;
        let toggle = move || {
            card.hidden.update(|hidden| match hidden.iter().position(|other| *other == column) {
                Some(position) => drop(hidden.remove(position)),
                // The last series stays: an empty chart would say nothing.
                None if hidden.len() + 1 < shown => hidden.push(column),
                None => {}
            });
        };
        button(entry.label.clone(), entry.token, entry.is_shown, toggle)
    };
    let buttons = entries.iter().map(entry).collect();
    group("legend", card.words().say(Message::Legend), buttons)
}

fn group(class: &'static str, label: &'static str, buttons: Vec<AnyView>) -> AnyView {
    view! { <div class=class role="group" aria-label=label>{buttons}</div> }.into_any()
}

/// A button that is pressed or not, with the swatch of a colour token where one is named.
fn button(label: String, token: &'static str, is_pressed: bool, act: impl FnMut() + 'static) -> AnyView {
    let is_pressed = if is_pressed { "true" } else { "false" };
    let swatch = if token.is_empty() {
        ().into_any()
    } else {
        let class = format!("swatch {token}");
        view! { <i class=class aria-hidden="true"></i> }.into_any()
    };
    view! { <button type="button" aria-pressed=is_pressed on:click=on_click(act)>{swatch}{label}</button> }.into_any()
}
