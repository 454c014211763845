//! The views of the page, in one table: what the top bar names, and what the app makes room for. `ui/views` draws them.

use crate::address::View;
use crate::locale::Message;

/// What the page knows of a view before it is drawn.
pub struct ViewEntry {
    /// The view, as the address names it.
    pub view: View,
    /// Its name in the top bar; nothing for one that is reached from elsewhere.
    pub name: Option<Message>,
    /// Whether the filters stand above it.
    pub has_filters: bool,
}

/// All views, in the order of the top bar. The first is the figures, which are built with the page; the others come late.
pub const VIEWS: [ViewEntry; 8] = [
    ViewEntry { view: View::Explore, name: Some(Message::Explore), has_filters: true },
    ViewEntry { view: View::Data, name: Some(Message::Data), has_filters: true },
    ViewEntry { view: View::Coverage, name: Some(Message::Coverage), has_filters: true },
    ViewEntry { view: View::Figure, name: None, has_filters: true },
    ViewEntry { view: View::Compare, name: Some(Message::Compare), has_filters: true },
    ViewEntry { view: View::Methods, name: Some(Message::Methods), has_filters: false },
    ViewEntry { view: View::Own, name: Some(Message::Own), has_filters: true },
    ViewEntry { view: View::Brief, name: Some(Message::Brief), has_filters: false },
];

/// Whether the filters stand above a view.
pub fn has_filters(view: View) -> bool {
    VIEWS.iter().any(|entry| entry.view == view && entry.has_filters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_every_view_that_an_address_can_name() {
        assert_eq!(VIEWS.map(|entry| entry.view), View::ALL);
    }
}
