//! Data table: what a figure says for a selection. Chart, table view, sentence and export all read this.

use crate::dataset::{
    CodeId, Decimal, Dimension, FactId, Facts, Group, MeasureId, Qualifier, Statistic, Year, distinct,
};

use super::selection::Filter;

/// One number of a figure, or why there is none.
#[derive(Clone, PartialEq, Debug)]
pub enum Cell {
    /// A source prints it.
    Printed(Printed),
    /// It follows from facts.
    Derived(Derived),
    /// There is no such number.
    Empty(Reason),
}

/// A number as printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Printed {
    /// The fact that prints it.
    pub fact: FactId,
    /// The value; percent for shares and growth.
    pub value: Decimal,
    /// Present when only a bound or an approximation is printed.
    pub qualifier: Option<Qualifier>,
}

/// A number that follows from printed ones.
#[derive(Clone, PartialEq, Debug)]
pub struct Derived {
    /// Where the number must lie.
    pub interval: Interval,
    /// How it follows.
    pub method: Method,
    /// The facts that it follows from; never empty.
    pub facts: Vec<FactId>,
}

/// The bounds of a derived number, both included.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Interval {
    /// Lower bound.
    pub low: f64,
    /// Upper bound; at least the lower.
    pub high: f64,
    /// Decimals that are worth showing.
    pub decimals: u8,
}

impl Interval {
    /// The middle, for drawing.
    pub fn middle(self) -> f64 {
        f64::midpoint(self.low, self.high)
    }

    /// Whether the bounds are the same at the precision that is shown: a half step of rounding on each side counts as one number.
    pub fn is_point(self) -> bool {
        let step = 10_f64.powi(-i32::from(self.decimals));
        let widest = if self.decimals == 0 { 0.5 } else { step };
        self.high - self.low <= widest + 1e-9
    }
}

/// How a derived number follows from printed ones.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Method {
    /// A count: a printed share of a printed count.
    ShareOfCount,
    /// A share: one printed count divided by another.
    RatioOfCounts,
    /// The rest of a whole whose other parts are known.
    Complement,
    /// Growth: this year's printed count against last year's.
    GrowthOfCounts,
}

/// Why a cell is empty.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Reason {
    /// No source that was found prints it, and it does not follow from others.
    NotPrinted,
    /// It would follow from a number that is printed only as a bound or an approximation.
    BoundOnly(FactId),
    /// It is printed, but as a share of something else.
    OtherBase(FactId),
    /// The question has no meaning.
    NotApplicable(NotApplicable),
}

/// Why a question has no meaning.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum NotApplicable {
    /// The growth of the first year that the reports cover.
    NoEarlierYear,
    /// Preventive vaccines are an indication group of biological products only.
    VaccinesAreBiological,
}

impl Reason {
    /// The fact that is printed instead of the number, where there is one.
    pub const fn fact(self) -> Option<FactId> {
        match self {
            Self::BoundOnly(fact) | Self::OtherBase(fact) => Some(fact),
            Self::NotPrinted | Self::NotApplicable(_) => None,
        }
    }
}

impl Cell {
    /// The number to draw: the printed value, or the middle of the interval.
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Printed(printed) => Some(printed.value.to_f64()),
            Self::Derived(derived) => Some(derived.interval.middle()),
            Self::Empty(_) => None,
        }
    }

    /// The facts behind the number; none for an empty cell.
    pub fn facts(&self) -> &[FactId] {
        match self {
            Self::Printed(printed) => std::slice::from_ref(&printed.fact),
            Self::Derived(derived) => &derived.facts,
            Self::Empty(_) => &[],
        }
    }

    /// Whether the reader has entered the number, or one that it follows from.
    pub fn is_own(&self, facts: &Facts) -> bool {
        self.facts().iter().any(|fact| facts.is_own(*fact))
    }

    /// Whether there is no number.
    pub const fn is_empty(&self) -> bool {
        matches!(self, Self::Empty(_))
    }

    /// The printed value when it is exact.
    pub const fn exact(&self) -> Option<Decimal> {
        match self {
            Self::Printed(Printed { value, qualifier: None, .. }) => Some(*value),
            _ => None,
        }
    }
}

/// What a row or column of a table is about, beyond the table's own group.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Heading {
    /// The year, where years run along the axis.
    pub year: Option<Year>,
    /// The codes that the axis sets, outermost first.
    pub codes: Vec<(Dimension, CodeId)>,
    /// Whether the reader chose this one among the others.
    pub is_marked: bool,
}

impl Heading {
    /// The innermost code.
    pub fn code(&self) -> Option<CodeId> {
        self.codes.last().map(|(_, code)| *code)
    }

    /// A group narrowed to this heading.
    pub fn narrow(&self, group: Group) -> Group {
        self.codes.iter().fold(group, |group, (dimension, code)| group.with(*dimension, Some(*code)))
    }
}

/// A filter that a figure does not obey.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Unmet {
    /// The filter.
    pub filter: Filter,
    /// Why not.
    pub why: Why,
}

/// Why a figure does not obey a filter.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Why {
    /// No source found prints the figure for this choice in any year.
    NotPrinted,
    /// The figure can be narrowed to one code only, and several are chosen.
    SeveralChosen,
    /// The figure is about something else by its nature.
    OtherSubject,
    /// The figure has only the group that the chosen code is part of.
    OnlyCoarser,
    /// The figure has numbers for this choice, but none of a chosen year.
    NotOfYears,
}

/// What a figure says for a selection, in one statistic.
#[derive(Clone, PartialEq, Debug)]
pub struct Table {
    /// What is counted or measured.
    pub measure: MeasureId,
    /// How it is expressed.
    pub statistic: Statistic,
    /// The statistics in which the figure has any number for this selection.
    pub statistics: Vec<Statistic>,
    /// What every cell is about: the figure's own group and the filters that it obeys.
    pub group: Group,
    /// The year that every cell is about, where years run along no axis.
    pub year: Option<Year>,
    /// The rows.
    pub rows: Vec<Heading>,
    /// The columns.
    pub columns: Vec<Heading>,
    /// Rows left out because no cell of theirs has a number.
    pub omitted: Vec<Heading>,
    /// The filters that the figure cannot obey.
    pub unmet: Vec<Unmet>,
    /// Row by row.
    pub(super) cells: Vec<Cell>,
}

impl Table {
    /// The cell of a row and a column.
    pub fn cell(&self, row: usize, column: usize) -> &Cell {
        &self.cells[row * self.columns.len() + column]
    }

    /// All cells with their row and column, row by row.
    pub fn cells(&self) -> impl Iterator<Item = (usize, usize, &Cell)> + '_ {
        let width = self.columns.len().max(1);
        self.cells.iter().enumerate().map(move |(position, cell)| (position / width, position % width, cell))
    }

    /// The group of a cell.
    pub fn group_of(&self, row: usize, column: usize) -> Group {
        self.columns[column].narrow(self.rows[row].narrow(self.group))
    }

    /// What the numbers are about: where only one column has any, that column's group.
    pub fn shown_group(&self) -> Group {
        let has_number = |column: &usize| (0..self.rows.len()).any(|row| !self.cell(row, *column).is_empty());
        let mut filled = (0..self.columns.len()).filter(has_number);
        match (filled.next(), filled.next()) {
            (Some(only), None) => self.columns[only].narrow(self.group),
            _ => self.group,
        }
    }

    /// The year of a cell; nothing only in a table without years.
    pub fn year_of(&self, row: usize, column: usize) -> Option<Year> {
        self.rows[row].year.or(self.columns[column].year).or(self.year)
    }

    /// Whether there is no number at all.
    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(Cell::is_empty)
    }

    /// The facts behind all numbers, each once, in file order.
    pub fn facts(&self) -> Vec<FactId> {
        distinct(self.cells.iter().flat_map(|cell| cell.facts().iter().copied()))
    }
}
