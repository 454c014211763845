//! How well a figure answers a selection: as asked, only for something wider, or with no number at all.

use crate::dataset::{Facts, Year, sorted_by};

use super::answered::unmet_by;
use super::figure::Figure;
use super::selection::{Filter, Selection, Years};
use super::slice::tables;

/// How well a figure answers a selection.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Standing {
    /// It obeys every active filter: at least one of its numbers is of a chosen year and of what every filter chooses.
    Answers,
    /// It has numbers of a chosen year, but cannot be narrowed to these filters; never empty, in their order.
    Wider(Vec<Filter>),
    /// It has no number of a chosen year.
    Without,
}

/// How well a figure answers a selection, in the statistic that does it best.
pub fn standing(facts: &Facts, figure: &Figure, selection: &Selection) -> Standing {
    let tables = tables(facts, figure, selection);
    let best = tables.iter().filter_map(|table| unmet_by(facts, selection, table)).min_by_key(Vec::len);
    match best {
        None => Standing::Without,
        Some(unmet) if unmet.is_empty() => Standing::Answers,
        Some(unmet) => Standing::Wider(unmet),
    }
}

/// The nearest selection that a figure answers: as few filters less as possible, and among equals the nearest year,
/// the earlier of two. Nothing when the figure has no number whatever is chosen.
pub fn nearest_answered(facts: &Facts, figure: &Figure, selection: &Selection) -> Option<Selection> {
    let active: Vec<Filter> = selection.active().collect();
    // What stands first in the filter bar is given up last.
    let order = |left_out: &usize| (left_out.count_ones(), std::cmp::Reverse(*left_out));
    let subsets = sorted_by(0..1_usize << active.len(), |one, other| order(one).cmp(&order(other)));
    subsets.into_iter().find_map(|left_out| {
        let dropped = active.iter().enumerate().filter(|(position, _)| left_out & (1 << position) != 0);
        let wider = dropped.fold(selection.clone(), |wider, (_, filter)| wider.with_codes(*filter, []));
        let years = nearest_years(facts, selection.years).into_iter();
        years.map(|years| wider.with_years(years)).find(|asked| standing(facts, figure, asked) == Standing::Answers)
    })
}

/// The chosen years, then the other years from the nearest on, and at last all of them.
fn nearest_years(facts: &Facts, chosen: Years) -> Vec<Years> {
    let mut years = vec![chosen];
    if let (Years::One(year), Some((first, last))) = (chosen, facts.years()) {
        let others = (first.0..=last.0).filter(|other| *other != year.0);
        let others = sorted_by(others, |one, other| one.abs_diff(year.0).cmp(&other.abs_diff(year.0)));
        years.extend(others.into_iter().map(|year| Years::One(Year(year))));
    }
    // Numbers of years before the reports stand among those of all years only.
    if chosen != Years::All {
        years.push(Years::All);
    }
    years
}
