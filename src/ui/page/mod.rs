//! The parts of the page, one file each.

pub mod bottom;
pub mod filter_bar;
pub mod finder;
pub mod finding;
pub mod folded;
pub mod headline;
pub mod lead;
pub mod notices;
pub mod other_view;
pub mod proof;
pub mod questions;
pub mod sections;
pub mod sparkline;
pub mod takeaway;
pub mod takeaways;
pub mod top_bar;
pub mod tray;
pub mod without;
