//! How fast trials start, whether they finish, what was stopped, and what was approved.

use super::common::{COUNT_FIRST, NEW_DRUG, OVERLAP};
use crate::dataset::Dimension::{Disease, Phase, ProductType, Purpose, Region, Sponsor, Status};
use crate::dataset::{Dimension, Statistic};
use crate::query::{Axis, ChartKind, Codes, Figure, Members, Text, Widening};

const fn is(status: &'static str) -> (Dimension, &'static str) {
    (Status, status)
}

const COMPLETED: &[Codes] = &[
    &[],
    &[(Phase, "I")],
    &[(ProductType, "chemical")],
    &[(ProductType, "biological")],
    &[(ProductType, "chemical"), (Phase, "III")],
];

const MONITORED: &[Codes] =
    &[&[], &[(Phase, "III")], &[(Phase, "IV")], &[(ProductType, "chemical")], &[(ProductType, "biological")]];

const STOPPED: &[Codes] =
    &[&[is("cde_ordered_suspension_or_termination")], &[NEW_DRUG, (ProductType, "tcm"), is("sponsor_terminated")]];

const APPROVED: &[Codes] = &[
    &[],
    &[(Disease, "oncology")],
    &[(ProductType, "tcm")],
    &[(ProductType, "tcm"), (Disease, "dermatology_ent_ophthalmology")],
    &[(ProductType, "tcm"), (Disease, "psychiatry_neurology")],
    &[(ProductType, "tcm"), (Disease, "respiratory")],
    &[(ProductType, "tcm"), (Disease, "digestive")],
    &[(Sponsor, "domestic")],
    &[is("marketed_within_5_years")],
];

const MILESTONES: &[Codes] =
    &[&[], &[is("enrolment_target_registered")], &[is("consent_signed")], &[is("completed_same_year")]];

pub(super) const FIGURES: &[Figure] = &[
    Figure {
        id: "days_to_registration",
        question: Text { en: "How long from approval to registration?", zh: "获批至首次登记用时" },
        measure: "days_to_registration",
        rows: Axis::PrintedSpan,
        columns: Axis::Codes(Purpose, Members::All),
        statistics: &[Statistic::Mean],
        ..Figure::PLAIN
    },
    Figure {
        id: "registered_within_1_month",
        question: Text { en: "How many are registered within a month?", zh: "获批后1个月内登记的比例" },
        measure: "registered_within_1_month",
        rows: Axis::PrintedSpan,
        columns: Axis::Codes(Purpose, Members::All),
        statistics: &[Statistic::Share],
        ..Figure::PLAIN
    },
    Figure {
        id: "days_to_registration_change",
        question: Text { en: "… and how did that change?", zh: "首次登记用时变化" },
        measure: "days_to_registration_change",
        rows: Axis::PrintedYears,
        columns: Axis::Codes(Purpose, Members::All),
        statistics: &[Statistic::Mean],
        chart: ChartKind::Numbers,
        ..Figure::PLAIN
    },
    Figure {
        id: "registered_within_2_months",
        question: Text { en: "… and within two months?", zh: "获批后2个月内登记的比例" },
        measure: "registered_within_2_months",
        rows: Axis::PrintedYears,
        columns: Axis::Codes(Purpose, Members::All),
        statistics: &[Statistic::Share],
        chart: ChartKind::Numbers,
        ..Figure::PLAIN
    },
    Figure {
        id: "started_within_6_months",
        question: Text { en: "How many start within six months?", zh: "获批后6个月内启动的比例" },
        measure: "started_within_6_months",
        rows: Axis::PrintedSpan,
        fixed: &[NEW_DRUG],
        columns: Axis::CodesAndTotal(ProductType, Members::Listed(&["chemical", "biological"])),
        statistics: &[Statistic::Share],
        ..Figure::PLAIN
    },
    Figure {
        id: "started_by_region",
        question: Text { en: "In which regions do trials start fastest?", zh: "各地区试验启动效率" },
        measure: "started_within_6_months",
        fixed: &[NEW_DRUG],
        rows: Axis::Codes(Region, Members::Under("domestic_sites")),
        columns: Axis::PrintedYears,
        statistics: &[Statistic::Share],
        chart: ChartKind::GroupedRanking,
        note: Some(Text {
            en: "Started within six months, by province of the leading unit; only the leading provinces are printed, without their numbers of trials.",
            zh: "获批后6个月内启动的试验占比，按组长单位所在省份统计；仅公布居前省份，未给出试验数。",
        }),
        ..Figure::PLAIN
    },
    Figure {
        id: "startup_months_change",
        question: Text { en: "How did the time to start change?", zh: "平均启动用时变化" },
        measure: "startup_months_change",
        fixed: &[NEW_DRUG],
        rows: Axis::PrintedYears,
        statistics: &[Statistic::Mean],
        chart: ChartKind::Numbers,
        ..Figure::PLAIN
    },
    Figure {
        id: "target_enrolment",
        question: Text { en: "How many participants are planned?", zh: "目标入组人数" },
        measure: "target_enrolment",
        fixed: &[NEW_DRUG],
        rows: Axis::PrintedYears,
        statistics: &[Statistic::Mean],
        chart: ChartKind::Numbers,
        ..Figure::PLAIN
    },
    Figure {
        id: "milestones",
        question: Text { en: "How far did the trials get?", zh: "试验进展情况" },
        fixed: &[NEW_DRUG],
        rows: Axis::Groups(MILESTONES),
        columns: Axis::PrintedYears,
        base: &[Widening::ToTotal(Status)],
        statistics: COUNT_FIRST,
        chart: ChartKind::GroupedRanking,
        note: Some(OVERLAP),
        ..Figure::PLAIN
    },
    Figure {
        id: "completed",
        question: Text {
            en: "Which trials were completed in the year of registration?",
            zh: "当年登记且当年完成的试验",
        },
        fixed: &[NEW_DRUG, is("completed_same_year")],
        rows: Axis::Groups(COMPLETED),
        columns: Axis::PrintedYears,
        base: &[Widening::OwnToTotal],
        statistics: COUNT_FIRST,
        chart: ChartKind::GroupedRanking,
        note: Some(OVERLAP),
        ..Figure::PLAIN
    },
    Figure {
        id: "days_to_completion",
        question: Text { en: "How long did they take?", zh: "首例知情同意至完成用时" },
        measure: "days_to_completion",
        fixed: &[NEW_DRUG, (Status, "completed_same_year")],
        rows: Axis::PrintedYears,
        statistics: &[Statistic::Mean],
        chart: ChartKind::Numbers,
        ..Figure::PLAIN
    },
    Figure {
        id: "real_world",
        question: Text { en: "How many are real-world studies?", zh: "真实世界研究数量" },
        fixed: &[NEW_DRUG, (Phase, "IV"), (Status, "real_world_study")],
        rows: Axis::PrintedYears,
        chart: ChartKind::Numbers,
        ..Figure::PLAIN
    },
    Figure {
        id: "data_monitoring",
        question: Text {
            en: "Which trials have a data monitoring committee?", zh: "设有数据监查委员会的试验"
        },
        fixed: &[NEW_DRUG, is("with_dmc")],
        rows: Axis::Groups(MONITORED),
        columns: Axis::PrintedYears,
        base: &[Widening::OwnToTotal],
        statistics: &[Statistic::Share, Statistic::Count],
        chart: ChartKind::GroupedRanking,
        note: Some(OVERLAP),
        ..Figure::PLAIN
    },
    Figure {
        id: "stopped",
        question: Text { en: "Were any stopped?", zh: "暂停与终止情况" },
        rows: Axis::Groups(STOPPED),
        columns: Axis::PrintedYears,
        chart: ChartKind::Numbers,
        note: Some(Text {
            en: "A zero here is printed: the report says that none was ordered. How many sponsors stopped trials of other products is not printed.",
            zh: "此处的0为报告所载，即无责令暂停或终止的试验；其他类型药物由申办者主动终止的试验数未见公布。",
        }),
        ..Figure::PLAIN
    },
    Figure {
        id: "approvals",
        question: Text { en: "How many innovative drugs were approved?", zh: "获批上市的创新药数量" },
        measure: "approved_innovative_drugs",
        rows: Axis::PrintedYears,
        columns: Axis::CodesAndTotal(ProductType, Members::Top),
        base: &[Widening::ToTotal(ProductType)],
        statistics: COUNT_FIRST,
        chart: ChartKind::StackedBars,
        ..Figure::PLAIN
    },
    Figure {
        id: "approvals_by_disease",
        question: Text { en: "… for which diseases, and by whom?", zh: "获批创新药的适应症与持有人" },
        measure: "approved_innovative_drugs",
        rows: Axis::Groups(APPROVED),
        columns: Axis::PrintedYears,
        base: &[Widening::OwnToTotal],
        statistics: COUNT_FIRST,
        chart: ChartKind::GroupedRanking,
        note: Some(OVERLAP),
        ..Figure::PLAIN
    },
    Figure {
        id: "development_years",
        question: Text { en: "How long did their development take?", zh: "批准临床至获批上市用时" },
        measure: "development_years",
        rows: Axis::PrintedYears,
        statistics: &[Statistic::Mean],
        chart: ChartKind::Numbers,
        ..Figure::PLAIN
    },
    Figure {
        id: "approved_new_drugs",
        question: Text {
            en: "How many new drugs were approved after trials?", zh: "经临床试验获批的新药数量"
        },
        measure: "approved_new_drugs",
        rows: Axis::PrintedYears,
        chart: ChartKind::Numbers,
        ..Figure::PLAIN
    },
    Figure {
        id: "approved_disease_areas",
        question: Text { en: "… in how many disease areas?", zh: "获批新药覆盖的适应症领域数" },
        measure: "approved_new_drug_disease_areas",
        rows: Axis::PrintedYears,
        chart: ChartKind::Numbers,
        ..Figure::PLAIN
    },
];
