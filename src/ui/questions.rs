//! What each figure is asked: at once what the reader asks where it is seen, a moment later elsewhere.

use std::sync::atomic::{AtomicBool, Ordering};

use leptos::prelude::*;

use super::explorer::write;
use super::queue::in_turns;
use crate::figures::figures;
use crate::query::Selection;

/// As many figures far from the window as are worked through in one task.
pub(super) const FIGURES_AT_ONCE: usize = 4;

/// The questions of all figures, in the order of the page.
pub(super) struct Questions {
    each: Vec<Question>,
    /// How many figures follow the settled question already.
    following: RwSignal<usize>,
}

/// The question of one figure.
struct Question {
    selection: RwSignal<Selection>,
    is_seen: AtomicBool,
}

impl Question {
    /// Asks what is asked here.
    fn ask(&self, selection: RwSignal<Selection>) {
        write(self.selection, selection.get_untracked());
    }
}

impl Questions {
    /// All figures are asked the same.
    pub(super) fn new(selection: &Selection) -> Self {
        let question = |_| Question { selection: RwSignal::new(selection.clone()), is_seen: AtomicBool::new(false) };
        Self { each: figures().map(question).collect(), following: RwSignal::new(usize::MAX) }
    }

    /// The question that the figure at this place among all figures answers.
    pub(super) fn of(&self, position: usize) -> RwSignal<Selection> {
        self.each[position].selection
    }

    /// Whether all figures have been asked what was settled last.
    pub(super) fn are_asked(&self) -> bool {
        self.following.get() >= self.each.len()
    }

    /// Notes whether a figure is in the window: then it is asked at once.
    pub(super) fn see(&self, position: usize, is_seen: bool, selection: RwSignal<Selection>) {
        let question = &self.each[position];
        question.is_seen.store(is_seen, Ordering::Relaxed);
        if is_seen {
            question.ask(selection);
        }
    }

    /// Asks the figures in the window; the others are behind from now on.
    pub(super) fn ask_seen(&self, selection: RwSignal<Selection>) {
        self.following.set(0);
        for question in self.each.iter().filter(|question| question.is_seen.load(Ordering::Relaxed)) {
            question.ask(selection);
        }
    }

    /// Asks all figures what is settled now, a few in each task.
    pub(super) fn settle(&'static self, settled: RwSignal<Selection>, selection: RwSignal<Selection>) {
        if settled.with_untracked(|settled| selection.with_untracked(|selection| settled == selection)) {
            return self.following.set(self.each.len());
        }
        settled.set(selection.get_untracked());
        self.following.set(0);
        in_turns(self.following, FIGURES_AT_ONCE, move |position| self.each[position].ask(settled));
    }
}
