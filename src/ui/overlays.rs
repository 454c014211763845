//! What is laid over the shipped data when the first charts stand: what the browser keeps of the reader's own figures, and files that
//! the portal names. Their reader comes for that alone.

use std::cell::Cell;

use leptos::prelude::*;

use crate::host::{frames, storage};
use crate::ui::late::use_late;
use crate::ui::state::edition::KEPT;
use crate::ui::state::explorer::Explorer;

thread_local! {
    /// Whether it was done: the page is built anew for it.
    static IS_DONE: Cell<bool> = const { Cell::new(false) };
}

/// Lays it over, once for as long as the program lives.
pub fn lay_over(explorer: Explorer) {
    let overlays = explorer.settings.with_value(|settings| settings.overlays.clone());
    let is_wanted = !overlays.is_empty() || storage::load(KEPT).is_some();
    if !is_wanted || IS_DONE.replace(true) {
        return;
    }
    let views = use_late().views;
    frames::when_ready(move || views.request());
    Effect::new(move |is_done: Option<bool>| {
        let own = views.get().and_then(|views| {
            views.own.request();
            views.own.get()
        });
        if let (Some(own), false) = (own, is_done.unwrap_or_default()) {
            (own.restore)(overlays.clone());
        }
        is_done.unwrap_or_default() || own.is_some()
    });
}
