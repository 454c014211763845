//! The chart of a table, drawn by the spreadsheet program from its cells.

use rust_xlsxwriter::{
    Chart, ChartAxis, ChartAxisCrossing, ChartEmptyCells, ChartFont, ChartFormat, ChartLegendPosition, ChartSolidFill,
    ChartType, ColNum, RowNum,
};

use super::cells::{colour, digits};
use super::text::width;
use crate::export::native_chart::{Form, NativeChart};
use crate::export::sheet::{Labels, Sheet};

/// Where a table stands on its sheet.
#[derive(Clone, Copy, Debug)]
pub(super) struct DataRange<'a> {
    /// The name of the sheet.
    pub(super) name: &'a str,
    /// The row of its headings.
    pub(super) head: RowNum,
    /// Its first and last row of numbers.
    pub(super) rows: (RowNum, RowNum),
}

/// Room for each bar of a lying chart, in pixels, and for all around them.
const BAR_PX: u32 = 18;
const AROUND_PX: u32 = 140;
const WIDTH_PX: u32 = 720;
const HEIGHTS_PX: (u32, u32) = (320, 1600);
/// Widest label that has room under a column, in digits.
const LONGEST_UPRIGHT: f64 = 24.0;

/// The chart of a sheet.
pub(super) fn chart(plan: &NativeChart, sheet: &Sheet, range: DataRange<'_>, labels: &Labels) -> Chart {
    let mut chart = Chart::new(kind(plan));
    let (first, last) = range.rows;
    for series in &plan.series {
        let Ok(column) = ColNum::try_from(series.column + 1) else { continue };
        let added = chart.add_series();
        added.set_name((range.name, range.head, column));
        added.set_categories((range.name, first, 0, last, 0));
        added.set_values((range.name, first, column, last, column));
        added.set_gap(60);
        if let Some(hex) = series.colour {
            let mut fill = ChartSolidFill::new();
            fill.set_color(colour(hex));
            added.set_format(ChartFormat::new().set_solid_fill(&fill));
        }
    }
    chart.title().set_name(sheet.title.as_str()).set_font(ChartFont::new().set_size(12));
    if plan.series.len() > 1 {
        chart.legend().set_position(ChartLegendPosition::Bottom);
    } else {
        chart.legend().set_hidden();
    }
    axes(&mut chart, plan, sheet, labels);
    chart.show_empty_cells_as(ChartEmptyCells::Gaps);
    chart.set_alt_text(format!("{}{}{}", sheet.title, labels.colon, sheet.population));
    chart.set_width(WIDTH_PX).set_height(height_px(plan, sheet));
    chart
}

const fn kind(plan: &NativeChart) -> ChartType {
    match (plan.form, plan.is_stacked) {
        (Form::Bars, true) => ChartType::BarStacked,
        (Form::Bars, false) => ChartType::Bar,
        (Form::Columns, true) => ChartType::ColumnStacked,
        (Form::Columns, false) => ChartType::Column,
    }
}

fn axes(chart: &mut Chart, plan: &NativeChart, sheet: &Sheet, labels: &Labels) {
    let names = names_axis(chart, plan.form);
    match plan.form {
        // From the top down, as in the table, with the numbers at the bottom all the same.
        Form::Bars => {
            names.set_reverse().set_crossing(ChartAxisCrossing::Max);
        }
        Form::Columns if sheet.rows.iter().any(|label| width(label) > LONGEST_UPRIGHT) => {
            names.set_font(ChartFont::new().set_rotation(-45));
        }
        Form::Columns => {}
    }
    let numbers = numbers_axis(chart, plan.form);
    numbers.set_num_format(digits(0, sheet.is_percent, labels.are_thousands_apart));
    numbers.set_name(sheet.unit.as_str());
    if let Some(percent) = plan.up_to_percent {
        numbers.set_min(0.0).set_max(f64::from(percent) / 100.0);
    }
}

/// The writer names axes by where they stand: beside lying bars the names stand on the one that it calls y.
fn names_axis(chart: &mut Chart, form: Form) -> &mut ChartAxis {
    match form {
        Form::Bars => chart.y_axis(),
        Form::Columns => chart.x_axis(),
    }
}

fn numbers_axis(chart: &mut Chart, form: Form) -> &mut ChartAxis {
    match form {
        Form::Bars => chart.x_axis(),
        Form::Columns => chart.y_axis(),
    }
}

fn height_px(plan: &NativeChart, sheet: &Sheet) -> u32 {
    let beside = if plan.is_stacked { 1 } else { plan.series.len() };
    let bars = u32::try_from(sheet.rows.len() * (beside + 1)).unwrap_or(u32::MAX);
    let (least, most) = HEIGHTS_PX;
    match plan.form {
        Form::Columns => least,
        Form::Bars => bars.saturating_mul(BAR_PX).saturating_add(AROUND_PX).clamp(least, most),
    }
}
