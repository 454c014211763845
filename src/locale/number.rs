//! Number formatting, as readers of each language print them.

use crate::address::Language;
use crate::dataset::{Decimal, Qualifier};
use crate::query::Interval;

/// No line break between a number and its sign or unit.
const NO_BREAK: char = '\u{a0}';

/// A decimal: thousands by commas in English, none in Chinese; a real minus sign.
pub(super) fn decimal(value: Decimal, language: Language) -> String {
    let text = value.to_string();
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("\u{2212}", digits));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
    let whole = match language {
        Language::En => grouped(whole),
        Language::Zh => whole.to_owned(),
    };
    match fraction {
        Some(fraction) => format!("{sign}{whole}.{fraction}"),
        None => format!("{sign}{whole}"),
    }
}

/// Digits in groups of three.
fn grouped(digits: &str) -> String {
    let mut grouped = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// Adds the percent sign.
pub(super) fn percent(number: &str, language: Language) -> String {
    match language {
        Language::En => format!("{number}{NO_BREAK}%"),
        Language::Zh => format!("{number}%"),
    }
}

/// A number of an interval, rounded to the decimals that it is worth.
#[expect(clippy::cast_possible_truncation, reason = "counts and percentages are far below 2^53")]
fn rounded(number: f64, decimals: u8) -> Decimal {
    let scale = 10_f64.powi(i32::from(decimals));
    Decimal::new((number * scale).round() as i64, decimals)
}

/// An interval as one number where its ends agree, else as both ends.
pub(super) fn interval(interval: Interval, language: Language, joint: &str) -> String {
    let text = |number| decimal(rounded(number, interval.decimals), language);
    if interval.is_point() {
        return text(interval.middle());
    }
    format!("{}{joint}{}", text(interval.low), text(interval.high))
}

/// What stands between both ends of an interval.
pub(super) const fn joint(language: Language) -> &'static str {
    match language {
        Language::En => "–",
        Language::Zh => "—",
    }
}

/// The sign of a qualifier as it stands in tables and beside marks.
pub(super) const fn sign(qualifier: Option<Qualifier>, language: Language) -> &'static str {
    match (qualifier, language) {
        (Some(Qualifier::About), Language::Zh) => "约",
        (Some(qualifier), _) => qualifier.code(),
        (None, _) => "",
    }
}

/// A qualifier in words, before its number.
pub(super) const fn qualifier_words(qualifier: Option<Qualifier>, language: Language) -> &'static str {
    match (qualifier, language) {
        (None, _) => "",
        (Some(Qualifier::MoreThan), Language::En) => "more than ",
        (Some(Qualifier::LessThan), Language::En) => "less than ",
        (Some(Qualifier::About), Language::En) => "about ",
        (Some(Qualifier::MoreThan), Language::Zh) => "超过",
        (Some(Qualifier::LessThan), Language::Zh) => "不足",
        (Some(Qualifier::About), Language::Zh) => "约",
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test may fail")]
mod tests {
    use super::*;

    fn both(value: &str) -> (String, String) {
        let value: Decimal = value.parse().expect(value);
        (decimal(value, Language::En), decimal(value, Language::Zh))
    }

    #[test]
    fn numbers_are_printed_as_each_language_prints_them() {
        assert_eq!(both("4900"), ("4,900".into(), "4900".into()));
        assert_eq!(both("999"), ("999".into(), "999".into()));
        assert_eq!(both("1234567.5"), ("1,234,567.5".into(), "1234567.5".into()));
        assert_eq!(both("-37.5"), ("\u{2212}37.5".into(), "\u{2212}37.5".into()));
        assert_eq!(both("46.0"), ("46.0".into(), "46.0".into()));
        assert_eq!(percent("43.1", Language::En), "43.1\u{a0}%");
        assert_eq!(percent("43.1", Language::Zh), "43.1%");
    }

    #[test]
    fn an_interval_shows_its_ends_only_where_they_differ() {
        let of = |low, high, decimals| interval(Interval { low, high, decimals }, Language::En, "–");
        assert_eq!(of(1413.0, 1415.0, 0), "1,413–1,415");
        assert_eq!(of(1325.0, 1325.0, 0), "1,325");
        assert_eq!(of(47.25, 47.35, 1), "47.3");
        assert_eq!(of(1.7, 1.9, 1), "1.7–1.9");
        assert_eq!(of(395.0, 396.0, 0), "395–396");
    }
}
