//! Files beside the page, asked of its own server.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, RequestCache, RequestInit, Response};

/// Why a file beside the page was not read.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum NotThere {
    /// The server refused it.
    #[error("the server answered {0}")]
    Status(u16),
    /// The server answered with a page, as a sign-in or a fallback does.
    #[error("the server answered with a web page")]
    Page,
    /// The server could not be reached, or the policy forbids it.
    #[error("not reached")]
    NotReached,
}

/// A server that has not sent the file by then will not.
const ANSWERS_WITHIN_MS: u32 = 60_000;

/// The bytes of a file; `path` is relative to the page.
///
/// # Errors
/// When it is not there, or is no file.
pub async fn bytes(path: &str) -> Result<Vec<u8>, NotThere> {
    let init = RequestInit::new();
    init.set_cache(RequestCache::NoCache);
    init.set_signal(Some(&AbortSignal::timeout_with_u32(ANSWERS_WITHIN_MS)));
    let window = web_sys::window().ok_or(NotThere::NotReached)?;
    let asked = JsFuture::from(window.fetch_with_str_and_init(path, &init)).await;
    let response: Response = asked.ok().and_then(|found| found.dyn_into().ok()).ok_or(NotThere::NotReached)?;
    if !response.ok() {
        return Err(NotThere::Status(response.status()));
    }
    let kind = response.headers().get("content-type").ok().flatten().unwrap_or_default();
    if kind.starts_with("text/html") {
        return Err(NotThere::Page);
    }
    let buffer = response.array_buffer().map_err(|_| NotThere::NotReached)?;
    let buffer = JsFuture::from(buffer).await.map_err(|_| NotThere::NotReached)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
