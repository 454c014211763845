//! Catalogue: all figures of the page, under the questions that readers ask. A new figure is one entry in one of these files.

mod common;
mod diseases;
mod geography;
mod growth;
mod novelty;
mod phases;
mod products;
mod progress;
mod sections;
mod special;
mod world;

pub use sections::{SECTIONS, Section, figure, figures, position};
