//! The row of six headline numbers.

use leptos::prelude::*;

use crate::locale::{Line, Message};
use crate::query::{HeadlineItem, headline};
use crate::ui::kit::live::live_on;
use crate::ui::late::use_late;
use crate::ui::state::explorer::{Explorer, use_explorer};

/// Six numbers that answer the filters, or say that they cannot.
#[component]
pub fn HeadlineRow() -> impl IntoView {
    let explorer = use_explorer();
    let items = HeadlineItem::ALL
        .map(|item| live_on(move || said(explorer, item), move |said| item_view(explorer, item, said)));
    let label = move || explorer.words().say(Message::HeadlineNumbers);
    view! {
        <section class="headline-row" aria-label=label><dl class="headline" data-part="headline">{items.into_iter().collect::<Vec<_>>()}</dl></section>
    }
}

/// What an item says: nothing but text, so that it is drawn anew only when it says something else.
#[derive(PartialEq, Default)]
struct Said {
    name: String,
    lines: Vec<Line>,
}

fn said(explorer: Explorer, item: HeadlineItem) -> Vec<Said> {
    let (words, selection) = (explorer.words(), explorer.selection.get());
    let Some(said) = headline(explorer.facts, item, &selection) else { return Vec::new() };
    vec![Said { name: words.group(&said.group), lines: words.headline(&said, &selection) }]
}

fn item_view(explorer: Explorer, item: HeadlineItem, said: &[Said]) -> AnyView {
    let [said] = said else { return ().into_any() };
    let lines: Vec<AnyView> = said.lines.iter().map(line_view).collect();
    let sparkline = use_late().details.when_here(move |details| (details.sparkline)(explorer, item));
    view! {
        <div data-item=item.code()>
            <dt>{said.name.clone()}</dt>
            {lines}
            <dd class="spark" aria-hidden="true">{sparkline}</dd>
        </div>
    }
    .into_any()
}

fn line_view(line: &Line) -> AnyView {
    let mark = match line.mark {
        "" => ().into_any(),
        mark => view! { " " <span class="tag">{mark}</span> }.into_any(),
    };
    view! { <dd class=line.class>{line.text.clone()}{mark}</dd> }.into_any()
}
