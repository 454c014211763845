//! The parts of the page, one file each.

pub mod bottom;
pub mod chips;
pub mod filter_bar;
pub mod finder;
pub mod finding;
pub mod headline;
pub mod notices;
pub mod other_view;
pub mod proof;
pub mod sections;
pub mod sparkline;
pub mod takeaways;
pub mod top_bar;
