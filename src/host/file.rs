//! Files that the reader chooses or drops on the page. They are read here and sent nowhere.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Event, File, FileList, HtmlInputElement};

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
    all_chosen(event).into_iter().next()
}

/// The files that were chosen in a field, as many as there are. The field forgets them.
pub fn all_chosen(event: &Event) -> Vec<File> {
    let field: Option<HtmlInputElement> = event.target().and_then(|target| target.dyn_into().ok());
    let Some(field) = field else { return Vec::new() };
    let files = all(field.files());
    field.set_value("");
    files
}

/// The files that were dropped; none where something else was.
pub fn all_dropped(event: &DragEvent) -> Vec<File> {
    all(event.data_transfer().and_then(|transfer| transfer.files()))
}

fn all(files: Option<FileList>) -> Vec<File> {
    files.map(|files| (0..files.length()).filter_map(|index| files.item(index)).collect()).unwrap_or_default()
}

/// The file that was dropped; nothing where something else was.
pub fn dropped(event: &DragEvent) -> Option<File> {
    all_dropped(event).into_iter().next()
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

/// Some bytes of a file, from one place to before another; fewer where the file ends before.
///
/// # Errors
/// When the browser cannot read it: it was moved or changed since it was chosen.
pub async fn bytes(file: &File, from: u64, to: u64) -> Result<Vec<u8>, NotRead> {
    #[expect(clippy::cast_precision_loss, reason = "no file has more bytes than a JavaScript number can say")]
    let piece = file.slice_with_f64_and_f64(from as f64, to as f64).map_err(|_| NotRead::Refused)?;
    let buffer = JsFuture::from(piece.array_buffer()).await.map_err(|_| NotRead::Refused)?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// How many bytes a file has.
pub fn size(file: &File) -> u64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a whole number of bytes, never negative"
    )]
    let bytes = file.size() as u64;
    bytes
}
