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
    fn only_the_automatic_theme_follows_the_system() {
        for (theme, in_light, in_dark) in [
            (ThemeChoice::Auto, false, true),
            (ThemeChoice::Light, false, false),
            (ThemeChoice::Dark, true, true),
            (ThemeChoice::Transparent, false, false),
        ] {
            assert_eq!((theme.is_dark(false), theme.is_dark(true)), (in_light, in_dark), "{theme:?}");
        }
    }
}
