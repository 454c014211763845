//! What a figure of the page is: a declaration. The entries stand in `figures::catalogue`.

use crate::dataset::{Dimension, Statistic};

/// A fixed text in both languages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Text {
    /// English.
    pub en: &'static str,
    /// Simplified Chinese.
    pub zh: &'static str,
}

/// One step from the group of a cell to the denominator of its share.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Widening {
    /// The dimension set to its total.
    ToTotal(Dimension),
    /// The dimension set to this code of `codes.csv`.
    ToCode(Dimension, &'static str),
}

/// What a share in a figure is a share of: the cell's own group, widened.
pub type Base = &'static [Widening];

/// Which codes of a dimension stand on an axis.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Members {
    /// Those without a parent.
    Top,
    /// All of them; for lists without a hierarchy.
    All,
    /// These, in this order.
    Listed(&'static [&'static str]),
    /// Everything under this code, in the order of the hierarchy.
    Under(&'static str),
}

/// What runs along an axis of a figure's table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Axis {
    /// The years of the dataset, or those of a chosen range.
    Years,
    /// Two years: the ends of a chosen range, or the chosen year and the latest one before it that can be compared.
    TwoYears,
    /// Codes of one dimension.
    Codes(Dimension, Members),
    /// Codes of one dimension, and then their total.
    CodesAndTotal(Dimension, Members),
    /// Each code of the first with each code of the second.
    Nested((Dimension, Members), (Dimension, Members)),
    /// The figure's group itself.
    Itself,
}

impl Axis {
    /// The dimensions that the axis breaks down.
    pub fn dimensions(self) -> impl Iterator<Item = Dimension> {
        let (first, second) = match self {
            Self::Codes(dimension, _) | Self::CodesAndTotal(dimension, _) => (Some(dimension), None),
            Self::Nested((outer, _), (inner, _)) => (Some(outer), Some(inner)),
            Self::Years | Self::TwoYears | Self::Itself => (None, None),
        };
        first.into_iter().chain(second)
    }

    /// Whether years run along it.
    pub const fn is_time(self) -> bool {
        matches!(self, Self::Years | Self::TwoYears)
    }
}

/// How a figure is best drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ChartKind {
    /// A column for each year, its parts stacked; shares of it as 100 % bars.
    StackedColumns,
    /// A bar of 100 % for each year.
    StackedBars,
    /// One column for each year.
    Columns,
    /// A line for each column of the table, over the years.
    Lines,
    /// Sorted bars in one group for each column of the table.
    GroupedRanking,
    /// Bars in the order of the table, indented by hierarchy.
    RankedBars,
    /// Two points for each row, one for each year, joined.
    Dumbbell,
}

/// A figure: one question, its population, breakdown and drawing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Figure {
    /// Name in the address.
    pub id: &'static str,
    /// The question that it answers: its title.
    pub question: Text,
    /// Code of the measure.
    pub measure: &'static str,
    /// What the figure is about, whatever the reader chooses.
    pub fixed: &'static [(Dimension, &'static str)],
    /// The rows of its table.
    pub rows: Axis,
    /// The columns of its table.
    pub columns: Axis,
    /// What its shares are shares of.
    pub base: Base,
    /// The statistics that it can show, best first.
    pub statistics: &'static [Statistic],
    /// How it is drawn.
    pub chart: ChartKind,
    /// Codes that are sums of others in the same table: drawn apart, never ranked among their parts.
    pub sums: &'static [&'static str],
    /// What a reader must know of the whole figure.
    pub note: Option<Text>,
}
