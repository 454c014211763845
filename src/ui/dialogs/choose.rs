//! A choice in a dialog.

use leptos::prelude::*;

use crate::ui::controls::select::{Select, option};

/// A labelled choice among a few.
pub(super) fn choose<T: Clone + PartialEq + Send + Sync + 'static>(
    name: &'static str,
    label: &'static str,
    options: Vec<(&'static str, T)>,
    now: &T,
    set: impl Fn(T) + 'static,
) -> AnyView {
    let chosen = options.iter().position(|(_, value)| value == now).unwrap_or_default();
    let (texts, values): (Vec<&str>, Vec<T>) = options.into_iter().unzip();
    let options = texts
        .into_iter()
        .enumerate()
        .map(|(position, text)| option(position.to_string(), text.to_owned(), false, position == chosen))
        .collect();
    let (label, value) = (label.to_owned(), chosen.to_string());
    Select { label, name, class: "dropdown", value, options, is_disabled: false }.view(move |position| {
        if let Some(value) = position.parse::<usize>().ok().and_then(|position| values.get(position)) {
            set(value.clone());
        }
    })
}
