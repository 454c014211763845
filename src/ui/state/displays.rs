//! Charts or tables: how figures open, and what was chosen for all of them.

use leptos::prelude::*;

use crate::address::{Address, Display};

/// How the figures of the page are shown, where the reader has not chosen for one alone.
#[derive(Clone, Copy)]
pub struct Displays {
    /// How figures open, and the one that this is said of where it is said of one.
    pub opened: RwSignal<(Display, Option<&'static str>)>,
    /// How often all figures were turned into tables or charts.
    pub choices_for_all: RwSignal<u32>,
    /// Whether what draws the charts did not arrive: then every figure is a table. Told after every attempt.
    pub has_lost_charts: RwSignal<bool>,
}

impl Displays {
    /// As an address opens the page.
    pub(super) fn of(address: &Address) -> Self {
        Self {
            opened: RwSignal::new(address.opened()),
            choices_for_all: RwSignal::new(0),
            has_lost_charts: RwSignal::new(false),
        }
    }

    /// As another address opens figures beside the page.
    pub(super) fn beside(self, address: &Address) -> Self {
        Self { opened: RwSignal::new(address.opened()), ..self }
    }
}
