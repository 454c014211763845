//! Reconciliation: holds the facts against each other: do shares, counts, sums and growth rates that were printed in different
//! places fit together?
//!
//! Computes exactly, never in floating point: whether 46.45 rounds to 46.4 must not depend on the last bit.
//! Says nothing in words: the page words the findings in both languages.

mod checks;
mod counts;
mod discrepancy;
mod growth;
mod interval;
mod shares;
mod sums;

pub use checks::reconcile;
pub use discrepancy::{Check, Discrepancy, Gap, Reconciliation, Severity};
