//! One printed fact, and what it is about.

use super::code_table::code_table;
use serde::{Deserialize, Serialize};

use super::codes::{CodeId, MeasureId};
use super::decimal::Decimal;
use super::dimension::Dimension;
use super::distinct::distinct;
use super::source::SourceId;
use super::year::Year;

code_table! {
    /// How a measure is expressed.
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Deserialize, Serialize)]
    pub enum Statistic {
        /// A number as published.
        Count = "count",
        /// Percent of a denominator.
        Share = "share",
        /// Arithmetic mean as published.
        Mean = "mean",
        /// Percent change on the previous year.
        Growth = "growth",
    }
}

code_table! {
    /// What a source says when it gives no exact value.
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Deserialize, Serialize)]
    pub enum Qualifier {
        /// `>`: only a lower bound is given.
        MoreThan = ">",
        /// `<`: only an upper bound is given.
        LessThan = "<",
        /// `~`: a rounded or approximate number is given.
        About = "~",
    }
}

code_table! {
    /// How well a fact is supported; `A` is best. The meaning of each stands in `codes.csv`.
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Deserialize, Serialize)]
    pub enum Grade {
        /// Official text, official press, or two independent sources that agree.
        A = "A",
        /// One professional source.
        B = "B",
        /// One weak source, or one with an uncertain base.
        C = "C",
    }
}

/// Which trials (or products, sites …) a fact is about: one code or the total for each dimension.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Deserialize, Serialize)]
pub struct Group([Option<CodeId>; Dimension::COUNT]);

impl std::hash::Hash for Group {
    /// Four dimensions to a word: every cell of every figure is looked up by its group.
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        for dimensions in self.0.chunks(4) {
            let word = |word: u64, code: &Option<CodeId>| word << 16 | code.map_or(0, |code| u64::from(code.0) + 1);
            state.write_u64(dimensions.iter().fold(0, word));
        }
    }
}

impl Group {
    /// The total: no dimension is broken down.
    pub const TOTAL: Self = Self([None; Dimension::COUNT]);

    /// The code of one dimension, nothing for its total.
    pub const fn get(&self, dimension: Dimension) -> Option<CodeId> {
        self.0[dimension.index()]
    }

    /// The same group with one dimension set to a code, or to its total.
    #[must_use]
    pub const fn with(mut self, dimension: Dimension, code: Option<CodeId>) -> Self {
        self.0[dimension.index()] = code;
        self
    }

    /// The dimensions that are broken down, with their codes, in column order.
    pub fn codes(&self) -> impl Iterator<Item = (Dimension, CodeId)> + '_ {
        Dimension::ALL.into_iter().filter_map(|dimension| Some((dimension, self.get(dimension)?)))
    }
}

/// How to get from the group of a share to its denominator: one column to widen.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Deserialize, Serialize)]
pub enum ShareOf {
    /// Set the dimension to its total.
    Total(Dimension),
    /// Set the dimension to this code, an ancestor of the group's.
    Ancestor(Dimension, CodeId),
}

/// What a fact is about, without the denominator of a share.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Deserialize, Serialize)]
pub struct Key {
    /// The year that the fact is about.
    pub year: Year,
    /// What is counted or measured.
    pub measure: MeasureId,
    /// How it is expressed.
    pub statistic: Statistic,
    /// Of which group.
    pub group: Group,
}

/// Stands for one fact of [`super::facts::Facts`], which hands them out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Deserialize, Serialize)]
pub struct FactId(pub(super) u16);

/// One number as printed: a row of `facts.csv` without its name and note, which the [`super::library::Library`] has.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, Serialize)]
pub struct Fact {
    /// What the fact is about.
    pub key: Key,
    /// For a share, how to widen the group to its denominator; empty for counts, and for measures that are rates.
    pub share_of: Vec<ShareOf>,
    /// The printed value, in the unit of the measure, or percent for shares and growth.
    pub value: Decimal,
    /// Present when the source gives only a bound or an approximation.
    pub qualifier: Option<Qualifier>,
    /// How well it is supported.
    pub grade: Grade,
    /// Where it is printed, most direct first; never empty.
    pub sources: Vec<SourceId>,
    /// The edition of the report that first states it; nothing when no edition does.
    pub report: Option<Year>,
}

impl Fact {
    /// [`Fact::share_of`] in one order: a denominator is the same in whatever order its columns are widened.
    pub(super) fn widened(&self) -> Vec<ShareOf> {
        distinct(self.share_of.iter().copied())
    }

    /// The group that a share is a share of; nothing for other statistics.
    pub fn denominator(&self) -> Option<Group> {
        if self.share_of.is_empty() {
            return None;
        }
        let widened = self.share_of.iter().fold(self.key.group, |group, widening| match *widening {
            ShareOf::Total(dimension) => group.with(dimension, None),
            ShareOf::Ancestor(dimension, code) => group.with(dimension, Some(code)),
        });
        Some(widened)
    }
}
