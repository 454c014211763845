//! What the page shows beside the figures: all facts, coverage, comparison, methods; and the self-test.
//!
//! They come in a module of their own, when one of them is asked for (`docs/decisions/0006-a-second-module.md`).

mod compare;
mod coverage;
mod data;
pub mod draw;
mod methods;
pub mod self_test;
