//! Links to other questions: real addresses that open in place, or in a new tab if the reader wants that; and to sources.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::explorer::Explorer;
use crate::address::Address;
use crate::dataset::Source;
use crate::host::{document, frames};
use crate::locale::LibraryWords;
use crate::query::{Figure, Selection};

/// A link to a selection, and to one of its figures where one is named.
pub(super) fn selection_link(
    explorer: Explorer,
    selection: Selection,
    figure: Option<&'static Figure>,
    content: AnyView,
) -> AnyView {
    // Links keep how the page looks; where only the address differs and not the look, that is seen when one is followed.
    explorer.is_dark.track();
    explorer.language.track();
    let (language, theme) = explorer.address.with_untracked(|address| (address.language, address.theme));
    let target = Address { selection, language, theme, figure, ..Address::default() };
    let href = explorer.link(&target);
    let open: Box<dyn FnMut(MouseEvent)> = Box::new(move |event| {
        if event.ctrl_key() || event.meta_key() || event.shift_key() {
            return;
        }
        event.prevent_default();
        explorer
            .go(|address| *address = Address { language: address.language, theme: address.theme, ..target.clone() });
        if let Some(figure) = figure {
            frames::after_paint(move || {
                document::focus(&format!("#{}-title", figure.id));
                document::scroll_to(figure.id);
            });
        }
    });
    view! { <a href=href on:click=open>{content}</a> }.into_any()
}

/// The title of a source: a link, unless the page is a mirror on somebody else's domain.
pub(super) fn source_title(source: &'static Source) -> AnyView {
    let (title, lang) = (source.title.as_str(), source.language.as_str());
    match source.link() {
        Some(url) => view! { <a href=url rel="noopener noreferrer" target="_blank" lang=lang>{title}</a> }.into_any(),
        None => view! { <span lang=lang>{title}</span> }.into_any(),
    }
}

/// A source in a list: title, publisher, date, language and kind.
pub(super) fn source_item(words: LibraryWords<'static>, source: &'static Source) -> AnyView {
    view! { <li>{source_title(source)} " " <span class="small">{words.source_details(source)}</span></li> }.into_any()
}
