//! The number of a cell as every file has it: the same digits that the page shows, to calculate with.

use crate::dataset::{Decimal, Qualifier};
use crate::query::{Cell, Interval, Reason};

/// The number of a cell, rounded as the page shows it. All forms of a file are written from this, so that they agree.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Number {
    /// A source prints it.
    Printed {
        /// As printed; percent for shares and growth.
        value: Decimal,
        /// Present when only a bound or an approximation is printed.
        qualifier: Option<Qualifier>,
    },
    /// It follows from printed numbers and lies between two bounds, both included; they are the same where it is one number.
    Derived {
        /// Lower bound, with as many decimals as it is worth.
        low: Decimal,
        /// Upper bound; at least the lower, with as many decimals.
        high: Decimal,
    },
    /// There is none.
    Empty(Reason),
}

impl Number {
    /// The number of a cell.
    pub fn of(cell: &Cell) -> Self {
        match cell {
            Cell::Printed(printed) => Self::Printed { value: printed.value, qualifier: printed.qualifier },
            Cell::Derived(derived) => Self::within(derived.interval),
            Cell::Empty(reason) => Self::Empty(*reason),
        }
    }

    fn within(interval: Interval) -> Self {
        let [low, high] = if interval.is_point() { [interval.middle(); 2] } else { [interval.low, interval.high] };
        Self::Derived { low: rounded(low, interval.decimals), high: rounded(high, interval.decimals) }
    }

    /// Whether it is printed, derived or not there, as files write it.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Printed { .. } => "printed",
            Self::Derived { .. } => "derived",
            Self::Empty(_) => "empty",
        }
    }

    /// The one number; nothing where there is none, and where there are only bounds.
    pub fn value(self) -> Option<Decimal> {
        match self {
            Self::Printed { value, .. } => Some(value),
            Self::Derived { low, high } => (low == high).then_some(low),
            Self::Empty(_) => None,
        }
    }

    /// The bounds of a derived number.
    pub const fn bounds(self) -> Option<[Decimal; 2]> {
        match self {
            Self::Derived { low, high } => Some([low, high]),
            Self::Printed { .. } | Self::Empty(_) => None,
        }
    }

    /// The bounds where they differ.
    pub fn open_bounds(self) -> Option<[Decimal; 2]> {
        self.bounds().filter(|[low, high]| low != high)
    }

    /// What a chart draws and a cell of a spreadsheet holds: the one number, or the middle between its bounds.
    pub fn drawn(self) -> Option<Decimal> {
        self.value().or_else(|| self.bounds().map(|[low, high]| middle(low, high)))
    }

    /// `>`, `<` or `~` before a printed bound or approximation.
    pub const fn qualifier(self) -> Option<Qualifier> {
        match self {
            Self::Printed { qualifier, .. } => qualifier,
            Self::Derived { .. } | Self::Empty(_) => None,
        }
    }
}

/// A number of an interval, rounded to the decimals that it is worth.
#[expect(clippy::cast_possible_truncation, reason = "counts and percentages are far below 2^53")]
fn rounded(number: f64, decimals: u8) -> Decimal {
    let scale = 10_f64.powi(i32::from(decimals));
    Decimal::new((number * scale).round() as i64, decimals)
}

/// The middle of two numbers with the same decimals, with one decimal more where it needs one.
fn middle(low: Decimal, high: Decimal) -> Decimal {
    let twice = low.units() + high.units();
    if twice % 2 == 0 { Decimal::new(twice / 2, low.decimals()) } else { Decimal::new(twice * 5, low.decimals() + 1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn within(low: f64, high: f64, decimals: u8) -> (Option<String>, Option<[String; 2]>, Option<String>) {
        let number = Number::within(Interval { low, high, decimals });
        let text = |number: Decimal| number.to_string();
        (number.value().map(text), number.open_bounds().map(|bounds| bounds.map(text)), number.drawn().map(text))
    }

    #[test]
    fn bounds_stay_bounds_and_their_middle_is_drawn() {
        let some = |text: &str| Some(text.to_owned());
        let bounds = |low: &str, high: &str| Some([low.to_owned(), high.to_owned()]);
        assert_eq!(within(1413.0, 1415.0, 0), (None, bounds("1413", "1415"), some("1414")));
        assert_eq!(within(1257.0, 1258.0, 0), (None, bounds("1257", "1258"), some("1257.5")));
        assert_eq!(within(1.7, 1.9, 1), (None, bounds("1.7", "1.9"), some("1.8")));
        assert_eq!(within(-5.0, -2.0, 0), (None, bounds("-5", "-2"), some("-3.5")));
    }

    #[test]
    fn what_the_page_shows_as_one_number_is_one_number() {
        assert_eq!(within(47.25, 47.35, 1), (Some("47.3".to_owned()), None, Some("47.3".to_owned())));
        assert_eq!(within(24.699, 24.699, 1).0.as_deref(), Some("24.7"));
        assert_eq!(within(-4.0, -4.0, 0).0.as_deref(), Some("-4"));
    }
}
