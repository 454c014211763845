//! Which chart a spreadsheet program draws of a table: one of its own, that follows the numbers when they are changed.

use crate::dataset::{CodeId, Facts, Statistic, distinct};
use crate::figures::{colour_on_paper, is_in_numbers};
use crate::query::{ChartKind, Figure, Heading, ShareAxis, Table};

/// A chart of a spreadsheet program: its rows are the categories, and each of these columns is a series.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NativeChart {
    /// Lying or standing.
    pub form: Form,
    /// Whether the series stand on each other.
    pub is_stacked: bool,
    /// The columns that are drawn.
    pub series: Vec<Series>,
    /// Where the axis of a share ends, in percent.
    pub up_to_percent: Option<u8>,
}

/// A column that is drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Series {
    /// Its position in the table.
    pub column: usize,
    /// Its colour, as `#rrggbb`; nothing where the program may choose, because the page has one colour for several.
    pub colour: Option<&'static str>,
}

/// How the bars of a chart run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// Lying: long labels have room beside them.
    Bars,
    /// Standing, for years.
    Columns,
}

impl NativeChart {
    /// The chart of a table; nothing where the figure is told in numbers.
    pub fn of(facts: &Facts, figure: &Figure, table: &Table) -> Option<Self> {
        if table.is_empty() || is_in_numbers(figure, table) {
            return None;
        }
        let filled = (0..table.columns.len()).filter(|column| has_number(table, *column));
        let (all, parts): (Vec<usize>, Vec<usize>) =
            (filled.clone().collect(), filled.filter(|column| !is_whole(&table.columns[*column])).collect());
        let is_parted = matches!(figure.chart, ChartKind::StackedColumns | ChartKind::StackedBars);
        let is_stacked = is_parted
            && matches!(table.statistic, Statistic::Count | Statistic::Share)
            && parts.len() > 1
            && are_apart(facts, figure, table, &parts);
        let form = match figure.chart {
            ChartKind::StackedColumns | ChartKind::Panels => Form::Columns,
            ChartKind::StackedBars
            | ChartKind::GroupedRanking
            | ChartKind::RankedBars
            | ChartKind::Dumbbell
            | ChartKind::Numbers => Form::Bars,
        };
        let drawn = if is_stacked { parts } else { all };
        Some(Self { form, is_stacked, series: coloured(facts, table, &drawn), up_to_percent: axis(figure, table) })
    }
}

/// The columns in the colours of the page, where each has its own.
fn coloured(facts: &Facts, table: &Table, columns: &[usize]) -> Vec<Series> {
    let colour = |column: &usize| colour_on_paper(facts.codes(), table.columns[*column].code());
    let are_different = distinct(columns.iter().map(colour)).len() == columns.len();
    columns.iter().map(|column| Series { column: *column, colour: are_different.then(|| colour(column)) }).collect()
}

fn has_number(table: &Table, column: usize) -> bool {
    (0..table.rows.len()).any(|row| !table.cell(row, column).is_empty())
}

fn is_whole(column: &Heading) -> bool {
    column.year.is_none() && column.codes.is_empty()
}

/// Whether no column holds another, so that they may stand on each other.
fn are_apart(facts: &Facts, figure: &Figure, table: &Table, columns: &[usize]) -> bool {
    let codes: Vec<CodeId> = columns.iter().filter_map(|column| table.columns[*column].code()).collect();
    let known = facts.codes();
    let holds = |one: CodeId, other: CodeId| one != other && known.is_within(other, one);
    codes.len() == columns.len()
        && codes
            .iter()
            .all(|one| !figure.is_sum(&known.get(*one).code) && !codes.iter().any(|other| holds(*one, *other)))
}

fn axis(figure: &Figure, table: &Table) -> Option<u8> {
    match (table.statistic, figure.share_axis) {
        (Statistic::Share, ShareAxis::Whole) => Some(100),
        (Statistic::Share, ShareAxis::UpTo(percent, _)) => Some(percent),
        (Statistic::Count | Statistic::Mean | Statistic::Growth, _) => None,
    }
}
