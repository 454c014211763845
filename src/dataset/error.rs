//! Parse errors: what can be wrong with the data files, said so that it can be put right without reading the parser.

use std::fmt;

use super::file_position::FilePosition;
use super::year::Year;

/// A thing that is wrong with the data files.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{}: {}", .0.position, .0.kind)]
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

/// One of the six data files.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum File {
    /// `codes.csv`
    Codes,
    /// `sources.csv`
    Sources,
    /// `facts.csv`
    Facts,
    /// `world.csv`
    World,
    /// `disputes.csv`
    Disputes,
    /// `takeaways.csv`
    Takeaways,
}

impl File {
    /// All files, in the order in which they are read.
    pub const ALL: [Self; 6] = [Self::Codes, Self::Sources, Self::Facts, Self::World, Self::Disputes, Self::Takeaways];

    /// The file's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Codes => "codes.csv",
            Self::Sources => "sources.csv",
            Self::Facts => "facts.csv",
            Self::World => "world.csv",
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
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The CSV reader gave up.
    #[error("cannot be read: {reason}")]
    Unreadable {
        /// What it says.
        reason: String,
    },
    /// The row is not UTF-8 text.
    #[error("not UTF-8 text: save it as CSV UTF-8, or as XLSX")]
    NotUtf8,
    /// A quotation mark of the row has no partner, so that rows may have been swallowed.
    #[error("a quotation mark is not closed")]
    UnclosedQuote,
    /// The file holds nothing, not even a header.
    #[error("the file is empty")]
    EmptyFile,
    /// The file holds a header and nothing else.
    #[error("the file has a header and no rows")]
    NoRows,
    /// The file holds more rows than ids can count.
    #[error("the file has more than {limit} rows")]
    TooManyRows {
        /// How many are possible.
        limit: u16,
    },
    /// The header lacks a column.
    #[error("the header has no column `{column}`")]
    MissingColumn {
        /// The column.
        column: &'static str,
    },
    /// The header names a column twice.
    #[error("the header names column `{column}` twice")]
    DuplicateColumn {
        /// The column.
        column: &'static str,
    },
    /// The header names a column that does not belong into the file.
    #[error("unknown column `{column}`{}", did_you_mean(.suggestion.as_deref()))]
    UnknownColumn {
        /// What the header says.
        column: String,
        /// The column that was probably meant.
        suggestion: Option<String>,
    },
    /// The row has more or fewer fields than the header.
    #[error("the row has {found} fields where the header has {expected}")]
    FieldCount {
        /// Fields of the header.
        expected: usize,
        /// Fields of the row.
        found: usize,
    },
    /// A field that must say something is empty.
    #[error("must not be empty")]
    Empty,
    /// A `;`-separated list has an empty item.
    #[error("an item between the semicolons is empty")]
    EmptyItem,
    /// A `;`-separated list names an item twice.
    #[error("`{item}` stands in the list twice")]
    RepeatedItem {
        /// The item.
        item: String,
    },
    /// A field that says nothing for this kind of row is filled.
    #[error("must be empty: only codes of dimensions have a parent")]
    MustBeEmpty,
    /// A text stands in one language and is missing in this one.
    #[error("empty, although the other language is filled")]
    OneLanguageOnly,
    /// The first column of `codes.csv` names no list.
    #[error("unknown list `{list}`{}", did_you_mean(.suggestion.as_deref()))]
    UnknownList {
        /// What the field says.
        list: String,
        /// The list that was probably meant.
        suggestion: Option<String>,
    },
    /// The code is not in its list.
    #[error("unknown code `{code}`{}", did_you_mean(.suggestion.as_deref()))]
    UnknownCode {
        /// What the field says.
        code: String,
        /// The code that was probably meant.
        suggestion: Option<String>,
    },
    /// A list of `codes.csv` has a code twice.
    #[error("code `{code}` stands already on line {first_line}")]
    DuplicateCode {
        /// The code.
        code: String,
        /// The line of its first row.
        first_line: u64,
    },
    /// `codes.csv` gives no label to a word that the program knows.
    #[error("no row for code `{code}` of list `{list}`")]
    UnlabelledCode {
        /// The list in which the word belongs.
        list: &'static str,
        /// The word.
        code: &'static str,
    },
    /// A code is above itself.
    #[error("`{code}` would be above itself")]
    ParentCycle {
        /// The code.
        code: String,
    },
    /// The name is not in `facts.csv`.
    #[error("unknown fact `{fact}`{}", did_you_mean(.suggestion.as_deref()))]
    UnknownFact {
        /// What the field says.
        fact: String,
        /// The fact that was probably meant.
        suggestion: Option<String>,
    },
    /// The name is not in `sources.csv`.
    #[error("unknown source `{source_name}`{}", did_you_mean(.suggestion.as_deref()))]
    UnknownSource {
        /// What the field says.
        source_name: String,
        /// The source that was probably meant.
        suggestion: Option<String>,
    },
    /// Two rows have the same name.
    #[error("`{name}` stands already on line {first_line}")]
    DuplicateName {
        /// The name.
        name: String,
        /// The line of its first row.
        first_line: u64,
    },
    /// A fact has the name of one in another file.
    #[error("`{name}` names a fact of facts.csv already")]
    NameTaken {
        /// The name.
        name: String,
    },
    /// Two facts are about the same thing.
    #[error("same year, measure, statistic, group and denominator as `{first}` on line {first_line}")]
    DuplicateKey {
        /// The name of the first.
        first: String,
        /// The line of the first.
        first_line: u64,
    },
    /// A row of the reader's has the name of something else.
    #[error("`{name}` is the name of another row already")]
    NameOfAnother {
        /// The name.
        name: String,
    },
    /// A name that could not stand in a `;`-separated list.
    #[error("`{name}` has a semicolon, which stands between names in a list")]
    NameWithSemicolon {
        /// The name.
        name: String,
    },
    /// Two rows of the reader's give different numbers for the same thing.
    #[error("another value for the same number stands in {first}")]
    EnteredTwice {
        /// Where the first stands.
        first: Box<FilePosition>,
    },
    /// A year of the reader's that is far from all others.
    #[error("{year} is more than {reach} years away from the years of the data, {first} to {last}")]
    YearOutOfReach {
        /// The year.
        year: Year,
        /// The first year of the data.
        first: Year,
        /// The last year of the data.
        last: Year,
        /// How far a year may be away.
        reach: u16,
    },
    /// A table of the reader's that is none of the dataset.
    #[error(
        "the first row names no columns of facts.csv (year, measure, statistic, value …), codes.csv or sources.csv"
    )]
    NotATable,
    /// A list to which the reader cannot add.
    #[error(
        "`{list}` cannot be added to: new codes belong into a list that is a column of facts.csv, such as `disease`"
    )]
    ClosedList {
        /// The list.
        list: String,
    },
    /// A new code without a parent.
    #[error("a new code needs a parent: the code of the same list that it is part of")]
    NoParent,
    /// A code of the reader's that stands in the list with another label or parent.
    #[error("code `{code}` stands in the list already, with another label or parent")]
    CodeTaken {
        /// The code.
        code: String,
    },
    /// Not a code.
    #[error("`{text}` is not a code: letters a to z, digits, `_` and `-`")]
    NotACode {
        /// What the field says.
        text: String,
    },
    /// Two rows claim the same position in an order.
    #[error("position {order} is taken already on line {first_line}")]
    DuplicateOrder {
        /// The position.
        order: u16,
        /// The line of its first row.
        first_line: u64,
    },
    /// Not a position in an order.
    #[error("`{text}` is not a whole number from 0 to {}", u16::MAX)]
    NotAnOrder {
        /// What the field says.
        text: String,
    },
    /// Not a year from 1900 to 2999.
    #[error("`{text}` is not a year from 1900 to 2999")]
    NotAYear {
        /// What the field says.
        text: String,
    },
    /// Not a date, or a date without day, or without month and day.
    #[error("`{text}` is not a date like 2025, 2025-07 or 2025-07-21")]
    NotADate {
        /// What the field says.
        text: String,
    },
    /// Not a web address.
    #[error("`{text}` is not an address that begins with http:// or https://")]
    NotAnAddress {
        /// What the field says.
        text: String,
    },
    /// Not a decimal number.
    #[error("`{text}` is not a decimal number like -37.5{}", did_you_mean(.suggestion.as_deref()))]
    NotADecimal {
        /// What the field says.
        text: String,
        /// The number that was probably meant.
        suggestion: Option<String>,
    },
    /// Not a possible count.
    #[error("`{text}` is not a count: a whole number from 0")]
    NotACount {
        /// What the field says.
        text: String,
    },
    /// Not a possible share.
    #[error("`{text}` is not a share: a number of percent from 0 to 100")]
    NotAShare {
        /// What the field says.
        text: String,
    },
    /// A fact that is not a share says what it is a share of.
    #[error("only a share has a denominator")]
    UnexpectedShareOf,
    /// A share does not say what it is a share of.
    #[error("a share needs a denominator, unless its measure is a rate")]
    MissingShareOf,
    /// A share is said to be of a column that cannot be widened.
    #[error("unknown column `{column}`{}", did_you_mean(.suggestion.as_deref()))]
    UnknownShareOfColumn {
        /// What the field says.
        column: String,
        /// The column that was probably meant.
        suggestion: Option<String>,
    },
    /// A share is said to be of the total of a column that the fact leaves at its total.
    #[error("column `{column}` is empty here, so the share cannot be one of it")]
    ShareOfUnsetColumn {
        /// The column.
        column: &'static str,
    },
    /// A share is said to be of a code that the fact's own code is not part of.
    #[error("`{denominator}` is not above `{code}`, so the share cannot be one of it")]
    ShareOfStranger {
        /// The code of the denominator.
        denominator: String,
        /// The code of the fact.
        code: String,
    },
}

/// Ends a sentence about something unknown.
fn did_you_mean(suggestion: Option<&str>) -> String {
    suggestion.map(|suggestion| format!("; did you mean `{suggestion}`?")).unwrap_or_default()
}
