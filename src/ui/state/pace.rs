//! Scheduler of the page: who answers when.
//!
//! What happens when the page opens:
//! 1. Its parts are built one in each task, unseen, and shown together ([`Pace::built`]).
//! 2. Figures are put on the page, first up to the one that the address points at ([`Pace::mounted`]).
//! 3. When ECharts is there, they are drawn one in each task ([`Pace::drawn`]).
//! 4. When the details are there, figures get their sources and notes, a few in each task ([`Pace::detailed`]).
//!
//! What happens after a choice:
//! 1. The explorer changes the address and the signals that follow from it. What stands in the window first answers at
//!    once: sentence and headline numbers ([`Pace::words`]), and one figure, which is the one that leads where it is in
//!    the window ([`Pace::answer`]).
//! 2. The other figures in the window follow, one in each frame.
//! 3. When they have been painted, [`Pace::settled`] follows: dropdown counts, how many figures answer each question, the
//!    views; and in the task after it [`Pace::lines`], and the words where they are outside the window.
//! 4. The questions follow, one in each task, those in the window first: which of their figures answer, and those outside
//!    the window. A figure that comes into the window answers at once. Charts that nobody sees yet are drawn one in each
//!    task ([`Pace::unseen`]).
//! 5. When all have answered, `data-ready` says so (`ui/ready.rs`).

use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};

use leptos::prelude::*;

use crate::dataset::sorted_by;
use crate::host::anchor::Anchor;
use crate::host::frames;
use crate::query::Selection;
use crate::ui::kit::queue::Queue;
use crate::ui::kit::signals::set_if_changed;
use crate::ui::kit::turns::Turns;

/// As many tasks as it takes to build the page.
pub const STAGES: usize = 5;
/// As many figures as a window can show.
const FIGURES_IN_A_WINDOW: usize = 2;
/// As many figures as get their sources and notes in one task.
const FIGURES_AT_ONCE: usize = 4;

/// The schedule of the page. All figures are counted in the order of the page.
#[derive(Clone, Copy)]
pub struct Pace {
    /// The stages of the page that are built.
    pub built: Turns,
    /// The figures that stand on the page.
    pub mounted: Turns,
    /// The figures that may draw.
    pub drawn: Turns,
    /// The figures that show their sources and notes.
    pub detailed: Turns,
    /// The question that sentence and headline numbers answer.
    pub words: RwSignal<Selection>,
    /// The question that everything outside the window answers: a moment later than the reader's own.
    pub settled: RwSignal<Selection>,
    /// The question that the small lines beside the headline numbers answer.
    pub lines: RwSignal<Selection>,
    are_words_seen: StoredValue<bool>,
    /// What is read while the page answers: it stays where it is.
    anchor: StoredValue<Option<Anchor>, LocalStorage>,
    /// The figure that leads.
    lead: StoredValue<Option<usize>>,
    /// The charts near the window that are drawn when there is time.
    pub unseen: Queue,
    /// How many sections have been asked the settled question already.
    asked: RwSignal<usize>,
    /// The sections that have not, in the order in which they will be.
    unasked: StoredValue<Vec<usize>>,
    /// Whether a task waits that will ask the next of them.
    is_asking: StoredValue<bool>,
    sections: StoredValue<Vec<SectionTurn>>,
    figures: StoredValue<Vec<FigureTurn>>,
}

/// What the figures of one section are asked together, and where they stand among all figures.
struct SectionTurn {
    selection: RwSignal<Selection>,
    figures: Range<usize>,
}

/// What one figure is asked.
struct FigureTurn {
    selection: RwSignal<Selection>,
    is_seen: AtomicBool,
}

impl FigureTurn {
    fn ask(&self, selection: RwSignal<Selection>) {
        set_if_changed(self.selection, selection.get_untracked());
    }
}

impl Pace {
    /// Nothing is built; all figures are asked the same. `sizes` are those of the sections.
    pub fn new(sizes: impl Iterator<Item = usize>, selection: &Selection) -> Self {
        let mut figures = 0;
        let section = |size| {
            let first = figures;
            figures += size;
            SectionTurn { selection: RwSignal::new(selection.clone()), figures: first..figures }
        };
        let sections: Vec<SectionTurn> = sizes.map(section).collect();
        let turn = |_| FigureTurn { selection: RwSignal::new(selection.clone()), is_seen: AtomicBool::new(false) };
        Self {
            built: Turns::new(STAGES),
            mounted: Turns::new(figures),
            drawn: Turns::new(figures),
            detailed: Turns::new(figures),
            words: RwSignal::new(selection.clone()),
            settled: RwSignal::new(selection.clone()),
            lines: RwSignal::new(selection.clone()),
            are_words_seen: StoredValue::new(true),
            anchor: StoredValue::new_local(None),
            lead: StoredValue::new(None),
            unseen: Queue::new(),
            asked: RwSignal::new(sections.len()),
            unasked: StoredValue::new(Vec::new()),
            is_asking: StoredValue::new(false),
            sections: StoredValue::new(sections),
            figures: StoredValue::new((0..figures).map(turn).collect()),
        }
    }

    /// Puts figures on the page: up to the one that is wanted now, and the rest when that has been painted.
    pub fn mount(self, wanted: Option<usize>) {
        self.mounted.admit(wanted.map_or(0, |position| position + FIGURES_IN_A_WINDOW));
        frames::after_paint(move || self.mounted.run(1));
    }

    /// Lets every figure stand, draw and show its sources at once: for the few that stand beside the page.
    pub fn admit_all(self) {
        for turns in [self.mounted, self.drawn, self.detailed] {
            turns.admit(usize::MAX);
        }
    }

    /// Lets the figures show their sources and notes.
    pub fn show_details(self) {
        self.detailed.run(FIGURES_AT_ONCE);
    }

    /// The question that a figure answers now.
    pub fn question(self, figure: usize) -> RwSignal<Selection> {
        self.figures.with_value(|figures| figures[figure].selection)
    }

    /// The question that a section answers now, by its position.
    pub fn asked_of_section(self, section: usize) -> RwSignal<Selection> {
        self.sections.with_value(|sections| sections[section].selection)
    }

    /// Notes whether a figure is in the window; there it answers at once.
    pub fn see(self, figure: usize, is_seen: bool, selection: RwSignal<Selection>) {
        self.figures.with_value(|figures| {
            figures[figure].is_seen.store(is_seen, Ordering::Relaxed);
            if is_seen {
                self.unseen.prefer(figure);
                figures[figure].ask(selection);
            }
        });
    }

    /// Whether a figure is in the window.
    pub fn is_seen(self, figure: usize) -> bool {
        self.figures.with_value(|figures| figures[figure].is_seen.load(Ordering::Relaxed))
    }

    /// Notes which figure leads.
    pub fn set_lead(self, lead: Option<usize>) {
        self.lead.set_value(lead);
    }

    /// Notes whether sentence and headline numbers are in the window; there they answer at once.
    pub fn see_words(self, are_seen: bool, selection: RwSignal<Selection>) {
        self.are_words_seen.set_value(are_seen);
        if are_seen {
            set_if_changed(self.words, selection.get_untracked());
        }
    }

    /// Notes what is read now, so that it stays where it is while the page answers.
    pub fn note_place(self) {
        self.anchor.set_value(Anchor::find());
    }

    /// Answers a question: what stands in the window first at once, the rest of the window frame by frame, and when that
    /// has been painted everything else.
    pub fn answer(self, selection: RwSignal<Selection>) {
        self.asked.set(0);
        if self.are_words_seen.get_value() {
            set_if_changed(self.words, selection.get_untracked());
        }
        let mut seen = self.seen();
        if !seen.is_empty() {
            self.ask(seen.remove(0), selection);
        }
        frames::after_paint(move || self.go_on(seen, selection));
    }

    /// The figures in the window: the one that leads first, then from the top.
    fn seen(self) -> Vec<usize> {
        let lead = self.lead.get_value();
        let seen: Vec<usize> = self.figures.with_value(|figures| {
            let seen = figures.iter().enumerate().filter(|(_, figure)| figure.is_seen.load(Ordering::Relaxed));
            seen.map(|(position, _)| position).collect()
        });
        sorted_by(seen, |one, other| (Some(*one) != lead).cmp(&(Some(*other) != lead)))
    }

    fn ask(self, figure: usize, selection: RwSignal<Selection>) {
        self.figures.with_value(|figures| figures[figure].ask(selection));
    }

    /// Asks the next figure in the window, and the others frame by frame.
    fn go_on(self, mut seen: Vec<usize>, selection: RwSignal<Selection>) {
        if seen.is_empty() {
            return self.settle(selection);
        }
        self.ask(seen.remove(0), selection);
        frames::before_paint(move || self.hold());
        frames::after_paint(move || self.go_on(seen, selection));
    }

    /// Everything follows. A change that asks the same, such as one of the language, leaves the sections that are being asked alone.
    fn settle(self, selection: RwSignal<Selection>) {
        if self.settled.with_untracked(|settled| selection.with_untracked(|selection| settled == selection)) {
            return self.note_asked();
        }
        self.settled.set(selection.get_untracked());
        self.unasked.set_value(self.sections_in_order());
        self.note_asked();
        frames::next_task(move || {
            set_if_changed(self.words, self.settled.get_untracked());
            set_if_changed(self.lines, self.settled.get_untracked());
            if !self.is_asking.get_value() {
                self.ask_next_section();
            }
        });
    }

    fn note_asked(self) {
        let sections = self.sections.with_value(Vec::len);
        self.asked.set(sections - self.unasked.with_value(Vec::len));
    }

    /// Asks the next section, and in a task of its own the one after it, until all have been asked.
    fn ask_next_section(self) {
        let next = self.unasked.try_update_value(|unasked| (!unasked.is_empty()).then(|| unasked.remove(0)));
        // The page may be gone by then.
        let Some(next) = next else { return };
        if let Some(section) = next {
            self.ask_section(section);
            self.note_asked();
            frames::next_task(move || self.ask_next_section());
        }
        self.is_asking.set_value(next.is_some());
    }

    /// The sections by their positions: those of which a figure is in the window first.
    fn sections_in_order(self) -> Vec<usize> {
        let is_seen = |section: usize| {
            self.figures.with_value(|all| {
                self.sections.with_value(|sections| {
                    all[sections[section].figures.clone()].iter().any(|figure| figure.is_seen.load(Ordering::Relaxed))
                })
            })
        };
        let (seen, rest): (Vec<usize>, Vec<usize>) =
            (0..self.sections.with_value(Vec::len)).partition(|section| is_seen(*section));
        seen.into_iter().chain(rest).collect()
    }

    /// What is read stays where it is.
    fn hold(self) {
        self.anchor.with_value(|anchor| anchor.iter().for_each(Anchor::hold));
    }

    fn ask_section(self, section: usize) {
        frames::before_paint(move || self.hold());
        self.sections.with_value(|sections| {
            let SectionTurn { selection, figures } = &sections[section];
            set_if_changed(*selection, self.settled.get_untracked());
            self.figures.with_value(|all| all[figures.clone()].iter().for_each(|figure| figure.ask(self.settled)));
        });
    }

    /// Whether all that is to be seen stands, and answers this question.
    pub fn has_answered(self, selection: RwSignal<Selection>) -> bool {
        self.settled.with(|settled| selection.with(|selection| settled == selection))
            && self.asked.get() >= self.sections.with_value(Vec::len)
            && self.mounted.is_complete()
            && self.drawn.is_complete()
            && self.unseen.is_empty()
    }
}
