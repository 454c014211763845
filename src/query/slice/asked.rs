//! What a figure asks for a selection, for numbers that are counted only when they are asked for.

use rustc_hash::FxHashSet;

use super::slicer::Slicer;
use crate::dataset::{Facts, Group, Statistic, Year};
use crate::query::cell::Question;
use crate::query::figure::Figure;
use crate::query::selection::Selection;

/// Every number that a figure can show for a selection in some years, each once: whoever counts them can make facts of them,
/// which [`slice`](super::slice()) then finds. `knows` says whether a group can be counted at all; a filter on what cannot be
/// counted does not narrow the figure, as if no report printed it.
///
/// Nothing is asked about what no group of the figure knows, nor for means.
pub fn asked(
    facts: &Facts,
    figure: &Figure,
    selection: &Selection,
    years: (Year, Year),
    knows: impl Fn(&Group) -> bool,
) -> Vec<Question> {
    let Some(slicer) = Slicer::of_years(facts, figure, selection, years) else { return Vec::new() };
    let narrowing = slicer.narrowing().into_iter();
    let obeyed = narrowing.filter(|(filter, code)| knows(&Group::TOTAL.with(filter.dimension(), Some(*code))));
    let group = obeyed.fold(slicer.fixed, |group, (filter, code)| group.with(filter.dimension(), Some(code)));
    let (mut questions, mut seen) = (Vec::new(), FxHashSet::default());
    for year in &slicer.years {
        for row in &slicer.rows {
            for column in &slicer.columns {
                let wanted = figure.statistics.iter().filter(|statistic| **statistic != Statistic::Mean);
                let of_cell =
                    wanted.filter_map(|statistic| slicer.question(group, *statistic, Some(*year), row, column));
                questions.extend(of_cell.filter(|question| knows(&question.group) && seen.insert(*question)));
            }
        }
    }
    questions
}
