//! Panic hook: the last words of a panic are logged, and shown in the static crash block of `index.html`.

use std::panic::PanicHookInfo;

/// From now on a panic shows the crash block with its message and place.
pub fn install() {
    std::panic::set_hook(Box::new(show));
}

fn show(info: &PanicHookInfo<'_>) {
    let message = info.to_string();
    web_sys::console::error_1(&message.as_str().into());
    report(&message);
}

/// Shows the crash block with a message.
pub fn report(message: &str) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    if let Some(detail) = document.get_element_by_id("crash-detail") {
        detail.set_text_content(Some(message));
    }
    if let Some(block) = document.get_element_by_id("crash") {
        // Nothing can be done if even this fails; the message stands in the console.
        let _ = block.remove_attribute("hidden");
    }
    if let Some(loading) = document.get_element_by_id("loading") {
        loading.remove();
    }
}
