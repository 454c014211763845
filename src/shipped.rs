//! The data that the page ships: read and checked by `build.rs`, so that a broken file breaks the build.

use std::sync::OnceLock;

use crate::dataset::{Facts, Library, Texts};

/// Why shipped data do not unpack: never for a program that was built, because a test unpacks them.
type NotUnpacked = &'static postcard::Error;

impl Facts {
    /// The facts that the page ships, unpacked once.
    ///
    /// # Errors
    /// Never for a program that was built: a test unpacks them.
    pub fn shipped() -> Result<&'static Self, NotUnpacked> {
        static FACTS: OnceLock<Result<Facts, postcard::Error>> = OnceLock::new();
        let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/facts.bin"));
        FACTS.get_or_init(|| Self::from_bytes(bytes)).as_ref()
    }
}

impl Library<'static> {
    /// The SHA-256 of each data file that the page ships, in the form of `sha256sum`.
    pub const DATA_SUMS: &'static str = include_str!(concat!(env!("OUT_DIR"), "/sums.txt"));

    /// The facts that the page ships with their texts, unpacked once. Only late parts may call it: it brings the texts along.
    ///
    /// # Errors
    /// Never for a program that was built: a test unpacks them.
    pub fn shipped() -> Result<Self, NotUnpacked> {
        static TEXTS: OnceLock<Result<Texts, postcard::Error>> = OnceLock::new();
        let facts = Facts::shipped()?;
        let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/texts.bin"));
        let texts = TEXTS.get_or_init(|| Texts::from_bytes(bytes, facts)).as_ref()?;
        Ok(Self::new(facts, texts))
    }
}
