//! The list: trials as codes, kept as sets, and counted.

mod bits;
mod builder;
mod counter;
mod participations;
mod trial;
mod trial_list;

pub use builder::ListBuilder;
pub(super) use counter::Counter;
pub use trial::{Known, Rule, Trial, Unit};
pub use trial_list::{Repeated, TrialList};
