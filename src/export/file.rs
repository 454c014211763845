//! CSV and JSON export: one record for each cell of a figure, empty ones with their reason.

use serde::Serialize;

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

/// A record of texts that knows the names of its fields, so that each is written down once.
macro_rules! record {
    ($(#[$doc:meta])* $record:ident { $($(#[$about:meta])* $field:ident,)* }) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Debug, Serialize)]
        pub struct $record { $($(#[$about])* pub $field: String),* }

        impl $record {
            const FIELDS: &'static [&'static str] = &[$(stringify!($field)),*];

            fn values(&self) -> Vec<&str> {
                vec![$(self.$field.as_str()),*]
            }
        }
    };
}

record! {
    /// One cell of a figure.
    Record {
        /// The year that it is about.
        year,
        /// What is counted or measured.
        measure,
        /// How it is expressed.
        statistic,
        /// Population and breakdown in words.
        group,
        /// What a share is a share of, in words; empty for other numbers.
        share_of,
        /// The number to calculate with; empty where there is none or only an interval.
        value,
        /// Lower end of a derived number.
        low,
        /// Upper end of a derived number.
        high,
        /// `>`, `<` or `~`.
        qualifier,
        /// `printed`, `derived` or `empty`.
        kind,
        /// How it is derived, or why it is empty.
        explanation,
        /// The editions of the report behind it.
        edition,
        /// The grades of the facts behind it.
        grade,
        /// The names of the facts behind it in `facts.csv`.
        facts,
        /// The sources of those facts.
        sources,
    }
}

/// The records as a file.
pub fn file(format: Format, records: &[Record]) -> String {
    match format {
        Format::Csv => {
            let head = line(Record::FIELDS);
            std::iter::once(head)
                .chain(records.iter().map(|record| line(&record.values())))
                .fold(String::from('\u{feff}'), |text, line| text + &line)
        }
        // Strings alone always have a JSON form.
        Format::Json => serde_json::to_string(records).unwrap_or_default(),
    }
}

/// One line of a CSV file. Spreadsheets take a text that begins with `=`, `+`, `-` or `@` for a formula: a quote before it stops them;
/// a number with its sign stays a number.
fn line(values: &[&str]) -> String {
    let field = |value: &str| {
        let is_number = value.parse::<f64>().is_ok();
        let guard = if value.starts_with(['=', '+', '-', '@']) && !is_number { "'" } else { "" };
        if value.contains(['"', ',', '\n', '\r']) {
            format!("\"{guard}{}\"", value.replace('"', "\"\""))
        } else {
            format!("{guard}{value}")
        }
    };
    values.iter().map(|value| field(value)).collect::<Vec<_>>().join(",") + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record() -> Record {
        let text = |text: &str| text.to_owned();
        Record {
            year: text("2024"),
            measure: text("Registered trials"),
            statistic: text("count"),
            group: text("New-drug trials, Biological products"),
            share_of: String::new(),
            value: text("-4"),
            low: String::new(),
            high: String::new(),
            qualifier: text("="),
            kind: text("printed"),
            explanation: text("say \"so\""),
            edition: text("2024"),
            grade: text("A"),
            facts: text("2024-x"),
            sources: text("a; b"),
        }
    }

    #[test]
    fn csv_quotes_what_needs_it_and_gives_no_formula_away() {
        let csv = file(Format::Csv, &[record()]);
        let lines: Vec<&str> = csv.lines().collect();
        assert!(lines[0].starts_with("\u{feff}year,measure"));
        assert_eq!(
            lines[1],
            "2024,Registered trials,count,\"New-drug trials, Biological products\",,-4,,,'=,printed,\"say \"\"so\"\"\",2024,A,2024-x,a; b"
        );
    }

    #[test]
    fn json_has_every_field() {
        let json: serde_json::Value = serde_json::from_str(&file(Format::Json, &[record()])).unwrap_or_default();
        for field in Record::FIELDS {
            assert!(json[0][field].is_string(), "{field}");
        }
    }
}
