//! Delimited text: CSV and what stands on the clipboard, with nothing in it that a spreadsheet takes for a formula.

use std::borrow::Cow;

use super::record::{Field, Holds, Row};

/// What stands between the fields of a CSV file, and with it which sign stands before decimals.
///
/// Excel splits a CSV file at the list separator of its locale: the comma, or the semicolon where the comma stands before decimals.
/// There `43.1` would be read as text or as the first of March, so that the semicolon form has `43,1`. It is what R calls `csv2`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Separator {
    /// Comma, and the point before decimals (RFC 4180).
    #[default]
    Comma,
    /// Semicolon, and the comma before decimals.
    Semicolon,
}

impl Separator {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Comma, Self::Semicolon];

    /// The character.
    pub const fn char(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Semicolon => ';',
        }
    }

    /// What stands before decimals.
    pub const fn decimal_sign(self) -> DecimalSign {
        match self {
            Self::Comma => DecimalSign::Point,
            Self::Semicolon => DecimalSign::Comma,
        }
    }
}

/// What stands before decimals.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum DecimalSign {
    /// `43.1`
    #[default]
    Point,
    /// `43,1`
    Comma,
}

impl DecimalSign {
    /// A number that is written with a point.
    pub(super) fn applied(self, number: &str) -> String {
        match self {
            Self::Point => number.to_owned(),
            Self::Comma => number.replace('.', ","),
        }
    }
}

/// The byte order mark, without which Excel garbles Chinese.
pub(super) const MARK: char = '\u{feff}';

/// Rows as a CSV file, with their names in the first line.
pub fn csv<R: Row>(rows: &[R], separator: Separator) -> String {
    let head = R::FIELDS.iter().map(|field| field.name.to_owned()).collect();
    let lines = rows.iter().map(|row| {
        let fields = R::FIELDS.iter().zip(row.values());
        fields.map(|(field, value)| plain(*field, value, separator.decimal_sign())).collect()
    });
    let lines: Vec<Vec<String>> = std::iter::once(head).chain(lines).collect();
    csv_lines(&lines, separator)
}

/// A field as text that no spreadsheet takes for a formula.
fn plain(field: Field, value: &str, sign: DecimalSign) -> String {
    match field.holds {
        Holds::Number => sign.applied(value),
        Holds::Year => value.to_owned(),
        Holds::Text | Holds::Addresses => harmless(value).into_owned(),
    }
}

/// Rows of a reader's own file as a CSV file, with nothing in it that a spreadsheet takes for a formula.
pub fn csv_of(header: impl IntoIterator<Item = String>, rows: &[Vec<String>], separator: Separator) -> String {
    let harmless = |field: &String| harmless(field).into_owned();
    let lines = rows.iter().map(|row| row.iter().map(harmless).collect());
    let lines: Vec<Vec<String>> =
        std::iter::once(header.into_iter().map(|name| harmless(&name)).collect()).chain(lines).collect();
    csv_lines(&lines, separator)
}

/// Fields that are ready as a CSV file.
pub(super) fn csv_lines(lines: &[Vec<String>], separator: Separator) -> String {
    let lines = lines.iter().map(|line| {
        let fields: Vec<_> = line.iter().map(|field| quoted(field, separator)).collect();
        fields.join(separator.char().encode_utf8(&mut [0; 4])) + "\r\n"
    });
    lines.fold(String::from(MARK), |text, line| text + &line)
}

/// A field in quotation marks where it needs them.
fn quoted(field: &str, separator: Separator) -> Cow<'_, str> {
    if field.contains(['"', '\n', '\r', '\t', separator.char()]) {
        Cow::Owned(format!("\"{}\"", field.replace('"', "\"\"")))
    } else {
        Cow::Borrowed(field)
    }
}

/// A text that no spreadsheet takes for a formula: one that begins like it gets an apostrophe before it.
/// East Asian Excel also takes the full-width signs. Only for text: a number with its sign stays a number.
pub(super) fn harmless(text: &str) -> Cow<'_, str> {
    const SIGNS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    // Some programs skip the blanks before a sign.
    let begins = text.trim_start_matches([' ', '\u{a0}', '\u{3000}']);
    if begins.starts_with(SIGNS) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::record::Record;

    fn record() -> Record {
        let text = |text: &str| text.to_owned();
        Record {
            year: text("2024"),
            group: text("New-drug trials, Biological products"),
            value: text("-4.5"),
            qualifier: text("="),
            explanation: text("say \"so\"; or not"),
            sources: text("@a; b"),
            ..Record::default()
        }
    }

    #[test]
    fn csv_quotes_what_needs_it_and_gives_no_formula_away() {
        let text = csv(&[record()], Separator::Comma);
        let lines: Vec<&str> = text.split("\r\n").collect();
        assert!(lines[0].starts_with("\u{feff}figure,row,column,year,measure"));
        assert_eq!(
            lines[1],
            ",,,2024,,,\"New-drug trials, Biological products\",,-4.5,,,,'=,,\"say \"\"so\"\"; or not\",,,,,'@a; b,,"
        );
    }

    #[test]
    fn the_semicolon_form_has_the_comma_before_decimals() {
        let text = csv(&[record()], Separator::Semicolon);
        assert!(text.contains(";New-drug trials, Biological products;;-4,5;;"), "{text}");
        assert!(text.contains(";\"'@a; b\";"), "{text}");
    }

    #[test]
    fn whatever_begins_like_a_formula_is_text() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "\u{3000}@x"] {
            assert_eq!(harmless(formula), format!("'{formula}"));
        }
        for text in ["", "2024", "a=b", "'=1", "–", "Ⅰ期"] {
            assert_eq!(harmless(text), text);
        }
    }
}
