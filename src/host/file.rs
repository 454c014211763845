//! Files that the reader chooses or drops on the page. They are read here and sent nowhere.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Event, File, HtmlInputElement};

/// Why a file was not read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotRead {
    /// It is larger than what was asked for.
    TooLarge,
    /// The browser could not read it.
    Refused,
}

/// The file that was chosen in a field. The field forgets it, so that the same file can be chosen again.
pub fn chosen(event: &Event) -> Option<File> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = field.files()?.item(0);
    field.set_value("");
    file
}

/// The file that was dropped; nothing where something else was.
pub fn dropped(event: &DragEvent) -> Option<File> {
    event.data_transfer()?.files()?.item(0)
}

/// Says what is dragged: a browser drags nothing that says nothing.
pub fn drag(event: &DragEvent, text: &str) {
    if let Some(dragged) = event.data_transfer() {
        dragged.set_effect_allowed("move");
        // Of a drag that has just begun the contents can be set.
        let _ = dragged.set_data("text/plain", text);
    }
}

/// The text of a file of at most this many bytes.
///
/// # Errors
/// When it is larger, or the browser cannot read it.
pub async fn text(file: &File, most_bytes: u32) -> Result<String, NotRead> {
    if file.size() > f64::from(most_bytes) {
        return Err(NotRead::TooLarge);
    }
    let text = JsFuture::from(file.text()).await.map_err(|_| NotRead::Refused)?;
    text.as_string().ok_or(NotRead::Refused)
}
