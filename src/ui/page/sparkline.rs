//! The small line of all years beside a headline number. It comes late, and its room is kept for it.

use leptos::prelude::*;

use crate::figures::Sparkline;
use crate::query::{HeadlineItem, headline};
use crate::ui::kit::live::live_on;
use crate::ui::state::explorer::Explorer;

/// The line of a headline number; nothing where the number cannot answer the filters.
pub fn sparkline(explorer: Explorer, item: HeadlineItem) -> AnyView {
    live_on(
        move || {
            // A moment later than the numbers: these must be seen at once.
            let said = explorer.pace.lines.with(|selection| headline(explorer.facts, item, selection));
            let answered = said.filter(|said| said.is_answered);
            vec![answered.map(|said| Sparkline::new(&said.series, said.year)).unwrap_or_default()]
        },
        |lines| lines.first().map_or_else(|| ().into_any(), shown),
    )
}

fn shown(sparkline: &Sparkline) -> AnyView {
    if sparkline.dots.is_empty() {
        return ().into_any();
    }
    let path = sparkline.path.clone();
    let dots: Vec<AnyView> = sparkline
        .dots
        .iter()
        .cloned()
        .map(|dot| view! { <circle cx=dot.x cy=dot.y r=dot.radius></circle> }.into_any())
        .collect();
    view! { <svg viewBox="0 0 102 28" width="102" height="28"><path d=path></path>{dots}</svg> }.into_any()
}
