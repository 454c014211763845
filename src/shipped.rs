//! The dataset that the page ships: read and checked by `build.rs`, so that a broken file breaks the build.

use std::sync::OnceLock;

use crate::dataset::Dataset;

impl Dataset {
    /// The dataset that the page ships, unpacked once.
    ///
    /// # Errors
    /// Never for a program that was built: a test unpacks it.
    pub fn shipped() -> Result<&'static Self, &'static postcard::Error> {
        static SHIPPED: OnceLock<Result<Dataset, postcard::Error>> = OnceLock::new();
        let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/dataset.bin"));
        SHIPPED.get_or_init(|| Self::from_bytes(bytes)).as_ref()
    }

    /// The same dataset without the texts that only a number's proof shows ([`Dataset::lean`]): what the page starts with.
    ///
    /// # Errors
    /// Never for a program that was built: a test unpacks it.
    pub fn shipped_lean() -> Result<&'static Self, &'static postcard::Error> {
        static LEAN: OnceLock<Result<Dataset, postcard::Error>> = OnceLock::new();
        let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/dataset.lean.bin"));
        LEAN.get_or_init(|| Self::from_bytes(bytes)).as_ref()
    }
}
