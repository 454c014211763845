//! The numbers of a figure as a file, with everything that proves them.

use leptos::prelude::*;

use super::Card;
use crate::address::View;
use crate::dataset::Dataset;
use crate::export::{Format, file};
use crate::host::{document, download};
use crate::locale::{Late, Words};
use crate::query::{ChartKind, Table};
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
        let picture = on_click(move || shown.set(untrack(|| picture(card))));
        let has_picture = card.shown_view() == View::Chart
            && card.figure.chart != ChartKind::Numbers
            && !card.table.with(Table::is_empty);
        let picture = has_picture.then(|| {
            view! { <button type="button" class="link" on:click=picture>{words.say(Late::DownloadPicture)}</button> }
        });
        let text = match shown.get() {
            None => ().into_any(),
            Some(text) => view! {
                <label class="to-copy">
                    {words.say(Late::DownloadBlocked)} <textarea readonly rows="6" prop:value=text></textarea>
                </label>
            }
            .into_any(),
        };
        view! { <span class="downloads">{buttons} {picture}</span> {text} }.into_any()
    })
}

/// Offers the chart as a picture; gives its text where that cannot be done.
fn picture(card: Card) -> Option<String> {
    let svg = document::html_of(&format!("#{} [data-part=chart] svg", card.figure.id))?;
    let name = format!("{}.svg", card.figure.id);
    let is_offered = download::is_allowed() && download::offer(&name, "image/svg+xml", &svg);
    (!is_offered).then_some(svg)
}

/// Offers the file; gives its text where that cannot be done.
fn offer(card: Card, dataset: &'static Dataset, format: Format) -> Option<String> {
    let words = Words { dataset, language: card.explorer.language.get() };
    let text = card.table.with(|table| file(format, &words.records(card.figure, table)));
    let name = format!("{}.{}", card.figure.id, format.ending());
    let is_offered = download::is_allowed() && download::offer(&name, format.media_type(), &text);
    (!is_offered).then_some(text)
}
