//! The one decision about how a table is drawn.

use super::{columns, dumbbell, lines, ranking, stacks};
use crate::dataset::Statistic;
use crate::figures::canvas::Canvas;
use crate::figures::plan::Plan;
use crate::query::{ChartKind, Figure};

/// Plans the chart of a table as its figure wants it drawn.
pub fn plan<'a>(canvas: &'a Canvas<'a>) -> Plan<'a> {
    match kind(canvas.figure, canvas.table.statistic) {
        ChartKind::StackedColumns | ChartKind::Columns => columns::plan(canvas),
        ChartKind::StackedBars => stacks::plan(canvas),
        ChartKind::Lines => lines::plan(canvas),
        ChartKind::GroupedRanking | ChartKind::Numbers => ranking::plan_grouped(canvas),
        ChartKind::RankedBars => ranking::plan_hierarchy(canvas),
        ChartKind::Dumbbell => dumbbell::plan(canvas),
    }
}

/// How a figure is drawn in a statistic: shares of stacks become 100 % bars, growth becomes lines.
const fn kind(figure: &Figure, statistic: Statistic) -> ChartKind {
    match (figure.chart, statistic) {
        (ChartKind::StackedColumns, Statistic::Share) => ChartKind::StackedBars,
        (ChartKind::StackedColumns | ChartKind::StackedBars | ChartKind::Columns, Statistic::Growth) => {
            ChartKind::Lines
        }
        (kind, _) => kind,
    }
}
