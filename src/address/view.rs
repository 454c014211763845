//! How figures open.

/// Whether figures open as charts or as tables.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum View {
    /// A drawing.
    #[default]
    Chart,
    /// The same numbers as a table.
    Table,
}

impl View {
    /// Both ways.
    pub const ALL: [Self; 2] = [Self::Chart, Self::Table];

    /// The code in the address.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Chart => "chart",
            Self::Table => "table",
        }
    }
}
