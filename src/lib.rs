//! The China Trials Explorer: China's official clinical-trial statistics, where every number can be proved.
//!
//! One direction of flow: address -> selection -> slice -> table -> chart, table view, sentence, export.
//! The rooms import only those above them; `docs/architecture.md` draws it.

pub mod address;
pub mod dataset;
pub mod export;
pub mod figures;
#[cfg(feature = "page")]
pub mod host;
pub mod intake;
pub mod locale;
pub mod query;
pub mod search;
mod shipped;
pub mod trials;
#[cfg(feature = "page")]
pub mod ui;
