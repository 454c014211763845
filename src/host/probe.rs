//! Feature detection: what works where the page stands, asked without changing anything; for the self-test.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, Response, Window};

use super::address_bar::{has_origin, is_framed};
use super::{document, download, storage};

/// An answer of the browser or the server.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Answer {
    /// It works.
    Yes,
    /// It does not.
    No,
    /// Nothing here can tell.
    Unknown,
}

impl From<bool> for Answer {
    fn from(works: bool) -> Self {
        if works { Self::Yes } else { Self::No }
    }
}

fn window() -> Option<Window> {
    web_sys::window()
}

/// Whether what is saved is there again.
pub fn storage_works() -> Answer {
    (storage::save("self-test", "1") && storage::load("self-test").as_deref() == Some("1")).into()
}

/// Whether a file that the page makes can arrive.
pub fn downloads_work() -> Answer {
    if download::is_certain() { Answer::Yes } else { Answer::Unknown }
}

/// Whether the page may fill the screen.
pub fn fullscreen_works() -> Answer {
    document::may_fill_screen().into()
}

/// Whether Chinese characters are drawn: where the font is missing, two of them look the same.
pub fn draws_chinese() -> Answer {
    match (picture("中"), picture("国")) {
        (Some(one), Some(other)) => (one != other).into(),
        _ => Answer::Unknown,
    }
}

fn picture(text: &str) -> Option<String> {
    let canvas: HtmlCanvasElement = window()?.document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(32);
    canvas.set_height(32);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context.set_font("24px serif");
    context.fill_text(text, 2.0, 26.0).ok()?;
    canvas.to_data_url().ok()
}

/// Whether the clipboard takes text without being asked.
pub async fn clipboard_works() -> Answer {
    let Some(navigator) = window().map(|window| JsValue::from(window.navigator())) else { return Answer::Unknown };
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok().filter(JsValue::is_object);
    if get(&navigator, "clipboard").is_none() {
        return Answer::No;
    }
    let Some(permissions) = get(&navigator, "permissions") else { return Answer::Unknown };
    let name = Object::new();
    // Setting a field of a plain object cannot fail.
    let _ = Reflect::set(&name, &"name".into(), &"clipboard-write".into());
    let query = Reflect::get(&permissions, &"query".into()).ok().and_then(|query| query.dyn_into::<Function>().ok());
    let asked = query.and_then(|query| query.call1(&permissions, &name).ok());
    let Some(asked) = asked.and_then(|asked| asked.dyn_into::<Promise>().ok()) else { return Answer::Unknown };
    let state = JsFuture::from(asked).await.ok().and_then(|status| Reflect::get(&status, &"state".into()).ok());
    match state.and_then(|state| state.as_string()).as_deref() {
        Some("granted") => Answer::Yes,
        Some("denied") => Answer::No,
        _ => Answer::Unknown,
    }
}

/// The headers of a file beside the page, or of the page itself for an empty name.
pub struct Headers(Response);

impl Headers {
    /// Asks the server.
    pub async fn of(file: &str) -> Option<Self> {
        let init = web_sys::RequestInit::new();
        init.set_method("HEAD");
        init.set_cache(web_sys::RequestCache::NoStore);
        let location = window()?.location();
        // Behind a page that is a file is no server.
        location.protocol().ok().filter(|protocol| protocol.starts_with("http"))?;
        let url = if file.is_empty() { location.pathname().ok()? } else { file.to_owned() };
        let asked = window()?.fetch_with_str_and_init(&url, &init);
        let response: Response = JsFuture::from(asked).await.ok()?.dyn_into().ok()?;
        response.ok().then_some(Self(response))
    }

    /// A header; nothing where the server sends none, or the browser hides it.
    pub fn get(&self, name: &str) -> Option<String> {
        self.0.headers().get(name).ok().flatten()
    }
}

/// Whether the page may read the headers of its own files: not in a sandbox that takes its origin away.
pub fn may_read_headers() -> bool {
    has_origin()
}

/// The address of the program's module, as the page names it.
pub fn module() -> Option<String> {
    document::first(r#"link[rel="preload"][type="application/wasm"]"#)?.get_attribute("href")
}

/// The page around: nothing where this page stands alone; else its origin as far as the browser tells.
pub fn parent() -> Option<Option<String>> {
    let window = window()?;
    is_framed(&window).then(|| super::portal::parent_origin(&window))
}

/// The origin of the page's own address, also where a sandbox has taken it away.
pub fn host() -> String {
    window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// What the browser says it is.
pub fn browser() -> String {
    window().and_then(|window| window.navigator().user_agent().ok()).unwrap_or_default()
}
