//! The columns of `facts.csv` that say which group of trials a figure is about.

use serde::{Deserialize, Serialize};

/// A breakdown of the reports: one column of `facts.csv` that holds a code, or nothing for the total.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Deserialize, Serialize)]
pub enum Dimension {
    /// New-drug trials or bioequivalence trials.
    Purpose,
    /// Chemical drugs, biological products or traditional Chinese medicine.
    ProductType,
    /// Chinese drug registration category.
    RegClass,
    /// Clinical trial phase.
    Phase,
    /// The reports' own indication groups.
    Disease,
    /// Domestic, multi-regional or other.
    Scope,
    /// Domestic or foreign sponsor.
    Sponsor,
    /// Children, older people or rare-disease patients.
    Population,
    /// Technology, drug target or named product.
    Modality,
    /// Province, or domestic and foreign sites.
    Region,
    /// Progress of the trial or a recorded feature of it.
    Status,
}

impl Dimension {
    /// How many dimensions there are.
    pub const COUNT: usize = 11;

    /// All dimensions, in the order of the columns of `facts.csv`.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Purpose,
        Self::ProductType,
        Self::RegClass,
        Self::Phase,
        Self::Disease,
        Self::Scope,
        Self::Sponsor,
        Self::Population,
        Self::Modality,
        Self::Region,
        Self::Status,
    ];

    /// The column's name in `facts.csv`, and the dimension's name in `codes.csv`.
    pub const fn column(self) -> &'static str {
        match self {
            Self::Purpose => "purpose",
            Self::ProductType => "product_type",
            Self::RegClass => "reg_class",
            Self::Phase => "phase",
            Self::Disease => "disease",
            Self::Scope => "scope",
            Self::Sponsor => "sponsor",
            Self::Population => "population",
            Self::Modality => "modality",
            Self::Region => "region",
            Self::Status => "status",
        }
    }

    /// The dimension with this column name.
    pub fn from_column(column: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|dimension| dimension.column() == column)
    }

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
            assert_eq!(Dimension::from_column(dimension.column()), Some(dimension));
        }
    }
}
