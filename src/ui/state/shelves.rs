//! Which figures stand on the page, by how well they answer: the one that leads, and the others under their questions.

use leptos::prelude::*;

use crate::figures::{SECTIONS, Shelf, lead, shelf};
use crate::ui::state::explorer::Explorer;

/// The figures of the page, handed down as context.
#[derive(Clone, Copy)]
pub struct Shelves {
    /// The figure that leads, by its position; it answers at once.
    pub lead: Memo<Option<usize>>,
    /// The figures of all questions under the settled question: how many answer each is said of all at once.
    now: Memo<Vec<Shelf>>,
    /// Whether the reader has opened all that is folded away.
    pub are_all_open: RwSignal<bool>,
    shelves: StoredValue<Vec<Memo<Shelf>>>,
}

/// The figures of the page.
///
/// # Panics
/// Outside `App`, which provides them: a mistake of ours that every browser test would show.
pub fn use_shelves() -> Shelves {
    expect_context::<Shelves>()
}

impl Shelves {
    /// The figures under the questions that each of them is asked.
    pub fn new(explorer: Explorer) -> Self {
        let is_card = untrack(|| explorer.card()).is_some();
        let lead = Memo::new(move |_| {
            let found = explorer.selection.with(|selection| lead(explorer.facts, selection));
            // A card is nothing but its figure.
            found.filter(|_| !is_card)
        });
        let now = Memo::new(move |_| {
            explorer.pace.settled.with(|selection| {
                SECTIONS.iter().map(|section| shelf(explorer.facts, section, selection)).collect::<Vec<Shelf>>()
            })
        });
        let shelves = (0..SECTIONS.len()).map(|position| {
            let asked = explorer.pace.asked_of_section(position);
            Memo::new(move |_| {
                // Its turn comes when the question has settled.
                asked.track();
                let mut shelf = now.with_untracked(|shelves| shelves.get(position).cloned()).unwrap_or_default();
                // The one that leads stands at the top of the page, with numbers of other years where there are no better.
                shelf.without.retain(|position| Some(*position) != lead.get());
                shelf
            })
        });
        Self { lead, now, are_all_open: RwSignal::new(false), shelves: StoredValue::new(shelves.collect()) }
    }

    /// The figures of a question, by its position.
    pub fn of(self, section: usize) -> Memo<Shelf> {
        self.shelves.with_value(|shelves| shelves[section])
    }

    /// How many figures answer a question, by its position.
    pub fn answers_to(self, section: usize) -> usize {
        self.now.with(|shelves| shelves.get(section).map_or(0, Shelf::answers))
    }

    /// How many figures answer.
    pub fn answers(self) -> usize {
        self.now.with(|shelves| shelves.iter().map(Shelf::answers).sum())
    }
}
