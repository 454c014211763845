//! A figure: question, population, switches, chart or table, what is missing, and where it comes from.

mod canvas;
mod chart;
mod footer;
pub mod late;
pub mod paragraphs;
mod scope;
pub mod shell;
mod switches;
