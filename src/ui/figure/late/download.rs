//! The numbers of a figure as a file, with everything that proves them.

use leptos::prelude::*;

use crate::dataset::Library;
use crate::export::{Format, file};
use crate::host::download::{self, Offered};
use crate::locale::LateMessage;
use crate::ui::controls::picture_button::picture_button;
use crate::ui::kit::live::{live, on_click};
use crate::ui::state::card::Card;

/// One button for each kind of file. Where a file may not arrive, its text is there to be copied.
pub fn downloads(card: Card, library: Library<'static>) -> AnyView {
    let handed = RwSignal::new(None::<Handed>);
    live(move || {
        let words = card.words();
        let buttons: Vec<AnyView> = [(Format::Csv, "CSV"), (Format::Json, "JSON")]
            .map(|(format, name)| {
                let offer = on_click(move || handed.set(Some(untrack(|| numbers(card, library, format)))));
                let label = format!("{} {name}", words.say(LateMessage::Download));
                view! { <button type="button" class="link" on:click=offer>{label}</button> }.into_any()
            })
            .into();
        let text = match handed.get() {
            None | Some((Offered::Saved, _)) => ().into_any(),
            Some((Offered::Perhaps, text)) => view! {
                <details class="to-copy">
                    <summary>{words.say(LateMessage::DownloadDropped)}</summary>
                    <textarea readonly rows="6" aria-label=words.say(LateMessage::DownloadDropped) prop:value=text></textarea>
                </details>
            }
            .into_any(),
            Some((Offered::Refused, text)) => view! {
                <label class="to-copy">
                    {words.say(LateMessage::DownloadBlocked)} <textarea readonly rows="6" prop:value=text></textarea>
                </label>
            }
            .into_any(),
        };
        view! { <span class="downloads">{buttons} {picture_button(card)}</span> {text} }.into_any()
    })
}

/// What became of a file, and its text for where it may not have arrived.
type Handed = (Offered, String);

/// Offers the numbers as a file.
fn numbers(card: Card, library: Library<'static>, format: Format) -> Handed {
    let words = library.words(card.explorer.language.get());
    let text = card.table.with(|table| file(format, &words.records(card.figure, table)));
    let name = format!("{}.{}", card.figure.id, format.ending());
    (download::offer(&name, format.media_type(), &text), text)
}
