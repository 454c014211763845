//! The six headline numbers. They come late: sentence and chart answer first.

use leptos::prelude::*;

use crate::address::Asked;
use crate::dataset::Statistic;
use crate::locale::{Line, Message};
use crate::query::{HeadlineItem, NumberName, headline};
use crate::ui::controls::link::number_link;
use crate::ui::kit::live::live_on;
use crate::ui::page::sparkline::sparkline;
use crate::ui::state::explorer::Explorer;

/// Six numbers that answer the filters, or say that they cannot.
pub fn headline_row(explorer: Explorer) -> AnyView {
    let items = HeadlineItem::ALL
        .map(|item| live_on(move || item_text(explorer, item), move |texts| item_view(explorer, item, texts)));
    let label = move || explorer.words().say(Message::HeadlineNumbers);
    view! {
        <section class="headline-row" aria-label=label><dl class="headline" data-part="headline">{items.into_iter().collect::<Vec<_>>()}</dl></section>
    }
    .into_any()
}

/// What an item says, and by which name its number is proved: it is drawn anew only when it says something else.
#[derive(PartialEq)]
struct ItemText {
    name: String,
    lines: Vec<Line>,
    number: NumberName,
}

fn item_text(explorer: Explorer, item: HeadlineItem) -> Vec<ItemText> {
    let (words, selection) = (explorer.words(), explorer.pace.words.get());
    let Some(said) = headline(explorer.facts, item, &selection) else { return Vec::new() };
    let statistic = if said.count.is_empty() { Statistic::Share } else { Statistic::Count };
    let (name, lines) = (words.group(&said.group), words.headline(&said, &selection));
    vec![ItemText { name, lines, number: said.name(statistic) }]
}

fn item_view(explorer: Explorer, item: HeadlineItem, texts: &[ItemText]) -> AnyView {
    let [text] = texts else { return ().into_any() };
    let lines: Vec<AnyView> = text.lines.iter().map(|line| line_view(explorer, line, text.number)).collect();
    view! {
        <div data-item=item.code()>
            <dt>{text.name.clone()}</dt>
            {lines}
            <dd class="spark" aria-hidden="true">{sparkline(explorer, item)}</dd>
        </div>
    }
    .into_any()
}

/// A line under the name; the number itself opens its proof.
fn line_view(explorer: Explorer, line: &Line, number: NumberName) -> AnyView {
    let mark = match line.mark {
        "" => ().into_any(),
        mark => view! { " " <span class="tag">{mark}</span> }.into_any(),
    };
    let text = if line.class.starts_with("value") {
        number_link(explorer, "number", "", Asked::Number(number), line.text.clone())
    } else {
        line.text.clone().into_any()
    };
    view! { <dd class=line.class>{text}{mark}</dd> }.into_any()
}
