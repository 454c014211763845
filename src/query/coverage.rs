//! Facet counts: how many facts each option of a filter leads to, and where the nearest answers are.

use crate::dataset::{CodeId, Fact, FactId, Facts, Origin, Year};

use super::selection::{Filter, Selection, Years};

/// How much an option of a dropdown leads to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OptionCoverage<T> {
    /// What the option chooses; nothing for "all".
    pub option: Option<T>,
    /// Facts behind it under the other filters; an option with none is disabled.
    pub facts: usize,
}

/// Whether a fact belongs to a question: of its year, and in each filter either the total or something chosen.
fn belongs(facts: &Facts, selection: &Selection, fact: &Fact) -> bool {
    let agrees = |filter: Filter| {
        let chosen = selection.codes(filter);
        let own = fact.key.group.get(filter.dimension());
        chosen.is_empty() || own.is_none_or(|own| is_related(facts, own, chosen))
    };
    selection.years.contains(fact.key.year) && Filter::ALL.into_iter().all(agrees)
}

/// Whether a code is one of those chosen, or lies under or above one of them.
fn is_related(facts: &Facts, own: CodeId, chosen: &[CodeId]) -> bool {
    chosen.iter().any(|code| facts.codes().is_within(own, *code) || facts.codes().is_within(*code, own))
}

/// The facts of the reports that belong to a selection and name what it chooses: with nothing chosen, all of its years.
pub fn facts_behind(facts: &Facts, selection: &Selection) -> Vec<FactId> {
    let names_choice = |fact: &Fact| {
        let mut active = selection.active().peekable();
        active.peek().is_none() || active.any(|filter| fact.key.group.get(filter.dimension()).is_some())
    };
    let facts = facts.of(Origin::Reports).filter(|(_, fact)| belongs(facts, selection, fact) && names_choice(fact));
    facts.map(|(id, _)| id).collect()
}

/// The year dropdown: "all", then the years from the latest.
pub fn year_options(facts: &Facts, selection: &Selection) -> Vec<OptionCoverage<Year>> {
    let count = |years| facts_behind(facts, &selection.with_years(years)).len();
    let all = OptionCoverage { option: None, facts: count(Years::All) };
    let years = facts.years().into_iter().flat_map(|(first, last)| (first.0..=last.0).rev().map(Year));
    let each = years.map(|year| OptionCoverage { option: Some(year), facts: count(Years::One(year)) });
    std::iter::once(all).chain(each).collect()
}

/// A dropdown of codes: "all", then every code in its order.
pub fn code_options(facts: &Facts, selection: &Selection, filter: Filter) -> Vec<OptionCoverage<CodeId>> {
    let count = |codes: &[CodeId]| {
        let asked = selection.with_codes(filter, codes.iter().copied());
        let named = |fact: &FactId| {
            let own = facts.fact(*fact).key.group.get(filter.dimension());
            codes.is_empty() || own.is_some_and(|own| codes.iter().any(|code| facts.codes().is_within(own, *code)))
        };
        // Facts that only surround the option are no answer to it; where there is one, all that it leads to counts.
        let behind = facts_behind(facts, &asked);
        if behind.iter().any(named) { behind.len() } else { 0 }
    };
    let all = OptionCoverage { option: None, facts: count(&[]) };
    let codes = facts.codes().of(filter.dimension());
    let each = codes.map(|code| OptionCoverage { option: Some(code), facts: count(&[code]) });
    std::iter::once(all).chain(each).collect()
}

/// The nearest selections that have an answer: the same question in the years next to it, then with one filter less;
/// where none of these has one, the same question in all years.
pub fn nearest(facts: &Facts, selection: &Selection, has_answer: impl Fn(&Selection) -> bool) -> Vec<Selection> {
    let mut found = Vec::new();
    if let (Years::One(year), Some((first, last))) = (selection.years, facts.years()) {
        let at = |year: u16| selection.with_years(Years::One(Year(year)));
        found.extend((first.0..year.0).rev().map(at).find(&has_answer));
        found.extend((year.0 + 1..=last.0).map(at).find(&has_answer));
    }
    let active: Vec<Filter> = selection.active().collect();
    let fewer = active.into_iter().map(|filter| selection.with_codes(filter, []));
    found.extend(fewer.filter(|selection| has_answer(selection)));
    if found.is_empty() && selection.years != Years::All {
        found.extend(Some(selection.with_years(Years::All)).filter(has_answer));
    }
    found
}
