//! The number whose proof an address asks for.

use crate::dataset::{Library, Statistic};
use crate::query::{CellName, Figure, NumberName, Proof, Selection};

/// A number that the reader wants proved.
#[derive(Clone, PartialEq, Debug)]
pub enum Asked {
    /// A cell of a figure.
    Cell(CellName),
    /// A fact, by its name in `facts.csv`.
    Fact(String),
    /// A number that stands in no figure.
    Number(NumberName),
}

impl Asked {
    /// The figure that was asked about, where it was one.
    pub const fn figure(&self) -> Option<&'static Figure> {
        match self {
            Self::Cell(cell) => Some(cell.figure),
            Self::Fact(_) | Self::Number(_) => None,
        }
    }

    /// The statistic of the number, where it was asked about in this figure.
    pub fn statistic_in(&self, figure: &Figure) -> Option<Statistic> {
        match self {
            Self::Cell(cell) if cell.figure.id == figure.id => Some(cell.statistic),
            _ => None,
        }
    }

    /// The proof under a selection; nothing where there is no such number.
    pub fn proof(&self, library: Library<'_>, selection: &Selection) -> Option<Proof> {
        match self {
            Self::Cell(cell) => Proof::of_cell(library.facts(), cell, selection),
            Self::Number(number) => Proof::of_number(library.facts(), number),
            Self::Fact(name) => Some(Proof::of_fact(library.facts(), library.fact_named(name)?)),
        }
    }
}
