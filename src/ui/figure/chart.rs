//! A table drawn by ECharts, when it is near the window.

use leptos::html;
use leptos::prelude::*;

use super::Card;
use crate::figures::{Layout, draw, height_px};
use crate::host::charts::Chart;
use crate::host::observe::{NearObserver, WidthObserver};
use crate::locale::{Language, Message, Words};
use crate::query::Table;

/// The chart of a figure. Its place is kept before it is drawn, so that nothing jumps.
#[component]
pub(super) fn ChartView(
    /// The figure.
    card: Card,
) -> impl IntoView {
    let element = NodeRef::<html::Div>::new();
    let width = RwSignal::new(0.0);
    let is_near = RwSignal::new(false);
    let failure = RwSignal::new(None::<String>);
    let chart = StoredValue::new_local(None::<Chart>);
    let observers = StoredValue::new_local(None);

    element.on_load(move |element| {
        let near = NearObserver::new(&element, move |now| {
            // Once near, a chart follows every change as long as it stays near; far away it waits.
            is_near.set(now);
        });
        if near.is_none() {
            is_near.set(true);
        }
        observers.set_value(Some((near, WidthObserver::new(&element, move |now| width.set(now)))));
    });
    let drawing = RenderEffect::new(move |_| {
        let (width_px, is_ready) = (width.get(), card.explorer.has_charts.get() && is_near.get());
        let Some(element) = element.get().filter(|_| is_ready && width_px > 0.0) else { return };
        let (words, theme) = (card.explorer.words(), card.explorer.theme());
        let layout = Layout { width_px, is_still: card.explorer.is_still };
        let option = card.table.with(|table| {
            card.hidden
                .with(|hidden| draw(card.explorer.dataset.codes(), card.figure, table, &words, &theme, layout, hidden))
        });
        let drawn = chart.try_update_value(|chart| {
            if chart.is_none() {
                *chart = Some(Chart::new(&element)?);
            }
            chart.as_ref().map_or(Ok(()), |chart| chart.draw(&option))
        });
        if let Some(Err(error)) = drawn {
            web_sys::console::error_1(&error.to_string().into());
            failure.set(Some(error.to_string()));
        }
    });
    on_cleanup(move || {
        drop(drawing);
        observers.set_value(None);
        chart.set_value(None);
    });

    let height = move || format!("{}px", card.table.with(|table| height_px(card.figure, table)));
    let label = move || {
        let words = card.explorer.words();
        card.table.with(|table| text_alternative(words, card.figure.question, table))
    };
    let failed = move || {
        failure
            .get()
            .map(|error| view! { <p class="unmet">{card.explorer.words().say(Message::ChartFailed)} " " {error}</p> })
    };
    view! {
        <div class="chart" data-part="chart" role="img" aria-label=label style:height=height node_ref=element></div>
        {failed}
    }
}

/// The chart in words: its question, and the numbers of the row that matters most, the marked or else the last one.
fn text_alternative(words: Words<'_>, question: crate::query::Text, table: &Table) -> String {
    let rows = 0..table.rows.len();
    let has_number = |row: &usize| (0..table.columns.len()).any(|column| !table.cell(*row, column).is_empty());
    let row =
        rows.clone().find(|row| table.rows[*row].is_marked && has_number(row)).or_else(|| rows.rev().find(has_number));
    let Some(row) = row else { return words.text(question).to_owned() };
    let numbers = (0..table.columns.len()).filter(|column| !table.cell(row, *column).is_empty()).map(|column| {
        let heading = &table.columns[column];
        let number = words.number_with_unit(table, table.cell(row, column));
        if heading.year.is_none() && heading.codes.is_empty() {
            number
        } else {
            format!("{} {number}", words.heading_text(heading))
        }
    });
    let numbers = numbers.collect::<Vec<_>>().join(words.say(Message::ListComma));
    let joint = if words.language == Language::En { ": " } else { "：" };
    format!("{} {}{joint}{numbers}", words.text(question), words.heading_text(&table.rows[row]))
}
