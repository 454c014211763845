//! Dark mode and printing: what decides the colours of the page.

use leptos::prelude::*;

use crate::address::ThemeChoice;
use crate::figures::Theme;
use crate::host::document;
use crate::host::media::Dark;
use crate::ui::kit::signals::set_if_changed;

/// How the page looks: as the address asks, else as the reader's system is; on paper it is light.
#[derive(Clone, Copy)]
pub struct Appearance {
    /// Whether the page is dark.
    pub is_dark: RwSignal<bool>,
    /// Whether the page is being printed: then it is light, and every figure is drawn, wherever it stands.
    pub is_printing: RwSignal<bool>,
    pub(super) system_is_dark: RwSignal<bool>,
}

impl Appearance {
    /// What a theme looks like on the reader's system.
    pub(super) fn of(theme: ThemeChoice) -> Self {
        let system_is_dark = Dark::is_wished();
        Self {
            is_dark: RwSignal::new(theme.is_dark(system_is_dark)),
            is_printing: RwSignal::new(false),
            system_is_dark: RwSignal::new(system_is_dark),
        }
    }

    /// Another theme beside the page, which is printed with it.
    pub(super) fn beside(self, theme: ThemeChoice) -> Self {
        Self { is_dark: RwSignal::new(theme.is_dark(self.system_is_dark.get_untracked())), ..self }
    }

    /// Brings the colours up to a theme.
    pub(super) fn follow(self, theme: ThemeChoice) {
        let is_dark = theme.is_dark(self.system_is_dark.get_untracked());
        set_if_changed(self.is_dark, is_dark && !self.is_printing.get_untracked());
        document::set_theme(if self.is_dark.get_untracked() { "dark" } else { "light" });
    }

    /// The colours of the charts; follow the theme.
    pub fn theme(self) -> Theme {
        if self.is_dark.get() { Theme::DARK } else { Theme::LIGHT }
    }
}
