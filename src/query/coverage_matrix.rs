//! Coverage matrix: for each breakdown of each measure the facts of every year.

use crate::dataset::{Dimension, FactId, Facts, MeasureId, Year, distinct};

use super::figure::Figure;

/// One breakdown with its facts by year.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CoverageRow {
    /// What is counted or measured.
    pub measure: MeasureId,
    /// By what it is broken down, in the order of the columns of `facts.csv`; nothing for totals.
    pub dimensions: Vec<Dimension>,
    /// The facts of each year of the dataset.
    pub years: Vec<(Year, Vec<FactId>)>,
}

/// Every breakdown that any fact has: totals first, then the simpler before the finer.
pub fn coverage_matrix(facts: &Facts) -> Vec<CoverageRow> {
    let breakdown = |id: FactId| {
        let key = facts.fact(id).key;
        let dimensions: Vec<Dimension> = key.group.codes().map(|(dimension, _)| dimension).collect();
        (facts.codes().measure_of(key.measure).order, key.measure, dimensions.len(), dimensions)
    };
    let (first, last) = facts.years().unwrap_or((Year(1), Year(0)));
    let of = |kind: &(u16, MeasureId, usize, Vec<Dimension>)| {
        let held: Vec<FactId> = facts.all().map(|(id, _)| id).filter(|id| breakdown(*id) == *kind).collect();
        let of_year = |year| held.iter().copied().filter(|id| facts.fact(*id).key.year == year).collect();
        let years = (first.0..=last.0).map(Year).map(|year| (year, of_year(year)));
        CoverageRow { measure: kind.1, dimensions: kind.3.clone(), years: years.collect() }
    };
    distinct(facts.all().map(|(id, _)| breakdown(id))).iter().map(of).collect()
}

/// The figure that comes nearest to a breakdown: of its measure, and about the same dimensions as far as possible.
pub fn figure_for<'a>(
    facts: &Facts,
    row: &CoverageRow,
    figures: impl Iterator<Item = &'a Figure>,
) -> Option<&'a Figure> {
    let measure = facts.codes().measure_of(row.measure).code.as_str();
    let distance = |figure: &Figure| {
        let axes = [figure.rows, figure.columns].into_iter().flat_map(super::figure::Axis::dimensions);
        let fixed = figure.fixed.iter().map(|(dimension, _)| *dimension);
        let own = distinct(axes.chain(fixed));
        let lacks = row.dimensions.iter().filter(|dimension| !own.contains(dimension)).count();
        let exceeds = own.iter().filter(|dimension| !row.dimensions.contains(dimension)).count();
        // What a figure lacks can at best be filtered for; what it has beyond only stands beside.
        lacks * 3 + exceeds * 2
    };
    figures.filter(|figure| figure.measure == measure).min_by_key(|figure| distance(figure))
}
