//! Rows of the files: one for each cell, each fact and each source, all as text, each field with its name and type.

use serde::Serialize;

/// What a field of a row holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Holds {
    /// Words.
    Text,
    /// A number with a decimal point, or nothing.
    Number,
    /// A year, or nothing.
    Year,
    /// Addresses with `; ` between them, or nothing.
    Addresses,
}

/// A field of a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Field {
    /// Its name in files that programs read.
    pub name: &'static str,
    /// What it holds.
    pub holds: Holds,
}

/// A row of a file: texts under names.
pub trait Row: Serialize {
    /// The fields, in order.
    const FIELDS: &'static [Field];

    /// The texts, in the order of the fields.
    fn values(&self) -> Vec<&str>;
}

impl<R: Row> Row for &R {
    const FIELDS: &'static [Field] = R::FIELDS;

    fn values(&self) -> Vec<&str> {
        (**self).values()
    }
}

/// A row that knows the names of its fields, so that each is written down once.
macro_rules! row {
    ($(#[$doc:meta])* $row:ident { $($(#[$about:meta])* $field:ident: $holds:ident,)* }) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
        pub struct $row { $($(#[$about])* pub $field: String),* }

        impl Row for $row {
            const FIELDS: &'static [Field] =
                &[$(Field { name: stringify!($field), holds: Holds::$holds }),*];

            fn values(&self) -> Vec<&str> {
                vec![$(self.$field.as_str()),*]
            }
        }
    };
}

row! {
    /// One cell of a figure.
    Record {
        /// The figure's name in the address.
        figure: Text,
        /// The label of its row.
        row: Text,
        /// The label of its column.
        column: Text,
        /// The year that it is about.
        year: Year,
        /// What is counted or measured.
        measure: Text,
        /// How it is expressed.
        statistic: Text,
        /// Population and breakdown in words.
        group: Text,
        /// What a share is a share of, in words; empty for other numbers.
        share_of: Text,
        /// The number to calculate with; empty where there is none or only an interval.
        value: Number,
        /// Lower end of a derived number.
        low: Number,
        /// Upper end of a derived number.
        high: Number,
        /// The unit of value and bounds.
        unit: Text,
        /// `>`, `<` or `~`.
        qualifier: Text,
        /// `printed`, `own`, `derived` or `empty`.
        kind: Text,
        /// How it is derived, or why it is empty.
        explanation: Text,
        /// What credible sources print instead of it, or of what it follows from.
        other_values: Text,
        /// The editions of the report behind it.
        edition: Text,
        /// The grades of the facts behind it.
        grade: Text,
        /// The names of the facts behind it in `facts.csv`.
        facts: Text,
        /// The most direct sources of those facts.
        sources: Text,
        /// The addresses of all sources of those facts that can be linked to.
        addresses: Addresses,
        /// Where the reader has entered it from, or what it follows from; empty for what is printed.
        own: Text,
    }
}

row! {
    /// One fact: a number as a source prints it.
    FactRow {
        /// Its name in `facts.csv`.
        fact: Text,
        /// The year that it is about.
        year: Year,
        /// What is counted or measured.
        measure: Text,
        /// How it is expressed.
        statistic: Text,
        /// Population and breakdown in words.
        group: Text,
        /// What a share is a share of, in words; empty for other numbers.
        share_of: Text,
        /// The number as printed.
        value: Number,
        /// Its unit.
        unit: Text,
        /// `>`, `<` or `~`.
        qualifier: Text,
        /// The edition of the report that states it first.
        edition: Text,
        /// How well it is supported.
        grade: Text,
        /// The names of its sources, most direct first.
        sources: Text,
        /// The addresses of its sources that can be linked to.
        addresses: Addresses,
        /// Other values that credible sources print for it.
        other_values: Text,
        /// What to know before quoting it.
        note: Text,
        /// Where the reader has entered it from; empty for what is printed.
        own: Text,
    }
}

row! {
    /// One source.
    SourceRow {
        /// Its name in `sources.csv`.
        source: Text,
        /// Its title; in square brackets where it is a description.
        title: Text,
        /// Who published it.
        publisher: Text,
        /// The day, month or year of publication as far as known.
        published: Text,
        /// Its language.
        language: Text,
        /// What kind of source it is.
        source_kind: Text,
        /// The edition of the report that it is about.
        about_report: Year,
        /// Its address; empty where none is known, and where it is a copy on a domain that is not the publisher's.
        address: Addresses,
    }
}
