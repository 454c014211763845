//! Which phases the trials are in.

use super::common::{NEW_DRUG, NEW_DRUG_BREAK, SHARE_FIRST};
use crate::dataset::Dimension::{Phase, ProductType};
use crate::query::{Axis, ChartKind, Figure, Members, Text, Widening};

pub(super) const FIGURES: &[Figure] = &[
    Figure {
        id: "phases",
        question: Text { en: "In which phase?", zh: "试验分期分布" },
        fixed: &[NEW_DRUG],
        columns: Axis::PartsAndWhole(Phase, Members::All),
        base: &[Widening::ToTotal(Phase)],
        statistics: SHARE_FIRST,
        chart: ChartKind::StackedBars,
        note: Some(Text {
            en: "Only phases I to IV are printed; trials in combined or other phases make up the rest of each bar.",
            zh: "仅公布Ⅰ至Ⅳ期；条形剩余部分为跨期（如Ⅰ/Ⅱ期）及其他试验。",
        }),
        breaks: &[NEW_DRUG_BREAK],
        ..Figure::PLAIN
    },
    Figure {
        id: "phases_by_product_type",
        question: Text { en: "Do the phases differ by kind of product?", zh: "各药物类型的试验分期" },
        fixed: &[NEW_DRUG],
        rows: Axis::Codes(ProductType, Members::Top),
        columns: Axis::Codes(Phase, Members::All),
        base: &[Widening::ToTotal(Phase)],
        statistics: SHARE_FIRST,
        chart: ChartKind::StackedBars,
        ..Figure::PLAIN
    },
];
