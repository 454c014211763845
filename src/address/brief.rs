//! The brief: figures, numbers and findings that a reader keeps, in an order and with lines of the reader's own.

use crate::dataset::Statistic;
use crate::query::{CellName, Figure, NumberName, Selection};

use super::asked::Asked;

/// How many pins a brief has at most: what fits on two pages.
pub const MOST_PINS: usize = 12;

/// Longest line of the reader's own under a pin, in characters.
pub const LONGEST_NOTE: usize = 200;

/// What is pinned.
#[derive(Clone, PartialEq, Debug)]
pub enum Pinned {
    /// A figure, in one statistic where the reader chose one.
    Figure(&'static Figure, Option<Statistic>, Selection),
    /// A cell of a figure, under the selection that its figure had.
    Cell(CellName, Selection),
    /// A number that stands in no figure.
    Number(NumberName),
    /// A fact, by its name in `facts.csv`; whether there is one is seen when it is looked up.
    Fact(String),
    /// The sentence of a selection.
    Finding(Selection),
    /// A finding of the source article, by its order among them; whether there is one is seen when it is looked up.
    Takeaway(u16),
}

impl Pinned {
    /// A number under the selection that it was asked about; only a cell depends on that.
    pub fn number(asked: Asked, selection: &Selection) -> Self {
        match asked {
            Asked::Cell(cell) => Self::Cell(cell, selection.clone()),
            Asked::Number(number) => Self::Number(number),
            Asked::Fact(name) => Self::Fact(name),
        }
    }

    /// The number whose proof shows what is pinned; nothing where it is no single number.
    pub fn asked(&self) -> Option<Asked> {
        match self {
            Self::Cell(cell, _) => Some(Asked::Cell(cell.clone())),
            Self::Number(number) => Some(Asked::Number(*number)),
            Self::Fact(name) => Some(Asked::Fact(name.clone())),
            Self::Figure(..) | Self::Finding(_) | Self::Takeaway(_) => None,
        }
    }

    /// The question under which it was pinned; the default where it depends on none.
    pub fn selection(&self) -> Selection {
        match self {
            Self::Figure(_, _, selection) | Self::Cell(_, selection) | Self::Finding(selection) => selection.clone(),
            Self::Number(_) | Self::Fact(_) | Self::Takeaway(_) => Selection::default(),
        }
    }
}

/// One pin.
#[derive(Clone, PartialEq, Debug)]
pub struct Pin {
    /// What is pinned.
    pub what: Pinned,
    /// A line of the reader's own; empty for none.
    note: String,
}

impl Pin {
    /// A pin with a line under it. The line is one line: what would break it becomes a space, and what is too long is cut.
    pub fn new(what: Pinned, note: &str) -> Self {
        let one_line = note.chars().map(|char| if char.is_control() { ' ' } else { char });
        Self { what, note: one_line.take(LONGEST_NOTE).collect() }
    }

    /// The reader's own line; empty for none.
    pub fn note(&self) -> &str {
        &self.note
    }
}

/// Why something is not pinned.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotPinned {
    /// The brief has [`MOST_PINS`] already.
    Full,
    /// It is pinned already.
    Already,
}

/// What a reader keeps. No pin stands in it twice, and it has at most [`MOST_PINS`].
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Brief {
    pins: Vec<Pin>,
}

impl Brief {
    /// The pins in the reader's order.
    pub fn pins(&self) -> &[Pin] {
        &self.pins
    }

    /// Where something is pinned.
    pub fn position_of(&self, what: &Pinned) -> Option<usize> {
        self.pins.iter().position(|pin| pin.what == *what)
    }

    /// Puts a pin at a position, or at the end where that is beyond it.
    ///
    /// # Errors
    /// When it is pinned already, or the brief is full.
    pub fn insert(&mut self, at: usize, pin: Pin) -> Result<(), NotPinned> {
        if self.position_of(&pin.what).is_some() {
            return Err(NotPinned::Already);
        }
        if self.pins.len() >= MOST_PINS {
            return Err(NotPinned::Full);
        }
        self.pins.insert(at.min(self.pins.len()), pin);
        Ok(())
    }

    /// Puts a pin at the end.
    ///
    /// # Errors
    /// When it is pinned already, or the brief is full.
    pub fn add(&mut self, pin: Pin) -> Result<(), NotPinned> {
        self.insert(self.pins.len(), pin)
    }

    /// Takes a pin out; nothing where there is none at the position.
    pub fn remove(&mut self, at: usize) -> Option<Pin> {
        (at < self.pins.len()).then(|| self.pins.remove(at))
    }

    /// Moves a pin to another position; says whether anything moved.
    pub fn move_to(&mut self, from: usize, to: usize) -> bool {
        let can_move = from != to && from < self.pins.len() && to < self.pins.len();
        if can_move {
            let pin = self.pins.remove(from);
            self.pins.insert(to, pin);
        }
        can_move
    }

    /// Writes the line under a pin; nothing happens where there is no pin.
    pub fn set_note(&mut self, at: usize, note: &str) {
        if let Some(pin) = self.pins.get_mut(at) {
            *pin = Pin::new(pin.what.clone(), note);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pin(order: u16) -> Pin {
        Pin::new(Pinned::Takeaway(order), "")
    }

    fn brief(orders: impl IntoIterator<Item = u16>) -> Brief {
        Brief { pins: orders.into_iter().map(pin).collect() }
    }

    #[test]
    fn a_brief_takes_twelve_pins_and_none_twice() {
        let mut full = brief(1..=12);
        assert_eq!(full.add(pin(13)), Err(NotPinned::Full));
        assert_eq!(full.add(pin(3)), Err(NotPinned::Already));
        assert_eq!(full.remove(2), Some(pin(3)));
        assert_eq!(full.insert(2, pin(3)), Ok(()));
        assert_eq!(full, brief(1..=12));
    }

    #[test]
    fn a_pin_moves_within_the_brief_alone() {
        for (from, to, after) in [
            (0, 2, vec![2, 3, 1]),
            (2, 0, vec![3, 1, 2]),
            (1, 1, vec![1, 2, 3]),
            (3, 0, vec![1, 2, 3]),
            (0, 3, vec![1, 2, 3]),
        ] {
            let mut moved = brief(1..=3);
            assert_eq!(moved.move_to(from, to), after != [1, 2, 3], "{from} to {to}");
            assert_eq!(moved, brief(after), "{from} to {to}");
        }
        assert_eq!(brief(1..=3).remove(3), None);
    }

    #[test]
    fn a_note_is_one_line_of_bounded_length() {
        let mut one = brief([1]);
        one.set_note(0, "two\nlines");
        assert_eq!(one.pins()[0].note(), "two lines");
        one.set_note(0, &"试".repeat(500));
        assert_eq!(one.pins()[0].note().chars().count(), LONGEST_NOTE);
        one.set_note(7, "nowhere");
        assert_eq!(one.pins().len(), 1);
    }
}
