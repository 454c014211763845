//! The chart of a figure: its element, and what ECharts draws into it when it is near the window.

use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;
use web_sys::HtmlDivElement;

use crate::figures::plan;
use crate::host::charts::{Chart, DrawError};
use crate::host::frames;
use crate::host::observe::WidthObserver;
use crate::locale::Message;
use crate::ui::figure::canvas::{Outline, Width, on_canvas};
use crate::ui::figure::switches;
use crate::ui::kit::live::live_on;
use crate::ui::kit::signals::leave_no_trace;
use crate::ui::late::{LateParts, use_late};
use crate::ui::state::card::{Card, DrawnChart};

/// The legend and the chart of a figure. Its place is kept before it is drawn, so that nothing jumps.
pub fn chart_view(card: Card) -> AnyView {
    let (late, width) = (use_late(), Width::expected(card));
    let (element, failure) = (NodeRef::<html::Div>::new(), NodeRef::<html::P>::new());
    let outline = Memo::new(move |_| {
        leave_no_trace();
        Outline::of(card, width)
    });
    mount(card, late, width, element, failure);

    let legend = live_on(
        move || outline.with(|outline| outline.legend.clone()),
        move |entries| switches::legend_buttons(card, entries),
    );
    let height = move || format!("{}px", outline.with(|outline| outline.height_px));
    // The question at first; its answer in words comes late.
    let label = move || {
        leave_no_trace();
        match late.details.get() {
            Some(details) => (details.alternative)(card),
            None => card.words().text(card.figure.question).to_owned(),
        }
    };
    let kind = move || {
        leave_no_trace();
        card.words().say(Message::ChartRole)
    };
    let walk: Box<dyn FnMut(KeyboardEvent)> = Box::new(move |event| {
        if let Some(details) = late.details.get_untracked() {
            (details.walk)(card, &event);
        }
    });
    let leave: Box<dyn FnMut(FocusEvent)> = Box::new(move |_| leave(card));
    // An application: screen readers leave the arrow keys to it, as they do to a list or a grid.
    view! {
        {legend}
        <div
            class="chart" data-part="chart" tabindex="0" role="application" aria-roledescription=kind aria-label=label
            style:height=height node_ref=element on:keydown=walk on:blur=leave
        ></div>
        <p class="unmet" hidden node_ref=failure></p>
    }
    .into_any()
}

/// Keeps the chart in its element as the table says, for as long as the element stands.
fn mount(card: Card, late: LateParts, width: Width, element: NodeRef<html::Div>, failure: NodeRef<html::P>) {
    let observer = StoredValue::new_local(None);
    element.on_load(move |element| {
        observer.set_value(WidthObserver::new(&element, move |px| width.measure(px)));
    });
    let drawing = RenderEffect::new(move |_| {
        leave_no_trace();
        let Some(element) = element.get() else { return };
        // Far from the window a chart waits; near it, it follows every change.
        let is_near = card.is_near.get() || card.explorer.appearance.is_printing.get();
        let is_wanted = card.explorer.pace.drawn.has_come(card.position) && is_near && width.is_known();
        // Not before it is looked at, unless there is time; on paper there is none.
        let is_urgent = card.explorer.pace.is_seen(card.position) || card.explorer.appearance.is_printing.get();
        if is_wanted && is_urgent {
            draw(card, late, width, &element, failure);
            return;
        }
        // What is drawn there, if anything, is old from the next change on.
        follow(card, width);
        set_busy(&element, true);
        if is_wanted {
            let draw = move || untrack(|| draw(card, late, width, &element, failure));
            card.explorer.pace.unseen.push(card.position, Box::new(draw));
        }
    });
    on_cleanup(move || {
        drop(drawing);
        observer.set_value(None);
        card.drawing.set_value(DrawnChart::default());
    });
}

/// Follows all that a drawing follows.
fn follow(card: Card, width: Width) {
    on_canvas(card, width.px(), |_| ());
}

fn set_busy(element: &HtmlDivElement, is_busy: bool) {
    // A valid name cannot fail.
    let _ = element.set_attribute("aria-busy", if is_busy { "true" } else { "false" });
}

/// Draws, and says under the chart if that was not possible. Nothing where there is no chart any more.
fn draw(card: Card, late: LateParts, width: Width, element: &HtmlDivElement, failure: NodeRef<html::P>) {
    if !width.is_alive() {
        return;
    }
    let drawn = redraw(card, late, width, element);
    say_failure(card, failure, drawn.err());
    set_busy(element, false);
    // The first chart stands: now comes what it did not need.
    if untrack(|| late.details.is_unasked()) {
        frames::next_task(move || late.details.request());
    }
}

/// Draws what the table says now.
fn redraw(card: Card, late: LateParts, width: Width, element: &HtmlDivElement) -> Result<(), DrawError> {
    let (height_px, drawing) = on_canvas(card, width.px(), |canvas| {
        let plan = plan(canvas);
        (plan.height_px, plan.draw())
    });
    let size = (width.px(), height_px);
    let drawn = card.drawing.try_update_value(|DrawnChart { chart, .. }| {
        if chart.is_none() {
            *chart = Some(new_chart(card, late, element, size)?);
        }
        chart.as_ref().map_or(Ok(()), |chart| chart.draw(drawing, size))
    });
    // The card may be gone with its figure: then there is nothing to draw.
    drawn.unwrap_or(Ok(()))
}

fn new_chart(card: Card, late: LateParts, element: &HtmlDivElement, size: (f64, u32)) -> Result<Chart, DrawError> {
    let tooltip = move |row, column| {
        let details = late.details.get_untracked();
        details.map(|details| untrack(|| (details.tooltip)(card, row, column))).unwrap_or_default()
    };
    let focusable = element.clone();
    let choose = move |row, column| {
        // What was chosen by pointer gets the focus back like what was chosen by keyboard.
        let _ = focusable.focus();
        card.prove(row, column);
    };
    Chart::new(element, size, tooltip, choose)
}

/// Says under the chart that it could not be drawn, or nothing any more.
fn say_failure(card: Card, failure: NodeRef<html::P>, error: Option<DrawError>) {
    let Some(line) = failure.get() else { return };
    line.set_hidden(error.is_none());
    if let Some(error) = error {
        leptos::logging::error!("{error}");
        line.set_text_content(Some(&format!("{} {error}", card.words().say(Message::ChartFailed))));
    }
}

/// Shows nothing any more when the focus goes elsewhere; a walk that is taken up again goes on where it was.
fn leave(card: Card) {
    // The card may be gone with the figure that had the focus.
    let _ = card.drawing.try_update_value(|drawing| {
        if let (Some(chart), Some(_)) = (&drawing.chart, drawing.walked) {
            chart.point_nowhere();
        }
    });
}
