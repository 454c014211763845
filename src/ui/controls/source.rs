//! A source: its title as a link, and how it stands in a list.

use leptos::prelude::*;

use crate::dataset::Source;
use crate::locale::LibraryWords;

/// The title of a source: a link, unless the page is a mirror on somebody else's domain.
pub fn source_title(source: &'static Source) -> AnyView {
    let (title, lang) = (source.title.as_str(), source.language.as_str());
    match source.link() {
        Some(url) => view! { <a href=url rel="noopener noreferrer" target="_blank" lang=lang>{title}</a> }.into_any(),
        None => view! { <span lang=lang>{title}</span> }.into_any(),
    }
}

/// A source in a list: title, publisher, date, language and kind.
pub fn source_item(words: LibraryWords<'static>, source: &'static Source) -> AnyView {
    view! { <li>{source_title(source)} " " <span class="small">{words.source_details(source)}</span></li> }.into_any()
}
