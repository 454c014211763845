//! Slicing: from a figure and a selection to the figure's [`Table`](super::table::Table).
//!
//! Three rules decide what a filter does to a figure:
//! a filter on something that the figure breaks down marks one chosen code among the others, and keeps only those chosen where there are several;
//! a filter on anything else narrows the whole figure, if any year prints the figure that way;
//! a filter that no year prints is left aside, and the table says so in [`Table::unmet`].

mod asked;
mod group;
mod headings;
mod narrowing;
mod slicer;
mod tables;
mod years;

pub use asked::asked;
pub(super) use group::group_of;
pub(super) use tables::tables;
pub use tables::{has_numbers, slice};
