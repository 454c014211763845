//! What the entries of several questions share.

use crate::dataset::Dimension::{ProductType, Purpose};
use crate::dataset::{Dimension, Statistic, Year};
use crate::query::{Axis, Break, Members, Text};

pub(super) const NEW_DRUG: (Dimension, &str) = (Purpose, "new_drug");
pub(super) const PRODUCT_TYPES: Axis = Axis::Codes(ProductType, Members::Top);
/// The same with their whole, of which a part that is not printed is what is left.
pub(super) const PRODUCT_TYPES_AND_WHOLE: Axis = Axis::PartsAndWhole(ProductType, Members::Top);
/// Biological products split into the two kinds that the registration categories know.
pub(super) const FOUR_PRODUCT_TYPES: Members =
    Members::Listed(&["chemical", "biological_therapeutic", "biological_preventive", "tcm"]);
pub(super) const COUNT_FIRST: &[Statistic] = &[Statistic::Count, Statistic::Share];
pub(super) const SHARE_FIRST: &[Statistic] = &[Statistic::Share, Statistic::Count];

/// Said of groups that one trial can belong to together.
pub(super) const OVERLAP: Text = Text {
    en: "Only what the reports name; the groups overlap and are never added up.",
    zh: "仅列报告载明的项目，项目间有交叉，不可加总。",
};

/// The 2020 edition counts more trials as new-drug trials than the later ones.
pub(super) const NEW_DRUG_BREAK: Break = Break {
    from: Year(2021),
    adds: &[],
    note: Text {
        en: "Until 2020 every trial other than a bioequivalence trial counts as a new-drug trial; from 2021, trials registered with an acceptance number.",
        zh: "2020年度报告将非生物等效性试验均计为新药临床试验；2021年起以受理号登记的试验计。",
    },
};
