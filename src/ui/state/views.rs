//! The views of the page, in one table: what the top bar names, the app makes room for, and `ui/views` draws.

use crate::address::Page;
use crate::locale::Message;

/// What the page knows of a view before it is drawn.
pub struct ViewEntry {
    /// The view, as the address names it.
    pub view: Page,
    /// Its name in the top bar.
    pub name: Message,
    /// Whether the filters stand above it.
    pub has_filters: bool,
}

/// All views, in the order of the top bar. The first is the figures, which are built with the page; the others come late.
pub const VIEWS: [ViewEntry; 5] = [
    ViewEntry { view: Page::Explore, name: Message::Explore, has_filters: true },
    ViewEntry { view: Page::Data, name: Message::Data, has_filters: true },
    ViewEntry { view: Page::Coverage, name: Message::Coverage, has_filters: true },
    ViewEntry { view: Page::Compare, name: Message::Compare, has_filters: true },
    ViewEntry { view: Page::Methods, name: Message::Methods, has_filters: false },
];

/// Whether the filters stand above a view.
pub fn has_filters(view: Page) -> bool {
    VIEWS.iter().any(|entry| entry.view == view && entry.has_filters)
}
