//! How new the products are: registration categories.

use super::common::{FOUR_PRODUCT_TYPES, NEW_DRUG, NEW_DRUG_BREAK, PRODUCT_TYPES, SHARE_FIRST};
use crate::dataset::Dimension::{Disease, Phase, ProductType, RegClass};
use crate::dataset::Statistic;
use crate::query::{Axis, ChartKind, Figure, Members, Text, Widening};

pub(super) const FIGURES: &[Figure] = &[
    Figure {
        id: "category_1",
        question: Text { en: "How many concern category 1 products?", zh: "1类创新药试验数量" },
        fixed: &[NEW_DRUG, (RegClass, "1")],
        base: &[Widening::ToTotal(RegClass)],
        statistics: &[Statistic::Count, Statistic::Share, Statistic::Growth],
        breaks: &[NEW_DRUG_BREAK],
        ..Figure::PLAIN
    },
    Figure {
        id: "category_1_composition",
        question: Text { en: "What kinds of product are category 1?", zh: "1类创新药的药物类型构成" },
        fixed: &[NEW_DRUG, (RegClass, "1")],
        rows: Axis::PrintedYears,
        columns: PRODUCT_TYPES,
        base: &[Widening::ToTotal(ProductType)],
        statistics: SHARE_FIRST,
        chart: ChartKind::StackedBars,
        ..Figure::PLAIN
    },
    Figure {
        id: "category_1_by_product_type",
        question: Text { en: "How new is each kind of product?", zh: "各类药物的创新程度" },
        fixed: &[NEW_DRUG, (RegClass, "1")],
        columns: Axis::Codes(ProductType, FOUR_PRODUCT_TYPES),
        base: &[Widening::ToTotal(RegClass)],
        statistics: SHARE_FIRST,
        note: Some(Text {
            en: "Category 1 within each product type, not its part of all category 1.",
            zh: "1类创新药在各药物类型中的占比。",
        }),
        breaks: &[NEW_DRUG_BREAK],
        ..Figure::PLAIN
    },
    Figure {
        id: "registration_categories",
        question: Text { en: "Which registration categories?", zh: "注册分类分布" },
        fixed: &[NEW_DRUG],
        rows: Axis::Codes(RegClass, Members::All),
        columns: Axis::Codes(ProductType, FOUR_PRODUCT_TYPES),
        base: &[Widening::ToTotal(RegClass)],
        statistics: SHARE_FIRST,
        chart: ChartKind::GroupedRanking,
        note: Some(Text {
            en: "Only the leading categories are printed. Former category 6 belongs to the classification used before 2020.",
            zh: "仅公布主要类别；原注册分类6类为2020年以前的分类。",
        }),
        ..Figure::PLAIN
    },
    Figure {
        id: "category_1_phases",
        question: Text { en: "In which phase are category 1 products?", zh: "1类创新药试验的分期分布" },
        fixed: &[NEW_DRUG, (RegClass, "1")],
        rows: Axis::PrintedYears,
        columns: Axis::Codes(Phase, Members::All),
        base: &[Widening::ToTotal(Phase)],
        statistics: SHARE_FIRST,
        chart: ChartKind::StackedBars,
        ..Figure::PLAIN
    },
    Figure {
        id: "category_1_diseases",
        question: Text {
            en: "How many of the category 1 trials are in oncology?", zh: "1类创新药试验中抗肿瘤的占比"
        },
        fixed: &[NEW_DRUG, (RegClass, "1")],
        rows: Axis::PrintedYears,
        columns: Axis::Codes(Disease, Members::Listed(&["oncology"])),
        base: &[Widening::ToTotal(Disease)],
        statistics: SHARE_FIRST,
        chart: ChartKind::StackedBars,
        note: Some(Text {
            en: "Of the disease areas of category 1 trials, only oncology is printed.",
            zh: "1类创新药试验的适应症领域中，仅公布抗肿瘤。",
        }),
        ..Figure::PLAIN
    },
];
