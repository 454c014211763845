//! What the page shows: the catalogue of figures, and how a table becomes a chart.
//!
//! A figure is one entry of `catalogue`; a chart is planned and drawn from a [`crate::query::Table`] alone, so that it cannot
//! say anything else. Words come from outside through [`Wording`]: this room knows no language.

mod canvas;
mod catalogue;
mod draw;
mod layout;
mod marks;
mod option;
mod plan;
mod point;
mod shelf;
mod sketch;
mod sparkline;
mod theme;
mod walk;

pub use canvas::{Canvas, Wording};
pub use catalogue::{SECTIONS, Section, figure, figures, position};
pub use draw::{is_in_numbers, plan};
pub use layout::{Layout, text_px};
pub use marks::{Mark, Marks};
pub use option::{ChartOption, escape};
pub use plan::{Drawing, LegendEntry, Plan};
pub use shelf::{Shelf, is_on, lead, shelf};
pub use sparkline::{Dot, Sparkline};
pub use theme::{Theme, colour_on_paper};
pub use walk::Walk;
