//! The place of the views beside the figures, which come late.

use leptos::prelude::*;

use crate::address::{Mode, View};
use crate::host::frames;
use crate::locale::Message;
use crate::ui::kit::live::live;
use crate::ui::late::{Views, failed, use_late};
use crate::ui::state::explorer::{Explorer, use_explorer};

/// The view that the address names, where it is not the figures; or the self-test.
#[component]
pub fn OtherView() -> impl IntoView {
    let (explorer, views) = (use_explorer(), use_late().views);
    live(move || {
        let is_test = explorer.mode() == Mode::SelfTest;
        if explorer.view.get() == View::Explore && !is_test {
            return ().into_any();
        }
        match views.get() {
            Some(views) => drawn(explorer, &views, is_test),
            None if views.has_failed() => failed(explorer, views),
            None => {
                // One that has failed meanwhile is asked for by the reader.
                let ask = move || {
                    if untrack(|| views.is_unasked()) {
                        views.request();
                    }
                };
                frames::after_paint(ask);
                view! { <p class="small" role="status">{explorer.words().say(Message::LoadingPage)}</p> }.into_any()
            }
        }
    })
}

fn drawn(explorer: Explorer, views: &Views, is_test: bool) -> AnyView {
    if is_test { (views.self_test)() } else { (views.draw)(explorer, views.library, explorer.view.get()) }
}
