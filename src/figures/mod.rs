//! What the page shows: the catalogue of figures, and how a table becomes a chart.
//!
//! A figure is one entry of [`catalogue`]; a chart is drawn from a [`crate::query::Table`] alone, so that it cannot say anything else.
//! Words come from outside through [`Wording`]: this room knows no language.

mod catalogue;
mod draw;
mod option;
mod sparkline;
mod theme;
mod walk;

pub use catalogue::{SECTIONS, Section, figure, figures};
pub use draw::{Canvas, Layout, Wording, draw, draw_first, height_px, legend};
pub use option::{ChartOption, escape};
pub use sparkline::{Dot, Sparkline};
pub use theme::{Theme, series_colour};
pub use walk::Walk;
