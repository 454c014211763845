//! Which function draws which view.

use leptos::prelude::*;

use crate::address::View;
use crate::dataset::Library;
use crate::ui::state::explorer::Explorer;
use crate::ui::views::{compare, coverage, data, methods};

/// Draws a view; nothing for the figures, which stand for themselves.
pub fn draw(explorer: Explorer, library: Library<'static>, view: View) -> AnyView {
    match view {
        View::Explore => ().into_any(),
        View::Data => data::data(explorer, library),
        View::Coverage => coverage::coverage(explorer, library.facts()),
        View::Compare => compare::compare(explorer, library.facts()),
        View::Methods => methods::methods(explorer, library),
    }
}
