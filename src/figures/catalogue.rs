//! All figures of the page, in the order of the questions that readers ask. A new figure is one entry here.

use crate::dataset::Dimension::{Disease, Modality, Phase, ProductType, Purpose, RegClass, Scope};
use crate::dataset::{Dimension, Statistic};
use crate::query::{Axis, ChartKind, Figure, Members, Text, Widening};

const NEW_DRUG: (Dimension, &str) = (Purpose, "new_drug");
const PRODUCT_TYPES: Axis = Axis::Codes(ProductType, Members::Top);
/// Codes that the reports print as the sum of several disease areas.
const COMBINED_AREAS: &[&str] = &["respiratory_and_digestive", "tcm_five_areas_2021", "tcm_five_areas_2023"];
const COUNT_FIRST: &[Statistic] = &[Statistic::Count, Statistic::Share];
const SHARE_FIRST: &[Statistic] = &[Statistic::Share, Statistic::Count];

/// Every figure of the page.
pub const FIGURES: &[Figure] = &[
    Figure {
        id: "registered",
        question: Text { en: "How many trials were registered?", zh: "登记了多少项试验？" },
        measure: "trials",
        fixed: &[],
        rows: Axis::Years,
        columns: Axis::CodesAndTotal(Purpose, Members::All),
        base: &[Widening::ToTotal(Purpose)],
        statistics: &[Statistic::Count, Statistic::Share, Statistic::Growth],
        chart: ChartKind::StackedColumns,
        sums: &[],
        note: None,
    },
    Figure {
        id: "product_types",
        question: Text { en: "What kind of product?", zh: "试验药物属于哪些类型？" },
        measure: "trials",
        fixed: &[NEW_DRUG],
        rows: Axis::Years,
        columns: PRODUCT_TYPES,
        base: &[Widening::ToTotal(ProductType)],
        statistics: &[Statistic::Share, Statistic::Count, Statistic::Growth],
        chart: ChartKind::StackedBars,
        sums: &[],
        note: None,
    },
    Figure {
        id: "product_types_all",
        question: Text { en: "… and among all registered trials?", zh: "全部登记试验的药物类型如何？" },
        measure: "trials",
        fixed: &[],
        rows: Axis::Years,
        columns: PRODUCT_TYPES,
        base: &[Widening::ToTotal(ProductType)],
        statistics: SHARE_FIRST,
        chart: ChartKind::StackedBars,
        sums: &[],
        note: None,
    },
    Figure {
        id: "disease_areas",
        question: Text { en: "Against which diseases?", zh: "针对哪些适应症？" },
        measure: "trials",
        fixed: &[NEW_DRUG],
        rows: Axis::Codes(Disease, Members::All),
        columns: PRODUCT_TYPES,
        base: &[Widening::ToTotal(Disease)],
        statistics: SHARE_FIRST,
        chart: ChartKind::GroupedRanking,
        sums: COMBINED_AREAS,
        note: Some(Text {
            en: "The reports itemise only the leading areas of each product type; the rest is not zero.",
            zh: "报告仅列出各药物类型的主要适应症领域，其余领域并非为零。",
        }),
    },
    Figure {
        id: "disease_change",
        question: Text {
            en: "Which disease areas gained, which lost?", zh: "哪些适应症领域上升，哪些下降？"
        },
        measure: "trials",
        fixed: &[NEW_DRUG],
        rows: Axis::Nested((ProductType, Members::Top), (Disease, Members::All)),
        columns: Axis::TwoYears,
        base: &[Widening::ToTotal(Disease)],
        statistics: SHARE_FIRST,
        chart: ChartKind::Dumbbell,
        sums: COMBINED_AREAS,
        note: None,
    },
    Figure {
        id: "category_1",
        question: Text { en: "How many concern category 1 products?", zh: "1类创新药试验有多少？" },
        measure: "trials",
        fixed: &[NEW_DRUG, (RegClass, "1")],
        rows: Axis::Years,
        columns: Axis::Itself,
        base: &[Widening::ToTotal(RegClass)],
        statistics: &[Statistic::Count, Statistic::Share, Statistic::Growth],
        chart: ChartKind::Columns,
        sums: &[],
        note: None,
    },
    Figure {
        id: "category_1_by_product_type",
        question: Text { en: "How new is each kind of product?", zh: "各类药物的创新程度如何？" },
        measure: "trials",
        fixed: &[NEW_DRUG, (RegClass, "1")],
        rows: Axis::Years,
        columns: Axis::Codes(
            ProductType,
            Members::Listed(&["chemical", "biological_therapeutic", "biological_preventive", "tcm"]),
        ),
        base: &[Widening::ToTotal(RegClass)],
        statistics: SHARE_FIRST,
        chart: ChartKind::Lines,
        sums: &[],
        note: Some(Text {
            en: "Category 1 within each product type, not its part of all category 1.",
            zh: "各药物类型内部1类创新药的占比。",
        }),
    },
    Figure {
        id: "phases",
        question: Text { en: "In which phase?", zh: "各期试验如何分布？" },
        measure: "trials",
        fixed: &[NEW_DRUG],
        rows: Axis::Years,
        columns: Axis::Codes(Phase, Members::All),
        base: &[Widening::ToTotal(Phase)],
        statistics: SHARE_FIRST,
        chart: ChartKind::StackedBars,
        sums: &[],
        note: Some(Text {
            en: "Only phases I to IV are printed; trials in combined or other phases make up the rest of each bar.",
            zh: "仅公布Ⅰ至Ⅳ期；每条其余部分为合并期及其他分期的试验。",
        }),
    },
    Figure {
        id: "multi_regional",
        question: Text { en: "How many are multi-regional?", zh: "国际多中心试验有多少？" },
        measure: "trials",
        fixed: &[NEW_DRUG, (Scope, "mrct")],
        rows: Axis::Years,
        columns: Axis::Itself,
        base: &[Widening::ToTotal(Scope)],
        statistics: COUNT_FIRST,
        chart: ChartKind::Columns,
        sums: &[],
        note: None,
    },
    Figure {
        id: "cell_and_gene_therapy",
        question: Text { en: "How many test cell and gene therapy?", zh: "细胞和基因治疗试验有多少？" },
        measure: "trials",
        fixed: &[NEW_DRUG, (Modality, "cgt")],
        rows: Axis::Years,
        columns: Axis::Itself,
        base: &[Widening::ToTotal(Modality)],
        statistics: &[Statistic::Count, Statistic::Share, Statistic::Growth],
        chart: ChartKind::Columns,
        sums: &[],
        note: None,
    },
    Figure {
        id: "cell_and_gene_therapy_composition",
        question: Text { en: "… and what is it made of?", zh: "细胞和基因治疗由哪些部分构成？" },
        measure: "trials",
        fixed: &[NEW_DRUG],
        rows: Axis::Codes(Modality, Members::Under("cgt")),
        columns: Axis::Itself,
        base: &[Widening::ToCode(Modality, "cgt")],
        statistics: COUNT_FIRST,
        chart: ChartKind::RankedBars,
        sums: &[],
        note: Some(Text {
            en: "Indented groups are parts of the group above them.",
            zh: "缩进项目为其上级项目的组成部分。",
        }),
    },
];

/// The figure of this name in the address.
pub fn figure(id: &str) -> Option<&'static Figure> {
    FIGURES.iter().find(|figure| figure.id == id)
}
