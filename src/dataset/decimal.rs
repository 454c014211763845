//! Printed numbers, kept exactly as printed.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A decimal number with the digits that the source printed: `46.0` stays `46.0`.
///
/// Equality is that of the print (`46` and `46.0` differ), because a printed decimal says how far the number was rounded.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Deserialize, Serialize)]
pub struct Decimal {
    /// The number without its point: 460 for `46.0`.
    units: i64,
    /// Digits after the point.
    decimals: u8,
}

/// Why a text is not a [`Decimal`].
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not a decimal number")]
pub struct NotDecimal;

impl Decimal {
    /// Digits after the point that are read: no report prints more than three.
    pub const MAX_DECIMALS: u8 = 6;

    /// `units / 10^decimals`.
    pub const fn new(units: i64, decimals: u8) -> Self {
        Self { units, decimals }
    }

    /// A whole number.
    pub const fn whole(number: i64) -> Self {
        Self { units: number, decimals: 0 }
    }

    /// The digits without the point.
    pub const fn units(self) -> i64 {
        self.units
    }

    /// How many digits follow the point.
    pub const fn decimals(self) -> u8 {
        self.decimals
    }

    /// The nearest floating-point number, for drawing.
    #[expect(clippy::cast_precision_loss, reason = "printed numbers have far fewer than 52 bits")]
    pub fn to_f64(self) -> f64 {
        self.units as f64 / 10_f64.powi(i32::from(self.decimals))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.units < 0 { "-" } else { "" };
        let digits = self.units.unsigned_abs();
        if self.decimals == 0 {
            return write!(formatter, "{sign}{digits}");
        }
        let scale = 10_u64.pow(u32::from(self.decimals));
        write!(formatter, "{sign}{}.{:0width$}", digits / scale, digits % scale, width = usize::from(self.decimals))
    }
}

impl FromStr for Decimal {
    type Err = NotDecimal;

    /// Reads `-37.5`, `0`, `46.0`: an optional minus, digits, and optionally a point with digits.
    fn from_str(text: &str) -> Result<Self, NotDecimal> {
        let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (whole, fraction) = match digits.split_once('.') {
            Some((_, "")) => return Err(NotDecimal),
            Some((whole, fraction)) => (whole, fraction),
            None => (digits, ""),
        };
        let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !all_digits(whole) || !all_digits(fraction) {
            return Err(NotDecimal);
        }
        let decimals = u8::try_from(fraction.len()).map_err(|_| NotDecimal)?;
        // Twelve digits before the point keep every later product inside 64 bits.
        if decimals > Self::MAX_DECIMALS || whole.len() > 12 {
            return Err(NotDecimal);
        }
        let units: i64 = format!("{whole}{fraction}").parse().map_err(|_| NotDecimal)?;
        Ok(Self { units: if negative { -units } else { units }, decimals })
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a failed expectation is a failed test")]
mod tests {
    use super::{Decimal, NotDecimal};

    #[test]
    fn what_is_printed_is_what_is_read() {
        for text in ["0", "4900", "46.0", "42.0", "-37.5", "-4", "0.7", "0.05"] {
            let decimal: Decimal = text.parse().expect(text);
            assert_eq!(decimal.to_string(), text);
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for text in
            ["", "-", ".5", "5.", "1,234", "1e3", "NaN", " 5", "5 ", "+5", "５", "1.2.3", "1.1234567", "9999999999999"]
        {
            assert_eq!(text.parse::<Decimal>(), Err(NotDecimal), "{text:?}");
        }
    }

    #[test]
    fn to_f64_is_the_number() {
        assert!((Decimal::new(-375, 1).to_f64() + 37.5).abs() < f64::EPSILON);
    }
}
