//! The numbers of a figure as a file, with everything that proves them.

use leptos::prelude::*;

use super::Card;
use crate::dataset::Dataset;
use crate::export::{Format, file};
use crate::host::download;
use crate::locale::{Late, Words};
use crate::ui::live::{live, on_click};

/// One button for each kind of file. Where downloads cannot arrive, the text is shown to be copied.
pub(super) fn downloads(card: Card, dataset: &'static Dataset) -> AnyView {
    let shown = RwSignal::new(None::<String>);
    live(move || {
        let words = card.words();
        let buttons: Vec<AnyView> = [(Format::Csv, "CSV"), (Format::Json, "JSON")]
            .map(|(format, name)| {
                let offer = on_click(move || shown.set(untrack(|| offer(card, dataset, format))));
                let label = format!("{} {name}", words.say(Late::Download));
                view! { <button type="button" class="link" on:click=offer>{label}</button> }.into_any()
            })
            .into();
        let text = match shown.get() {
            None => ().into_any(),
            Some(text) => view! {
                <label class="to-copy">
                    {words.say(Late::DownloadBlocked)} <textarea readonly rows="6" prop:value=text></textarea>
                </label>
            }
            .into_any(),
        };
        view! { <span class="downloads">{buttons}</span> {text} }.into_any()
    })
}

/// Offers the file; gives its text where that cannot be done.
fn offer(card: Card, dataset: &'static Dataset, format: Format) -> Option<String> {
    let words = Words { dataset, language: card.explorer.language.get() };
    let text = card.table.with(|table| file(format, &words.records(card.figure, table)));
    let name = format!("{}.{}", card.figure.id, format.ending());
    let is_offered = download::is_allowed() && download::offer(&name, format.media_type(), &text);
    (!is_offered).then_some(text)
}
