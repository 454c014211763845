//! The parts of a figure that come late.

pub mod actions;
pub mod description;
pub mod download;
pub mod evidence;
pub mod missing;
pub mod nothing;
pub mod numbers;
pub mod table;
pub mod walk;
