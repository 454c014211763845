//! Every printed figure can be met on the page: as a number of some figure under some selection.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test may fail")]

use std::collections::BTreeSet;

use china_trials_explorer::dataset::{Dataset, FactId};
use china_trials_explorer::figures::FIGURES;
use china_trials_explorer::query::{Cell, Filter, Selection, Years, slice};

/// Every choice of one year or of none, with every choice of one code of each filter or of none.
fn selections(data: &Dataset) -> Vec<Selection> {
    let (first, last) = data.years().expect("the data have years");
    let mut selections: Vec<Selection> = std::iter::once(Years::All)
        .chain((first.0..=last.0).map(|year| Years::One(china_trials_explorer::dataset::Year(year))))
        .map(|years| Selection::default().with_years(years))
        .collect();
    for filter in Filter::ALL {
        let codes: Vec<_> = data.codes().of(filter.dimension()).collect();
        let narrowed =
            selections.iter().flat_map(|selection| codes.iter().map(|code| selection.with_codes(filter, Some(*code))));
        selections = selections.iter().cloned().chain(narrowed.collect::<Vec<_>>()).collect();
    }
    selections
}

/// The facts that stand in a cell as printed: those that only bear a derived number do not count.
fn reached(data: &Dataset) -> BTreeSet<FactId> {
    let mut reached = BTreeSet::new();
    for selection in selections(data) {
        for figure in FIGURES {
            for statistic in figure.statistics {
                let table = slice(data, figure, Some(*statistic), &selection);
                reached.extend(table.cells().filter_map(|(.., cell)| match cell {
                    Cell::Printed(printed) => Some(printed.fact),
                    _ => None,
                }));
            }
        }
    }
    reached
}

/// Issue by issue this list grows shorter: a figure that is added takes its facts from it, and none may come back.
#[test]
fn what_no_figure_shows_yet_is_listed() {
    let data = Dataset::shipped().expect("the shipped data are good");
    let reached = reached(data);
    let missing: Vec<&str> =
        data.facts().filter(|(id, _)| !reached.contains(id)).map(|(_, fact)| fact.name.as_str()).collect();
    insta::assert_snapshot!(
        "unreached",
        format!("{} of {}\n{}", missing.len(), data.facts().count(), missing.join("\n"))
    );
}
