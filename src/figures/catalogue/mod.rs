//! All figures of the page, under the questions that readers ask, in their order. A new figure is one entry in one of these files.

mod diseases;
mod geography;
mod growth;
mod novelty;
mod phases;
mod products;
mod progress;
mod sections;
mod shared;
mod special;

pub use sections::{SECTIONS, Section, figure, figures};
