//! Mounts the page.

use china_trials_explorer::dataset::Facts;
use china_trials_explorer::host::{background, crash, tasks};
use china_trials_explorer::ui::{Root, work};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

fn main() {
    crash::install();
    if background::is_worker() {
        return wasm_bindgen_futures::spawn_local(work());
    }
    tasks::install();
    let place = web_sys::window().and_then(|window| window.document()?.get_element_by_id("app"));
    let Some(place) = place.and_then(|place| place.dyn_into().ok()) else {
        return crash::report("index.html has no element #app");
    };
    match Facts::shipped() {
        Ok(shipped) => leptos::mount::mount_to(place, move || view! { <Root shipped/> }).forget(),
        Err(error) => crash::report(&error.to_string()),
    }
}
