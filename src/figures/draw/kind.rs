//! The one decision about how a table is drawn, or whether it is: by its figure, and by what the selection leaves in it.

use super::{columns, dumbbell, panels, ranking, stacks};
use crate::dataset::{Qualifier, Statistic};
use crate::figures::canvas::Canvas;
use crate::figures::plan::Plan;
use crate::query::{Cell, ChartKind, Figure, Printed, Table};

/// Whether a table says its numbers in large type instead of drawing them: a lone number is a number, not a chart.
pub fn is_in_numbers(figure: &Figure, table: &Table) -> bool {
    figure.chart == ChartKind::Numbers || table.cells().filter(|(.., cell)| !cell.is_empty()).count() == 1
}

/// Plans the chart of a table as its figure wants it drawn.
pub fn plan<'a>(canvas: &'a Canvas<'a>) -> Plan<'a> {
    match kind(canvas.figure, canvas.table) {
        ChartKind::StackedColumns if columns::fits(canvas) => columns::plan(canvas),
        ChartKind::StackedColumns | ChartKind::Panels => panels::plan(canvas),
        ChartKind::StackedBars => stacks::plan(canvas),
        ChartKind::GroupedRanking | ChartKind::Numbers => ranking::plan_grouped(canvas),
        ChartKind::RankedBars => ranking::plan_hierarchy(canvas),
        ChartKind::Dumbbell => dumbbell::plan(canvas),
    }
}

/// How a table is drawn: shares of stacks are bars of 100 %, and growth cannot be stacked. Nor can a bound, on which nothing
/// can stand: years with one are compared in panels.
fn kind(figure: &Figure, table: &Table) -> ChartKind {
    let is_stack = matches!(figure.chart, ChartKind::StackedColumns | ChartKind::StackedBars);
    match (figure.chart, table.statistic) {
        (_, Statistic::Growth) if is_stack => ChartKind::Panels,
        _ if is_stack && figure.rows.is_time() && table.cells().any(|(.., cell)| is_bound(cell)) => ChartKind::Panels,
        (ChartKind::StackedColumns, Statistic::Share) => ChartKind::StackedBars,
        (kind, _) => kind,
    }
}

const fn is_bound(cell: &Cell) -> bool {
    matches!(cell, Cell::Printed(Printed { qualifier: Some(Qualifier::MoreThan | Qualifier::LessThan), .. }))
}
