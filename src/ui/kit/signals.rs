//! Signals that are written only when their value changes.

use leptos::prelude::*;

/// Writes a signal if the value is another: nothing that follows it is woken in vain.
pub fn set_if_changed<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.with_untracked(|now| *now != value) {
        signal.set(value);
    }
}
