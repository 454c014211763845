//! The dropdowns: year, product type, disease area.

use leptos::prelude::*;

use crate::address::Lock;
use crate::dataset::{CodeId, Year};
use crate::locale::{Message, Words};
use crate::query::{Filter, OptionCoverage, Years, code_options, year_options};
use crate::ui::controls::select::{Select, option};
use crate::ui::kit::live::{live, on_click};
use crate::ui::state::explorer::{Explorer, use_explorer};

/// The filters that always stand in the bar, and those behind *More filters*.
const FIRST: [Filter; 2] = [Filter::ProductType, Filter::Disease];
const MORE: [Filter; 3] = [Filter::Phase, Filter::RegClass, Filter::Population];

/// The option that opens the range of years, and the one that stands for several codes at once.
const RANGE: &str = "range";
const SEVERAL: &str = "several";

/// The dropdowns. Their counts follow when the answer has been painted.
#[component]
pub fn FilterBar() -> impl IntoView {
    let explorer = use_explorer();
    let (is_open, was_needed) = (RwSignal::new(false), StoredValue::new(false));
    live(move || {
        let label = explorer.words().say(Message::Filters);
        // The ends of a range have a place of their own, so that the dropdowns behind them stay the same elements.
        let ends = match explorer.pace.settled.get().years {
            Years::Range(first, last) => vec![
                range_end(explorer, Message::From, "from", first, last),
                range_end(explorer, Message::Until, "until", last, first),
            ],
            Years::All | Years::One(_) => Vec::new(),
        };
        let mut dropdowns = vec![year_filter(explorer), view! { <span class="range">{ends}</span> }.into_any()];
        dropdowns.extend(FIRST.map(|filter| code_filter(explorer, filter)));
        dropdowns.push(more_filters(explorer, is_open, was_needed));
        view! { <form class="dropdowns" role="search" aria-label=label>{dropdowns}</form> }.into_any()
    })
}

/// The button that opens the other filters, and those while it is open. A choice among them keeps them open.
fn more_filters(explorer: Explorer, is_open: RwSignal<bool>, was_needed: StoredValue<bool>) -> AnyView {
    let chosen =
        explorer.pace.settled.with(|selection| selection.active().filter(|filter| MORE.contains(filter)).count());
    if chosen > 0 {
        // A filter that is taken back stays where the reader's focus is.
        was_needed.set_value(true);
    }
    let is_shown = is_open.get() || was_needed.get_value();
    let toggle = on_click(move || {
        was_needed.set_value(false);
        is_open.set(!is_shown);
        is_open.notify();
    });
    let expanded = if is_shown { "true" } else { "false" };
    let label = explorer.words().say(Message::MoreFilters);
    let filters = if is_shown { MORE.map(|filter| code_filter(explorer, filter)).into() } else { Vec::new() };
    // A choice is not hidden away: then there is nothing to fold.
    let button = if chosen > 0 {
        ().into_any()
    } else {
        view! {
            <button type="button" class="quiet open-filters" aria-expanded=expanded aria-controls="more-filters" on:click=toggle>
                {label}
            </button>
        }
        .into_any()
    };
    view! { {button} <span class="range" id="more-filters">{filters}</span> }.into_any()
}

/// An option with the number of facts behind it; one without any is disabled and says why, unless it is chosen already.
fn counted(words: Words<'_>, value: String, label: &str, facts: usize, is_chosen: bool) -> AnyView {
    let text = if facts == 0 && !is_chosen {
        format!("{label} ({})", words.say(Message::NothingPrinted))
    } else {
        format!("{label} ({facts})")
    };
    option(value, text, facts == 0 && !is_chosen, is_chosen)
}

fn year_filter(explorer: Explorer) -> AnyView {
    let (words, selection) = (explorer.words(), explorer.pace.settled.get());
    let years = selection.years;
    let one = |OptionCoverage { option: year, facts }: OptionCoverage<Year>| {
        let label = year.map_or_else(|| words.say(Message::AllYears).to_owned(), |year| year.to_string());
        let is_chosen = years == year.map_or(Years::All, Years::One);
        counted(words, year.map(|year| year.to_string()).unwrap_or_default(), &label, facts, is_chosen)
    };
    let mut options: Vec<AnyView> = year_options(explorer.facts, &selection).into_iter().map(one).collect();
    let is_range = matches!(years, Years::Range(..));
    options.push(option(RANGE.to_owned(), words.say(Message::RangeOfYears).to_owned(), false, is_range));
    let value = match years {
        Years::All => String::new(),
        Years::One(year) => year.to_string(),
        Years::Range(..) => RANGE.to_owned(),
    };
    let label = words.term("dimension", "year").to_owned();
    let is_disabled = explorer.is_fixed(Lock::Years);
    Select { label, name: "year", class: "dropdown", value, options, is_disabled }.view(move |value| {
        let years = match value {
            RANGE => explorer.facts.years().map_or(Years::All, |(first, last)| Years::between(first, last)),
            text => text.parse().map_or(Years::All, |year| Years::One(Year(year))),
        };
        explorer.ask(explorer.selection.get_untracked().with_years(years));
    })
}

/// One end of a range of years; `other` is the end that stays.
fn range_end(explorer: Explorer, label: Message, name: &'static str, chosen: Year, other: Year) -> AnyView {
    let years = explorer.facts.years().map_or(0..=0, |(first, last)| first.0..=last.0);
    let options = years.map(|year| option(year.to_string(), year.to_string(), false, chosen == Year(year))).collect();
    let label = explorer.words().say(label).to_owned();
    let (value, is_disabled) = (chosen.to_string(), explorer.is_fixed(Lock::Years));
    Select { label, name, class: "dropdown short", value, options, is_disabled }.view(move |value| {
        if let Ok(year) = value.parse() {
            let selection = explorer.selection.get_untracked();
            explorer.ask(selection.with_years(Years::between(Year(year), other)));
        }
    })
}

fn code_filter(explorer: Explorer, filter: Filter) -> AnyView {
    let (words, selection) = (explorer.words(), explorer.pace.settled.get());
    let codes = explorer.facts.codes();
    let chosen = selection.codes(filter);
    let one = |OptionCoverage { option: code, facts }: OptionCoverage<CodeId>| match code {
        None => counted(words, String::new(), words.say(Message::All), facts, chosen.is_empty()),
        Some(code) => {
            // Moved in by its place in the hierarchy.
            let label = format!("{}{}", "\u{2003}".repeat(codes.depth(code)), words.code(code));
            counted(words, codes.get(code).code.clone(), &label, facts, chosen == [code])
        }
    };
    let mut options: Vec<AnyView> = code_options(explorer.facts, &selection, filter).into_iter().map(one).collect();
    let value = match chosen {
        [] => String::new(),
        [code] => codes.get(*code).code.clone(),
        several => {
            let label = format!("{} ({})", words.say(Message::SeveralChosen), several.len());
            options.push(option(SEVERAL.to_owned(), label, true, true));
            SEVERAL.to_owned()
        }
    };
    let label = words.dimension(filter.dimension()).to_owned();
    let (name, is_disabled) = (crate::address::key(filter), explorer.is_fixed(Lock::Codes(filter)));
    Select { label, name, class: "dropdown", value, options, is_disabled }.view(move |value| {
        let code = explorer.facts.codes().find(filter.dimension(), value);
        explorer.ask(explorer.selection.get_untracked().with_codes(filter, code));
    })
}
