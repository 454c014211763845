//! The keys of the address, and its version.

use crate::query::Filter;

/// The version of the address that this program writes. An address without a version is read as this one.
pub const VERSION: u32 = 1;

/// The query string that asks for everything in so many words.
pub const EVERYTHING: &str = "v=1";
const _: () = assert!(VERSION == 1, "EVERYTHING names the version");

/// The keys that are understood, in the order in which they are written.
pub const KEYS: [&str; 24] = [
    "v",
    "year",
    "product",
    "disease",
    "phase",
    "category",
    "population",
    "lang",
    "theme",
    "page",
    "figure",
    "cell",
    "fact",
    "number",
    "against",
    "q",
    "sort",
    "statistic",
    "grade",
    "view",
    "mode",
    "hide",
    "lock",
    "brief",
];

/// The keys that say how the page looks, and ask nothing of its numbers.
pub const LOOKS: [&str; 3] = ["v", "lang", "theme"];

/// The keys that open the proof of a number: those of a cell, of a fact, and of a number that stands in no figure.
pub const PROOFS: [&str; 3] = ["cell", "fact", "number"];

/// The key of a filter.
pub const fn key(filter: Filter) -> &'static str {
    match filter {
        Filter::ProductType => "product",
        Filter::Disease => "disease",
        Filter::Phase => "phase",
        Filter::RegClass => "category",
        Filter::Population => "population",
    }
}

#[cfg(test)]
mod tests {
    use super::{KEYS, LOOKS, PROOFS};

    #[test]
    fn what_is_said_of_keys_is_said_of_keys_that_there_are() {
        assert!(LOOKS.iter().chain(&PROOFS).all(|key| KEYS.contains(key)));
    }
}
