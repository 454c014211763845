//! The switches of a figure: chart or table, count or share, and the legend.

use leptos::prelude::*;

use super::Card;
use crate::address::View;
use crate::dataset::Statistic;
use crate::figures::legend;
use crate::locale::Message;
use crate::query::Table;
use crate::ui::live::on_click;

/// *Chart | Table* and, where the figure has several, the statistics. Nothing to switch in an empty figure.
pub(super) fn switches(card: Card, table: &Table) -> AnyView {
    if table.is_empty() {
        return ().into_any();
    }
    let words = card.words();
    let mut groups = Vec::new();
    if table.statistics.len() > 1 {
        let buttons = table.statistics.iter().map(|statistic| {
            let statistic = *statistic;
            let act = move || card.wanted.set(Some(statistic));
            button(words.say(name(statistic)).to_owned(), "", statistic == table.statistic, act)
        });
        groups.push(group("switch", words.say(Message::ShowAs), buttons.collect()));
    }
    let shown = card.shown_view();
    let views = [(View::Chart, Message::Chart), (View::Table, Message::Table)]
        .map(|(view, label)| button(words.say(label).to_owned(), "", shown == view, move || card.view.set(Some(view))));
    groups.push(group("switch", words.say(Message::ViewAs), views.into()));
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

/// The series of a chart, each a button that switches it off and on.
pub(super) fn legend_buttons(card: Card, table: &Table) -> AnyView {
    let words = card.words();
    let entries = legend(card.explorer.dataset.codes(), card.figure, table);
    let shown = entries.len();
    let entry = |(column, token): (usize, &'static str)| {
        let is_shown = card.hidden.with(|hidden| !hidden.contains(&column));
        let toggle = move || {
            card.hidden.update(|hidden| match hidden.iter().position(|other| *other == column) {
                Some(position) => drop(hidden.remove(position)),
                // The last series stays: an empty chart would say nothing.
                None if hidden.len() + 1 < shown => hidden.push(column),
                None => {}
            });
        };
        button(words.heading_text(&table.columns[column]), token, is_shown, toggle)
    };
    let entries = entries.into_iter().map(entry).collect();
    group("legend", words.say(Message::Legend), entries)
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
