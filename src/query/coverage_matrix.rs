//! Coverage matrix: for each breakdown of each measure of an origin the facts of every year.

use crate::dataset::{Dimension, FactId, Facts, MeasureId, Origin, Year, distinct};

use super::figure::Figure;

/// One breakdown with its facts by year.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CoverageRow {
    /// What is counted or measured.
    pub measure: MeasureId,
    /// By what it is broken down, in the order of the columns of `facts.csv`; nothing for totals.
    pub dimensions: Vec<Dimension>,
    /// The facts of each year: of the reports every one from the first to the last, of others those with any fact.
    pub years: Vec<(Year, Vec<FactId>)>,
}

/// Every breakdown that any fact of an origin has: totals first, then the simpler before the finer.
pub fn coverage_matrix(facts: &Facts, origin: Origin) -> Vec<CoverageRow> {
    let breakdown = |id: FactId| {
        let key = facts.fact(id).key;
        let dimensions: Vec<Dimension> = key.group.codes().map(|(dimension, _)| dimension).collect();
        (facts.codes().measure_of(key.measure).order, key.measure, dimensions.len(), dimensions)
    };
    let years = distinct(facts.of(origin).map(|(_, fact)| fact.key.year));
    let years = match (origin, facts.years()) {
        (Origin::Reports, Some((first, last))) => (first.0..=last.0).map(Year).collect(),
        _ => years,
    };
    let of = |kind: &(u16, MeasureId, usize, Vec<Dimension>)| {
        let held: Vec<FactId> = facts.of(origin).map(|(id, _)| id).filter(|id| breakdown(*id) == *kind).collect();
        let of_year = |year| held.iter().copied().filter(|id| facts.fact(*id).key.year == year).collect();
        let years = years.iter().map(|year| (*year, of_year(*year)));
        CoverageRow { measure: kind.1, dimensions: kind.3.clone(), years: years.collect() }
    };
    distinct(facts.of(origin).map(|(id, _)| breakdown(id))).iter().map(of).collect()
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
