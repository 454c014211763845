//! Which function draws which view.

use leptos::prelude::*;

use crate::address::Page;
use crate::dataset::Dataset;
use crate::ui::state::explorer::Explorer;
use crate::ui::views::{compare, coverage, data, methods};

/// Draws a view; nothing for the figures, which stand for themselves.
pub fn draw(explorer: Explorer, dataset: &'static Dataset, view: Page) -> AnyView {
    match view {
        Page::Explore => ().into_any(),
        Page::Data => data::data(explorer, dataset),
        Page::Coverage => coverage::coverage(explorer, dataset),
        Page::Compare => compare::compare(explorer, dataset),
        Page::Methods => methods::methods(explorer, dataset),
    }
}
