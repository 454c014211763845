//! What was ignored in the address, named to the reader.

use leptos::prelude::*;

use super::explorer::use_explorer;
use crate::address::Problem;
use crate::locale::Message;

/// The ignored parts of the address; nothing when all was understood.
#[component]
pub(super) fn Notices() -> impl IntoView {
    let explorer = use_explorer();
    let notices = move || {
        let words = explorer.words();
        let notices = explorer.notices.get();
        (!notices.is_empty()).then(|| {
            let lines: Vec<_> = notices
                .into_iter()
                .map(|notice| {
                    let problem = words.say(match notice.problem {
                        Problem::UnknownKey => Message::ProblemUnknownKey,
                        Problem::UnknownValue => Message::ProblemUnknownValue,
                        Problem::Repeated => Message::ProblemRepeated,
                        Problem::NewerVersion => Message::ProblemNewerVersion,
                    });
                    view! { <li><code>{format!("{}={}", notice.key, notice.value)}</code> " " {problem}</li> }
                })
                .collect();
            view! {
                <p>{words.say(Message::Ignored)}</p>
                <ul>{lines}</ul>
                <button type="button" class="quiet" on:click=move |_| explorer.notices.set(Vec::new())>
                    {words.say(Message::Dismiss)}
                </button>
            }
        })
    };
    view! { <div class="notices" data-part="notices" role="status">{notices}</div> }
}
