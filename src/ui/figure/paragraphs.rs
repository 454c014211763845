//! Lines as paragraphs.

use leptos::prelude::*;

/// A paragraph for each line.
pub fn paragraphs(lines: &[String]) -> Vec<AnyView> {
    lines.iter().cloned().map(|line| view! { <p>{line}</p> }.into_any()).collect()
}
