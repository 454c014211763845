//! Copying text: the clipboard where it is allowed, else the older command, else an honest no.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, Clipboard, ClipboardEvent, ClipboardItem, HtmlDocument, HtmlElement, HtmlTextAreaElement,
};

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
pub async fn copy_table(plain: &str, html: &str) -> bool {
    if let Some(clipboard) = clipboard()
        && let Ok(item) = item(plain, html)
        && JsFuture::from(clipboard.write(&Array::of1(&item))).await.is_ok()
    {
        return true;
    }
    copy_table_by_command(plain, html).unwrap_or(false)
}

/// Both forms as one item of the clipboard.
fn item(plain: &str, html: &str) -> Result<ClipboardItem, JsValue> {
    let forms = Object::new();
    for (media_type, text) in [("text/plain", plain), ("text/html", html)] {
        let kind = BlobPropertyBag::new();
        kind.set_type(media_type);
        let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), &kind)?;
        Reflect::set(&forms, &media_type.into(), &blob)?;
    }
    ClipboardItem::new_with_record_from_str_to_str_promise(&forms)
}

/// The older command, which asks the page what to copy.
fn copy_table_by_command(plain: &str, html: &str) -> Option<bool> {
    let document: HtmlDocument = web_sys::window()?.document()?.dyn_into().ok()?;
    let (plain, html) = (plain.to_owned(), html.to_owned());
    let told = Rc::new(Cell::new(false));
    let is_told = Rc::clone(&told);
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    let listener = EventListener::once_with_options(&document, "copy", options, move |event| {
        let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
        let is_set = data.is_some_and(|data| {
            data.set_data("text/plain", &plain).is_ok() && data.set_data("text/html", &html).is_ok()
        });
        event.prevent_default();
        event.stop_propagation();
        is_told.set(is_set);
    });
    let is_copied = document.exec_command("copy").unwrap_or(false);
    drop(listener);
    Some(is_copied && told.get())
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
