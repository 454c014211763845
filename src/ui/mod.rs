//! What the reader sees and touches: Leptos components, one file each.
//!
//! The reader's question lives in one signal, [`Explorer::address`]; components read what follows from it and change nothing else.

#![expect(unreachable_pub, reason = "the component macro writes `pub` for what it generates")]

mod app;
mod chips;
mod copy;
mod drawings;
mod embedding;
mod explorer;
mod figure;
mod filter_bar;
mod finder;
mod finding;
mod headline;
mod later;
mod link;
mod live;
mod notices;
mod pages;
mod portal;
mod preferences;
mod print;
mod proof;
mod questions;
mod queue;
mod sections;
mod sparkline;
mod takeaways;
mod top_bar;

pub use app::App;
pub use explorer::Explorer;
