//! What a reconciliation looks at, and what it finds.

use crate::dataset::decimal::Decimal;
use crate::dataset::fact::FactId;
use crate::dataset::source::SourceId;

/// A kind of comparison.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Check {
    /// A share against the two printed counts that it is made of.
    SharesOfCounts,
    /// Groups with shares of printed counts: is there a whole number that gives them?
    WholeNumbers,
    /// Some parts of a whole, which must not exceed it.
    PartialSums,
    /// All parts of a whole, which must add up to it.
    FullSums,
    /// A growth rate against the counts of both years.
    Growth,
    /// Groups with a printed share: is each of one denominator only?
    Denominators,
    /// Sources: does each have an address?
    Addresses,
}

impl Check {
    /// All checks, in the order in which their findings are listed.
    pub const ALL: [Self; 7] = [
        Self::SharesOfCounts,
        Self::WholeNumbers,
        Self::PartialSums,
        Self::FullSums,
        Self::Growth,
        Self::Denominators,
        Self::Addresses,
    ];
}

/// How much a finding matters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    /// To know, and explained by rounding, by a small difference of bases, or by something that was not recovered.
    Warning,
    /// The facts contradict each other: one of them is wrong.
    Error,
}

/// How far a printed number is from the computed one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Gap {
    /// Less than one unit of the last printed digit: cut off instead of rounded.
    LastDigit,
    /// More than rounding of any kind explains.
    Larger,
}

/// Something that does not fit, or that could not be compared.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Discrepancy {
    /// A share is not what its two counts give.
    ShareOfCounts {
        /// The share.
        share: FactId,
        /// The count of its group.
        numerator: FactId,
        /// The count that it is a share of.
        denominator: FactId,
        /// Percent that the counts give, to three decimals.
        computed: Decimal,
        /// How far the printed share is from that.
        gap: Gap,
    },
    /// No whole number gives this share of the printed count.
    NoWholeNumber {
        /// The share.
        share: FactId,
        /// The count that it is a share of.
        denominator: FactId,
        /// The least that rounds to the share; not rounded itself.
        from: Decimal,
        /// The most that rounds to the share; not rounded itself.
        to: Decimal,
    },
    /// Each of these shares of one group is possible, but no whole number gives them all.
    NoCommonWholeNumber {
        /// The shares, of different denominators.
        shares: Vec<FactId>,
    },
    /// Parts do not add up to their whole, or exceed it, by more than rounding explains.
    Sum {
        /// The parts.
        parts: Vec<FactId>,
        /// The whole; nothing when it is 100 % because the parts are shares of it.
        whole: Option<FactId>,
        /// What the printed parts add up to.
        sum: Decimal,
        /// Whether they are all parts and must add up, or only some and must not exceed.
        all_parts: bool,
    },
    /// A growth rate is not what the counts of both years give.
    Growth {
        /// The growth rate.
        growth: FactId,
        /// The count of its year.
        current: FactId,
        /// The count of the year before.
        previous: FactId,
        /// Percent that the counts give, to three decimals.
        computed: Decimal,
        /// How far the printed rate is from that.
        gap: Gap,
    },
    /// A growth rate cannot be compared, because a count is not printed, or only as a bound or an approximation.
    GrowthWithoutCounts {
        /// The growth rate.
        growth: FactId,
        /// The count of its year, if that one is printed.
        current: Option<FactId>,
        /// The count of the year before, if that one is printed.
        previous: Option<FactId>,
    },
    /// One group has shares of different denominators, which a reader may confuse.
    Denominators {
        /// The shares.
        shares: Vec<FactId>,
    },
    /// A source cannot be opened by its address.
    SourceWithoutAddress {
        /// The source.
        source: SourceId,
    },
}

impl Discrepancy {
    /// The check that found it.
    pub const fn check(&self) -> Check {
        match self {
            Self::ShareOfCounts { .. } => Check::SharesOfCounts,
            Self::NoWholeNumber { .. } | Self::NoCommonWholeNumber { .. } => Check::WholeNumbers,
            Self::Sum { all_parts: false, .. } => Check::PartialSums,
            Self::Sum { all_parts: true, .. } => Check::FullSums,
            Self::Growth { .. } | Self::GrowthWithoutCounts { .. } => Check::Growth,
            Self::Denominators { .. } => Check::Denominators,
            Self::SourceWithoutAddress { .. } => Check::Addresses,
        }
    }

    /// How much it matters.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::ShareOfCounts { gap: Gap::Larger, .. } | Self::Sum { .. } | Self::Growth { gap: Gap::Larger, .. } => {
                Severity::Error
            }
            Self::ShareOfCounts { gap: Gap::LastDigit, .. }
            | Self::Growth { gap: Gap::LastDigit, .. }
            | Self::NoWholeNumber { .. }
            | Self::NoCommonWholeNumber { .. }
            | Self::GrowthWithoutCounts { .. }
            | Self::Denominators { .. }
            | Self::SourceWithoutAddress { .. } => Severity::Warning,
        }
    }

    /// The facts that it is about, the one in question first.
    pub fn facts(&self) -> Vec<FactId> {
        match self {
            Self::ShareOfCounts { share, numerator, denominator, .. } => vec![*share, *numerator, *denominator],
            Self::NoWholeNumber { share, denominator, .. } => vec![*share, *denominator],
            Self::NoCommonWholeNumber { shares } | Self::Denominators { shares } => shares.clone(),
            Self::Sum { parts, whole, .. } => whole.iter().chain(parts).copied().collect(),
            Self::Growth { growth, current, previous, .. } => vec![*growth, *current, *previous],
            Self::GrowthWithoutCounts { growth, current, previous } => {
                [Some(*growth), *current, *previous].into_iter().flatten().collect()
            }
            Self::SourceWithoutAddress { .. } => Vec::new(),
        }
    }
}

/// What a comparison of all facts with each other gave.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Reconciliation {
    pub(super) findings: Vec<Discrepancy>,
    checked: [usize; Check::ALL.len()],
}

impl Reconciliation {
    /// What was found, in the order of [`Check::ALL`], then of the files.
    pub fn findings(&self) -> &[Discrepancy] {
        &self.findings
    }

    /// The findings of one check.
    pub fn findings_of(&self, check: Check) -> impl Iterator<Item = &Discrepancy> + '_ {
        self.findings.iter().filter(move |finding| finding.check() == check)
    }

    /// How many comparisons of a kind were made.
    pub const fn checked(&self, check: Check) -> usize {
        self.checked[check as usize]
    }

    /// How many findings are of this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity() == severity).count()
    }

    /// Notes that one comparison was made, and what it found.
    pub(super) fn record(&mut self, check: Check, findings: impl IntoIterator<Item = Discrepancy>) {
        self.checked[check as usize] += 1;
        self.findings.extend(findings);
    }
}
