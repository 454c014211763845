//! Work on the figures that is spread over tasks, so that the page answers in between.

use leptos::prelude::*;

use crate::figures::figures;
use crate::host::frames;

/// What is done for one figure after the other, in the order of the page, and what waits for it.
pub(super) struct Queue {
    done: RwSignal<usize>,
    /// A signal for each figure: who waits for one turn is not woken by the turns of the others.
    turns: Vec<RwSignal<bool>>,
}

impl Queue {
    /// Nothing is done yet.
    pub(super) fn new() -> Self {
        Self { done: RwSignal::new(0), turns: figures().map(|_| RwSignal::new(false)).collect() }
    }

    /// Whether the turn of the figure at this place among all figures has come.
    pub(super) fn has_come(&self, position: usize) -> bool {
        self.turns.get(position).is_some_and(|turn| turn.get())
    }

    /// Whether all figures have had their turn.
    pub(super) fn is_complete(&self) -> bool {
        self.done.get() >= self.turns.len()
    }

    /// Gives this many figures their turn at once.
    pub(super) fn admit(&self, figures: usize) {
        let done = self.done.get_untracked();
        let next = done.saturating_add(figures).min(self.turns.len());
        (done..next).for_each(|position| self.give(position));
        self.done.set(next);
    }

    /// Gives some more figures their turn, and in a task of its own the next, until all have had it.
    pub(super) fn run(&'static self, at_once: usize) {
        in_turns(self.done, at_once, |position| self.give(position));
    }

    fn give(&self, position: usize) {
        if let Some(turn) = self.turns.get(position) {
            turn.set(true);
        }
    }
}

/// Does something for some more figures, and in a task of its own for the next, until it is done for all.
pub(super) fn in_turns(done: RwSignal<usize>, at_once: usize, act: impl Fn(usize) + Copy + 'static) {
    let (first, all) = (done.get_untracked(), figures().count());
    let next = first.saturating_add(at_once).min(all);
    (first..next).for_each(act);
    done.set(next);
    if next < all {
        frames::next_task(move || in_turns(done, at_once, act));
    }
}
