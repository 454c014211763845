//! The page on paper: every figure drawn, its sources under it, the question in words, and the address to come back by.

use leptos::prelude::*;

use super::explorer::Explorer;
use super::live::live;
use crate::host::{clock, print};
use crate::locale::Late;

/// Prepares the page for each printing, for as long as it lives. Drawings are effects, which run in microtasks
/// and so before the paper is laid out.
pub(in crate::ui) fn follow_printing(explorer: Explorer) {
    let listeners = print::on_print(move |is_printing| {
        explorer.printing.set(is_printing);
        explorer.mirror();
        if is_printing {
            print::unfold("details");
        } else {
            print::fold_again();
        }
    });
    // Kept until the page is gone.
    std::mem::forget(listeners);
}

/// What only paper shows: where this comes from, and when it was printed.
pub(in crate::ui) fn imprint(explorer: Explorer) -> AnyView {
    live(move || {
        if !explorer.printing.get() {
            return ().into_any();
        }
        let address = explorer.link(&explorer.address.get());
        let (words, today) = (explorer.words(), clock::today());
        let colon = words.colon();
        view! {
            <p class="on-paper" data-part="imprint">
                {format!("{}{colon}{address}", words.say(Late::PrintedFrom))} <br /> {format!("{}{colon}{today}", words.say(Late::PrintedOn))}
            </p>
        }
        .into_any()
    })
}
