//! The dataset: printed facts, their codes, sources and disputes; reading them and reconciling them.
//!
//! This room knows nothing of selections, charts, languages of the page or the browser.
//! The files are described in `public/data/datapackage.json`.

mod bilingual;
mod code_table;
mod codes;
mod counted;
mod decimal;
mod dimension;
mod dispute;
mod distinct;
mod error;
mod fact;
mod facts;
mod file_position;
mod files;
mod library;
mod origin;
mod overlay;
mod own;
mod parse;
mod reconcile;
mod sheet;
mod source;
mod takeaway;
mod texts;
mod year;

pub use bilingual::Bilingual;
pub(crate) use code_table::code_table;
pub use codes::{Code, CodeId, Codes, KIND, Measure, MeasureId, OWN_KIND, TERM_LISTS, Term};
pub use counted::{Counted, TooManyFacts};
pub use decimal::{Decimal, NotDecimal};
pub use dimension::Dimension;
pub use dispute::Dispute;
pub use distinct::{distinct, sorted_by};
pub use error::{Error, ErrorKind, File, Position};
pub use fact::{Fact, FactId, Grade, Group, Key, Qualifier, ShareOf, Statistic};
pub use facts::Facts;
pub use file_position::{BY_HAND, FilePosition, OF_PORTAL};
pub use files::Files;
pub use library::Library;
pub use origin::Origin;
pub use overlay::{
    Entry, FACT_COLUMNS, OverlayContent, OverlayFile, OverlayReading, OwnTable, Problem, ReadTable, fact_row, overlay,
    own_tables,
};
pub use own::{Became, Own, OwnRow};
pub use parse::parse;
pub use reconcile::{Check, Discrepancy, Gap, Reconciliation, Severity, reconcile};
pub use sheet::SheetRow;
pub use source::{Publication, Source, SourceId};
pub use takeaway::Takeaway;
pub use texts::Texts;
pub use year::Year;
