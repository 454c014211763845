//! The dialog that makes a picture of a figure: how it shall look, what it looks like, and the file.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::address::Address;
use crate::dataset::Library;
use crate::export::{NoFile, PictureSize, SvgDocument};
use crate::figures::Theme;
use crate::host::charts::DrawError;
use crate::host::document;
use crate::host::download::{self, Offered};
use crate::host::picture::{NoPng, PictureUrl, SVG, drawn, png};
use crate::locale::{LateMessage, LibraryWords, Look, Message, PictureMessage, Shown, Words};
use crate::query::Selection;
use crate::ui::controls::offer::{offer, outcome_of};
use crate::ui::controls::outcome::{Outcome, outcome_view};
use crate::ui::dialogs::choose::choose;
use crate::ui::dialogs::shell::Shell;
use crate::ui::kit::live::{live, on_click};
use crate::ui::late::Made;
use crate::ui::state::card::Card;

/// What the reader chose.
#[derive(Clone, Copy, PartialEq)]
struct PictureChoice {
    /// PNG with so many pixels for each of the picture's; nothing for SVG.
    scale: Option<u32>,
    size: PictureSize,
    is_dark: bool,
}

/// Why there is no picture.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum NoPicture {
    /// The figure has no number.
    #[error(transparent)]
    File(#[from] NoFile),
    /// Its chart cannot be drawn.
    #[error(transparent)]
    Chart(#[from] DrawError),
}

/// A figure as a picture, from nothing that the page knows by itself; `hidden` are the columns that are switched off.
///
/// # Errors
/// When it has no number, or its chart cannot be drawn.
pub fn picture(
    words: LibraryWords<'_>,
    shown: &Shown<'_>,
    selection: &Selection,
    hidden: &[usize],
    look: Look,
) -> Result<SvgDocument, NoPicture> {
    Ok(drawn(words.picture(shown, selection, hidden, look)?)?)
}

/// The dialog for a figure. `is_open` says whether it is shown.
pub fn picture_choices(card: Card, library: Library<'static>, is_open: RwSignal<bool>) -> AnyView {
    let size = PictureSize::Screen { width_px: untrack(|| width_on_screen(card)) };
    let is_dark = card.explorer.appearance.is_dark.get_untracked();
    let choice = RwSignal::new(PictureChoice { scale: Some(2), size, is_dark });
    let outcome = RwSignal::new(Outcome::Nothing);
    let fields = live(move || fields(card.words(), choice, size));
    let preview = preview(card, library, choice);
    let save = live(move || {
        let save = on_click(move || save(card, library, choice.get_untracked(), outcome));
        let is_empty = card.table.with(crate::query::Table::is_empty);
        let label = card.words().say(LateMessage::Download);
        view! { <button type="button" class="link" data-part="save" disabled=is_empty on:click=save>{label}</button> }
            .into_any()
    });
    let said = outcome_view(card.explorer, outcome);
    let content = view! {
        <form method="dialog" class="dropdowns">{fields}</form>
        <div class="actions">{save} {said}</div>
        {preview}
    };
    let heading = card.words().say(PictureMessage::Heading);
    Shell { explorer: card.explorer, is_open, part: "picture", class: "embed picture", heading }
        .view(content.into_any())
}

/// How wide the chart of a figure is on the screen; as wide as its card where it shows none.
fn width_on_screen(card: Card) -> f64 {
    let card = format!("#{}", card.element_id());
    let width = |selector: &str| document::width_of(selector).filter(|px| *px > 0.0);
    width(&format!("{card} [data-part=chart]")).or_else(|| width(&card)).unwrap_or(600.0)
}

/// Format, size and colours.
fn fields(words: Words<'static>, choice: RwSignal<PictureChoice>, screen: PictureSize) -> AnyView {
    let now = choice.get();
    let formats = vec![
        (words.say(PictureMessage::Png), Some(1)),
        (words.say(PictureMessage::PngTwice), Some(2)),
        (words.say(PictureMessage::PngFourTimes), Some(4)),
        (words.say(PictureMessage::Svg), None),
    ];
    let format = choose("picture-format", words.say(PictureMessage::Format), formats, &now.scale, move |scale| {
        choice.update(|choice| choice.scale = scale);
    });
    let sizes = vec![
        (words.say(PictureMessage::Screen), screen),
        (words.say(PictureMessage::Slide), PictureSize::Slide),
        (words.say(PictureMessage::Column), PictureSize::Column),
    ];
    let size = choose("picture-size", words.say(PictureMessage::Size), sizes, &now.size, move |size| {
        choice.update(|choice| choice.size = size);
    });
    let colours = vec![(words.say(Message::ThemeLight), false), (words.say(Message::ThemeDark), true)];
    let colours =
        choose("picture-colours", words.say(PictureMessage::Colours), colours, &now.is_dark, move |is_dark| {
            choice.update(|choice| choice.is_dark = is_dark);
        });
    vec![format, size, colours].into_any()
}

/// The picture of a figure as it stands on the page, in the reader's language; follows both.
fn picture_of(card: Card, library: Library<'static>, choice: PictureChoice) -> Result<SvgDocument, NoPicture> {
    let address = card.explorer.address.get();
    let link = card.explorer.link(&Address { figure: Some(card.named()), display: card.display(), ..address });
    let theme = if choice.is_dark { Theme::DARK } else { Theme::LIGHT };
    let words = library.words(card.explorer.language.get());
    let (selection, hidden) = (card.selection.get(), card.hidden.get());
    card.table.with(|table| {
        let shown = Shown { figure: card.figure, table, link };
        picture(words, &shown, &selection, &hidden, Look { size: choice.size, theme })
    })
}

/// Why there is none, in the reader's words.
fn reason(words: Words<'_>, why: &NoPicture) -> String {
    match why {
        NoPicture::File(why) => words.no_file(*why).to_owned(),
        NoPicture::Chart(error) => format!("{} {error}", words.say(PictureMessage::NotDrawn)),
    }
}

/// What the file will look like, or why there is none.
fn preview(card: Card, library: Library<'static>, choice: RwSignal<PictureChoice>) -> AnyView {
    // The address of what is shown is let go when another is.
    let shown = StoredValue::new_local(None::<PictureUrl>);
    // The format changes nothing that is seen.
    let look = Memo::new(move |_| PictureChoice { scale: None, ..choice.get() });
    live(move || {
        let words = card.words();
        let picture = match picture_of(card, library, look.get()) {
            Ok(picture) => picture,
            Err(why) => {
                let why = reason(words, &why);
                return view! { <p class="unmet" data-part="no-picture">{why}</p> }.into_any();
            }
        };
        let url = PictureUrl::new(&picture.text);
        let source = url.as_ref().map(|url| url.as_str().to_owned());
        shown.set_value(url);
        let label = words.say(PictureMessage::Preview);
        let (width, height) = (picture.width_px, picture.height_px);
        let image = view! { <img src=source alt=label width=width height=height data-part="picture-preview" /> };
        view! { <div class="preview">{image}</div> }.into_any()
    })
}

/// Makes the file and offers it.
fn save(card: Card, library: Library<'static>, choice: PictureChoice, outcome: RwSignal<Outcome>) {
    let words = untrack(|| card.words());
    let picture = match untrack(|| picture_of(card, library, choice)) {
        Ok(picture) => picture,
        Err(why) => return outcome.set(Outcome::Failed(reason(words, &why))),
    };
    let Some(scale) = choice.scale else {
        let name = picture.file_name("svg");
        return outcome.set(offer(words, Made { name, media_type: SVG, bytes: picture.text.into_bytes(), lack: None }));
    };
    outcome.set(Outcome::Busy);
    spawn_local(async move {
        let failed = |why: PictureMessage| Outcome::Failed(words.say(why).to_owned());
        let became = match png(&picture, scale).await {
            Ok(blob) => {
                let name = picture.file_name("png");
                let offered = download::offer_blob(&name, &blob);
                let is_refused = offered == Offered::Refused;
                let otherwise = if is_refused { PictureMessage::Refused } else { PictureMessage::Dropped };
                outcome_of(offered, name, Err(words.say(otherwise)))
            }
            Err(NoPng::TooLarge) => failed(PictureMessage::TooLarge),
            Err(NoPng::Blocked) => failed(PictureMessage::Blocked),
        };
        // The dialog may be gone by now.
        let _ = outcome.try_set(became);
    });
}
