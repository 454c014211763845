//! What the page shows beside the figures: all facts, coverage, one figure alone, comparison, methods, the brief; and the self-test.
//!
//! They come in a module of their own, when one of them is asked for (`docs/decisions/0006-a-second-module.md`).

mod brief;
mod compare;
mod coverage;
mod data;
mod figure;
mod methods;
pub mod own;
pub mod self_test;
mod side;

use leptos::prelude::*;

use crate::address::View;
use crate::dataset::Library;
use crate::ui::late::{asked_for, use_late};
use crate::ui::state::explorer::Explorer;

/// Draws a view; nothing for the figures, which stand for themselves.
pub fn draw(explorer: Explorer, library: Library<'static>, view: View) -> AnyView {
    match view {
        View::Explore => ().into_any(),
        View::Data => data::data(explorer, library),
        View::Coverage => coverage::coverage(explorer, library.facts()),
        View::Figure => figure::figure(explorer, library),
        View::Compare => compare::compare(explorer, library.facts()),
        View::Methods => methods::methods(explorer, library),
        // It comes in a module of its own: the readers of files are large.
        View::Own => use_late()
            .views
            .get_untracked()
            .map_or_else(|| ().into_any(), |views| asked_for(views.own, move |own| (own.draw)(explorer, own.library))),
        View::Brief => brief::brief(explorer, library),
    }
}
