//! The answers of the search field.

use std::sync::OnceLock;

use crate::dataset::Library;
use crate::locale::{Language, Late};
use crate::search::{Index, Note, Target as Found};
use crate::ui::finder::{Answer, MOST_ANSWERS, Target};

/// What a query leads to, in the reader's words.
pub(super) fn find(dataset: Library<'static>, language: Language, query: &str) -> Vec<Answer> {
    static INDEX: OnceLock<Index> = OnceLock::new();
    let words = dataset.words(language);
    let hits = INDEX.get_or_init(|| Index::new(dataset.facts())).find(query, MOST_ANSWERS);
    let answer = |(target, note): (Found, Option<Note>)| {
        let note = match note {
            Some(Note::InnovativeIsCategory1) => words.say(Late::InnovativeIsCategory1),
            None => "",
        };
        match target {
            Found::Figure(figure) => Answer {
                title: words.question_in_section(figure),
                value: String::new(),
                note,
                target: Target::Figure(figure),
            },
            Found::Fact(id) => {
                let [_, group, _, value] = words.fact_cells(id);
                let title = words.fact_title(id, &group);
                Answer { title, value, note, target: Target::Fact(dataset.name(id).to_owned()) }
            }
        }
    };
    hits.into_iter().map(|hit| answer((hit.target, hit.note))).collect()
}
