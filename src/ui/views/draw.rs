//! Which function draws which view.

use leptos::prelude::*;

use crate::address::Page;
use crate::dataset::Library;
use crate::ui::state::explorer::Explorer;
use crate::ui::views::{compare, coverage, data, methods};

/// Draws a view; nothing for the figures, which stand for themselves.
pub fn draw(explorer: Explorer, library: Library<'static>, view: Page) -> AnyView {
    match view {
        Page::Explore => ().into_any(),
        Page::Data => data::data(explorer, library),
        Page::Coverage => coverage::coverage(explorer, library.facts()),
        Page::Compare => compare::compare(explorer, library.facts()),
        Page::Methods => methods::methods(explorer, library),
    }
}
