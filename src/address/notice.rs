//! Warnings: what in an address was ignored, and why.

/// Something in an address that was ignored.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notice {
    /// The key, as far as it could be read.
    pub key: String,
    /// The value, as far as it could be read.
    pub value: String,
    /// Why it was ignored.
    pub problem: Problem,
}

/// Longest text that a notice repeats, in characters: an address can be made by anyone.
const LONGEST_ECHO: usize = 40;

impl std::fmt::Display for Notice {
    /// Key and value, short enough to be shown.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let echo = |text: &str| -> String {
            let mut echo: String = text.chars().take(LONGEST_ECHO).collect();
            if text.chars().nth(LONGEST_ECHO).is_some() {
                echo.push('…');
            }
            echo
        };
        write!(formatter, "{}={}", echo(&self.key), echo(&self.value))
    }
}

/// Why a part of an address was ignored.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Problem {
    /// No such key.
    UnknownKey,
    /// No such value for this key.
    UnknownValue,
    /// The key stands there more than once; the first counts.
    Repeated,
    /// A cell or a card of a figure that the address does not name.
    WithoutFigure,
    /// The address was written by a newer version of this page.
    NewerVersion,
}
