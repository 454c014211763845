//! The shapes that single fields have: texts, codes, lists, years, dates, numbers.

use super::position::RowPosition;
use super::suggest::nearest;
use crate::dataset::bilingual::Bilingual;
use crate::dataset::decimal::Decimal;
use crate::dataset::error::{Error, ErrorKind};
use crate::dataset::year::Year;

/// One field of a row.
#[derive(Clone, Copy)]
pub(in crate::dataset) struct Field<'r> {
    /// What stands there, quotation marks undone.
    pub(in crate::dataset) text: &'r str,
    /// The column's name.
    pub(in crate::dataset) column: &'static str,
    /// Where the row stands.
    pub(in crate::dataset) position: RowPosition,
}

impl<'r> Field<'r> {
    /// An error of this field.
    pub(in crate::dataset) fn error(self, kind: ErrorKind) -> Error {
        self.position.error_in(self.column, kind)
    }

    /// The text, which must not be empty.
    pub(in crate::dataset) fn required(self) -> Result<&'r str, Error> {
        if self.text.is_empty() { Err(self.error(ErrorKind::Empty)) } else { Ok(self.text) }
    }

    /// The text of a row's name, different from those in `seen`, which keeps their lines.
    pub(in crate::dataset) fn new_name(self, seen: impl Fn(&str) -> Option<u64>) -> Result<String, Error> {
        let name = self.required()?;
        match seen(name) {
            Some(first_line) => Err(self.error(ErrorKind::DuplicateName { name: name.to_owned(), first_line })),
            None => Ok(name.to_owned()),
        }
    }

    /// The one of `all` with this code.
    pub(in crate::dataset) fn one_of<T: Copy>(self, all: &[T], code: impl Fn(T) -> &'static str) -> Result<T, Error> {
        let text = self.required()?;
        let found = all.iter().copied().find(|candidate| code(*candidate) == text);
        found.ok_or_else(|| self.unknown_code(text, all.iter().map(|candidate| code(*candidate))))
    }

    /// The error for a code that is none of the candidates.
    pub(in crate::dataset) fn unknown_code<'c>(
        self,
        code: &str,
        candidates: impl IntoIterator<Item = &'c str>,
    ) -> Error {
        self.error(ErrorKind::UnknownCode { code: code.to_owned(), suggestion: nearest(code, candidates) })
    }

    /// The items of a `;`-separated list, none empty and none twice; no items for an empty field.
    pub(in crate::dataset) fn items(self) -> Result<Vec<&'r str>, Error> {
        let mut items = Vec::new();
        if self.text.is_empty() {
            return Ok(items);
        }
        for item in self.text.split(';') {
            if item.is_empty() {
                return Err(self.error(ErrorKind::EmptyItem));
            }
            if items.contains(&item) {
                return Err(self.error(ErrorKind::RepeatedItem { item: item.to_owned() }));
            }
            items.push(item);
        }
        Ok(items)
    }

    /// A position in an order.
    pub(in crate::dataset) fn order(self) -> Result<u16, Error> {
        let text = self.required()?;
        // `parse` alone would take a plus sign.
        let order = if all_digits(text) { text.parse().ok() } else { None };
        order.ok_or_else(|| self.error(ErrorKind::NotAnOrder { text: text.to_owned() }))
    }

    /// A year, which must be given.
    pub(in crate::dataset) fn year(self) -> Result<Year, Error> {
        let text = self.required()?;
        year(text).ok_or_else(|| self.error(ErrorKind::NotAYear { text: text.to_owned() }))
    }

    /// A year or nothing.
    pub(in crate::dataset) fn optional_year(self) -> Result<Option<Year>, Error> {
        if self.text.is_empty() { Ok(None) } else { self.year().map(Some) }
    }

    /// `2025`, `2025-07`, `2025-07-21` or nothing.
    pub(in crate::dataset) fn optional_date(self) -> Result<String, Error> {
        if self.text.is_empty() || is_date(self.text) {
            return Ok(self.text.to_owned());
        }
        Err(self.error(ErrorKind::NotADate { text: self.text.to_owned() }))
    }

    /// A web address or nothing.
    pub(in crate::dataset) fn optional_address(self) -> Result<String, Error> {
        if self.text.is_empty() || self.text.starts_with("http://") || self.text.starts_with("https://") {
            return Ok(self.text.to_owned());
        }
        Err(self.error(ErrorKind::NotAnAddress { text: self.text.to_owned() }))
    }

    /// A printed number, which must be given.
    pub(in crate::dataset) fn decimal(self) -> Result<Decimal, Error> {
        let text = self.required()?;
        text.parse().map_err(|_| {
            let suggestion = plain_number(text).map(|number| number.to_string());
            self.error(ErrorKind::NotADecimal { text: text.to_owned(), suggestion })
        })
    }
}

/// The number that was probably meant by a text that is none: digits as Chinese keyboards write them, a percent sign, blanks or
/// commas between thousands, a decimal comma.
fn plain_number(text: &str) -> Option<Decimal> {
    let narrow = |char: char| match char {
        '０'..='９' | '．' | '，' | '％' | '－' => char::from_u32(u32::from(char) - 0xFEE0).unwrap_or(char),
        '−' => '-',
        _ => char,
    };
    let text: String =
        text.chars().filter(|char| !char.is_whitespace()).map(narrow).filter(|char| *char != '%').collect();
    let digits = text.strip_prefix('-').unwrap_or(&text);
    let mut groups = digits.split('.').next()?.split(',');
    let first = groups.next()?;
    // `1,234` is a count with its thousands apart, `3,5` a decimal comma.
    let are_thousands = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
    let plain = if are_thousands { text.replace(',', "") } else { text.replacen(',', ".", 1) };
    plain.parse().ok()
}

/// A text that must be there in both languages.
pub(in crate::dataset) fn bilingual(en: Field<'_>, zh: Field<'_>) -> Result<Bilingual, Error> {
    Ok(Bilingual { en: en.required()?.to_owned(), zh: zh.required()?.to_owned() })
}

/// A text that is there in both languages or in none.
pub(in crate::dataset) fn optional_bilingual(en: Field<'_>, zh: Field<'_>) -> Result<Bilingual, Error> {
    match (en.text.is_empty(), zh.text.is_empty()) {
        (true, false) => Err(en.error(ErrorKind::OneLanguageOnly)),
        (false, true) => Err(zh.error(ErrorKind::OneLanguageOnly)),
        _ => Ok(Bilingual { en: en.text.to_owned(), zh: zh.text.to_owned() }),
    }
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn year(text: &str) -> Option<Year> {
    let year = if text.len() == 4 && all_digits(text) { text.parse().ok()? } else { return None };
    (1900..=2999).contains(&year).then_some(Year(year))
}

fn is_date(text: &str) -> bool {
    let two_digits = |part: &str| if part.len() == 2 && all_digits(part) { part.parse::<u8>().ok() } else { None };
    let mut parts = text.split('-');
    let Some(Year(year)) = parts.next().and_then(year) else { return false };
    let Some(month) = parts.next() else { return true };
    let days = match two_digits(month) {
        Some(1 | 3 | 5 | 7 | 8 | 10 | 12) => 31,
        Some(4 | 6 | 9 | 11) => 30,
        Some(2) if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        Some(2) => 28,
        _ => return false,
    };
    let Some(day) = parts.next() else { return true };
    two_digits(day).is_some_and(|day| (1..=days).contains(&day)) && parts.next().is_none()
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a failed expectation is a failed test")]
mod tests {
    use super::{Field, is_date, optional_bilingual, plain_number, year};
    use crate::dataset::parse::position::RowPosition;
    use crate::dataset::{ErrorKind, File};

    fn field(text: &str) -> Field<'_> {
        Field { text, column: "b", position: RowPosition { file: File::Facts, line: 7 } }
    }

    #[test]
    fn years_have_four_digits() {
        for text in ["1900", "2999", "2025"] {
            assert_eq!(year(text).map(|year| year.to_string()).as_deref(), Some(text));
        }
        for text in ["", "1899", "3000", "02025", "+202", "25", "２０２５", "2025 "] {
            assert_eq!(year(text), None, "{text:?}");
        }
        assert_eq!(field("").optional_year(), Ok(None));
        assert!(field("25").optional_year().is_err());
    }

    #[test]
    fn dates_are_as_exact_as_known() {
        for text in ["2025", "2025-07", "2025-07-21", "2024-02-29", "2000-02-29", "2025-12-31"] {
            assert!(is_date(text), "{text}");
        }
        for text in
            ["", "25", "2025-", "2025-13", "2025-00", "2025-7", "2025-02-29", "2025-04-31", "2025-04-00", "2025-04-01-"]
        {
            assert!(!is_date(text), "{text}");
        }
    }

    #[test]
    fn a_number_that_was_probably_meant_is_suggested() {
        for (text, meant) in [
            ("3,5", Some("3.5")),
            ("5,215", Some("5215")),
            ("1,005,215", Some("1005215")),
            ("57.5 %", Some("57.5")),
            ("５７．５％", Some("57.5")),
            ("−4", Some("-4")),
            ("2 997", Some("2997")),
            ("1,2,3", None),
            ("about 92", None),
            ("", None),
        ] {
            assert_eq!(plain_number(text).map(|number| number.to_string()).as_deref(), meant, "{text}");
        }
    }

    #[test]
    fn orders_are_small_whole_numbers() {
        assert_eq!(field("12").order(), Ok(12));
        for text in ["", "-1", "+1", "1.0", "65536"] {
            assert!(field(text).order().is_err(), "{text}");
        }
    }

    #[test]
    fn lists_have_no_holes_and_no_repetitions() {
        assert_eq!(field("").items(), Ok(vec![]));
        assert_eq!(field("x;y").items(), Ok(vec!["x", "y"]));
        for (text, kind) in [
            ("x;", ErrorKind::EmptyItem),
            (";", ErrorKind::EmptyItem),
            ("x;y;x", ErrorKind::RepeatedItem { item: "x".to_owned() }),
        ] {
            assert_eq!(field(text).items().expect_err(text).kind(), &kind);
        }
    }

    #[test]
    fn both_languages_or_none() {
        assert!(optional_bilingual(field(""), field("")).expect("none").is_empty());
        assert!(optional_bilingual(field("x"), field("x")).is_ok());
        assert!(optional_bilingual(field("x"), field("")).is_err());
        assert!(optional_bilingual(field(""), field("x")).is_err());
    }
}
