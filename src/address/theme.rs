//! The themes of the page.

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum ThemeChoice {
    /// As the system has it.
    #[default]
    Auto,
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
    /// Dark ink on whatever ground the page around has.
    Transparent,
}

impl ThemeChoice {
    /// All themes.
    pub const ALL: [Self; 4] = [Self::Auto, Self::Light, Self::Dark, Self::Transparent];

    /// The code in the address.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Transparent => "transparent",
        }
    }

    /// The theme of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.code() == code)
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
