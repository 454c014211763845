//! Filters: which years, product types, disease areas, phases, registration categories and special groups the reader chose.

use crate::dataset::{CodeId, Dimension, Year, distinct};

/// A dropdown that chooses codes of one dimension.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Filter {
    /// Chemical drugs, biological products (therapeutic, preventive), traditional Chinese medicine.
    ProductType,
    /// The reports' own indication groups.
    Disease,
    /// Phase I to IV.
    Phase,
    /// Registration category.
    RegClass,
    /// Children, older people, rare diseases.
    Population,
}

impl Filter {
    /// How many filters there are.
    pub const COUNT: usize = 5;

    /// All filters, in the order of the filter bar.
    pub const ALL: [Self; Self::COUNT] =
        [Self::ProductType, Self::Disease, Self::Phase, Self::RegClass, Self::Population];

    /// The dimension whose codes it chooses.
    pub const fn dimension(self) -> Dimension {
        match self {
            Self::ProductType => Dimension::ProductType,
            Self::Disease => Dimension::Disease,
            Self::Phase => Dimension::Phase,
            Self::RegClass => Dimension::RegClass,
            Self::Population => Dimension::Population,
        }
    }

    /// The filter for a dimension, where there is one.
    pub fn of(dimension: Dimension) -> Option<Self> {
        Self::ALL.into_iter().find(|filter| filter.dimension() == dimension)
    }
}

/// The years that are asked about.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Years {
    /// Every year of the dataset.
    #[default]
    All,
    /// One year.
    One(Year),
    /// A range, both ends included; made by [`Years::between`], so that the first is before the second.
    Range(Year, Year),
}

impl Years {
    /// The years from one to the other, in either order; one year when they are the same.
    pub fn between(one: Year, other: Year) -> Self {
        match one.cmp(&other) {
            std::cmp::Ordering::Less => Self::Range(one, other),
            std::cmp::Ordering::Equal => Self::One(one),
            std::cmp::Ordering::Greater => Self::Range(other, one),
        }
    }

    /// Whether a year is asked about.
    pub fn contains(self, year: Year) -> bool {
        match self {
            Self::All => true,
            Self::One(one) => one == year,
            Self::Range(first, last) => (first..=last).contains(&year),
        }
    }
}

/// The reader's question. The default asks about everything.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Selection {
    /// The years.
    pub years: Years,
    /// For each filter the chosen codes, sorted and without repeats; none means all.
    codes: [Vec<CodeId>; Filter::COUNT],
}

impl Selection {
    /// The chosen codes of a filter, sorted; none means all.
    pub fn codes(&self, filter: Filter) -> &[CodeId] {
        &self.codes[filter as usize]
    }

    /// The chosen code of a filter when exactly one is chosen.
    pub fn single(&self, filter: Filter) -> Option<CodeId> {
        match self.codes(filter) {
            [code] => Some(*code),
            _ => None,
        }
    }

    /// The same question about other years.
    #[must_use]
    pub fn with_years(&self, years: Years) -> Self {
        Self { years, ..self.clone() }
    }

    /// The same question with other codes for one filter; none means all.
    #[must_use]
    pub fn with_codes(&self, filter: Filter, codes: impl IntoIterator<Item = CodeId>) -> Self {
        let mut changed = self.clone();
        changed.codes[filter as usize] = distinct(codes);
        changed
    }

    /// The filters that choose anything, in their order.
    pub fn active(&self) -> impl Iterator<Item = Filter> + '_ {
        Filter::ALL.into_iter().filter(|filter| !self.codes(*filter).is_empty())
    }

    /// Whether nothing is chosen.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}
