//! From a table to a chart: one file for each way of drawing, each with its height, its legend and its marks.

mod axis;
mod bars;
mod columns;
mod dumbbell;
mod kind;
mod lines;
mod list;
mod ranking;
mod stacks;

pub use kind::plan;
