//! The document as a whole: its language, theme and title, and whether it has finished drawing.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{
    Document, Element, Event, FocusEvent, HtmlElement, HtmlInputElement, Node, NodeList, ScrollBehavior,
    ScrollIntoViewOptions,
};

use super::address_bar::stands_in_frame;

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn root() -> Option<Element> {
    document()?.document_element()
}

/// The first element of a selector.
pub(super) fn first(selector: &str) -> Option<HtmlElement> {
    document()?.query_selector(selector).ok()??.dyn_into().ok()
}

/// The elements of what a selector found.
pub(super) fn elements(found: &NodeList) -> impl Iterator<Item = Element> + '_ {
    (0..found.length()).filter_map(|position| found.item(position)?.dyn_into().ok())
}

/// Sets an attribute of the root element, if it is another: what is set there makes the browser look at the whole page again.
fn set(name: &str, value: &str) {
    if let Some(root) = root().filter(|root| root.get_attribute(name).as_deref() != Some(value)) {
        // A valid name cannot fail.
        let _ = root.set_attribute(name, value);
    }
}

/// Names the language of the page for screen readers, fonts and hyphenation.
pub fn set_language(code: &str) {
    set("lang", language_tag(code));
}

/// A language as elements name it.
pub fn language_tag(code: &str) -> &str {
    if code == "zh" { "zh-CN" } else { code }
}

/// Chooses the colours of one of the two themes (`style/colours.csv`).
pub fn set_theme(code: &str) {
    set("data-theme", code);
}

/// Leaves the ground to the page around, or not.
pub fn set_transparent(is_transparent: bool) {
    set("data-ground", if is_transparent { "transparent" } else { "own" });
}

/// Says how the page stands inside another (`style/frame.css`). What is hidden, `boot.js` has said already.
pub fn set_mode(code: &str) {
    set("data-mode", code);
}

/// Shows the portal's logo at the head of the page.
pub fn set_logo(url: &str) {
    let image = document().and_then(|document| document.create_element("img").ok());
    if let (Some(head), Some(image)) = (first(".top"), image) {
        // Valid names cannot fail; the title says what the picture says.
        let _ = image.set_attribute("alt", "");
        let _ = image.set_attribute("class", "logo");
        let _ = image.set_attribute("src", url);
        let _ = head.prepend_with_node_1(&image);
    }
}

/// Names the page in its tab and in bookmarks.
pub fn set_title(title: &str) {
    // Told once: browsers tell their windows and histories each time.
    if let Some(document) = document().filter(|document| document.title() != title) {
        document.set_title(title);
    }
}

/// Says whether what is shown is drawn in full: for tests, and for whoever takes pictures of the page.
pub fn set_ready(is_ready: bool) {
    set("data-ready", if is_ready { "true" } else { "false" });
}

/// Whether everything answers.
pub fn is_ready() -> bool {
    root().is_some_and(|root| root.get_attribute("data-ready").as_deref() == Some("true"))
}

/// The element of this name.
pub(super) fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// Hides the app while it is built.
pub fn hide_app() {
    if let Some(app) = element("app") {
        // A valid name cannot fail.
        let _ = app.set_attribute("hidden", "");
    }
}

/// Shows the app in the place of the text that stood there before.
pub fn show_app() {
    // Where it is not kept there is an empty place for a moment.
    let _ = keep_first_chart();
    if let Some(reading) = element("reading") {
        reading.remove();
    }
    if let Some(app) = element("app") {
        // An attribute that is not there is as good as removed.
        let _ = app.remove_attribute("hidden");
    }
}

/// What was drawn before any script is looked at until the chart of the same figure takes its place (`src/host/echarts.mjs`).
fn keep_first_chart() -> Option<()> {
    // The text answers no question.
    let root = root().filter(|root| !root.has_attribute("data-asked"))?;
    let before = format!("#reading [lang={}] .lead ", root.get_attribute("lang")?);
    let is_same = first(&(before.clone() + "h3"))?.text_content() == first("#app .lead h3")?.text_content();
    let chart = first("#app .lead .chart").filter(|_| is_same)?;
    let drawings = document()?.query_selector_all(&(before + "svg")).ok()?;
    elements(&drawings).try_for_each(|drawing| chart.append_child(&drawing).ok().map(drop))
}

thread_local! {
    /// The width of the window, once it was asked for: asking makes the browser lay out the page, and every chart asks.
    static WIDTH_PX: std::cell::Cell<Option<f64>> = const { std::cell::Cell::new(None) };
}

/// Width of the window in CSS pixels.
pub fn width_px() -> f64 {
    let measure = || root().map_or(1024.0, |root| f64::from(root.client_width()));
    WIDTH_PX.get().unwrap_or_else(|| {
        let width = measure();
        WIDTH_PX.set(Some(width));
        width
    })
}

/// Measures the width of the window anew when it is asked for next, after each change of its size. Dropping the listener ends that.
pub fn follow_width() -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "resize", |_| WIDTH_PX.set(None)))
}

/// Whether the reader is here, and not in the page around a frame: the focus and the place of that page are not ours to move.
fn is_with_reader() -> bool {
    !stands_in_frame() || document().is_some_and(|document| document.has_focus().unwrap_or_default())
}

/// Moves the focus to the first element of a selector, so that it is not lost with the element that had it.
pub fn focus(selector: &str) {
    // An element that is not there or cannot take the focus leaves it where it is.
    let _ = takes_focus(selector);
}

/// The same; says whether the focus is there now.
pub fn takes_focus(selector: &str) -> bool {
    let Some(element) = first(selector).filter(|_| is_with_reader()) else { return false };
    let _ = element.focus();
    document().and_then(|document| document.active_element()).is_some_and(|active| *active == **element)
}

thread_local! {
    /// What had the focus before a panel took it.
    static FORMER_FOCUS: std::cell::RefCell<Option<HtmlElement>> = const { std::cell::RefCell::new(None) };
}

/// Remembers what has the focus, for [`restore_focus`].
pub fn remember_focus() {
    let active = document().and_then(|document| document.active_element());
    FORMER_FOCUS.set(active.and_then(|element| element.dyn_into().ok()));
}

/// Remembers an element for [`restore_focus`] where nothing is remembered.
pub fn remember_unless_known(selector: &str) {
    let known = FORMER_FOCUS.take();
    FORMER_FOCUS.set(known.or_else(|| first(selector)));
}

/// Moves a panel beside what had the focus before it, as far as it stays within the page: in a frame as high as its content
/// the window is no measure of what is in sight.
pub fn stand_beside_former_focus(panel: &str) {
    let (Some(panel), Some(app), Some(window)) = (first(panel), element("app"), web_sys::window()) else { return };
    let scrolled = window.scroll_y().unwrap_or_default();
    let beside =
        FORMER_FOCUS.with_borrow(|former| former.as_ref().map(|former| former.get_bounding_client_rect().top()));
    let (page, height) = (app.get_bounding_client_rect(), panel.get_bounding_client_rect().height());
    let lowest = page.bottom() - height;
    let top = beside.unwrap_or_default().min(lowest).max(page.top()) + scrolled;
    // A valid property cannot fail.
    let _ = panel.style().set_property("top", &format!("{top:.0}px"));
}

/// Gives the focus back to what had it, if that is still there.
pub fn restore_focus() {
    if let Some(element) = FORMER_FOCUS.take().filter(|element| element.is_connected() && is_with_reader()) {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// Brings an element to the top of the window. A page around moves along only for a reader who is in the frame.
pub fn scroll_to(id: &str) {
    let Some(element) = element(id) else { return };
    if is_with_reader() {
        let options = ScrollIntoViewOptions::new();
        options.set_behavior(ScrollBehavior::Auto);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    } else if let Some(window) = web_sys::window() {
        window.scroll_by_with_x_and_y(0.0, element.get_bounding_client_rect().top());
    }
}

/// Moves the focus to the first element of a selector within another.
pub fn focus_first(within: &Element, selector: &str) {
    let found = within.query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// Whether an event happens within an element of a selector.
pub fn is_in(event: &Event, selector: &str) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest(selector).is_ok_and(|found| found.is_some()))
}

/// Whether the focus goes from an element to one outside it. Where it goes to nothing, the element keeps it in spirit.
pub fn focus_leaves(element: &Element, event: &FocusEvent) -> bool {
    let next = event.related_target().and_then(|next| next.dyn_into::<Node>().ok());
    next.is_some_and(|next| !element.contains(Some(&next)))
}

/// Whether an element may fill the screen here.
pub fn may_fill_screen() -> bool {
    document().is_some_and(|document| document.fullscreen_enabled())
}

/// Lets an element fill the screen, until the reader leaves that by Escape.
pub fn fill_screen(id: &str) {
    if let Some(element) = element(id) {
        // A browser that refuses after all leaves the page as it is.
        let _ = element.request_fullscreen();
    }
}

/// Width of the first element of a selector, in CSS pixels.
pub fn width_of(selector: &str) -> Option<f64> {
    first(selector).map(|element| f64::from(element.client_width()))
}

/// Whether the reader is typing or choosing in a field.
pub fn is_typing() -> bool {
    let active = document().and_then(|document| document.active_element());
    active.is_some_and(|element| match element.dyn_ref::<HtmlInputElement>() {
        // Nothing is typed into the others.
        Some(field) => !matches!(field.type_().as_str(), "checkbox" | "radio" | "file" | "button"),
        None => matches!(element.tag_name().as_str(), "SELECT" | "TEXTAREA"),
    })
}

/// Brings the top of the page into the window.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// A step from row to row in a table, or from item to item in a menu.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// To the one below.
    Next,
    /// To the one above.
    Previous,
    /// To the first.
    First,
    /// To the last.
    Last,
}

/// Moves the focus among the elements of a selector, round and round.
pub fn step_focus(within: &Element, selector: &str, step: Step) {
    let Ok(found) = within.query_selector_all(selector) else { return };
    let items: Vec<HtmlElement> = elements(&found).filter_map(|element| element.dyn_into().ok()).collect();
    let active = document().and_then(|document| document.active_element());
    let now = items.iter().position(|item| active.as_ref() == Some(item.as_ref()));
    let target = match (step, now) {
        (Step::Next, Some(now)) => (now + 1) % items.len(),
        (Step::Previous, Some(now)) => (now + items.len() - 1) % items.len(),
        (Step::First | Step::Next, _) => 0,
        (Step::Last | Step::Previous, _) => items.len().saturating_sub(1),
    };
    if let Some(item) = items.get(target) {
        // An element that cannot take the focus leaves it where it is.
        let _ = item.focus();
    }
}

/// Moves the focus from the row that has it to another row's button; says whether it moved.
pub fn walk_rows(step: Step) -> bool {
    let row = document()
        .and_then(|document| document.active_element())
        .and_then(|element| element.closest("tr").ok().flatten());
    let Some(row) = row else { return false };
    let body = row.parent_element();
    let target = match step {
        Step::Next => row.next_element_sibling(),
        Step::Previous => row.previous_element_sibling(),
        Step::First => body.and_then(|body| body.first_element_child()),
        Step::Last => body.and_then(|body| body.last_element_child()),
    };
    let button = target.and_then(|row| row.query_selector("button").ok().flatten());
    let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) else { return false };
    button.focus().is_ok()
}

/// The languages that the browser prefers, best first.
pub fn preferred_languages() -> Vec<String> {
    let languages = web_sys::window().map(|window| window.navigator().languages());
    languages
        .into_iter()
        .flat_map(|languages| languages.iter().collect::<Vec<_>>())
        .filter_map(|one| one.as_string())
        .collect()
}
