//! Scheduler: work on a list of items that is spread over tasks, so that the page answers in between.

use leptos::prelude::*;

use crate::host::frames;

/// One piece of work for each of many items, in order, and the signals of those who wait for their turn.
#[derive(Clone, Copy)]
pub struct Turns {
    done: RwSignal<usize>,
    /// A signal for each item: who waits for one turn is not woken by the turns of the others.
    turns: StoredValue<Vec<RwSignal<bool>>>,
}

impl Turns {
    /// No item has had its turn yet.
    pub fn new(items: usize) -> Self {
        let turns = (0..items).map(|_| RwSignal::new(false)).collect();
        Self { done: RwSignal::new(0), turns: StoredValue::new(turns) }
    }

    /// Whether the turn of the item at this position has come. One that has come is not followed: it stays so.
    pub fn has_come(self, position: usize) -> bool {
        self.turn(position).is_some_and(|turn| turn.get_untracked() || turn.get())
    }

    /// Whether all items have had their turn.
    pub fn is_complete(self) -> bool {
        self.done.get_untracked() >= self.count() || self.done.get() >= self.count()
    }

    /// Gives this many items their turn at once.
    pub fn admit(self, items: usize) {
        step(self.done, self.count(), items, |position| self.give(position));
    }

    /// Gives some more items their turn, and in a task of its own the next, until all have had it.
    pub fn run(self, at_once: usize) {
        in_turns(self.done, self.count(), at_once, move |position| self.give(position));
    }

    fn count(self) -> usize {
        self.turns.with_value(Vec::len)
    }

    fn turn(self, position: usize) -> Option<RwSignal<bool>> {
        self.turns.with_value(|turns| turns.get(position).copied())
    }

    fn give(self, position: usize) {
        if let Some(turn) = self.turn(position) {
            turn.set(true);
        }
    }
}

/// Does something for some more of `count` items, and in a task of its own for the next, until it is done for all.
fn in_turns(done: RwSignal<usize>, count: usize, at_once: usize, act: impl Fn(usize) + Copy + 'static) {
    if step(done, count, at_once, act) < count {
        // The page may be gone by then.
        frames::next_task(move || {
            if !done.is_disposed() {
                in_turns(done, count, at_once, act);
            }
        });
    }
}

/// Does something for some more of `count` items, and says how many it is done for.
fn step(done: RwSignal<usize>, count: usize, at_once: usize, act: impl Fn(usize)) -> usize {
    let first = done.get_untracked();
    let next = first.saturating_add(at_once).min(count);
    (first..next).for_each(act);
    done.set(next);
    next
}
