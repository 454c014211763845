//! What all dialogs share: they open over the page, and close by their button and by Escape.

use leptos::html;
use leptos::prelude::*;

use crate::locale::LateMessage;
use crate::ui::kit::live::on_click;
use crate::ui::state::explorer::Explorer;

/// A dialog in the making.
#[derive(Clone, Copy)]
pub struct Shell {
    /// The page that it opens over.
    pub explorer: Explorer,
    /// Whether it is shown.
    pub is_open: RwSignal<bool>,
    /// Its `data-part`, by which its heading is named too.
    pub part: &'static str,
    /// The classes that it looks by.
    pub class: &'static str,
    /// What it is for, in the reader's language.
    pub heading: &'static str,
}

impl Shell {
    /// The dialog with what stands under its heading.
    pub fn view(self, content: AnyView) -> AnyView {
        let Self { explorer, is_open, part, class, heading } = self;
        let dialog = NodeRef::<html::Dialog>::new();
        dialog.on_load(|dialog| {
            // A dialog that is open already stays open.
            let _ = dialog.show_modal();
        });
        // The dialog closes itself, and so gives the focus back; its event says that it is gone.
        let shut = on_click(move || {
            if let Some(dialog) = dialog.get_untracked() {
                dialog.close();
            }
        });
        let title = format!("{part}-title");
        let labelled_by = title.clone();
        view! {
            <dialog node_ref=dialog class=class data-part=part aria-labelledby=labelled_by on:close=move |_| is_open.set(false)>
                <button type="button" class="quiet close" on:click=shut>{explorer.words().say(LateMessage::Close)}</button>
                <h2 id=title>{heading}</h2>
                {content}
            </dialog>
        }
        .into_any()
    }
}
