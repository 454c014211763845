//! What the reports single out: cell and gene therapy, children and older people, rare diseases, imaging.

use super::common::{COUNT_FIRST, NEW_DRUG, NEW_DRUG_BREAK, OVERLAP};
use crate::dataset::Dimension::{Disease, Modality, Phase, Population, ProductType, Scope};
use crate::dataset::{Dimension, Statistic, Year};
use crate::query::{Axis, Break, ChartKind, Codes, Figure, Members, Text, Widening};

const ONLY_CHILDREN: (Dimension, &str) = (Population, "paediatric_only");

const INCLUDING_CHILDREN: (Dimension, &str) = (Population, "paediatric_included");

const PAEDIATRIC: &[Codes] = &[
    &[INCLUDING_CHILDREN],
    &[INCLUDING_CHILDREN, (ProductType, "biological")],
    &[ONLY_CHILDREN],
    &[ONLY_CHILDREN, (ProductType, "chemical")],
    &[ONLY_CHILDREN, (ProductType, "biological")],
    &[ONLY_CHILDREN, (ProductType, "tcm")],
    &[ONLY_CHILDREN, (ProductType, "biological"), (Disease, "preventive_vaccine")],
    &[ONLY_CHILDREN, (Phase, "III")],
    &[ONLY_CHILDREN, (Scope, "mrct")],
];

pub(super) const FIGURES: &[Figure] = &[
    Figure {
        id: "cell_and_gene_therapy",
        question: Text { en: "How many test cell and gene therapy?", zh: "细胞和基因治疗试验数量" },
        fixed: &[NEW_DRUG, (Modality, "cgt")],
        base: &[Widening::ToTotal(Modality)],
        statistics: &[Statistic::Count, Statistic::Share, Statistic::Growth],
        breaks: &[NEW_DRUG_BREAK],
        ..Figure::PLAIN
    },
    Figure {
        id: "cell_and_gene_therapy_composition",
        question: Text { en: "… and what is it made of?", zh: "细胞和基因治疗试验构成" },
        fixed: &[NEW_DRUG],
        rows: Axis::Codes(Modality, Members::Under("cgt")),
        base: &[Widening::ToCode(Modality, "cgt")],
        statistics: COUNT_FIRST,
        chart: ChartKind::RankedBars,
        note: Some(Text {
            en: "Indented groups are parts of the group above them.",
            zh: "缩进项目为其上级项目的组成部分。",
        }),
        ..Figure::PLAIN
    },
    Figure {
        id: "stem_cells",
        question: Text { en: "Where do the stem cells come from?", zh: "干细胞来源分布" },
        fixed: &[NEW_DRUG],
        rows: Axis::Codes(Modality, Members::Under("stem_cell")),
        base: &[Widening::ToCode(Modality, "stem_cell")],
        statistics: &[Statistic::Share, Statistic::Count],
        chart: ChartKind::GroupedRanking,
        ..Figure::PLAIN
    },
    Figure {
        id: "cell_and_gene_therapy_products",
        question: Text { en: "How many cell and gene therapy products?", zh: "细胞和基因治疗品种数量" },
        measure: "products",
        fixed: &[NEW_DRUG],
        rows: Axis::PrintedYears,
        columns: Axis::Codes(Modality, Members::Listed(&["cgt", "cell_therapy", "gene_therapy"])),
        chart: ChartKind::Numbers,
        ..Figure::PLAIN
    },
    Figure {
        id: "cell_and_gene_therapy_phases",
        question: Text {
            en: "In which phase, against which disease?", zh: "细胞和基因治疗的分期与适应症"
        },
        fixed: &[NEW_DRUG, (Modality, "cgt")],
        rows: Axis::Groups(&[&[(Disease, "oncology")], &[(Phase, "I")], &[(Phase, "III")]]),
        columns: Axis::PrintedYears,
        base: &[Widening::OwnToTotal],
        statistics: &[Statistic::Share, Statistic::Count],
        chart: ChartKind::GroupedRanking,
        note: Some(OVERLAP),
        ..Figure::PLAIN
    },
    Figure {
        id: "populations",
        question: Text {
            en: "How many are for children, older people or rare diseases?",
            zh: "儿童、老年人与罕见病试验数量",
        },
        rows: Axis::PrintedSpan,
        columns: Axis::Codes(Population, Members::All),
        base: &[Widening::ToTotal(Population)],
        statistics: &[Statistic::Count, Statistic::Share, Statistic::Growth],
        breaks: &[Break {
            from: Year(2021),
            adds: &[NEW_DRUG],
            note: Text {
                en: "2020 on all registered trials; from 2021 on new-drug trials.",
                zh: "2020年为全部登记试验；2021年起为新药临床试验。",
            },
        }],
        note: Some(OVERLAP),
        ..Figure::PLAIN
    },
    Figure {
        id: "paediatric_trials",
        question: Text { en: "What are the trials with children about?", zh: "儿童临床试验的构成" },
        fixed: &[NEW_DRUG],
        rows: Axis::Groups(PAEDIATRIC),
        columns: Axis::PrintedYears,
        base: &[Widening::OwnToTotal],
        statistics: COUNT_FIRST,
        chart: ChartKind::GroupedRanking,
        note: Some(OVERLAP),
        ..Figure::PLAIN
    },
    Figure {
        id: "rare_disease_areas",
        question: Text { en: "Which rare diseases?", zh: "罕见病试验的领域分布" },
        fixed: &[NEW_DRUG, (Population, "rare_disease")],
        rows: Axis::Codes(Disease, Members::All),
        columns: Axis::PrintedYears,
        base: &[Widening::ToTotal(Disease)],
        statistics: &[Statistic::Share, Statistic::Count],
        chart: ChartKind::GroupedRanking,
        ..Figure::PLAIN
    },
    Figure {
        id: "imaging",
        question: Text {
            en: "How many test imaging drugs and radiopharmaceuticals?",
            zh: "医学影像学和放射性药物试验数量",
        },
        fixed: &[NEW_DRUG],
        rows: Axis::PrintedYears,
        columns: Axis::Codes(Modality, Members::Listed(&["imaging_radiopharmaceutical", "medical_imaging"])),
        chart: ChartKind::Numbers,
        ..Figure::PLAIN
    },
];
