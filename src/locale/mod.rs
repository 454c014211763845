//! Translations: the page's two languages, with labels, numbers, sentences and messages.
//!
//! Labels of data come from `codes.csv`; everything else that a reader sees stands in `messages`.

pub mod answers;
mod brief;
mod brief_files;
mod cell;
mod chart;
mod chinese;
mod describe;
pub mod glossary;
mod headline;
mod memo;
mod memo_pictures;
mod messages;
pub mod methods;
mod notes;
mod number;
mod own;
mod packs;
mod pictures;
mod problems;
mod proof;
mod provenance;
mod records;
mod self_test;
mod sentence;
mod sheets;
mod shelves;
mod templates;
mod trials;
mod views;
mod words;

pub use crate::address::Language;
pub use answers::{Answer, Target};
pub use brief_files::FigureView;
pub use headline::Line;
pub use memo::MemoContext;
pub use memo_pictures::{MemoDraft, PictureDraft};
pub use messages::brief::BriefMessage;
pub use messages::file::FileMessage;
pub use messages::own::OwnMessage;
pub use messages::picture::PictureMessage;
pub use messages::{LateMessage, Message, Phrase};
pub use packs::PackTexts;
pub use pictures::Look;
pub use proof::ProofLine;
pub use self_test::Check;
pub use sentence::{Lede, Span, heading, memo_text, plain_text};
pub use sheets::Shown;
pub use trials::naming;
pub use words::{LibraryWords, Words};
