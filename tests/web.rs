//! What only a browser can show: the host's abilities, and the page reacting to a dropdown.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::expect_used, reason = "a test may fail")]

use china_trials_explorer::address::{Language, ThemeChoice};
use china_trials_explorer::dataset::Facts;
use china_trials_explorer::host::charts::Chart;
use china_trials_explorer::host::config::{Permalink, Settings, Title};
use china_trials_explorer::host::{address_bar, crash, document, frames, storage};
use china_trials_explorer::ui::Root;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, Event, HtmlElement, HtmlSelectElement};

wasm_bindgen_test_configure!(run_in_browser);

fn page() -> Document {
    web_sys::window().and_then(|window| window.document()).expect("a browser has a document")
}

fn element(tag: &str, id: &str) -> Element {
    let element = page().create_element(tag).expect("a plain tag");
    element.set_id(id);
    page().body().expect("a body").append_child(&element).expect("a new element");
    element
}

/// Leaves settings where the script leaves them.
fn leave(place: &str, json: &str) {
    let value = js_sys::JSON::parse(json).expect("JSON");
    js_sys::Reflect::set(&js_sys::global(), &place.into(), &value).expect("a global is set");
}

#[wasm_bindgen_test]
fn settings_are_read_as_the_script_leaves_them() {
    leave("chinaTrialsConfig", "{}");
    leave("chinaTrialsConfigProblems", "[]");
    assert_eq!(Settings::read(), Settings::default());
    leave(
        "chinaTrialsConfig",
        r##"{ "title": "T", "title-en": "T", "title-zh": "题", "logo": "logo.svg", "selection": "year=2024", "language": "zh",
            "theme": "dark", "origins": ["https://portal.example"], "permalink-start": "https://portal.example/?", "permalink-end": "#x", "overlays": ["overlays/2025.csv"] }"##,
    );
    leave("chinaTrialsConfigProblems", r#"["contact: expected a mailto: or https: address"]"#);
    let permalink = Permalink { start: "https://portal.example/?".to_owned(), end: "#x".to_owned() };
    assert_eq!(permalink.with("year%3D2024"), "https://portal.example/?year%3D2024#x");
    let expected = Settings {
        title: Some(Title { en: "T".to_owned(), zh: "题".to_owned() }),
        logo: Some("logo.svg".to_owned()),
        selection: Some("year=2024".to_owned()),
        language: Some(Language::Zh),
        theme: ThemeChoice::Dark,
        origins: Some(vec!["https://portal.example".to_owned()]),
        permalink: Some(permalink),
        overlays: vec!["overlays/2025.csv".to_owned()],
        problems: vec!["contact: expected a mailto: or https: address".to_owned()],
    };
    assert_eq!(Settings::read(), expected);
    // The other tests are of a page without settings.
    leave("chinaTrialsConfig", "{}");
    leave("chinaTrialsConfigProblems", "[]");
}

async fn painted() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        frames::after_paint(move || drop(resolve.call0(&wasm_bindgen::JsValue::NULL)));
    });
    wasm_bindgen_futures::JsFuture::from(promise).await.expect("a frame is painted");
}

#[wasm_bindgen_test]
fn a_saved_choice_comes_back() {
    assert!(storage::save("test", "zh"));
    assert_eq!(storage::load("test").as_deref(), Some("zh"));
    assert_eq!(storage::load("never saved"), None);
}

#[wasm_bindgen_test]
fn the_address_is_written_and_read() {
    let before = address_bar::query();
    address_bar::write("v=1&year=2024", address_bar::Change::Replace);
    assert_eq!(address_bar::query(), "?v=1&year=2024");
    assert!(address_bar::link("v=1").ends_with("?v=1"));
    assert!(!address_bar::link("").contains('?'), "without a question there is no question mark");
    address_bar::write(before.trim_start_matches('?'), address_bar::Change::Replace);
}

#[wasm_bindgen_test]
fn a_question_in_the_fragment_comes_before_the_query() {
    let before = address_bar::query();
    let location = web_sys::window().expect("a window").location();
    address_bar::write("v=1&year=2024", address_bar::Change::Replace);
    location.set_hash("figures").expect("a fragment");
    assert_eq!(address_bar::query(), "?v=1&year=2024", "another fragment is a place in the page");
    location.set_hash("?v=1&year=2023").expect("a fragment");
    assert_eq!(address_bar::query(), "v=1&year=2023");
    assert!(address_bar::link("v=1").ends_with("?v=1"), "a site has a query: the fragment goes");
    address_bar::write(before.trim_start_matches('?'), address_bar::Change::Replace);
}

#[wasm_bindgen_test]
fn the_document_says_its_language() {
    document::set_language("zh");
    let root = page().document_element().expect("a root");
    assert_eq!(root.get_attribute("lang").as_deref(), Some("zh-CN"));
    document::set_language("en");
}

#[wasm_bindgen_test]
fn a_chart_without_its_library_is_an_error_and_no_panic() {
    let place = element("div", "no-chart");
    assert!(Chart::new(&place, (300.0, 200), |_, _| String::new(), |_, _| ()).is_err());
    place.remove();
}

#[wasm_bindgen_test]
fn a_crash_is_shown() {
    let block = element("section", "crash");
    block.set_attribute("hidden", "").expect("a plain attribute");
    let detail = element("pre", "crash-detail");
    crash::report("what went wrong");
    assert!(!block.has_attribute("hidden"));
    assert_eq!(detail.text_content().as_deref(), Some("what went wrong"));
    block.remove();
    detail.remove();
}

fn choose(place: &Element, name: &str, value: &str) {
    let select = place.query_selector(&format!("select[name={name}]")).expect("a selector").expect("a dropdown");
    let select: HtmlSelectElement = select.dyn_into().expect("a select");
    select.set_value(value);
    let event = Event::new("change").expect("an event");
    select.dispatch_event(&event).expect("nobody forbids it");
}

fn finding(place: &Element) -> String {
    let heading = place.query_selector("[data-part=finding]").expect("a selector").expect("a finding");
    heading.text_content().unwrap_or_default()
}

#[wasm_bindgen_test]
async fn the_page_answers_its_dropdowns() {
    let place = element("div", "app");
    let facts = Facts::shipped().expect("the shipped data unpack");
    let mounted = place.clone().unchecked_into::<HtmlElement>();
    let app = leptos::mount::mount_to(mounted, move || view! { <Root shipped=facts/> });
    // The page is built in several tasks.
    for _ in 0..50 {
        let is_built = place.query_selector(".question").expect("a selector").is_some();
        if is_built {
            break;
        }
        painted().await;
    }
    assert!(finding(&place).contains("5,215"), "{}", finding(&place));
    for (name, value) in [("year", "2024"), ("product", "biological"), ("disease", "oncology")] {
        choose(&place, name, value);
    }
    painted().await;
    for number in ["444", "1,029", "43.1"] {
        assert!(finding(&place).contains(number), "{number} in {}", finding(&place));
    }
    assert!(address_bar::query().contains("disease=oncology"));
    drop(app);
    place.remove();
}
