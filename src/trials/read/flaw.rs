//! Rows that are broken: counted, and named with their lines.

use serde::{Deserialize, Serialize};

use super::record::RowSpan;

/// What is wrong with a row.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Deserialize, Serialize)]
pub enum FlawKind {
    /// It has more or fewer fields than the header, so that nobody knows which is which. It is set aside.
    FieldCount {
        /// How many it has.
        found: u32,
        /// How many the header has.
        expected: u32,
    },
    /// It is longer than any row of a list: a quote that is never closed, or another kind of file. It is set aside.
    TooLong,
    /// A quote is open at the end of the file, so that the rows after it were taken for one. It is set aside.
    OpenQuote,
    /// Bytes that are no letter in the encoding of the file. The row is counted, and the letters stand as `�`.
    NotALetter,
}

impl FlawKind {
    /// Whether the row is left out of the list.
    pub const fn is_set_aside(self) -> bool {
        !matches!(self, Self::NotALetter)
    }
}

/// A broken row.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, Serialize)]
pub struct Flaw {
    /// Where it stands.
    pub span: RowSpan,
    /// How many lines it takes.
    pub lines: u32,
    /// What is wrong.
    pub kind: FlawKind,
}

/// All broken rows of a list: how many there are, and the first of them.
#[derive(Clone, PartialEq, Eq, Debug, Default, Deserialize, Serialize)]
pub struct Flaws {
    first: Vec<Flaw>,
    set_aside: u32,
    damaged: u32,
}

impl Flaws {
    /// How many are named one by one.
    pub const NAMED: usize = 1_000;

    /// Notes one.
    pub fn add(&mut self, flaw: Flaw) {
        let count = if flaw.kind.is_set_aside() { &mut self.set_aside } else { &mut self.damaged };
        *count = count.saturating_add(1);
        if self.first.len() < Self::NAMED {
            self.first.push(flaw);
        }
    }

    /// The first of them, in the order of the file.
    pub fn first(&self) -> &[Flaw] {
        &self.first
    }

    /// How many rows were set aside.
    pub const fn set_aside(&self) -> u32 {
        self.set_aside
    }

    /// How many rows are in the list with letters that could not be read.
    pub const fn damaged(&self) -> u32 {
        self.damaged
    }

    /// How many there are.
    pub const fn count(&self) -> u32 {
        self.set_aside.saturating_add(self.damaged)
    }
}
