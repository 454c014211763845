//! Copying text: the clipboard where it is allowed, else the older command, else an honest no.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Clipboard, HtmlDocument, HtmlElement, HtmlTextAreaElement};

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
