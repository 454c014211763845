//! Tools that know nothing of this page: parts that follow signals, lazy loading, and a scheduler.

pub mod keys;
pub mod late;
pub mod live;
pub mod queue;
pub mod signals;
pub mod turns;
