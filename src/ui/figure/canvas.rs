//! The canvas of a figure: everything that its drawing follows, as it stands now.

use leptos::prelude::*;

use crate::figures::{Canvas, Layout, LegendEntry, plan};
use crate::host::document;
use crate::ui::state::card::Card;

/// What A4 leaves between the margins of `style/print.css`, in CSS pixels.
const PAPER_WIDTH_PX: f64 = 680.0;

/// How wide the chart of a figure is.
#[derive(Clone, Copy)]
pub struct Width {
    card: Card,
    screen_px: RwSignal<f64>,
    is_measured: RwSignal<bool>,
}

impl Width {
    /// Until it is measured, the width that the page will give: the height kept for the chart depends on it.
    pub fn expected(card: Card) -> Self {
        Self { card, screen_px: RwSignal::new(expected_px()), is_measured: RwSignal::new(false) }
    }

    /// Notes the width on the screen.
    pub fn measure(self, px: f64) {
        self.screen_px.set(px);
        self.is_measured.set(true);
    }

    /// The width in CSS pixels, on the screen or on paper.
    pub fn px(self) -> f64 {
        if self.card.explorer.appearance.is_printing.get() { PAPER_WIDTH_PX } else { self.screen_px.get() }
    }

    /// Whether the chart still stands: its figure may show a table by now, or be gone.
    pub fn is_alive(self) -> bool {
        self.screen_px.try_with_untracked(|_| ()).is_some()
    }

    /// Whether it is known: that of the screen is measured after the layout, that of paper always is.
    pub fn is_known(self) -> bool {
        self.is_measured.get() || self.card.explorer.appearance.is_printing.get()
    }
}

/// What of a chart stands outside its drawing.
#[derive(Clone, PartialEq)]
pub struct Outline {
    /// How high the chart will be, in CSS pixels.
    pub height_px: u32,
    /// The series that the reader can switch off.
    pub legend: Vec<LegendEntry>,
}

impl Outline {
    /// The outline of a figure's chart at a width, from one plan.
    pub fn of(card: Card, width: Width) -> Self {
        on_canvas(card, width.px(), |canvas| {
            let plan = plan(canvas);
            Self { height_px: plan.height_px, legend: plan.legend() }
        })
    }
}

/// About how wide a chart will be, by the columns of `style/figure.css`.
fn expected_px() -> f64 {
    let window = document::width_px();
    if window > 960.0 { (window.min(1228.0) - 88.0) / 2.0 } else { window - 32.0 }
}

/// Does something with the canvas of a figure at a width.
pub fn on_canvas<T>(card: Card, width_px: f64, paint: impl Fn(&Canvas<'_>) -> T) -> T {
    let (words, theme) = (card.words(), card.explorer.appearance.theme());
    let codes = card.explorer.facts.codes();
    let layout = Layout { width_px };
    card.table.with(|table| {
        card.hidden.with(|hidden| {
            paint(&Canvas { codes, figure: card.figure, table, words: &words, theme: &theme, layout, hidden })
        })
    })
}
