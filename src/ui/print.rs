//! The page on paper: every figure drawn, and what is folded open, for as long as the page is being printed.

use leptos::prelude::StoredValue;

use crate::host::{print, tasks};
use crate::ui::state::explorer::Explorer;

/// Prepares the page for each printing, for as long as it lives. What follows from it is drawn before the listener returns.
pub fn follow_printing(explorer: Explorer) {
    let listeners = print::on_print(move |is_printing| {
        explorer.set_printing(is_printing);
        tasks::run_now();
        if is_printing {
            print::unfold("details");
        } else {
            print::fold_again();
        }
    });
    StoredValue::new_local(listeners);
}
