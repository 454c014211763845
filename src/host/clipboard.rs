//! The clipboard: copies text and tables, and says whether the browser has taken them.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Clipboard, ClipboardEvent, HtmlDocument, HtmlElement, HtmlTextAreaElement};

/// Copies a text; says whether it is on the clipboard.
pub async fn copy(text: &str) -> bool {
    if let Some(clipboard) = clipboard()
        && JsFuture::from(clipboard.write_text(text)).await.is_ok()
    {
        return true;
    }
    copy_by_command(text).unwrap_or(false)
}

/// The clipboard is missing on insecure pages, and blocked in frames without permission.
fn clipboard() -> Option<Clipboard> {
    let navigator = web_sys::window()?.navigator();
    let clipboard = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard")).ok()?;
    clipboard.dyn_into().ok()
}

/// Copies a table: for spreadsheets as tab-separated text, for word processors as HTML. Says whether it is on the clipboard.
///
/// By the older command first, which asks the page what to copy: the newer interface washes HTML and in doing so breaks a strict
/// policy for styles. Where the command is refused, the text alone is copied.
pub async fn copy_table(plain: &str, html: &str) -> bool {
    if copy_table_by_command(plain, html).unwrap_or(false) {
        return true;
    }
    match clipboard() {
        Some(clipboard) => JsFuture::from(clipboard.write_text(plain)).await.is_ok(),
        None => false,
    }
}

fn copy_table_by_command(plain: &str, html: &str) -> Option<bool> {
    let document = web_sys::window()?.document()?;
    let forms = [("text/plain", plain.to_owned()), ("text/html", html.to_owned())];
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    let listener = EventListener::once_with_options(&document, "copy", options, move |event| {
        let Some(data) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data) else { return };
        if forms.iter().all(|(media_type, text)| data.set_data(media_type, text).is_ok()) {
            event.prevent_default();
            event.stop_propagation();
        }
    });
    // Something has to be selected for the command; what is copied is what the listener says.
    let is_copied = copy_by_command(plain);
    drop(listener);
    is_copied
}

fn copy_by_command(text: &str) -> Option<bool> {
    let document: HtmlDocument = web_sys::window()?.document()?.dyn_into().ok()?;
    let area: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    area.set_value(text);
    area.set_class_name("off-screen");
    // Beside what has the focus, which gets it back: a menu closes when the focus leaves it.
    let focused: Option<HtmlElement> = document.active_element().and_then(|element| element.dyn_into().ok());
    let beside = focused.as_ref().and_then(|element| element.parent_element());
    match beside {
        Some(parent) => parent.append_child(&area).ok()?,
        None => document.body()?.append_child(&area).ok()?,
    };
    area.select();
    let is_copied = document.exec_command("copy").unwrap_or(false);
    area.remove();
    if let Some(focused) = focused {
        // An element that cannot take the focus any more leaves it where it is.
        let _ = focused.focus();
    }
    Some(is_copied)
}
