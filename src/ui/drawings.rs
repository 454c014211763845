//! The drawings beyond the columns of the first chart. They come in a small module of their own, as soon as ECharts is there,
//! so that the second chart does not wait for proofs, lists and exports (`docs/decisions/0006-a-second-module.md`).

#![expect(clippy::unnecessary_wraps, reason = "nothing in it fails, but a module of its own may not come")]

use leptos::prelude::*;

use super::explorer::Explorer;
use super::later::{self, Coming, NotLoaded, fetch};
use crate::figures::{self, Canvas, ChartOption};

/// Draws every kind of chart.
pub(super) type Draw = fn(&Canvas<'_>) -> ChartOption;

/// Whether the drawings are there.
pub(super) type Drawings = Coming<Draw>;

#[cfg_attr(
    feature = "split",
    leptos::wasm_split::wasm_split(drawings, wasm_split_path = leptos::wasm_split, fallible)
)]
fn drawings() -> Result<Draw, NotLoaded> {
    Ok(figures::draw)
}

/// Asks for the drawings once, and then for everything else that comes late.
pub(super) fn request(explorer: Explorer) {
    if !matches!(explorer.drawings.get_untracked(), Drawings::Open) {
        return;
    }
    #[cfg(feature = "split")]
    let load = drawings();
    #[cfg(not(feature = "split"))]
    let load = std::future::ready(drawings());
    fetch(explorer.drawings, load, move || later::request(explorer));
}
