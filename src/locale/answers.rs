//! The answers of the search field, in the reader's words.

use std::sync::OnceLock;

use crate::dataset::{Library, Origin};
use crate::query::Figure;
use crate::search::{Index, Note, Target as Found};

use super::{Language, LateMessage, Message};

/// As many answers as are worth reading.
const MOST_ANSWERS: usize = 8;

/// One answer, ready to be shown.
#[derive(Clone, PartialEq, Debug)]
pub struct Answer {
    /// What it is: the question of a figure, or what a fact is about.
    pub title: String,
    /// Its value, for a fact.
    pub value: String,
    /// What to know beside it; often nothing.
    pub note: &'static str,
    /// Where it leads.
    pub target: Target,
}

/// Where an answer leads.
#[derive(Clone, PartialEq, Debug)]
pub enum Target {
    /// To a figure.
    Figure(&'static Figure),
    /// To the proof of a fact, by its name in `facts.csv`.
    Fact(String),
}

/// What a query leads to, the best answer first. The index is made once, at the first query.
pub fn find(library: Library<'static>, language: Language, query: &str) -> Vec<Answer> {
    static INDEX: OnceLock<Index> = OnceLock::new();
    let words = library.words(language);
    let hits = INDEX.get_or_init(|| Index::new(library.facts())).find(query, MOST_ANSWERS);
    let answer = |(target, note): (Found, Option<Note>)| {
        let note = match note {
            Some(Note::InnovativeIsCategory1) => words.say(LateMessage::InnovativeIsCategory1),
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
                let is_other = words.facts.origin_of(words.facts.fact(id)) == Origin::World;
                let note = if is_other { words.say(Message::NotOfReports) } else { note };
                Answer { title, value, note, target: Target::Fact(library.name(id).to_owned()) }
            }
        }
    };
    hits.into_iter().map(|hit| answer((hit.target, hit.note))).collect()
}
