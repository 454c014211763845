//! `config.json`: what the people of a portal set for their copy of the page. `src/host/boot/settings.js` reads it before the page
//! starts, and checks it against `public/config.schema.json`.
//!
//! It can choose and name, and it can narrow who may talk to the page; nothing in it can loosen what is forbidden.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::address::{Language, ThemeChoice};

/// The global variable in which that script leaves the settings.
const GLOBAL: &str = "chinaTrialsConfig";

/// What a portal has set; where it says nothing, nothing.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Settings {
    /// What the page is called.
    pub title: Option<Title>,
    /// The address of a picture at the head of the page.
    pub logo: Option<String>,
    /// What an address asks that says nothing, as a query string.
    pub selection: Option<String>,
    /// The language, unless the address or the reader says otherwise.
    pub language: Option<Language>,
    /// The theme, unless the address says otherwise.
    pub theme: ThemeChoice,
    /// The parent origins that may talk to the page, be they none; nothing where any parent may.
    pub origins: Option<Vec<String>>,
    /// What links and citations give instead of the page's own address.
    pub permalink: Option<Permalink>,
    /// Files of own figures beside the page, which are laid over the shipped data.
    pub overlays: Vec<String>,
    /// What is wrong with the file, for whoever wrote it.
    pub problems: Vec<String>,
}

/// A title in both languages.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Title {
    /// In English.
    pub en: String,
    /// In Chinese.
    pub zh: String,
}

impl Title {
    /// The title in a language.
    pub fn text(&self, language: Language) -> &str {
        match language {
            Language::En => &self.en,
            Language::Zh => &self.zh,
        }
    }
}

/// An address of the portal's in which the query string of the page stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Permalink {
    /// What stands before the query string.
    pub start: String,
    /// What stands after it.
    pub end: String,
}

impl Permalink {
    /// The address with a query string that is percent-encoded already.
    pub fn with(&self, query: &str) -> String {
        [&self.start, query, &self.end].concat()
    }
}

impl Settings {
    /// What the script has left for the app.
    pub fn read() -> Self {
        let title = text("title-en").zip(text("title-zh")).map(|(en, zh)| Title { en, zh });
        let permalink =
            text("permalink-start").map(|start| Permalink { start, end: text("permalink-end").unwrap_or_default() });
        Self {
            title,
            logo: text("logo"),
            selection: text("selection"),
            language: text("language").and_then(|code| Language::from_code(&code)),
            theme: text("theme").and_then(|code| ThemeChoice::from_code(&code)).unwrap_or_default(),
            origins: origins(),
            permalink,
            overlays: value("overlays").and_then(texts).unwrap_or_default(),
            problems: problems(),
        }
    }
}

fn field(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &JsValue::from_str(name)).ok().filter(|value| !value.is_undefined())
}

fn value(name: &str) -> Option<JsValue> {
    field(&field(&js_sys::global(), GLOBAL)?, name)
}

/// A setting that is a text.
fn text(name: &str) -> Option<String> {
    value(name)?.as_string().filter(|text| !text.is_empty())
}

/// The parent origins that may talk to the page, be they none; nothing where the settings do not say, and any parent may.
fn origins() -> Option<Vec<String>> {
    value("origins").and_then(texts)
}

/// What the script found wrong with the file; nothing when it is as it should be, or is not there.
fn problems() -> Vec<String> {
    field(&js_sys::global(), "chinaTrialsConfigProblems").and_then(texts).unwrap_or_default()
}

/// The texts of a list.
fn texts(list: JsValue) -> Option<Vec<String>> {
    let list: Array = list.dyn_into().ok()?;
    Some(list.iter().filter_map(|text| text.as_string()).collect())
}
