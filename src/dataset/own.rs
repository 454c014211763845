//! What a reader has entered: kept beside the texts of the library that it became part of.

use super::file_position::FilePosition;
use crate::dataset::bilingual::Bilingual;
use crate::dataset::codes::CodeId;
use crate::dataset::fact::{Fact, FactId};
use crate::dataset::source::SourceId;

/// Everything that a reader has entered, with ids of the library that it is part of.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Own {
    /// The rows of facts, as they were read.
    pub rows: Vec<OwnRow>,
    /// The new codes.
    pub codes: Vec<CodeId>,
    /// The new sources, those that stand for a file of the reader's too.
    pub sources: Vec<SourceId>,
}

/// A row of facts of the reader's.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OwnRow {
    /// Its name: the one that it has in the file, else one that is made of what it is about.
    pub name: String,
    /// What it says.
    pub fact: Fact,
    /// What to know before quoting it; may be empty.
    pub note: Bilingual,
    /// Where it comes from: the file that it was first read from.
    pub position: FilePosition,
    /// What became of it.
    pub became: Became,
}

/// What becomes of a row of facts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Became {
    /// A fact of the reader's own: nothing was printed there.
    Fact(FactId),
    /// Another value for this shipped fact, which stays.
    Dispute(FactId),
    /// Nothing: this shipped fact says the same.
    Known(FactId),
}

impl Own {
    /// Whether nothing was entered.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.codes.is_empty() && self.sources.is_empty()
    }

    /// The row that became this fact.
    pub fn row_of(&self, fact: FactId) -> Option<&OwnRow> {
        self.rows.iter().find(|row| row.became == Became::Fact(fact))
    }
}
