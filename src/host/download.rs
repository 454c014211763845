//! Handing over a file that the page has made.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::address_bar::stands_in_frame;
use super::frames;

/// What became of a file that was offered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Offered {
    /// The browser saves it.
    Saved,
    /// The browser took it, but in a frame it may drop it in silence: a sandbox without `allow-downloads` does,
    /// and nothing tells the page which sandbox it is in.
    Perhaps,
    /// The browser did not take it.
    Refused,
}

/// Offers a text as a file.
pub fn offer(name: &str, media_type: &str, text: &str) -> Offered {
    offer_bytes(name, media_type, text.as_bytes())
}

/// Offers what a file holds.
pub fn offer_bytes(name: &str, media_type: &str, bytes: &[u8]) -> Offered {
    outcome(&blob(media_type, bytes).and_then(|blob| try_offer(name, &blob)))
}

/// Offers a file that the browser has made.
pub fn offer_blob(name: &str, blob: &Blob) -> Offered {
    outcome(&try_offer(name, blob))
}

fn outcome(offered: &Result<(), JsValue>) -> Offered {
    match offered {
        Err(_) => Offered::Refused,
        Ok(()) if is_certain() => Offered::Saved,
        Ok(()) => Offered::Perhaps,
    }
}

/// What a file holds, as the browser keeps it.
pub(super) fn blob(media_type: &str, bytes: &[u8]) -> Result<Blob, JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    Blob::new_with_u8_array_sequence_and_options(&Array::of1(&Uint8Array::from(bytes)), &kind)
}

/// Whether a file that is offered arrives: it does where the page stands alone, as a site or as a file.
pub fn is_certain() -> bool {
    !stands_in_frame()
}

fn try_offer(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let url = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into().map_err(JsValue::from)?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser has begun to read the file; the address is let go in a task of its own.
    frames::after_ms(1_000, move || {
        // An address that is gone already needs no letting go.
        let _ = Url::revoke_object_url(&url);
    });
    Ok(())
}
