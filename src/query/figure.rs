//! What a figure of the page is: a declaration. The entries stand in `figures::catalogue`.

use crate::dataset::{Dimension, Facts, Group, Origin, Statistic, Year, distinct};

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
    /// The innermost dimension of the row set to its total, or of the figure where the row is the whole figure:
    /// for rows that are broken down in different ways.
    OwnToTotal,
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

/// Codes of several dimensions together, outermost first.
pub type Codes = &'static [(Dimension, &'static str)];

/// What runs along an axis of a figure's table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Axis {
    /// The years of the dataset, or those of a chosen range.
    Years,
    /// The years from the first to the last in which the figure has any number, and the chosen one:
    /// for what the reports began or ceased to print.
    PrintedSpan,
    /// Those of the chosen years in which the figure has any number: for what is printed now and then.
    PrintedYears,
    /// Two years: the ends of a chosen range, or the chosen year and the latest one before it that can be compared.
    TwoYears,
    /// Codes of one dimension.
    Codes(Dimension, Members),
    /// Codes of one dimension, and then their total.
    CodesAndTotal(Dimension, Members),
    /// Codes of one dimension as parts, and then the whole: it shows what parts that are not printed leave open, and answers
    /// nothing alone.
    PartsAndWhole(Dimension, Members),
    /// Each code of the first with each code of the second.
    Nested((Dimension, Members), (Dimension, Members)),
    /// These groups, each named by all its codes: for what the reports single out.
    Groups(&'static [Codes]),
    /// The figure's group itself.
    Itself,
}

impl Axis {
    /// The dimensions that the axis breaks down.
    pub fn dimensions(self) -> Vec<Dimension> {
        match self {
            Self::Codes(dimension, _) | Self::CodesAndTotal(dimension, _) | Self::PartsAndWhole(dimension, _) => {
                vec![dimension]
            }
            Self::Nested((outer, _), (inner, _)) => vec![outer, inner],
            Self::Groups(groups) => {
                distinct(groups.iter().flat_map(|codes| codes.iter().map(|(dimension, _)| *dimension)))
            }
            Self::Years | Self::PrintedSpan | Self::PrintedYears | Self::TwoYears | Self::Itself => Vec::new(),
        }
    }

    /// Whether years run along it.
    pub const fn is_time(self) -> bool {
        matches!(self, Self::Years | Self::PrintedSpan | Self::PrintedYears | Self::TwoYears)
    }
}

/// A year from which on the reports count on another basis than before: numbers on both sides are not strictly comparable.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Break {
    /// The first year of the new basis.
    pub from: Year,
    /// Codes that the numbers of the new basis have and those before do not, where the difference shows in the data.
    pub adds: Codes,
    /// What differs.
    pub note: Text,
}

/// How a figure is best drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ChartKind {
    /// A column for each year, its parts stacked; shares of it as 100 % bars.
    StackedColumns,
    /// A bar of 100 % for each year.
    StackedBars,
    /// A panel for each column of the table, all on one scale, with a column for each year.
    Panels,
    /// Sorted bars in one group for each column of the table; without groups where there is one column.
    GroupedRanking,
    /// Bars in the order of the table, indented by hierarchy.
    RankedBars,
    /// Two points for each row, one for each year, joined.
    Dumbbell,
    /// Nothing drawn: the few numbers that are printed, in large type.
    Numbers,
}

/// How far the axis of a figure's shares reaches.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ShareAxis {
    /// To 100 %.
    Whole,
    /// To this percentage, and why no further: the chart says it.
    UpTo(u8, Text),
}

/// A code that is the sum of others of its dimension, and those of them that the reports print too.
pub type Sum = (&'static str, &'static [&'static str]);

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
    pub fixed: Codes,
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
    /// How far the axis of its shares reaches.
    pub share_axis: ShareAxis,
    /// Codes that are sums of others in the same table: their parts stand under them, never beside.
    pub sums: &'static [Sum],
    /// Years from which on the reports count differently, in order.
    pub breaks: &'static [Break],
    /// What a reader must know of the whole figure.
    pub note: Option<Text>,
}

impl Figure {
    /// Trials by year, as counts in columns: what an entry of the catalogue has where it names nothing else.
    pub const PLAIN: Self = Self {
        id: "",
        question: Text { en: "", zh: "" },
        measure: "trials",
        fixed: &[],
        rows: Axis::Years,
        columns: Axis::Itself,
        base: &[],
        statistics: &[Statistic::Count],
        chart: ChartKind::Panels,
        share_axis: ShareAxis::Whole,
        sums: &[],
        breaks: &[],
        note: None,
    };

    /// Whose numbers it shows; nothing where the dataset lacks its measure.
    pub fn origin(&self, facts: &Facts) -> Option<Origin> {
        let measure = facts.codes().measure(self.measure)?;
        Some(facts.codes().measure_of(measure).origin)
    }

    /// Whether a group is about what the figure is about, whatever the reader chooses: slicing a figure that is not would take a while.
    pub fn is_about(&self, facts: &Facts, group: &Group) -> bool {
        self.fixed.iter().all(|(dimension, code)| group.get(*dimension) == facts.codes().find(*dimension, code))
    }

    /// Whether a code is the sum of others in its tables.
    pub fn is_sum(&self, code: &str) -> bool {
        self.sums.iter().any(|(sum, _)| *sum == code)
    }

    /// Whether a code is one of the parts of another that is their sum.
    pub fn is_part_of_sum(&self, part: &str, sum: &str) -> bool {
        self.sums.iter().any(|(own, parts)| *own == sum && parts.contains(&part))
    }

    /// The codes that the numbers of a year have because of the breaks before it.
    pub fn basis_of(&self, year: Year) -> impl Iterator<Item = (Dimension, &'static str)> + use<> {
        let breaks = self.breaks.iter().filter(move |change| change.from <= year);
        breaks.flat_map(|change| change.adds.iter().copied())
    }
}
