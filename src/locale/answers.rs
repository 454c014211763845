//! The answers of the search field, in the reader's words.

use std::sync::OnceLock;

use crate::dataset::{Library, Origin};
use crate::figures::figure;
use crate::query::Figure;
use crate::search::{Index, Note, Target as Found};

use super::{Language, LateMessage, Message};

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
                let is_other = words.facts.origin_of(words.facts.fact(id)) == Origin::World;
                let note = if is_other { words.say(Message::NotOfReports) } else { note };
                Answer { title, value, note, target: Target::Fact(library.name(id).to_owned()) }
            }
        }
    };
    hits.into_iter().map(|hit| answer((hit.target, hit.note))).collect()
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test may fail")]
mod tests {
    use super::{Answer, Language, Target, find};
    use crate::dataset::Library;

    fn first(language: Language, query: &str) -> Answer {
        let library = Library::shipped().expect("the shipped data unpack");
        find(library, language, query).into_iter().next().expect("an answer")
    }

    #[test]
    fn a_topic_says_in_both_languages_that_no_number_answers_and_leads_to_what_comes_nearest() {
        let english = first(Language::En, "quality control");
        assert_eq!((english.title.as_str(), english.value.as_str()), ("About quality control:", ""));
        assert!(english.note.starts_with("no source found prints a number"), "{}", english.note);
        let chinese = first(Language::Zh, "质控");
        assert_eq!(chinese.title, "关于质量管理：");
        assert!(chinese.note.starts_with("所查来源均未公布"), "{}", chinese.note);
        for answer in [english, chinese] {
            assert!(matches!(answer.target, Target::Figure(figure) if figure.id == "data_monitoring"), "{answer:?}");
        }
        assert_eq!(first(Language::En, "Covington").target, Target::Sources);
    }

    #[test]
    fn innovative_drugs_say_which_number_is_meant() {
        let english = first(Language::En, "innovative drugs");
        assert_eq!((english.value.as_str(), english.note.is_empty()), ("1,735 trials", false));
        let chinese = first(Language::Zh, "新药");
        assert_eq!(chinese.title, "2024年新药临床试验 · 计数");
        assert_eq!(chinese.value, "2539项");
        assert!(chinese.note.contains("创新药"), "{}", chinese.note);
    }
}
