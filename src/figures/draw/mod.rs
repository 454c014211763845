//! From a table to a chart: one file for each way of drawing, each with its height, its legend and its marks.

mod axis;
mod bars;
mod bounds;
mod columns;
mod dumbbell;
mod kind;
mod list;
mod panels;
mod ranking;
mod stacks;
mod tree;
mod upright;

pub use kind::{is_in_numbers, plan};
