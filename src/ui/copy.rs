//! A button that copies a text, and says what became of it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::explorer::use_explorer;
use crate::host::clipboard;
use crate::locale::Message;

/// What became of the last attempt to copy.
#[derive(Clone, PartialEq, Eq)]
enum Outcome {
    NotTried,
    Copied,
    /// The browser refused: the text is shown for the reader to copy.
    Refused(String),
}

/// Copies what `text` gives when it is pressed.
#[component]
pub(super) fn CopyButton(
    /// The name of the button.
    label: Message,
    /// The text to copy.
    #[prop(into)]
    text: Callback<(), String>,
) -> impl IntoView {
    let explorer = use_explorer();
    let outcome = RwSignal::new(Outcome::NotTried);
    let copy = move |_| {
        let text = text.run(());
        spawn_local(async move {
            let is_copied = clipboard::copy(&text).await;
            // The button may be gone by now.
            let _ = outcome.try_set(if is_copied { Outcome::Copied } else { Outcome::Refused(text) });
        });
    };
    let result = move || match outcome.get() {
        Outcome::NotTried => ().into_any(),
        Outcome::Copied => view! { <span class="copied">" " {explorer.words().say(Message::Copied)}</span> }.into_any(),
        Outcome::Refused(text) => view! {
            <label class="to-copy">
                {explorer.words().say(Message::CopyFailed)} <textarea readonly rows="3" prop:value=text></textarea>
            </label>
        }
        .into_any(),
    };
    view! {
        <button type="button" class="link" on:click=copy>{move || explorer.words().say(label)}</button>
        <span role="status">{result}</span>
    }
}
