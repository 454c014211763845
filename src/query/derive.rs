//! Interval arithmetic on printed numbers. Every result carries the interval that rounding leaves open.

use crate::dataset::Decimal;

use super::table::Interval;

/// The whole numbers that a share of a whole-number total can stand for.
///
/// A printed 55.7 % says at least 55.65 and at most 55.75; both ends are kept because sources round halves either way.
/// Where no whole number lies between (a rounding slip in the source), the two nearest are given.
/// Nothing for numbers so large that they cannot be counts of trials.
#[expect(clippy::cast_precision_loss, reason = "counts of trials have far fewer than 52 bits")]
pub(super) fn count_of_share(share: Decimal, total: i64) -> Option<Interval> {
    let scale = 200 * 10_i64.checked_pow(u32::from(share.decimals()))?;
    let lowest = share.units().checked_mul(2)?.checked_sub(1)?.checked_mul(total)?;
    let highest = share.units().checked_mul(2)?.checked_add(1)?.checked_mul(total)?;
    let floor = |numerator: i64| numerator.div_euclid(scale);
    let ceil = |numerator: i64| -(-numerator).div_euclid(scale);
    let (mut low, mut high) = (ceil(lowest), floor(highest));
    if low > high {
        (low, high) = (floor(lowest), ceil(highest));
    }
    if total < 0 {
        return None;
    }
    let clamp = |count: i64| count.clamp(0, total) as f64;
    Some(Interval { low: clamp(low), high: clamp(high), decimals: 0 })
}

/// A printed percentage as the interval that its rounding leaves open.
pub(super) fn rounded(value: Decimal) -> Interval {
    let half = 0.5 / 10_f64.powi(i32::from(value.decimals()));
    Interval { low: value.to_f64() - half, high: value.to_f64() + half, decimals: value.decimals() }
}

/// `part` of `whole` in percent; nothing for an empty whole.
pub(super) fn ratio(part: Decimal, whole: Decimal) -> Option<Interval> {
    (whole.units() != 0).then(|| point(100.0 * part.to_f64() / whole.to_f64()))
}

/// How much more the second of two numbers is than the first, in percent: the growth of a count, wherever it is computed.
/// Nothing from what may be zero or less.
pub(super) fn growth(before: Interval, now: Interval) -> Option<Interval> {
    (before.low > 0.0).then(|| Interval {
        low: 100.0 * (now.low / before.high - 1.0),
        high: 100.0 * (now.high / before.low - 1.0),
        decimals: 1,
    })
}

/// A number without rounding, as the interval that holds nothing else.
pub(super) fn exactly(number: Decimal) -> Interval {
    Interval { low: number.to_f64(), high: number.to_f64(), decimals: number.decimals() }
}

/// What is left of a whole when the other parts are taken away, never less than nothing.
pub(super) fn rest(whole: Interval, parts: impl IntoIterator<Item = Interval>) -> Interval {
    let left = parts.into_iter().fold(whole, |left, part| Interval {
        low: left.low - part.high,
        high: left.high - part.low,
        decimals: left.decimals.max(part.decimals),
    });
    Interval { low: left.low.max(0.0), high: left.high.max(0.0), ..left }
}

/// An exact percentage, worth one decimal.
fn point(percent: f64) -> Interval {
    Interval { low: percent, high: percent, decimals: 1 }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test may fail")]
mod tests {
    use super::*;

    fn bounds(interval: Option<Interval>) -> (f64, f64) {
        interval.map(|interval| (interval.low, interval.high)).expect("small numbers")
    }

    #[test]
    fn a_share_of_a_count_is_an_interval() {
        assert_eq!(bounds(count_of_share(Decimal::new(557, 1), 2539)), (1413.0, 1415.0));
        assert_eq!(bounds(count_of_share(Decimal::new(527, 1), 2386)), (1257.0, 1258.0));
        assert_eq!(bounds(count_of_share(Decimal::whole(0), 40)), (0.0, 0.0));
        assert_eq!(bounds(count_of_share(Decimal::whole(100), 40)), (40.0, 40.0));
    }

    #[test]
    fn a_share_that_no_whole_number_gives_lies_between_its_neighbours() {
        // 41.5 % of 953 would need 395.02 to 395.97 trials.
        assert_eq!(bounds(count_of_share(Decimal::new(415, 1), 953)), (395.0, 396.0));
    }

    #[test]
    fn a_rest_adds_up_the_open_ends() {
        let whole = Interval { low: 100.0, high: 100.0, decimals: 0 };
        let rest = rest(whole, [rounded(Decimal::new(738, 1)), rounded(Decimal::new(244, 1))]);
        assert!((rest.low - 1.7).abs() < 1e-9 && (rest.high - 1.9).abs() < 1e-9, "{rest:?}");
        assert!(!rest.is_point());
        assert!(rounded(Decimal::new(473, 1)).is_point());
    }

    #[test]
    fn absurd_numbers_give_nothing() {
        assert_eq!(count_of_share(Decimal::new(i64::MAX, 0), 10), None);
        assert_eq!(count_of_share(Decimal::new(100, 0), i64::MAX), None);
        assert_eq!(count_of_share(Decimal::new(100, 0), -1), None);
    }

    #[test]
    fn nothing_is_divided_by_zero() {
        assert_eq!(ratio(Decimal::whole(1), Decimal::whole(0)), None);
        assert_eq!(growth(exactly(Decimal::whole(0)), exactly(Decimal::whole(1))), None);
    }

    #[test]
    fn growth_is_exact_between_counts_and_wider_between_intervals() {
        let exact = bounds(growth(exactly(Decimal::whole(4300)), exactly(Decimal::whole(4900))));
        assert!((exact.0 - 13.953).abs() < 1e-3 && (exact.1 - exact.0).abs() < 1e-9, "{exact:?}");
        let before = Interval { low: 1257.0, high: 1258.0, decimals: 0 };
        let (low, high) = bounds(growth(before, exactly(Decimal::whole(1473))));
        assert!(low < high && (low - 17.090).abs() < 1e-3 && (high - 17.184).abs() < 1e-3, "{low} to {high}");
    }
}
