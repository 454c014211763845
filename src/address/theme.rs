//! The themes of the page.

use crate::dataset::code_table;

code_table! {
    /// Light, dark, or as the system has it.
    #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
    pub enum ThemeChoice {
        /// As the system has it.
        #[default]
        Auto = "auto",
        /// Dark ink on light paper.
        Light = "light",
        /// Light ink on dark paper.
        Dark = "dark",
        /// Dark ink on whatever ground the page around has.
        Transparent = "transparent",
    }
}

impl ThemeChoice {
    /// This choice, and where it leaves it to others, another.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        match self {
            Self::Auto => other,
            Self::Light | Self::Dark | Self::Transparent => self,
        }
    }

    /// Whether the page is dark under this theme.
    pub const fn is_dark(self, system_is_dark: bool) -> bool {
        match self {
            Self::Auto => system_is_dark,
            Self::Light | Self::Transparent => false,
            Self::Dark => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_comes_before_the_portal_and_the_portal_before_the_system() {
        use ThemeChoice::{Auto, Dark, Light, Transparent};
        let cases = [
            // (chosen, set by the portal, in a light system, in a dark one)
            (Auto, Auto, false, true),
            (Auto, Light, false, false),
            (Auto, Dark, true, true),
            (Light, Auto, false, false),
            (Light, Dark, false, false),
            (Dark, Auto, true, true),
            (Dark, Light, true, true),
            (Transparent, Auto, false, false),
            (Transparent, Dark, false, false),
        ];
        for (chosen, of_portal, in_light, in_dark) in cases {
            let found = [false, true].map(|system_is_dark| chosen.or(of_portal).is_dark(system_is_dark));
            assert_eq!(found, [in_light, in_dark], "{chosen:?} {of_portal:?}");
        }
    }
}
