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
