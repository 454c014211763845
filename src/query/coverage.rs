//! What the dataset holds for a selection: how many facts each option leads to, and where the nearest answers are.

use crate::dataset::{CodeId, Dataset, Fact, FactId, Year};

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
fn belongs(dataset: &Dataset, selection: &Selection, fact: &Fact) -> bool {
    let agrees = |filter: Filter| {
        let chosen = selection.codes(filter);
        let own = fact.key.group.get(filter.dimension());
        chosen.is_empty() || own.is_none_or(|own| is_related(dataset, own, chosen))
    };
    selection.years.contains(fact.key.year) && Filter::ALL.into_iter().all(agrees)
}

/// Whether a code is one of those chosen, or lies under or above one of them.
fn is_related(dataset: &Dataset, own: CodeId, chosen: &[CodeId]) -> bool {
    chosen.iter().any(|code| dataset.codes().is_within(own, *code) || dataset.codes().is_within(*code, own))
}

/// The facts that belong to a selection and name what it chooses: with nothing chosen, all of its years.
pub fn facts_behind(dataset: &Dataset, selection: &Selection) -> Vec<FactId> {
    let names_choice = |fact: &Fact| {
        let mut active = selection.active().peekable();
        active.peek().is_none() || active.any(|filter| fact.key.group.get(filter.dimension()).is_some())
    };
    let facts = dataset.facts().filter(|(_, fact)| belongs(dataset, selection, fact) && names_choice(fact));
    facts.map(|(id, _)| id).collect()
}

/// The year dropdown: "all", then the years from the latest.
pub fn year_options(dataset: &Dataset, selection: &Selection) -> Vec<OptionCoverage<Year>> {
    let count = |years| facts_behind(dataset, &selection.with_years(years)).len();
    let all = OptionCoverage { option: None, facts: count(Years::All) };
    let years = dataset.years().into_iter().flat_map(|(first, last)| (first.0..=last.0).rev().map(Year));
    let each = years.map(|year| OptionCoverage { option: Some(year), facts: count(Years::One(year)) });
    std::iter::once(all).chain(each).collect()
}

/// A dropdown of codes: "all", then every code in its order.
pub fn code_options(dataset: &Dataset, selection: &Selection, filter: Filter) -> Vec<OptionCoverage<CodeId>> {
    let count = |codes: &[CodeId]| {
        let asked = selection.with_codes(filter, codes.iter().copied());
        let named = |fact: &FactId| {
            let own = dataset.fact(*fact).key.group.get(filter.dimension());
            codes.is_empty() || own.is_some_and(|own| codes.iter().any(|code| dataset.codes().is_within(own, *code)))
        };
        // Facts that only surround the option are no answer to it; where there is one, all that it leads to counts.
        let behind = facts_behind(dataset, &asked);
        if behind.iter().any(named) { behind.len() } else { 0 }
    };
    let all = OptionCoverage { option: None, facts: count(&[]) };
    let codes = dataset.codes().of(filter.dimension());
    let each = codes.map(|code| OptionCoverage { option: Some(code), facts: count(&[code]) });
    std::iter::once(all).chain(each).collect()
}

/// The nearest selections that have an answer: the same question in the years next to it, then with one filter less.
pub fn nearest(dataset: &Dataset, selection: &Selection, has_answer: impl Fn(&Selection) -> bool) -> Vec<Selection> {
    let mut found = Vec::new();
    if let (Years::One(year), Some((first, last))) = (selection.years, dataset.years()) {
        let at = |year: u16| selection.with_years(Years::One(Year(year)));
        found.extend((first.0..year.0).rev().map(at).find(&has_answer));
        found.extend((year.0 + 1..=last.0).map(at).find(&has_answer));
    }
    let active: Vec<Filter> = selection.active().collect();
    let fewer = active.into_iter().map(|filter| selection.with_codes(filter, []));
    found.extend(fewer.filter(|selection| has_answer(selection)));
    found
}
