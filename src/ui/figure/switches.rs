//! The switches of a figure: chart or table, count or share, and the legend.

use leptos::prelude::*;

use super::Card;
use crate::address::View;
use crate::dataset::Statistic;
use crate::figures::legend;
use crate::locale::Message;

/// *Chart | Table* and, where the figure has several, the statistics. Nothing to switch in an empty figure.
#[component]
pub(super) fn Switches(
    /// The figure.
    card: Card,
    /// Whether the figure has no number.
    is_empty: Memo<bool>,
) -> impl IntoView {
    let say = move |message| card.explorer.words().say(message);
    let statistics = Memo::new(move |_| card.table.with(|table| table.statistics.clone()));
    let statistic = Memo::new(move |_| card.table.with(|table| table.statistic));
    let view_button = move |view: View, label: Message| {
        let is_pressed = move || if card.shown_view() == view { "true" } else { "false" };
        view! {
            <button type="button" aria-pressed=is_pressed on:click=move |_| card.view.set(Some(view))>
                {move || say(label)}
            </button>
        }
    };
    let statistic_button = move |of: Statistic| {
        let label = match of {
            Statistic::Count => Message::Count,
            Statistic::Share => Message::Share,
            Statistic::Growth => Message::Growth,
            Statistic::Mean => Message::Mean,
        };
        let is_pressed = move || if statistic.get() == of { "true" } else { "false" };
        view! {
            <button type="button" aria-pressed=is_pressed on:click=move |_| card.wanted.set(Some(of))>
                {move || say(label)}
            </button>
        }
    };
    let statistics = move || {
        let statistics = statistics.get();
        (statistics.len() > 1).then(|| {
            view! {
                <span class="switch" role="group" aria-label=move || say(Message::ShowAs)>
                    {statistics.into_iter().map(statistic_button).collect_view()}
                </span>
            }
        })
    };
    let views = move || {
        view! {
            <span class="switch" role="group" aria-label=move || say(Message::ViewAs)>
                {view_button(View::Chart, Message::Chart)} {view_button(View::Table, Message::Table)}
            </span>
        }
    };
    move || (!is_empty.get()).then(|| view! { {statistics} {views()} })
}

/// The series of a chart, each a button that switches it off and on.
#[component]
pub(super) fn Legend(
    /// The figure.
    card: Card,
) -> impl IntoView {
    let entries = move || {
        let words = card.explorer.words();
        card.table.with(|table| {
            let entry = |(column, token): (usize, &'static str)| {
                let label = words.heading_text(&table.columns[column]);
                let is_shown =
                    move || if card.hidden.with(|hidden| hidden.contains(&column)) { "false" } else { "true" };
                let toggle = move |_| {
                    card.hidden.update(|hidden| match hidden.iter().position(|other| *other == column) {
                        Some(position) => drop(hidden.remove(position)),
                        None => hidden.push(column),
                    });
                };
                view! {
                    <button type="button" aria-pressed=is_shown on:click=toggle>
                        <i class=format!("swatch {token}") aria-hidden="true"></i>{label}
                    </button>
                }
            };
            let entries = legend(card.explorer.dataset.codes(), card.figure, table);
            entries.into_iter().map(entry).collect_view()
        })
    };
    view! {
        <div class="legend" role="group" aria-label=move || card.explorer.words().say(Message::Legend)>{entries}</div>
    }
}
