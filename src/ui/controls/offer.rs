//! Offering a file, and what to say of what became of it.

use crate::host::download::{self, Offered};
use crate::locale::{LateMessage, Words};
use crate::ui::controls::outcome::Outcome;
use crate::ui::late::Made;

/// Offers a file, and says what it lacks; where it may not arrive, its text is there, if it is one.
pub fn offer(words: Words<'_>, Made { name, media_type, bytes, lack }: Made) -> Outcome {
    let offered = download::offer_bytes(&name, media_type, &bytes);
    let text = String::from_utf8(bytes).map_err(|_| words.say(LateMessage::BinaryDropped));
    match (outcome_of(offered, name, text), lack) {
        (Outcome::Saved(name), Some(lack)) => {
            Outcome::Said(format!("{} {name}. {lack}", words.say(LateMessage::FileSaved)))
        }
        (outcome, _) => outcome,
    }
}

/// What became of a file of this name that was offered: with its text, or what to say where it may not have arrived and is none.
pub fn outcome_of(offered: Offered, name: String, text: Result<String, &str>) -> Outcome {
    match (offered, text) {
        (Offered::Saved, _) => Outcome::Saved(name),
        (Offered::Perhaps, Ok(text)) => Outcome::Perhaps(text),
        (Offered::Refused, Ok(text)) => Outcome::ByHand(LateMessage::DownloadBlocked, text),
        (Offered::Perhaps | Offered::Refused, Err(otherwise)) => Outcome::Failed(otherwise.to_owned()),
    }
}
