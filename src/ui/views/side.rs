//! One side of a comparison as a chart, on the scale of both.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use web_sys::HtmlDivElement;

use crate::dataset::Facts;
use crate::figures::{Canvas, Drawing, Layout, LegendEntry, Plan, plan};
use crate::host::charts::{self, Chart, DrawError};
use crate::host::observe::{NearObserver, WidthObserver};
use crate::query::{ChartKind, Figure, Table};
use crate::ui::kit::live::live;
use crate::ui::kit::signals::leave_no_trace;
use crate::ui::state::explorer::Explorer;

/// A chart is drawn when it comes this near to the window.
const DRAWN_WITHIN_PX: i32 = 300;
/// The width for which the place of a chart is kept until it is measured.
const EXPECTED_PX: f64 = 340.0;

/// What is drawn.
#[derive(Clone)]
pub struct Side {
    /// The figure that it comes from.
    pub figure: Figure,
    /// The numbers of one side.
    pub table: Table,
    /// The number at which a bar has its whole width.
    pub largest: f64,
    /// What it is, for a reader who does not see it; the table beside has the numbers.
    pub label: String,
    /// Whose numbers they are: the nation's, or those of a list.
    pub facts: Numbers,
    /// The numbers of the other side, which the drawing leaves as much room as its own; nothing where it stands alone.
    pub beside: Option<Table>,
    /// What a choice of a bar does, by its row and column; nothing where nothing can be chosen.
    pub choose: Option<Callback<(usize, usize)>>,
}

/// The facts that a table was sliced from.
#[derive(Clone)]
pub enum Numbers {
    /// Those of the page.
    Page(&'static Facts),
    /// Those of a list, which live as long as somebody shows them.
    List(Arc<Facts>),
}

impl Numbers {
    /// The facts.
    pub fn facts(&self) -> &Facts {
        match self {
            Self::Page(facts) => facts,
            Self::List(facts) => facts,
        }
    }
}

impl Side {
    /// Bars in the order of the table, whatever the figure draws: so the same row stands at the same height on both sides.
    pub fn new(figure: &Figure, table: Table, largest: f64, label: String, facts: Numbers) -> Self {
        Self {
            figure: Figure { chart: ChartKind::RankedBars, ..*figure },
            table,
            largest,
            label,
            facts,
            beside: None,
            choose: None,
        }
    }

    /// As the figure draws it; bars where there is one column, so that the same row stands at the same height on both sides.
    pub fn as_figure(figure: &Figure, table: Table, largest: f64, label: String, facts: Numbers) -> Self {
        if table.columns.len() == 1 {
            return Self::new(figure, table, largest, label, facts);
        }
        Self { figure: *figure, table, largest, label, facts, beside: None, choose: None }
    }

    /// What is asked of its plan at a width.
    fn planned<T>(&self, explorer: Explorer, width_px: f64, ask: impl FnOnce(Plan<'_>) -> T) -> T {
        self.planned_for(&self.table, explorer, width_px, ask)
    }

    fn planned_for<T>(&self, table: &Table, explorer: Explorer, width_px: f64, ask: impl FnOnce(Plan<'_>) -> T) -> T {
        let facts = self.facts.facts();
        let (words, theme) = (facts.words(explorer.language.get()), explorer.appearance.theme());
        let figure = &self.figure;
        let layout = Layout { width_px };
        let canvas = Canvas { codes: facts.codes(), figure, table, words: &words, theme: &theme, layout, hidden: &[] };
        ask(plan(&canvas))
    }

    /// Its height and its drawing at a width.
    fn drawn(&self, explorer: Explorer, width_px: f64) -> (u32, Drawing) {
        let (height_px, drawing) = self.planned(explorer, width_px, |plan| (plan.height_px, plan.draw()));
        let draw = |plan: Plan<'_>| plan.draw();
        let other = self.beside.as_ref().map(|other| self.planned_for(other, explorer, width_px, draw));
        let drawing = match other {
            Some(other) => drawing.with_room_of(&other),
            None => drawing,
        };
        (height_px, drawing.up_to(self.largest))
    }
}

/// The side as a view.
pub fn side(explorer: Explorer, side: Side) -> AnyView {
    let element = NodeRef::<html::Div>::new();
    let (width, is_near, is_loaded) = (RwSignal::new(None), RwSignal::new(false), RwSignal::new(charts::is_loaded()));
    let (held, chart) = (StoredValue::new_local(None), StoredValue::new_local(None::<Chart>));
    element.on_load(move |element| {
        let near = NearObserver::new(&element, DRAWN_WITHIN_PX, move |near| is_near.set(near));
        // A browser that cannot tell has everything near.
        is_near.set(near.is_none());
        let wide = WidthObserver::new(&element, move |px| width.set(Some(px)));
        held.set_value(Some((near, wide, charts::on_loaded(move || is_loaded.set(charts::is_loaded())))));
    });
    let (label, choose) = (side.label.clone(), side.choose);
    let side = StoredValue::new(side);
    let height = move || {
        leave_no_trace();
        let width_px = width.get().unwrap_or(EXPECTED_PX);
        let height_px = side.with_value(|side| side.planned(explorer, width_px, |plan| plan.height_px));
        format!("{height_px}px")
    };
    let drawing = RenderEffect::new(move |_| {
        leave_no_trace();
        let (Some(element), Some(width_px)) = (element.get(), width.get()) else { return };
        if is_loaded.get() == Some(false) {
            // Until the library comes after all.
            element.set_hidden(true);
        } else if is_near.get() && is_loaded.get().is_some() {
            let (height_px, drawing) = side.with_value(|side| side.drawn(explorer, width_px));
            let drawn = chart.try_update_value(|chart| draw(chart, &element, drawing, (width_px, height_px), choose));
            // The table beside has the same numbers: what could not be drawn leaves no hole.
            element.set_hidden(drawn.is_some_and(|drawn| drawn.is_err()));
        }
    });
    on_cleanup(move || {
        drop(drawing);
        held.set_value(None);
        chart.set_value(None);
    });
    let legend =
        live(move || side.with_value(|side| side.planned(explorer, EXPECTED_PX, |plan| legend(&plan.legend()))));
    view! { {legend} <div class="chart" role="img" aria-label=label style:height=height node_ref=element></div> }
        .into_any()
}

/// What the colours mean.
fn legend(entries: &[LegendEntry]) -> AnyView {
    if entries.is_empty() {
        return ().into_any();
    }
    let entry = |entry: &LegendEntry| {
        let class = format!("swatch {}", entry.token);
        view! { <li><i class=class aria-hidden="true"></i> {entry.label.clone()}</li> }.into_any()
    };
    let entries: Vec<AnyView> = entries.iter().map(entry).collect();
    view! { <ul class="key small">{entries}</ul> }.into_any()
}

fn draw(
    chart: &mut Option<Chart>,
    element: &HtmlDivElement,
    drawing: Drawing,
    size: charts::Size,
    choose: Option<Callback<(usize, usize)>>,
) -> Result<(), DrawError> {
    if chart.is_none() {
        *chart = Some(Chart::new(
            element,
            size,
            |_, _| String::new(),
            move |row, column| {
                if let Some(choose) = choose {
                    choose.run((row, column));
                }
            },
        )?);
    }
    chart.as_ref().map_or(Ok(()), |chart| chart.draw(drawing, size))
}
