//! How many trials are registered, and whether it grows.

use super::common::{COUNT_FIRST, NEW_DRUG_BREAK};
use crate::dataset::Dimension::{Purpose, Status};
use crate::dataset::Statistic;
use crate::query::{Axis, ChartKind, Figure, Members, Text, Widening};

pub(super) const FIGURES: &[Figure] = &[
    Figure {
        id: "registered",
        question: Text { en: "How many trials were registered?", zh: "登记总量及构成" },
        columns: Axis::CodesAndTotal(Purpose, Members::All),
        base: &[Widening::ToTotal(Purpose)],
        statistics: &[Statistic::Count, Statistic::Share, Statistic::Growth],
        chart: ChartKind::StackedColumns,
        breaks: &[NEW_DRUG_BREAK],
        ..Figure::PLAIN
    },
    Figure {
        id: "registered_in_the_year_of_approval",
        question: Text {
            en: "How many were registered in the year of their approval?",
            zh: "当年获批（备案）且当年登记的试验数量",
        },
        fixed: &[(Status, "approved_and_registered_same_year")],
        rows: Axis::PrintedYears,
        columns: Axis::CodesAndTotal(Purpose, Members::All),
        base: &[Widening::ToTotal(Purpose)],
        statistics: COUNT_FIRST,
        chart: ChartKind::StackedBars,
        ..Figure::PLAIN
    },
];
