//! Trial lists: a list of trials that the reader brings, counted by the figures of the page.
//!
//! One direction of flow: bytes -> rows -> mapping of columns and values to codes -> list -> counts -> facts -> slice -> table.
//! The counts become [`Facts`](crate::dataset::Facts) of their own, so that slices, charts, tables, proofs and files need not know
//! that they are a list's; the nation's numbers are never in the same facts (`docs/decisions/0020-trial-lists.md`).

mod answer;
mod import;
mod list;
mod map;
mod read;

pub use answer::{Lack, Naming, facts_of, lack, rows_behind};
pub use import::{Import, Imported, Progress, Sample, import_workbook};
pub use list::{Known, ListBuilder, Repeated, Rule, Trial, TrialList, Unit};
pub use map::{
    ColumnReport, Evidence, Field, KeywordRow, Keywords, KeywordsError, KeywordsErrorKind, Mapping, Profile,
    ProfileError, Suggestion, ValueCount, preview, suggest,
};
pub(crate) use read::look_at_parts;
pub use read::{
    Chosen, Dialect, Encoding, Fields, Flaw, FlawKind, Flaws, Item, Limits, Reader, Record, Refusal, RowSpan,
    SEPARATORS, Workbook, read_again,
};
