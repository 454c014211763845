//! The answers of the search field, in the reader's words.

use std::sync::OnceLock;

use crate::dataset::Library;
use crate::figures::figure;
use crate::query::Figure;
use crate::search::{Index, Note, Target as Found};

use super::{Language, LateMessage};

/// As many answers as are worth reading.
const MOST_ANSWERS: usize = 8;

/// One answer, ready to be shown.
#[derive(Clone, PartialEq, Debug)]
pub struct Answer {
    /// What it is: the question of a figure, what a fact is about, or the name of a topic.
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
    /// To the list of sources.
    Sources,
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
            Some(Note::NewDrugsAreMore) => words.say(LateMessage::NewDrugsAreMore),
            None => "",
        };
        match target {
            Found::Figure(figure) => Answer {
                title: words.question_in_section(figure),
                value: String::new(),
                note,
                target: Target::Figure(figure),
            },
            Found::Topic(topic) => Answer {
                title: words.about(topic.name),
                value: String::new(),
                note: words.text(topic.text),
                target: topic.figure.and_then(figure).map_or(Target::Sources, Target::Figure),
            },
            Found::Fact(id) => {
                let [_, group, _, value] = words.fact_cells(id);
                let title = words.fact_title(id, &group);
                Answer { title, value, note, target: Target::Fact(library.name(id).to_owned()) }
            }
        }
    };
    hits.into_iter().map(|hit| answer((hit.target, hit.note))).collect()
}
