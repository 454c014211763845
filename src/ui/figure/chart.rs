//! A table drawn by ECharts, when it is near the window.

use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;

use super::{Card, Drawing};
use crate::figures::{Canvas, Layout, LegendEntry, plan};
use crate::host::charts::Chart;
use crate::host::document;
use crate::host::observe::WidthObserver;
use crate::locale::Message;
use crate::ui::later::Arrival;
use crate::ui::live::live;

/// What A4 leaves between the margins of `style/print.css`, in CSS pixels.
const PAPER_WIDTH_PX: f64 = 680.0;

/// The chart of a figure. Its place is kept before it is drawn, so that nothing jumps.
pub(super) fn chart_view(card: Card) -> AnyView {
    let element = NodeRef::<html::Div>::new();
    // Until it is measured, the width that the page will give: the height kept for the chart depends on it.
    let width = RwSignal::new(expected_width_px());
    let is_measured = RwSignal::new(false);
    let width_px = move || if card.explorer.printing.get() { PAPER_WIDTH_PX } else { width.get() };
    let failure = RwSignal::new(None::<String>);
    let observer = StoredValue::new_local(None);

    element.on_load(move |element| {
        observer.set_value(WidthObserver::new(&element, move |now| {
            width.set(now);
            is_measured.set(true);
        }));
    });
    let drawing = RenderEffect::new(move |_| {
        // Far from the window a chart waits; near it, it follows every change.
        let is_wanted = card.explorer.drawing.has_come(card.position)
            && (card.is_near.get() || card.explorer.printing.get())
            && is_measured.get();
        let Some(element) = element.get() else { return };
        if !is_wanted {
            // What is drawn there, if anything, is old from the next change on.
            card.table.track();
            let _ = element.set_attribute("aria-busy", "true");
            return;
        }
        let (height_px, drawing) = on_canvas(card, width_px(), |canvas| {
            let plan = plan(canvas);
            (plan.height_px, plan.draw())
        });
        let size = (width_px(), height_px);
        let drawn = card.drawing.try_update_value(|Drawing { chart, .. }| {
            if chart.is_none() {
                let tooltip = move |row, column| match card.explorer.arrival.get_untracked() {
                    Arrival::Here(parts) => untrack(|| (parts.tooltip)(card, row, column)),
                    Arrival::Open | Arrival::Awaited | Arrival::Failed => String::new(),
                };
                let place = element.clone();
                let choose = move |row, column| {
                    // What was chosen by pointer gets the focus back like what was chosen by keyboard.
                    let _ = place.focus();
                    card.prove(row, column);
                };
                *chart = Some(Chart::new(&element, size, tooltip, choose)?);
            }
            chart.as_ref().map_or(Ok(()), |chart| chart.draw(drawing, size))
        });
        let _ = element.set_attribute("aria-busy", "false");
        let error = drawn.and_then(Result::err).map(|error| error.to_string());
        if let Some(error) = &error {
            web_sys::console::error_1(&error.into());
        }
        if failure.with_untracked(|failure| *failure != error) {
            failure.set(error);
        }
    });
    on_cleanup(move || {
        drop(drawing);
        observer.set_value(None);
        card.drawing.set_value(Drawing::default());
    });

    let height = move || format!("{}px", on_canvas(card, width_px(), |canvas| plan(canvas).height_px));
    // The question at first; its answer in words comes with the late parts.
    let label = move || match card.explorer.arrival.get() {
        Arrival::Here(parts) => (parts.alternative)(card),
        Arrival::Open | Arrival::Awaited | Arrival::Failed => card.words().text(card.figure.question).to_owned(),
    };
    let kind = move || card.words().say(Message::ChartRole);
    let walk: Box<dyn FnMut(KeyboardEvent)> = Box::new(move |event| {
        if let Arrival::Here(parts) = card.explorer.arrival.get_untracked() {
            (parts.walk)(card, &event);
        }
    });
    let leave: Box<dyn FnMut(FocusEvent)> = Box::new(move |_| super::walk::leave(card));
    let failed = live(move || match failure.get() {
        Some(error) => view! { <p class="unmet">{card.words().say(Message::ChartFailed)} " " {error}</p> }.into_any(),
        None => ().into_any(),
    });
    view! {
        <div
            class="chart" data-part="chart" tabindex="0" role="group" aria-roledescription=kind aria-label=label
            style:height=height node_ref=element on:keydown=walk on:blur=leave
        ></div>
        {failed}
    }
    .into_any()
}

/// What is known of one cell, for the reader who points at its mark.
pub(in crate::ui) fn tooltip(card: Card, row: usize, column: usize) -> String {
    let words = card.words();
    card.table.with(|table| {
        let is_there = row < table.rows.len() && column < table.columns.len();
        if is_there { words.tooltip(table, row, column) } else { String::new() }
    })
}

/// The canvas of a figure as it stands now.
fn on_canvas<T>(card: Card, width_px: f64, paint: impl Fn(&Canvas<'_>) -> T) -> T {
    let (words, theme) = (card.words(), card.explorer.theme());
    let codes = card.explorer.dataset.codes();
    card.table.with(|table| {
        card.hidden.with(|hidden| {
            let layout = Layout { width_px };
            paint(&Canvas { codes, figure: card.figure, table, words: &words, theme: &theme, layout, hidden })
        })
    })
}

/// The legend of a chart. It does not depend on the width.
pub(super) fn legend(card: Card) -> Vec<LegendEntry> {
    on_canvas(card, expected_width_px(), |canvas| plan(canvas).legend)
}

/// About how wide a chart will be, by the columns of `style/figure.css`.
fn expected_width_px() -> f64 {
    let window = document::width_px();
    if window > 960.0 { (window.min(1228.0) - 88.0) / 2.0 } else { window - 32.0 }
}

/// The chart in words: its question, and the numbers of the row that matters most, the marked or else the last one.
pub(in crate::ui) fn text_alternative(card: Card) -> String {
    card.table.with(|table| card.words().chart(card.figure.question, table))
}
