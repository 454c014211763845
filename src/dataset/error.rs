//! What can be wrong with the data files, said so that it can be put right without reading the parser.

use std::fmt;

/// The first thing that is wrong with the data files.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Error(Box<Details>);

/// What an [`Error`] holds, boxed because every parsing function returns one beside a small value.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Details {
    kind: ErrorKind,
    position: Position,
}

impl Error {
    pub(super) fn new(kind: ErrorKind, position: Position) -> Self {
        Self(Box::new(Details { kind, position }))
    }

    /// What is wrong.
    pub fn kind(&self) -> &ErrorKind {
        &self.0.kind
    }

    /// Where it is.
    pub fn position(&self) -> &Position {
        &self.0.position
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.0.position, self.0.kind)
    }
}

impl std::error::Error for Error {}

/// Where in the data files an error is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Position {
    /// The file.
    pub file: File,
    /// The line on which the row begins, counted from 1 as an editor counts; a quoted line break starts a line too.
    pub line: u64,
    /// The column, unless the row as a whole is wrong.
    pub column: Option<&'static str>,
}

impl fmt::Display for Position {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} line {}", self.file, self.line)?;
        match self.column {
            Some(column) => write!(formatter, ", column `{column}`"),
            None => Ok(()),
        }
    }
}

/// One of the five data files.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum File {
    /// `codes.csv`
    Codes,
    /// `sources.csv`
    Sources,
    /// `facts.csv`
    Facts,
    /// `disputes.csv`
    Disputes,
    /// `takeaways.csv`
    Takeaways,
}

impl File {
    /// All files, in the order in which they are read.
    pub const ALL: [Self; 5] = [Self::Codes, Self::Sources, Self::Facts, Self::Disputes, Self::Takeaways];

    /// The file's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Codes => "codes.csv",
            Self::Sources => "sources.csv",
            Self::Facts => "facts.csv",
            Self::Disputes => "disputes.csv",
            Self::Takeaways => "takeaways.csv",
        }
    }
}

impl fmt::Display for File {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// What is wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The CSV reader gave up.
    Unreadable {
        /// What it says.
        reason: String,
    },
    /// The row is not UTF-8 text.
    NotUtf8,
    /// A quotation mark of the row has no partner, so that rows may have been swallowed.
    UnclosedQuote,
    /// The file holds nothing, not even a header.
    EmptyFile,
    /// The file holds a header and nothing else.
    NoRows,
    /// The file holds more rows than ids can count.
    TooManyRows {
        /// How many are possible.
        limit: u16,
    },
    /// The header lacks a column.
    MissingColumn {
        /// The column.
        column: &'static str,
    },
    /// The header names a column twice.
    DuplicateColumn {
        /// The column.
        column: &'static str,
    },
    /// The header names a column that does not belong into the file.
    UnknownColumn {
        /// What the header says.
        column: String,
        /// The column that was probably meant.
        suggestion: Option<String>,
    },
    /// The row has more or fewer fields than the header.
    FieldCount {
        /// Fields of the header.
        expected: usize,
        /// Fields of the row.
        found: usize,
    },
    /// A field that must say something is empty.
    Empty,
    /// A `;`-separated list has an empty item.
    EmptyItem,
    /// A `;`-separated list names an item twice.
    RepeatedItem {
        /// The item.
        item: String,
    },
    /// A field that says nothing for this kind of row is filled.
    MustBeEmpty,
    /// A text stands in one language and is missing in this one.
    OneLanguageOnly,
    /// The first column of `codes.csv` names no list.
    UnknownList {
        /// What the field says.
        list: String,
        /// The list that was probably meant.
        suggestion: Option<String>,
    },
    /// The code is not in its list.
    UnknownCode {
        /// What the field says.
        code: String,
        /// The code that was probably meant.
        suggestion: Option<String>,
    },
    /// A list of `codes.csv` has a code twice.
    DuplicateCode {
        /// The code.
        code: String,
        /// The line of its first row.
        first_line: u64,
    },
    /// `codes.csv` gives no label to a word that the program knows.
    UnlabelledCode {
        /// The list in which the word belongs.
        list: &'static str,
        /// The word.
        code: &'static str,
    },
    /// A code is above itself.
    ParentCycle {
        /// The code.
        code: String,
    },
    /// The name is not in `facts.csv`.
    UnknownFact {
        /// What the field says.
        fact: String,
        /// The fact that was probably meant.
        suggestion: Option<String>,
    },
    /// The name is not in `sources.csv`.
    UnknownSource {
        /// What the field says.
        source: String,
        /// The source that was probably meant.
        suggestion: Option<String>,
    },
    /// Two rows have the same name.
    DuplicateName {
        /// The name.
        name: String,
        /// The line of its first row.
        first_line: u64,
    },
    /// Two facts are about the same thing.
    DuplicateKey {
        /// The name of the first.
        first: String,
        /// The line of the first.
        first_line: u64,
    },
    /// Two rows claim the same place in an order.
    DuplicateOrder {
        /// The place.
        order: u16,
        /// The line of its first row.
        first_line: u64,
    },
    /// Not a place in an order.
    NotAnOrder {
        /// What the field says.
        text: String,
    },
    /// Not a year from 1900 to 2999.
    NotAYear {
        /// What the field says.
        text: String,
    },
    /// Not a date, or a date without day, or without month and day.
    NotADate {
        /// What the field says.
        text: String,
    },
    /// Not a web address.
    NotAnAddress {
        /// What the field says.
        text: String,
    },
    /// Not a decimal number.
    NotADecimal {
        /// What the field says.
        text: String,
    },
    /// Not a possible count.
    NotACount {
        /// What the field says.
        text: String,
    },
    /// Not a possible share.
    NotAShare {
        /// What the field says.
        text: String,
    },
    /// A figure that is not a share says what it is a share of.
    UnexpectedShareOf,
    /// A share does not say what it is a share of.
    MissingShareOf,
    /// A share is said to be of a column that cannot be widened.
    UnknownShareOfColumn {
        /// What the field says.
        column: String,
        /// The column that was probably meant.
        suggestion: Option<String>,
    },
    /// A share is said to be of the total of a column that the fact leaves at its total.
    ShareOfUnsetColumn {
        /// The column.
        column: &'static str,
    },
    /// A share is said to be of a code that the fact's own code is not part of.
    ShareOfStranger {
        /// The code of the denominator.
        denominator: String,
        /// The code of the fact.
        code: String,
    },
}

/// Ends a sentence about something unknown.
struct DidYouMean<'a>(&'a Option<String>);

impl fmt::Display for DidYouMean<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(suggestion) => write!(formatter, "; did you mean `{suggestion}`?"),
            None => Ok(()),
        }
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { reason } => write!(formatter, "cannot be read: {reason}"),
            Self::NotUtf8 => formatter.write_str("not UTF-8 text"),
            Self::UnclosedQuote => formatter.write_str("a quotation mark is not closed"),
            Self::EmptyFile => formatter.write_str("the file is empty"),
            Self::NoRows => formatter.write_str("the file has a header and no rows"),
            Self::TooManyRows { limit } => write!(formatter, "the file has more than {limit} rows"),
            Self::MissingColumn { column } => write!(formatter, "the header has no column `{column}`"),
            Self::DuplicateColumn { column } => write!(formatter, "the header names column `{column}` twice"),
            Self::UnknownColumn { column, suggestion } | Self::UnknownShareOfColumn { column, suggestion } => {
                write!(formatter, "unknown column `{column}`{}", DidYouMean(suggestion))
            }
            Self::FieldCount { expected, found } => {
                write!(formatter, "the row has {found} fields where the header has {expected}")
            }
            Self::Empty => formatter.write_str("must not be empty"),
            Self::EmptyItem => formatter.write_str("an item between the semicolons is empty"),
            Self::RepeatedItem { item } => write!(formatter, "`{item}` stands in the list twice"),
            Self::MustBeEmpty => formatter.write_str("must be empty: only codes of dimensions have a parent"),
            Self::OneLanguageOnly => formatter.write_str("empty, although the other language is filled"),
            Self::UnknownList { list, suggestion } => {
                write!(formatter, "unknown list `{list}`{}", DidYouMean(suggestion))
            }
            Self::UnknownCode { code, suggestion } => {
                write!(formatter, "unknown code `{code}`{}", DidYouMean(suggestion))
            }
            Self::DuplicateCode { code, first_line } => {
                write!(formatter, "code `{code}` stands already on line {first_line}")
            }
            Self::UnlabelledCode { list, code } => write!(formatter, "no row for code `{code}` of list `{list}`"),
            Self::ParentCycle { code } => write!(formatter, "`{code}` would be above itself"),
            Self::UnknownFact { fact, suggestion } => {
                write!(formatter, "unknown fact `{fact}`{}", DidYouMean(suggestion))
            }
            Self::UnknownSource { source, suggestion } => {
                write!(formatter, "unknown source `{source}`{}", DidYouMean(suggestion))
            }
            Self::DuplicateName { name, first_line } => {
                write!(formatter, "`{name}` stands already on line {first_line}")
            }
            Self::DuplicateKey { first, first_line } => write!(
                formatter,
                "same year, measure, statistic, group and denominator as `{first}` on line {first_line}"
            ),
            Self::DuplicateOrder { order, first_line } => {
                write!(formatter, "place {order} is taken already on line {first_line}")
            }
            Self::NotAnOrder { text } => write!(formatter, "`{text}` is not a whole number from 0 to {}", u16::MAX),
            Self::NotAYear { text } => write!(formatter, "`{text}` is not a year from 1900 to 2999"),
            Self::NotADate { text } => write!(formatter, "`{text}` is not a date like 2025, 2025-07 or 2025-07-21"),
            Self::NotAnAddress { text } => {
                write!(formatter, "`{text}` is not an address that begins with http:// or https://")
            }
            Self::NotADecimal { text } => write!(formatter, "`{text}` is not a decimal number like -37.5"),
            Self::NotACount { text } => write!(formatter, "`{text}` is not a count: a whole number from 0"),
            Self::NotAShare { text } => write!(formatter, "`{text}` is not a share: a number of percent from 0 to 100"),
            Self::UnexpectedShareOf => formatter.write_str("only a share has a denominator"),
            Self::MissingShareOf => formatter.write_str("a share needs a denominator, unless its measure is a rate"),
            Self::ShareOfUnsetColumn { column } => {
                write!(formatter, "column `{column}` is empty here, so the share cannot be one of it")
            }
            Self::ShareOfStranger { denominator, code } => {
                write!(formatter, "`{denominator}` is not above `{code}`, so the share cannot be one of it")
            }
        }
    }
}
