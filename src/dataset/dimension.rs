//! The columns of `facts.csv` and `world.csv` that say which group of trials a fact is about.

use super::code_table::code_table;
use serde::{Deserialize, Serialize};

code_table! {
    /// A breakdown: one column of `facts.csv` or `world.csv` that holds a code, or nothing for the total.
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Deserialize, Serialize)]
    pub enum Dimension {
        /// New-drug trials or bioequivalence trials.
        Purpose = "purpose",
        /// Chemical drugs, biological products or traditional Chinese medicine.
        ProductType = "product_type",
        /// Chinese drug registration category.
        RegClass = "reg_class",
        /// Clinical trial phase.
        Phase = "phase",
        /// The reports' own indication groups.
        Disease = "disease",
        /// Domestic, multi-regional or other.
        Scope = "scope",
        /// Domestic or foreign sponsor.
        Sponsor = "sponsor",
        /// Children, older people or rare-disease patients.
        Population = "population",
        /// Technology, drug target or named product.
        Modality = "modality",
        /// Province, or domestic and foreign sites.
        Region = "region",
        /// Progress of the trial or a recorded feature of it.
        Status = "status",
        /// Country or group of countries, of numbers that are not CDE's.
        Area = "area",
        /// Registry of studies, of numbers that are not CDE's.
        Registry = "registry",
    }
}

impl Dimension {
    /// Position in [`Dimension::ALL`].
    pub const fn index(self) -> usize {
        self as usize
    }
}

#[cfg(test)]
mod tests {
    use super::Dimension;

    #[test]
    fn index_is_the_position_in_all() {
        for (position, dimension) in Dimension::ALL.into_iter().enumerate() {
            assert_eq!(dimension.index(), position);
            assert_eq!(Dimension::from_code(dimension.code()), Some(dimension));
        }
    }
}
