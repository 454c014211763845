//! The kinds of text file that a view can be taken away as.

use super::delimited::{Separator, csv};
use super::record::Row;

/// The kind of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// Comma-separated values (RFC 4180), with a byte order mark, without which Excel garbles Chinese.
    Csv,
    /// A JSON list of objects.
    Json,
}

impl Format {
    /// The ending of the file's name.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// The media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv;charset=utf-8",
            Self::Json => "application/json",
        }
    }
}

/// Rows as a file.
pub fn file<R: Row>(format: Format, rows: &[R]) -> String {
    match format {
        Format::Csv => csv(rows, Separator::Comma),
        Format::Json => json(rows),
    }
}

/// Rows as a JSON list of objects. Numbers are texts, as in the data files: `46.0` says that it is rounded to one decimal, and 46 does not.
pub fn json<R: Row>(rows: &[R]) -> String {
    // Strings alone always have a JSON form.
    serde_json::to_string(rows).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::record::Record;

    #[test]
    fn json_has_every_field() {
        let record = Record { value: "-4".to_owned(), ..Record::default() };
        let json: serde_json::Value = serde_json::from_str(&file(Format::Json, &[record])).unwrap_or_default();
        for field in Record::FIELDS {
            assert!(json[0][field.name].is_string(), "{}", field.name);
        }
        assert_eq!(json[0]["value"], "-4");
    }
}
