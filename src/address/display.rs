//! Display mode: whether figures open as charts or as tables.

use crate::dataset::code_table;

code_table! {
    /// Whether figures open as charts or as tables.
    #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
    pub enum Display {
        /// A drawing.
        #[default]
        Chart = "chart",
        /// The same numbers as a table.
        Table = "table",
    }
}
