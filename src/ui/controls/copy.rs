//! A button that copies a text, and says what became of it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::host::clipboard;
use crate::locale::LateMessage;
use crate::query::Selection;
use crate::ui::kit::live::{live, on_click};
use crate::ui::state::explorer::{Explorer, use_explorer};

/// What became of the last attempt to copy.
#[derive(Clone, PartialEq, Eq)]
enum Outcome {
    NotTried,
    Copied,
    /// The browser refused: the text is shown for the reader to copy.
    Refused(String),
}

/// A button that copies what `text` gives when it is pressed.
pub fn copy_button(label: LateMessage, text: impl Fn() -> String + Send + Sync + 'static) -> AnyView {
    let explorer = use_explorer();
    // What became of it is said of the selection that was copied, and of no other.
    let outcome = RwSignal::new((Selection::default(), Outcome::NotTried));
    let text = StoredValue::new(Box::new(text) as Box<dyn Fn() -> String + Send + Sync>);
    live(move || {
        let words = explorer.words();
        let copy = on_click(move || copy(explorer, text.with_value(|text| text()), outcome));
        let (selection, outcome) = outcome.get();
        let result = match outcome {
            // The selection is read only where something was copied: there is such a button in every figure.
            Outcome::NotTried => ().into_any(),
            _ if explorer.selection.with(|now| *now != selection) => ().into_any(),
            Outcome::Copied => view! { <span class="copied">" " {words.say(LateMessage::Copied)}</span> }.into_any(),
            Outcome::Refused(text) => view! {
                <label class="to-copy">
                    {words.say(LateMessage::CopyFailed)} <textarea readonly rows="3" prop:value=text></textarea>
                </label>
            }
            .into_any(),
        };
        view! {
            <button type="button" class="link" on:click=copy>{words.say(label)}</button>
            <span role="status">{result}</span>
        }
        .into_any()
    })
}

fn copy(explorer: Explorer, text: String, outcome: RwSignal<(Selection, Outcome)>) {
    let selection = explorer.selection.get_untracked();
    spawn_local(async move {
        let is_copied = clipboard::copy(&text).await;
        // The button may be gone by now.
        let _ = outcome.try_set((selection, if is_copied { Outcome::Copied } else { Outcome::Refused(text) }));
    });
}
