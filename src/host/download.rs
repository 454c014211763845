//! Handing over a file that the page has made.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::address_bar::has_origin;

/// Offers a text as a file; says whether the browser took it.
/// A sandboxed frame without `allow-downloads` takes it and drops it in silence: [`is_allowed`] tells.
pub fn offer(name: &str, media_type: &str, text: &str) -> bool {
    try_offer(name, media_type, text).is_ok()
}

fn try_offer(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), &kind)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into().map_err(JsValue::from)?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser has begun to read the file; the address is let go in a task of its own.
    gloo::timers::callback::Timeout::new(1_000, move || {
        // An address that is gone already needs no letting go.
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}

/// Whether a download can arrive: from a site and from a file it does. In a frame without an origin nothing tells
/// whether downloads are allowed: there the page shows the text instead.
pub fn is_allowed() -> bool {
    let protocol = || web_sys::window().and_then(|window| window.location().protocol().ok());
    has_origin() || protocol().is_some_and(|protocol| protocol == "file:")
}
