//! What is said of a brief that could not be read as it stands.

use super::messages::Message;
use super::messages::brief::BriefMessage;
use super::words::Words;
use crate::address::{Expected, FileProblem, WhyUnread};

impl Words<'_> {
    /// Why a part of a brief could not be read as it stands there.
    pub fn why_unread(&self, why: WhyUnread) -> &'static str {
        self.say(match why {
            WhyUnread::Unknown => BriefMessage::WhyUnknown,
            WhyUnread::Repeated => BriefMessage::WhyRepeated,
            WhyUnread::TooMany => BriefMessage::WhyTooMany,
            WhyUnread::NoteCut => BriefMessage::WhyNoteCut,
        })
    }

    /// Why a file is no brief: where, what was expected there, and what was found.
    pub fn file_problem(&self, problem: &FileProblem) -> String {
        let FileProblem { at, expected, found } = problem;
        let expected = expected.example().unwrap_or_else(|| {
            self.say(match expected {
                Expected::Json => BriefMessage::ExpectedJson,
                Expected::Text => BriefMessage::ExpectedText,
                _ => BriefMessage::ExpectedObject,
            })
        });
        let place = if at.is_empty() {
            String::new()
        } else {
            format!("{}{at}{}", self.say(BriefMessage::At), self.say(Message::ListSemicolon))
        };
        let found = if found.is_empty() {
            self.say(BriefMessage::FoundNothing).to_owned()
        } else {
            format!("{}{found}", self.say(BriefMessage::Found))
        };
        let comma = self.say(Message::ListComma);
        format!(
            "{}{place}{}{expected}{comma}{found}",
            self.say(BriefMessage::NotOpened),
            self.say(BriefMessage::Expected)
        )
    }
}
