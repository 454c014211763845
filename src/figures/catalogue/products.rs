//! What kinds of product are tested, down to drug targets and named products.

use super::common::{COUNT_FIRST, NEW_DRUG, NEW_DRUG_BREAK, OVERLAP, PRODUCT_TYPES_AND_WHOLE, SHARE_FIRST};
use crate::dataset::Dimension::{Disease, Modality, ProductType, Status};
use crate::dataset::{Dimension, Statistic, Year};
use crate::query::{Axis, Break, ChartKind, Codes, Figure, Members, Text, Widening};

/// Products by target are printed for all registered trials first and for new-drug trials later.
const TARGETS_BREAK: Break = Break {
    from: Year(2021),
    adds: &[NEW_DRUG],
    note: Text {
        en: "2020: base not restated, bioequivalence trials probably included; 2021: new-drug trials, products counted by acceptance number.",
        zh: "2020年口径未说明，可能包含生物等效性试验；2021年为新药临床试验，品种以受理号计。",
    },
};

const fn of(product_type: &'static str) -> (Dimension, &'static str) {
    (ProductType, product_type)
}

const fn product(code: &'static str) -> (Dimension, &'static str) {
    (Modality, code)
}

const NAMED: &[Codes] = &[
    &[of("chemical"), product("product_apatinib")],
    &[of("chemical"), product("product_mitoxantrone_liposome")],
    &[of("chemical"), product("product_fuzuloparib")],
    &[of("chemical"), product("product_semaglutide")],
    &[of("biological_therapeutic"), product("product_anti_pd1_humanised_mab")],
    &[of("biological_therapeutic"), product("product_atezolizumab")],
    &[of("biological_therapeutic"), product("product_pembrolizumab")],
    &[of("biological_preventive"), product("product_covid_inactivated_vero")],
    &[of("biological_preventive"), product("product_influenza_quadrivalent_split")],
    &[product("product_bl_b01d1")],
];

const TOP_TEN: &[Codes] = &[
    &[of("chemical")],
    &[of("biological")],
    &[of("biological_therapeutic")],
    &[of("biological_preventive")],
    &[of("chemical"), (Disease, "endocrine")],
];

pub(super) const FIGURES: &[Figure] = &[
    Figure {
        id: "product_types",
        question: Text { en: "What kind of product?", zh: "新药临床试验的药物类型构成" },
        fixed: &[NEW_DRUG],
        columns: PRODUCT_TYPES_AND_WHOLE,
        base: &[Widening::ToTotal(ProductType)],
        statistics: &[Statistic::Share, Statistic::Count, Statistic::Growth],
        chart: ChartKind::StackedBars,
        breaks: &[NEW_DRUG_BREAK],
        ..Figure::PLAIN
    },
    Figure {
        id: "product_types_all",
        question: Text { en: "… and among all registered trials?", zh: "全部登记试验的药物类型构成" },
        columns: PRODUCT_TYPES_AND_WHOLE,
        base: &[Widening::ToTotal(ProductType)],
        statistics: SHARE_FIRST,
        chart: ChartKind::StackedBars,
        ..Figure::PLAIN
    },
    Figure {
        id: "targets",
        question: Text { en: "Which drug targets have the most trials?", zh: "试验数量居前的靶点" },
        fixed: &[NEW_DRUG],
        rows: Axis::Codes(Modality, Members::Under("by_target")),
        columns: Axis::PrintedYears,
        chart: ChartKind::GroupedRanking,
        note: Some(OVERLAP),
        ..Figure::PLAIN
    },
    Figure {
        id: "target_products",
        question: Text { en: "Which drug targets have the most products?", zh: "品种数量居前的靶点" },
        measure: "products",
        rows: Axis::Codes(Modality, Members::Under("by_target")),
        columns: Axis::PrintedYears,
        chart: ChartKind::GroupedRanking,
        breaks: &[TARGETS_BREAK],
        note: Some(OVERLAP),
        ..Figure::PLAIN
    },
    Figure {
        id: "named_products",
        question: Text { en: "Which products have the most trials?", zh: "试验数量居前的品种" },
        fixed: &[NEW_DRUG],
        rows: Axis::Groups(NAMED),
        columns: Axis::PrintedYears,
        chart: ChartKind::GroupedRanking,
        note: Some(OVERLAP),
        ..Figure::PLAIN
    },
    Figure {
        id: "top_ten_trials",
        question: Text {
            en: "How many trials do the ten leading products have?", zh: "前十位品种的试验数量"
        },
        fixed: &[NEW_DRUG, product("top10_products")],
        rows: Axis::Groups(TOP_TEN),
        columns: Axis::PrintedYears,
        base: &[Widening::ToTotal(Modality)],
        statistics: COUNT_FIRST,
        chart: ChartKind::GroupedRanking,
        note: Some(OVERLAP),
        ..Figure::PLAIN
    },
    Figure {
        id: "top_ten_products",
        question: Text {
            en: "… and how many products of each kind are in those lists?",
            zh: "试验数量前十位品种的类型构成",
        },
        measure: "products",
        fixed: &[NEW_DRUG, product("top10_products")],
        rows: Axis::Groups(TOP_TEN),
        columns: Axis::PrintedYears,
        chart: ChartKind::Numbers,
        ..Figure::PLAIN
    },
    Figure {
        id: "top_ten_biologics",
        question: Text { en: "What are the leading biological products?", zh: "前十位生物制品的类型构成" },
        fixed: &[NEW_DRUG, (Modality, "top10_products")],
        rows: Axis::PrintedYears,
        columns: Axis::Codes(ProductType, Members::Listed(&["biological_therapeutic", "biological_preventive"])),
        base: &[Widening::ToCode(ProductType, "biological")],
        statistics: SHARE_FIRST,
        chart: ChartKind::StackedBars,
        ..Figure::PLAIN
    },
    Figure {
        id: "products_with_few_trials",
        question: Text {
            en: "How many TCM products have only one or two trials?",
            zh: "仅开展1至2项试验的中药品种数量",
        },
        measure: "products",
        fixed: &[NEW_DRUG, (ProductType, "tcm")],
        rows: Axis::Codes(Status, Members::Listed(&["one_trial_in_year", "two_trials_in_year"])),
        columns: Axis::PrintedYears,
        base: &[Widening::ToTotal(Status)],
        statistics: SHARE_FIRST,
        chart: ChartKind::GroupedRanking,
        ..Figure::PLAIN
    },
];
