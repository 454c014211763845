//! What a reader wants proved.

use crate::dataset::{Dataset, Statistic};
use crate::query::{Figure, Place, Proof, Selection, slice};

use super::{Address, Mode, Proven, View};

/// A number that the reader wants proved.
#[derive(Clone, PartialEq, Debug)]
pub enum Asked {
    /// A cell of a figure.
    Cell {
        /// The figure.
        figure: &'static Figure,
        /// Where in it.
        place: Place,
    },
    /// A fact, by its name in `facts.csv`.
    Fact(String),
}

impl Asked {
    /// What an address asks about.
    pub fn of(address: &Address) -> Option<Self> {
        if let Some(name) = &address.fact {
            return Some(Self::Fact(name.clone()));
        }
        let cell = address.cell.as_ref()?;
        Some(Self::Cell { figure: cell.figure.or(address.figure)?, place: cell.place.clone() })
    }

    /// The figure that was asked about, where it was one.
    pub const fn figure(&self) -> Option<&'static Figure> {
        match self {
            Self::Cell { figure, .. } => Some(figure),
            Self::Fact(_) => None,
        }
    }

    /// The statistic that was asked about in this figure.
    pub fn statistic_in(&self, figure: &Figure) -> Option<Statistic> {
        match self {
            Self::Cell { figure: asked, place } if asked.id == figure.id => Some(place.statistic),
            _ => None,
        }
    }

    /// The proof; nothing where there is no such number.
    pub fn proof(&self, dataset: &Dataset, selection: &Selection) -> Option<Proof> {
        match self {
            Self::Fact(name) => Some(Proof::of_fact(dataset, dataset.fact_named(name)?)),
            Self::Cell { figure, place } => {
                let table = slice(dataset, figure, Some(place.statistic), selection);
                let (row, column) = place.find(dataset, &table)?;
                Proof::of(dataset, figure, &table, row, column)
            }
        }
    }
}

impl Address {
    /// How figures open, and which.
    pub fn opened(&self) -> (View, Option<&'static str>) {
        let names_proof = self.cell.as_ref().is_some_and(|cell| cell.figure.is_none());
        (self.view, self.figure.filter(|_| !names_proof && self.view != View::default()).map(|figure| figure.id))
    }

    /// Opens a proof.
    pub fn open_proof(&mut self, asked: Asked) {
        match asked {
            Asked::Cell { figure, place } => {
                self.cell = Some(Proven { figure: Some(figure), place });
                self.fact = None;
            }
            Asked::Fact(name) => (self.cell, self.fact) = (None, Some(name)),
        }
    }

    /// Closes the proof.
    pub fn close_proof(&mut self) {
        (self.cell, self.fact) = (None, None);
    }

    /// Changes as far as a reader can.
    pub fn change_within_frame(&mut self, change: impl FnOnce(&mut Self)) {
        let (frame, figure, fixed) = (self.frame.clone(), self.figure, self.selection.clone());
        change(self);
        self.selection = frame.keep(&fixed, std::mem::take(&mut self.selection));
        if frame.mode == Mode::Card {
            self.figure = figure;
        }
        self.frame = frame;
    }
}
