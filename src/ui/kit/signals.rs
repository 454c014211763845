//! Signals that are written only when their value changes, and that keep no trace of who followed them once.

use leptos::prelude::*;
use leptos::reactive::graph::{Observer, Subscriber};

/// Writes a signal if the value is another: nothing that follows it is woken in vain.
pub fn set_if_changed<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.with_untracked(|now| *now != value) {
        signal.set(value);
    }
}

/// Called in what follows signals: when that is gone, the signals forget it.
///
/// A signal keeps a mark of each follower until it changes next, and some never change, such as the language: without this the
/// page grows with every part that is drawn and taken away, and each change of such a signal goes through all that ever was.
pub fn leave_no_trace() {
    if let Some(follower) = Observer::get() {
        on_cleanup(move || follower.clear_sources(&follower));
    }
}

/// Makes signals that belong to nobody who leaves: for what lives as long as the program. The owner must be kept with them.
pub fn for_good<T>(make: impl FnOnce() -> T) -> (Owner, T) {
    // A new root puts itself in the place of whoever is being drawn.
    let now = Owner::current();
    let root = Owner::new_root(None);
    let value = root.with(make);
    if let Some(now) = now {
        now.set();
    }
    (root, value)
}
