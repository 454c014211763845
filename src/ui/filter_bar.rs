//! The dropdowns: year, product type, disease area.

use leptos::prelude::*;

use super::explorer::{Explorer, use_explorer};
use crate::dataset::{CodeId, Year};
use crate::locale::{Message, Words};
use crate::query::{Filter, OptionCoverage, Years, code_options, year_options};

/// The option that opens the range of years, and the one that stands for several codes at once.
const RANGE: &str = "range";
const SEVERAL: &str = "several";

/// The dropdowns. Native selects: every keyboard, screen reader and phone knows them.
#[component]
pub(super) fn FilterBar() -> impl IntoView {
    let explorer = use_explorer();
    let label = move || explorer.words().say(Message::Filters);
    view! {
        <form class="dropdowns" role="search" aria-label=label on:submit=|event| event.prevent_default()>
            <YearFilter/>
            {Filter::ALL.map(|filter| view! { <CodeFilter filter/> }).collect_view()}
        </form>
    }
}

/// One option of a dropdown.
fn option(words: Words<'_>, value: String, label: &str, facts: usize, is_chosen: bool) -> impl IntoView + use<> {
    let is_disabled = facts == 0 && !is_chosen;
    let text = if facts == 0 {
        format!("{label} ({})", words.say(Message::NothingPrinted))
    } else {
        format!("{label} ({facts})")
    };
    view! { <option value=value disabled=is_disabled selected=is_chosen>{text}</option> }
}

#[component]
fn YearFilter() -> impl IntoView {
    let explorer = use_explorer();
    let coverage = Memo::new(move |_| year_options(explorer.dataset, &explorer.selection.get()));
    let options = move || {
        let (words, years) = (explorer.words(), explorer.selection.get().years);
        let one = |OptionCoverage { option: year, facts }: &OptionCoverage<Year>| {
            let label = year.map_or_else(|| words.say(Message::AllYears).to_owned(), |year| year.to_string());
            let is_chosen = years == year.map_or(Years::All, Years::One);
            option(words, year.map(|year| year.to_string()).unwrap_or_default(), &label, *facts, is_chosen)
        };
        let range = words.say(Message::RangeOfYears);
        view! {
            {coverage.get().iter().map(one).collect_view()}
            <option value=RANGE selected=matches!(years, Years::Range(..))>{range}</option>
        }
    };
    let value = move || match explorer.selection.get().years {
        Years::All => String::new(),
        Years::One(year) => year.to_string(),
        Years::Range(..) => RANGE.to_owned(),
    };
    let choose = move |event| {
        let selection = explorer.selection.get_untracked();
        let years = match event_target_value(&event).as_str() {
            RANGE => explorer.dataset.years().map_or(Years::All, |(first, last)| Years::between(first, last)),
            text => text.parse().map_or(Years::All, |year| Years::One(Year(year))),
        };
        explorer.ask(selection.with_years(years));
    };
    view! {
        <label class="dropdown">
            {move || explorer.words().term("dimension", "year").to_owned()}
            <select name="year" prop:value=value on:change=choose>{options}</select>
        </label>
        {move || matches!(explorer.selection.get().years, Years::Range(..)).then(|| view! { <RangeEnds/> })}
    }
}

/// First and last year of a range.
#[component]
fn RangeEnds() -> impl IntoView {
    let explorer = use_explorer();
    let ends = move || match explorer.selection.get().years {
        Years::Range(first, last) => Some((first, last)),
        Years::All | Years::One(_) => None,
    };
    let years = explorer.dataset.years().map(|(first, last)| (first.0..=last.0).map(Year).collect::<Vec<_>>());
    let years = StoredValue::new(years.unwrap_or_default());
    let end = move |label: Message, name: &'static str, is_first: bool| {
        let chosen = move || ends().map(|(first, last)| if is_first { first } else { last });
        let choose = move |event| {
            let other = ends().map(|(first, last)| if is_first { last } else { first });
            if let (Ok(year), Some(other)) = (event_target_value(&event).parse(), other) {
                let selection = explorer.selection.get_untracked();
                explorer.ask(selection.with_years(Years::between(Year(year), other)));
            }
        };
        let options = move || {
            let option = |year: &Year| {
                view! { <option value=year.to_string() selected=chosen() == Some(*year)>{year.to_string()}</option> }
            };
            years.with_value(|years| years.iter().map(option).collect_view())
        };
        view! {
            <label class="dropdown short">
                {move || explorer.words().say(label)}
                <select name=name prop:value=move || chosen().map(|year| year.to_string()) on:change=choose>
                    {options}
                </select>
            </label>
        }
    };
    view! { {end(Message::From, "from", true)} {end(Message::Until, "until", false)} }
}

#[component]
fn CodeFilter(filter: Filter) -> impl IntoView {
    let explorer = use_explorer();
    let coverage = Memo::new(move |_| code_options(explorer.dataset, &explorer.selection.get(), filter));
    let options = move || {
        let (words, selection) = (explorer.words(), explorer.selection.get());
        let chosen = selection.codes(filter);
        let one = |OptionCoverage { option: code, facts }: &OptionCoverage<CodeId>| {
            let is_chosen = match code {
                Some(code) => chosen == [*code],
                None => chosen.is_empty(),
            };
            let (value, label) = code.map_or_else(
                || (String::new(), words.say(Message::All).to_owned()),
                |code| (code_text(explorer, code), indented(explorer, words, code)),
            );
            option(words, value, &label, *facts, is_chosen)
        };
        let several = (chosen.len() > 1).then(|| {
            let label = format!("{} ({})", words.say(Message::SeveralChosen), chosen.len());
            view! { <option value=SEVERAL selected disabled>{label}</option> }
        });
        view! { {several} {coverage.get().iter().map(one).collect_view()} }
    };
    let value = move || match explorer.selection.get().codes(filter) {
        [] => String::new(),
        [code] => code_text(explorer, *code),
        _ => SEVERAL.to_owned(),
    };
    let choose = move |event| {
        let code = explorer.dataset.codes().find(filter.dimension(), &event_target_value(&event));
        explorer.ask(explorer.selection.get_untracked().with_codes(filter, code));
    };
    view! {
        <label class="dropdown">
            {move || explorer.words().dimension(filter.dimension()).to_owned()}
            <select name=crate::address::key(filter) prop:value=value on:change=choose>{options}</select>
        </label>
    }
}

fn code_text(explorer: Explorer, code: CodeId) -> String {
    explorer.dataset.codes().get(code).code.clone()
}

/// A label moved in by its place in the hierarchy.
fn indented(explorer: Explorer, words: Words<'_>, code: CodeId) -> String {
    format!("{}{}", "\u{2003}".repeat(explorer.dataset.codes().depth(code)), words.code(code))
}
