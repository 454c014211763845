//! The finding of the selection: one sentence, and where it comes from.

use leptos::prelude::*;

use super::copy::copy_button;
use super::explorer::{Explorer, use_explorer};
use super::live::live;
use crate::dataset::{FactId, distinct};
use crate::locale::{Language, Message, Span, memo_text};
use crate::query::{Finding, finding};

/// The sentence as the page's main heading, with its population, unit, edition and sources.
#[component]
pub(super) fn FindingSection() -> impl IntoView {
    let explorer = use_explorer();
    let found = Memo::new(move |_| finding(explorer.dataset, &explorer.selection.get()));
    let sentence = live(move || {
        let words = explorer.words();
        let spans = found.with(|found| found.as_ref().map(|found| words.sentence(found))).unwrap_or_default();
        let spans: Vec<AnyView> = spans.into_iter().map(|span| shown(span, words.say(Message::DerivedMark))).collect();
        spans.into_any()
    });
    let provenance = live(move || {
        found.with(|found| found.as_ref().map(|found| provenance(explorer, found))).unwrap_or_default().into_any()
    });
    let copy = copy_button(Message::CopyWithCitation, move || {
        untrack(|| {
            let found = found.get();
            let sentence = found.as_ref().map(|found| explorer.words().sentence(found)).unwrap_or_default();
            let facts = found.map(|found| facts(&found)).unwrap_or_default();
            format!(
                "{} {}",
                memo_text(&sentence, explorer.words().say(Message::DerivedMark)),
                citation(explorer, &facts)
            )
        })
    });
    view! {
        <section class="lede">
            <h2 data-part="finding" aria-live="polite">{sentence}</h2>
            <p class="small" data-part="finding-source">{provenance} " · " {copy}</p>
        </section>
    }
}

/// A piece of the sentence: numbers stand out, and derived ones say so.
fn shown(span: Span, derived: &'static str) -> AnyView {
    match span {
        Span::Text(text) => text.into_any(),
        Span::Number { text, is_derived, .. } => {
            let (class, title) = if is_derived { ("derived", derived) } else { ("printed", "") };
            view! { <em class=class title=title>{text}</em> }.into_any()
        }
    }
}

/// The facts that a finding speaks of, each once.
fn facts(finding: &Finding) -> Vec<FactId> {
    let mut facts: Vec<FactId> = Vec::new();
    for cell in finding.cells() {
        facts.extend(cell.facts());
    }
    distinct(facts)
}

/// "Population: New-drug trials · Unit: trials · Edition 2024, grade A · Sources: …".
fn provenance(explorer: Explorer, finding: &Finding) -> String {
    let words = explorer.words();
    let facts = facts(finding);
    let mut populations: Vec<&str> = finding.parts().iter().map(|part| words.population(&part.group)).collect();
    populations.dedup();
    let population = (!populations.is_empty()).then(|| populations.join(words.say(Message::ListComma)));
    let colon = if words.language == Language::En { ": " } else { "：" };
    let mut parts = Vec::new();
    if let Some(population) = population {
        parts.push(format!("{}{colon}{population}", words.say(Message::Population)));
    }
    if let Some(measure) = explorer.dataset.codes().measure("trials") {
        let unit = words.unit(measure, crate::dataset::Statistic::Count);
        parts.push(format!("{}{colon}{unit}", words.say(Message::Unit)));
    }
    if !facts.is_empty() {
        parts.push(words.editions(&facts));
        parts.push(words.grades(&facts));
        parts.push(format!("{}{colon}{}", words.say(Message::Sources), sources(explorer, &facts)));
    }
    parts.join(" · ")
}

/// The most direct source of each fact: publisher and date.
pub(super) fn sources(explorer: Explorer, facts: &[FactId]) -> String {
    let mut named: Vec<String> = Vec::new();
    for fact in facts {
        let Some(source) = explorer.dataset.fact(*fact).sources.first() else { continue };
        let source = explorer.dataset.source(*source);
        let date = if source.published.is_empty() { String::new() } else { format!(" ({})", source.published) };
        let name = format!("{}{date}", source.publisher);
        if !named.contains(&name) {
            named.push(name);
        }
    }
    named.join(if explorer.words().language == Language::En { "; " } else { "；" })
}

/// What a memo adds to the sentence: the report, its edition, and where it was read.
fn citation(explorer: Explorer, facts: &[FactId]) -> String {
    let words = explorer.words();
    let (editions, sources) = (words.editions(facts), sources(explorer, facts));
    let link = explorer.link(&explorer.address.get_untracked());
    match words.language {
        Language::En => format!(
            "(Center for Drug Evaluation, NMPA, Annual Report on the Progress of Clinical Trials for New Drug Registration in China, {}; as reported by {sources}. {link})",
            words.inner(&editions),
        ),
        Language::Zh => {
            format!("（国家药监局药审中心《中国新药注册临床试验进展年度报告》，{editions}；据{sources}。{link}）")
        }
    }
}
