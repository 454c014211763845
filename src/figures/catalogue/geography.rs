//! Where the trials run, and who sponsors and leads them.

use super::common::{COUNT_FIRST, NEW_DRUG, NEW_DRUG_BREAK, SHARE_FIRST};
use crate::dataset::Dimension::{Region, Scope, Sponsor};
use crate::dataset::Year;
use crate::query::{Axis, Break, ChartKind, Figure, Members, ShareAxis, Text, Widening};

/// The share of domestic sponsors is on another basis in almost every edition.
const SPONSOR_BREAKS: &[Break] = &[
    Break { from: Year(2023), adds: &[], note: Text { en: "2023: base not stated.", zh: "2023年基数未说明。" } },
    Break {
        from: Year(2024),
        adds: &[],
        note: Text {
            en: "2024: trials first publicised in the year, not trials registered.",
            zh: "2024年基数为当年首次公示的试验，而非登记的试验。",
        },
    },
    Break {
        from: Year(2025),
        adds: &[],
        note: Text {
            en: "2025: all registered trials again, as in 2020 and 2022.",
            zh: "2025年与2020、2022年同为全部登记试验。",
        },
    },
];

pub(super) const FIGURES: &[Figure] = &[
    Figure {
        id: "multi_regional",
        question: Text { en: "How many are multi-regional?", zh: "国际多中心试验数量" },
        fixed: &[NEW_DRUG, (Scope, "mrct")],
        base: &[Widening::ToTotal(Scope)],
        statistics: COUNT_FIRST,
        breaks: &[NEW_DRUG_BREAK],
        ..Figure::PLAIN
    },
    Figure {
        id: "scope",
        question: Text { en: "At home or multi-regional?", zh: "国内试验与国际多中心试验的构成" },
        fixed: &[NEW_DRUG],
        rows: Axis::PrintedSpan,
        columns: Axis::PartsAndWhole(Scope, Members::All),
        base: &[Widening::ToTotal(Scope)],
        statistics: SHARE_FIRST,
        chart: ChartKind::StackedBars,
        breaks: &[NEW_DRUG_BREAK],
        ..Figure::PLAIN
    },
    Figure {
        id: "scope_all",
        question: Text { en: "… and among all registered trials?", zh: "全部登记试验的范围构成" },
        rows: Axis::PrintedSpan,
        columns: Axis::PartsAndWhole(Scope, Members::All),
        base: &[Widening::ToTotal(Scope)],
        statistics: SHARE_FIRST,
        chart: ChartKind::StackedBars,
        ..Figure::PLAIN
    },
    Figure {
        id: "sponsors",
        question: Text { en: "Who sponsors the trials?", zh: "申办者类型" },
        rows: Axis::PrintedSpan,
        columns: Axis::Codes(Sponsor, Members::All),
        base: &[Widening::ToTotal(Sponsor)],
        statistics: SHARE_FIRST,
        chart: ChartKind::StackedBars,
        breaks: SPONSOR_BREAKS,
        ..Figure::PLAIN
    },
    Figure {
        id: "leading_units",
        question: Text { en: "Which regions lead the trials?", zh: "组长单位的地区分布" },
        measure: "leading_unit_participations",
        rows: Axis::PrintedSpan,
        columns: Axis::Codes(Region, Members::Listed(&["beijing", "shanghai", "guangdong", "jiangsu", "hunan"])),
        base: &[Widening::ToTotal(Region)],
        statistics: SHARE_FIRST,
        share_axis: ShareAxis::UpTo(
            30,
            Text {
                en: "The axis ends at 30 %: no region leads a larger part.",
                zh: "纵轴至30%为止：没有地区的占比更高。",
            },
        ),
        breaks: &[Break {
            from: Year(2022),
            adds: &[NEW_DRUG],
            note: Text {
                en: "2019 to 2021 on all registered trials, as worded; 2022 on new-drug trials only.",
                zh: "2019至2021年按原文为全部登记试验；2022年仅限新药临床试验。",
            },
        }],
        ..Figure::PLAIN
    },
    Figure {
        id: "site_regions",
        question: Text { en: "In which regions do sites take part?", zh: "参加机构的地区分布" },
        measure: "site_participations",
        fixed: &[NEW_DRUG],
        rows: Axis::Codes(Region, Members::Under("domestic_sites")),
        columns: Axis::PrintedYears,
        chart: ChartKind::GroupedRanking,
        note: Some(Text {
            en: "A site counts once per trial. Only the leading regions are printed.",
            zh: "每项试验中每家机构计一次；仅公布主要地区。",
        }),
        ..Figure::PLAIN
    },
    Figure {
        id: "sites_abroad",
        question: Text { en: "How many sites are outside China?", zh: "国外机构占比" },
        measure: "site_participations",
        rows: Axis::PrintedYears,
        columns: Axis::CodesAndTotal(Region, Members::Listed(&["domestic_sites", "foreign_sites"])),
        base: &[Widening::ToTotal(Region)],
        statistics: COUNT_FIRST,
        chart: ChartKind::StackedBars,
        ..Figure::PLAIN
    },
    Figure {
        id: "busiest_regions",
        question: Text {
            en: "How many regions exceed 2,000 site participations?", zh: "承担试验超过2000次的地区数"
        },
        measure: "regions_over_2000_site_participations",
        fixed: &[NEW_DRUG],
        rows: Axis::PrintedYears,
        chart: ChartKind::Numbers,
        ..Figure::PLAIN
    },
];
