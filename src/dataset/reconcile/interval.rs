//! Interval arithmetic in exact whole numbers: what a printed number says about the true one.

use crate::dataset::decimal::Decimal;
use crate::dataset::fact::{Fact, Qualifier, Statistic};

/// Bounds are counted in parts of this size, so that half a unit of any printed digit is a whole number of them.
pub(super) const PARTS: i128 = 2 * 10_i128.pow(Decimal::MAX_DECIMALS as u32);

/// The numbers that a printed one can stand for, both bounds included.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Interval {
    /// Least number, in [`PARTS`].
    pub(super) low: i128,
    /// Greatest number, in [`PARTS`]; nothing when there is no upper bound.
    pub(super) high: Option<i128>,
}

impl Interval {
    /// 100 %.
    pub(super) const WHOLE: Self = Self { low: 100 * PARTS, high: Some(100 * PARTS) };

    /// What a count or a share says.
    ///
    /// A share was rounded, half a unit either way, because sources differ in what they do with a half.
    /// A count was not. An approximate number says nothing that could be held against another.
    pub(super) fn of(fact: &Fact) -> Self {
        let value = parts(fact.value);
        match fact.qualifier {
            None if fact.key.statistic == Statistic::Count => Self { low: value, high: Some(value) },
            None => Self::within(fact.value, half_unit(fact.value)),
            Some(Qualifier::MoreThan) => Self { low: value, high: None },
            Some(Qualifier::LessThan) => Self { low: 0, high: Some(value) },
            Some(Qualifier::About) => Self { low: 0, high: None },
        }
    }

    /// All numbers at most `tolerance` [`PARTS`] away from a printed one.
    pub(super) fn within(value: Decimal, tolerance: i128) -> Self {
        let value = parts(value);
        Self { low: value - tolerance, high: Some(value + tolerance) }
    }

    /// The bounds of the sum of two numbers.
    pub(super) fn plus(self, other: Self) -> Self {
        let high = self.high.zip(other.high).map(|(one, other)| one + other);
        Self { low: self.low + other.low, high }
    }
}

/// A printed number in [`PARTS`].
pub(super) fn parts(value: Decimal) -> i128 {
    i128::from(value.units()) * 2 * half_unit(value)
}

/// Half a unit of the last printed digit, in [`PARTS`].
pub(super) fn half_unit(value: Decimal) -> i128 {
    10_i128.pow(u32::from(Decimal::MAX_DECIMALS.saturating_sub(value.decimals())))
}

/// `numerator / denominator` to so many decimals, half away from zero.
pub(super) fn quotient(numerator: i128, denominator: i128, decimals: u8) -> Decimal {
    let scaled = numerator * 10_i128.pow(u32::from(decimals));
    let half = if scaled < 0 { -denominator / 2 } else { denominator / 2 };
    // Twelve printed digits before the point leave room in 64 bits; a bound is better than a panic all the same.
    Decimal::new(i64::try_from((scaled + half) / denominator).unwrap_or(i64::MAX), decimals)
}

/// `numerator / denominator` without rounding, in as few decimals as it takes; for denominators that are powers of ten.
pub(super) fn exact_quotient(numerator: i128, denominator: i128) -> Decimal {
    let fits = |decimals: &u8| (numerator * 10_i128.pow(u32::from(*decimals))) % denominator == 0;
    let decimals = (0..=Decimal::MAX_DECIMALS + 3).find(fits).unwrap_or(Decimal::MAX_DECIMALS);
    quotient(numerator, denominator, decimals)
}

#[cfg(test)]
mod tests {
    use super::{Interval, PARTS, exact_quotient, half_unit, parts, quotient};
    use crate::dataset::Decimal;

    #[test]
    fn a_printed_number_is_a_whole_number_of_parts() {
        assert_eq!(parts(Decimal::new(46, 0)), 46 * PARTS);
        assert_eq!(parts(Decimal::new(-375, 1)), -75 * PARTS / 2);
        assert_eq!(half_unit(Decimal::new(460, 1)) * 20, PARTS);
        let interval = Interval::within(Decimal::new(464, 1), half_unit(Decimal::new(464, 1)));
        assert_eq!((interval.low * 100, interval.high.map(|high| high * 100)), (4635 * PARTS, Some(4645 * PARTS)));
    }

    #[test]
    fn quotients_are_rounded_half_away_from_zero() {
        assert_eq!(quotient(60_000, 4_300, 3).to_string(), "13.953");
        assert_eq!(quotient(-1, 2, 0).to_string(), "-1");
        assert_eq!(quotient(1, 2, 0).to_string(), "1");
        assert_eq!(quotient(1, 8, 2).to_string(), "0.13");
        assert_eq!(exact_quotient(25_001, 1_000).to_string(), "25.001");
        assert_eq!(exact_quotient(25_000, 1_000).to_string(), "25");
    }

    #[test]
    fn a_sum_with_an_open_end_is_open() {
        let open = Interval { low: 1, high: None };
        assert_eq!(open.plus(Interval::WHOLE), Interval { low: 1 + 100 * PARTS, high: None });
    }
}
