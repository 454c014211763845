//! Cell reference: the name of one cell of a figure, written so that an address can point at it.

use crate::dataset::{Facts, Statistic};

use super::figure::Figure;
use super::table::{Heading, Table};

/// The name of the row or column that is the whole.
const ALL: &str = "all";

/// Longest name of a row or column that is read.
const LONGEST_NAME: usize = 120;

/// One cell of a figure under a selection, by the names of its row and column.
#[derive(Clone, PartialEq, Debug)]
pub struct CellName {
    /// The figure that the cell belongs to.
    pub figure: &'static Figure,
    /// How the number is expressed.
    pub statistic: Statistic,
    /// The year or the codes of the row.
    pub row: String,
    /// The year or the codes of the column.
    pub column: String,
}

impl CellName {
    /// The name of the cell in a row and a column of a figure's table.
    pub fn of(facts: &Facts, figure: &'static Figure, table: &Table, row: usize, column: usize) -> Self {
        Self {
            figure,
            statistic: table.statistic,
            row: name(facts, &table.rows[row]),
            column: name(facts, &table.columns[column]),
        }
    }

    /// Reads `disease_areas:share:oncology:chemical`; nothing for anything else. `figure` finds a figure by its name.
    ///
    /// ```
    /// use china_trials_explorer::figures::figure;
    /// use china_trials_explorer::query::CellName;
    ///
    /// let text = "disease_areas:share:oncology:chemical";
    /// assert_eq!(CellName::parse(text, figure).map(|name| name.to_string()).as_deref(), Some(text));
    /// assert_eq!(CellName::parse("share:oncology:chemical", figure), None);
    /// ```
    pub fn parse(text: &str, figure: impl FnOnce(&str) -> Option<&'static Figure>) -> Option<Self> {
        let mut parts = text.split(':');
        let figure = figure(parts.next()?)?;
        let statistic = Statistic::from_code(parts.next()?)?;
        let (row, column) = (parts.next()?, parts.next()?);
        let is_name = |name: &str| {
            !name.is_empty()
                && name.len() <= LONGEST_NAME
                && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.'))
        };
        let is_whole = parts.next().is_none() && is_name(row) && is_name(column);
        is_whole.then(|| Self { figure, statistic, row: row.to_owned(), column: column.to_owned() })
    }

    /// Row and column of the cell in its figure's table; nothing where the table has no such cell.
    pub fn find(&self, facts: &Facts, table: &Table) -> Option<(usize, usize)> {
        let position =
            |headings: &[Heading], wanted: &str| headings.iter().position(|heading| name(facts, heading) == wanted);
        let (row, column) = (position(&table.rows, &self.row)?, position(&table.columns, &self.column)?);
        (table.statistic == self.statistic).then_some((row, column))
    }
}

impl std::fmt::Display for CellName {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { figure, statistic, row, column } = self;
        write!(formatter, "{}:{}:{row}:{column}", figure.id, statistic.code())
    }
}

/// A heading as addresses write it: its year, or its codes from the outermost inwards.
fn name(facts: &Facts, heading: &Heading) -> String {
    if let Some(year) = heading.year {
        return year.to_string();
    }
    if heading.codes.is_empty() {
        return ALL.to_owned();
    }
    let codes: Vec<&str> = heading.codes.iter().map(|(_, code)| facts.codes().get(*code).code.as_str()).collect();
    codes.join(".")
}
