//! All that an address says.

use super::frame::Frame;
use super::language::Language;
use super::page::Page;
use super::theme::ThemeChoice;
use super::view::View;
use crate::query::{Against, Figure, Listing, Place, Selection};

/// A number of a figure whose proof is asked for.
#[derive(Clone, PartialEq, Debug)]
pub struct Proven {
    /// The figure, where it is another than the one that the address points at: `view` belongs to that one alone.
    pub figure: Option<&'static Figure>,
    /// Where in it.
    pub place: Place,
}

/// All that an address says.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Address {
    /// The reader's question.
    pub selection: Selection,
    /// The language, when the address names one.
    pub language: Option<Language>,
    /// The theme.
    pub theme: ThemeChoice,
    /// The figure that the address points at.
    pub figure: Option<&'static Figure>,
    /// The number whose proof is asked for.
    pub cell: Option<Proven>,
    /// The name of the fact whose proof is asked for, outside any figure.
    pub fact: Option<String>,
    /// What the page shows.
    pub page: Page,
    /// How all facts are listed.
    pub listing: Listing,
    /// What the selection is compared with.
    pub against: Option<Against>,
    /// How figures open.
    pub view: View,
    /// How the page stands inside another.
    pub frame: Frame,
}
