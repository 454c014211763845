//! Own figures: what a reader brings in the dataset's own format, laid over the shipped data.
//!
//! Read by the parser of the shipped files and held against them by the same reconciliation. Nothing of it is shipped, and
//! nothing of the shipped data changes: where a printed value stands, it stays, and the reader's is a dispute beside it
//! (`docs/decisions/0021-own-figures.md`).

mod codes;
mod entry;
mod facts;
mod file;
mod problem;
mod reading;
mod sources;
mod work;
mod write;

pub use entry::Entry;
pub use file::{OverlayContent, OverlayFile, ReadTable};
pub use problem::Problem;
pub use reading::{OverlayReading, overlay};
pub use write::{FACT_COLUMNS, OwnTable, fact_row, own_tables};
