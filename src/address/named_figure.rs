//! A figure as an address names it: `phases`, or `phases:share` in a statistic that it would not show by itself.

use std::fmt;

use crate::dataset::{Facts, Statistic};
use crate::figures;
use crate::query::{Figure, Selection, Table, slice};

/// A figure, in one statistic where the reader switched to one.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct NamedFigure {
    /// The figure.
    pub figure: &'static Figure,
    /// Count or share; nothing for the one that the figure shows by itself.
    pub statistic: Option<Statistic>,
}

impl NamedFigure {
    /// A figure as it is shown with this table: the statistic is named only where the figure would show another by itself.
    pub fn shown(facts: &Facts, figure: &'static Figure, table: &Table, selection: &Selection) -> Self {
        let by_itself = slice(facts, figure, None, selection).statistic;
        Self { figure, statistic: Some(table.statistic).filter(|shown| *shown != by_itself) }
    }

    /// The name of the figure in what an address says, before any statistic.
    pub(super) fn id(text: &str) -> &str {
        text.split(':').next().unwrap_or_default()
    }

    /// Reads what an address says, and whether all of it was understood; nothing where there is no such figure.
    pub(super) fn parse(text: &str) -> Option<(Self, bool)> {
        let id = Self::id(text);
        let figure = figures::figure(id)?;
        let code = text.get(id.len() + 1..);
        let statistic = code.and_then(Statistic::from_code).filter(|known| figure.statistics.contains(known));
        Some((Self { figure, statistic }, code.is_some() == statistic.is_some()))
    }
}

impl From<&'static Figure> for NamedFigure {
    fn from(figure: &'static Figure) -> Self {
        Self { figure, statistic: None }
    }
}

impl fmt::Display for NamedFigure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.figure.id)?;
        self.statistic.map_or(Ok(()), |statistic| write!(formatter, ":{}", statistic.code()))
    }
}
