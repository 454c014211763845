//! The filter line: year, product type, disease area, the other filters behind a button, and *Reset*.

use leptos::ev::{KeyboardEvent, MouseEvent, keydown};
use leptos::prelude::*;

use crate::address::Lock;
use crate::dataset::{CodeId, Year};
use crate::host::{document, frames};
use crate::locale::{Message, Words};
use crate::query::{Filter, OptionCoverage, Selection, Years, code_options, year_options};
use crate::ui::controls::select::{Select, option};
use crate::ui::kit::keys::key;
use crate::ui::kit::live::{live, on_click};
use crate::ui::state::explorer::{Explorer, use_explorer};

/// The filters that always stand in the bar, and those behind *More filters*.
const FIRST: [Filter; 2] = [Filter::ProductType, Filter::Disease];
const MORE: [Filter; 3] = [Filter::Phase, Filter::RegClass, Filter::Population];

/// The option that opens the range of years, and the one that stands for several codes at once.
const RANGE: &str = "range";
const SEVERAL: &str = "several";

/// The filters in one line whose height never changes. The dropdowns say what is chosen; their counts follow when the
/// answer has been painted. On a phone one button opens them.
#[component]
pub fn FilterBar() -> impl IntoView {
    let explorer = use_explorer();
    let (is_open, is_more_open) = (RwSignal::new(false), RwSignal::new(false));
    close_when_left(is_more_open);
    let open = live(move || open_button(explorer, is_open));
    let dropdowns = live(move || {
        let mut dropdowns = vec![year_filter(explorer, is_more_open)];
        dropdowns.extend(FIRST.map(|filter| code_filter(explorer, filter)));
        dropdowns.into_any()
    });
    let more = live(move || more_filters(explorer, is_more_open));
    let reset = live(move || reset_button(explorer));
    let label = move || explorer.words().say(Message::Filters);
    let class = move || if is_open.get() { "dropdowns open" } else { "dropdowns" };
    view! {
        {open}
        <form id="filters" class=class role="search" aria-label=label>{dropdowns} {more} {reset}</form>
    }
}

/// Closes the other filters by Escape wherever the focus is, and by a click outside the line: not when that begins, as what
/// is clicked moves up with the page.
fn close_when_left(is_open: RwSignal<bool>) {
    let escape: Box<dyn Fn(KeyboardEvent)> = Box::new(move |event| {
        if key(&event) == "Escape" && is_open.get_untracked() {
            is_open.set(false);
        }
    });
    let click: Box<dyn Fn(MouseEvent)> = Box::new(move |event| {
        if is_open.get_untracked() && !document::is_in(&event, ".filters") {
            is_open.set(false);
        }
    });
    let listeners = (window_event_listener(keydown, escape), window_event_listener(leptos::ev::click, click));
    on_cleanup(move || {
        listeners.0.remove();
        listeners.1.remove();
    });
}

/// What a phone shows in the place of the filters: the choice, and the way to change it.
fn open_button(explorer: Explorer, is_open: RwSignal<bool>) -> AnyView {
    let (words, is_shown) = (explorer.words(), is_open.get());
    let selection = explorer.selection.get();
    let (class, chosen) = if selection.is_default() {
        ("open-filters idle", String::new())
    } else {
        ("open-filters", words.selection(&selection))
    };
    let expanded = if is_shown { "true" } else { "false" };
    let toggle = on_click(move || is_open.set(!is_shown));
    view! {
        <button type="button" class=class aria-expanded=expanded aria-controls="filters" on:click=toggle>
            <span>{words.say(Message::Filters)}</span> " " <b>{chosen}</b>
        </button>
    }
    .into_any()
}

/// Takes every choice back. It keeps its room when there is none: nothing moves.
fn reset_button(explorer: Explorer) -> AnyView {
    let may_reset = explorer.selection.with(|selection| {
        let years = selection.years != Years::All && !explorer.is_fixed(Lock::Years);
        years || selection.active().any(|filter| !explorer.is_fixed(Lock::Codes(filter)))
    });
    let reset = on_click(move || {
        explorer.ask(Selection::default());
        frames::after_paint(|| document::focus("select:enabled, #figures"));
    });
    let class = if may_reset { "quiet reset" } else { "quiet reset idle" };
    view! { <button type="button" class=class disabled=!may_reset on:click=reset>{explorer.words().say(Message::Reset)}</button> }
        .into_any()
}

/// The button that opens the other filters and the ends of a range; it says what is chosen among them.
fn more_filters(explorer: Explorer, is_open: RwSignal<bool>) -> AnyView {
    let words = explorer.words();
    let asked = explorer.pace.settled.get();
    let chosen = MORE.iter().flat_map(|filter| asked.codes(*filter)).map(|code| words.code(*code).to_owned());
    let chosen: Vec<String> = chosen.collect();
    let is_shown = is_open.get();
    let (class, expanded) =
        (if chosen.is_empty() { "more-button" } else { "more-button chosen" }, if is_shown { "true" } else { "false" });
    let (label, name) = words.more_filters(&chosen);
    let toggle = on_click(move || is_open.set(!is_shown));
    let filters: Vec<AnyView> = if is_shown {
        let ends = match asked.years {
            Years::Range(first, last) => vec![
                range_end(explorer, Message::From, "from", first, last),
                range_end(explorer, Message::Until, "until", last, first),
            ],
            Years::All | Years::One(_) => Vec::new(),
        };
        let codes = MORE.map(|filter| code_filter(explorer, filter));
        vec![view! { <div class="range">{ends}</div> }.into_any(), codes.into_iter().collect::<Vec<_>>().into_any()]
    } else {
        Vec::new()
    };
    let escape: Box<dyn FnMut(KeyboardEvent)> = Box::new(move |event| {
        if key(&event) == "Escape" && is_open.get_untracked() {
            // It closes them, not a proof beside the page.
            event.stop_propagation();
            is_open.set(false);
            document::focus(".more-button");
        }
    });
    view! {
        <div class="more-filters" on:keydown=escape>
            <button type="button" class=class aria-label=name aria-expanded=expanded aria-controls="more-filters" on:click=toggle>
                {label}
            </button>
            <div id="more-filters" hidden=!is_shown>{filters}</div>
        </div>
    }
    .into_any()
}

/// An option with the number of facts behind it; one without any is disabled and says why. The one that is chosen says only that:
/// the closed dropdown shows it, and has no room for more.
fn counted(words: Words<'_>, value: String, label: &str, facts: usize, is_chosen: bool) -> AnyView {
    let text = match facts {
        _ if is_chosen => label.to_owned(),
        0 => format!("{label} ({})", words.say(Message::NothingPrinted)),
        _ => words.with_facts(label, facts),
    };
    option(value, text, facts == 0 && !is_chosen, is_chosen)
}

fn year_filter(explorer: Explorer, is_more_open: RwSignal<bool>) -> AnyView {
    let (words, selection) = (explorer.words(), explorer.pace.settled.get());
    let years = selection.years;
    let one = |OptionCoverage { option: year, facts }: OptionCoverage<Year>| {
        let label = year.map_or_else(|| words.say(Message::AllYears).to_owned(), |year| year.to_string());
        let is_chosen = years == year.map_or(Years::All, Years::One);
        counted(words, year.map(|year| year.to_string()).unwrap_or_default(), &label, facts, is_chosen)
    };
    let mut options: Vec<AnyView> = year_options(explorer.facts, &selection).into_iter().map(one).collect();
    let is_range = matches!(years, Years::Range(..));
    let range = if is_range { words.years(years) } else { words.say(Message::RangeOfYears).to_owned() };
    options.push(option(RANGE.to_owned(), range, false, is_range));
    let value = match years {
        Years::All => String::new(),
        Years::One(year) => year.to_string(),
        Years::Range(..) => RANGE.to_owned(),
    };
    let label = words.term("dimension", "year").to_owned();
    let is_disabled = explorer.is_fixed(Lock::Years);
    Select { label, name: "year", class: "dropdown", value, options, is_disabled }.view(move |value| {
        let years = match value {
            RANGE => {
                // Its ends stand behind the button beside it.
                is_more_open.set(true);
                explorer.facts.years().map_or(Years::All, |(first, last)| Years::between(first, last))
            }
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
