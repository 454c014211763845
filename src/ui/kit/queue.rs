//! Work that can wait: each piece in a task of its own, so that the page answers in between.

use std::collections::VecDeque;

use leptos::prelude::*;

use crate::host::frames;

/// A piece of work, and what it is for.
type Work = (usize, Box<dyn FnOnce()>);

/// Pieces of work in the order in which they came, unless one turns out to be wanted first.
#[derive(Clone, Copy)]
pub struct Queue {
    work: StoredValue<VecDeque<Work>, LocalStorage>,
    is_empty: RwSignal<bool>,
}

impl Queue {
    /// Nothing to do yet.
    pub fn new() -> Self {
        Self { work: StoredValue::new_local(VecDeque::new()), is_empty: RwSignal::new(true) }
    }

    /// Does something in a task of its own, after what was asked for before. `name` is for [`Queue::prefer`].
    pub fn push(self, name: usize, work: Box<dyn FnOnce()>) {
        self.work.update_value(|waiting| waiting.push_back((name, work)));
        if self.is_empty.get_untracked() {
            self.is_empty.set(false);
            frames::next_task(move || self.step());
        }
    }

    /// Does next what waits under a name, if anything does.
    pub fn prefer(self, name: usize) {
        self.work.update_value(|waiting| {
            let found = waiting.iter().position(|(other, _)| *other == name);
            if let Some(work) = found.and_then(|position| waiting.remove(position)) {
                waiting.push_front(work);
            }
        });
    }

    /// Whether everything is done; follows it.
    pub fn is_empty(self) -> bool {
        self.is_empty.get()
    }

    fn step(self) {
        if let Some((_, work)) = self.work.try_update_value(VecDeque::pop_front).flatten() {
            work();
        }
        match self.work.try_with_value(VecDeque::is_empty) {
            Some(true) => self.is_empty.set(true),
            Some(false) => frames::next_task(move || self.step()),
            // What the work was for is gone, as a dialog is that was closed at once.
            None => {}
        }
    }
}
