//! Which diseases the trials are about.

use super::common::{COUNT_FIRST, NEW_DRUG, PRODUCT_TYPES, SHARE_FIRST};
use crate::dataset::Dimension::{Disease, Modality, ProductType};
use crate::query::{Axis, ChartKind, Figure, Members, Sum, Text, Widening};

/// Codes that the reports print as the sum of several disease areas, with those that they may print beside it.
const COMBINED_AREAS: &[Sum] = &[
    ("respiratory_and_digestive", &["respiratory", "digestive"]),
    ("tcm_five_areas_2021", &["psychiatry_neurology", "digestive", "respiratory", "cardiovascular"]),
    (
        "tcm_five_areas_2023",
        &["respiratory", "dermatology_ent_ophthalmology", "cardiovascular", "digestive", "psychiatry_neurology"],
    ),
];

pub(super) const FIGURES: &[Figure] = &[
    Figure {
        id: "disease_areas",
        question: Text { en: "Against which diseases?", zh: "适应症领域分布" },
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
        ..Figure::PLAIN
    },
    Figure {
        id: "disease_change",
        question: Text { en: "Which disease areas gained, which lost?", zh: "适应症领域的变化" },
        fixed: &[NEW_DRUG],
        rows: Axis::Nested((ProductType, Members::Top), (Disease, Members::All)),
        columns: Axis::TwoYears,
        base: &[Widening::ToTotal(Disease)],
        statistics: SHARE_FIRST,
        chart: ChartKind::Dumbbell,
        sums: COMBINED_AREAS,
        ..Figure::PLAIN
    },
    Figure {
        id: "covid_vaccines",
        question: Text {
            en: "How many test preventive vaccines, and how many COVID-19 vaccines?",
            zh: "预防性疫苗及其中新冠疫苗的试验数量",
        },
        fixed: &[NEW_DRUG, (ProductType, "biological"), (Disease, "preventive_vaccine")],
        rows: Axis::PrintedYears,
        columns: Axis::CodesAndTotal(Modality, Members::Listed(&["covid_vaccine"])),
        base: &[Widening::ToTotal(Modality)],
        statistics: COUNT_FIRST,
        ..Figure::PLAIN
    },
];
