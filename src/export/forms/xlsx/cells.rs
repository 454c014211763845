//! How the cells of a table look: real numbers whose format shows what the page shows.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatPattern};

use crate::dataset::{Decimal, Qualifier};
use crate::export::number::Number;
use crate::export::sheet::{Entry, Labels};
use crate::figures::Theme;

/// The title of a sheet.
pub(super) fn title() -> Format {
    Format::new().set_bold().set_font_size(14)
}

/// A line of plain words.
pub(super) fn line() -> Format {
    Format::new().set_font_color(colour(Theme::LIGHT.ink_2))
}

/// The heading of a column.
pub(super) fn head() -> Format {
    Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top).set_border_bottom(FormatBorder::Thin)
}

/// A text that may be long.
pub(super) fn long() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top)
}

/// A cell without a number: hatched, so that nobody takes it for zero.
pub(super) fn empty() -> Format {
    let rule = colour(Theme::LIGHT.rule);
    Format::new().set_pattern(FormatPattern::LightUp).set_foreground_color(rule).set_background_color(colour("#ffffff"))
}

/// A cell with a number: pale and slanted where it is derived, and nothing else is.
pub(super) fn number(entry: &Entry, is_percent: bool, labels: &Labels) -> Format {
    let format = Format::new().set_num_format(number_format(entry, is_percent, labels)).set_align(FormatAlign::Right);
    match entry.number {
        Number::Derived { .. } => format.set_italic().set_font_color(colour(Theme::LIGHT.ink_2)),
        Number::Printed { .. } | Number::Empty(_) => format,
    }
}

/// The format under which a number looks as on the page: with as many decimals as are printed, its qualifier, and its marks.
/// A number between bounds is the middle of them and looks like both.
fn number_format(entry: &Entry, is_percent: bool, labels: &Labels) -> String {
    if entry.number.open_bounds().is_some() {
        let shown = literal(&entry.shown);
        // One for what is above zero, below it and zero itself: the one below would get a sign of its own.
        return format!("{shown};{shown};{shown}");
    }
    let decimals = entry.number.drawn().map_or(0, Decimal::decimals);
    let digits = digits(decimals, is_percent, labels.are_thousands_apart);
    let qualifier = entry.number.qualifier().map(|qualifier| literal(sign(qualifier, labels))).unwrap_or_default();
    let dagger = if entry.is_disputed { literal("†") } else { String::new() };
    let star = if entry.is_own { literal("*") } else { String::new() };
    format!("{qualifier}{digits}{dagger}{star}")
}

/// The format of a plain number.
pub(super) fn digits(decimals: u8, is_percent: bool, are_thousands_apart: bool) -> String {
    let whole = if are_thousands_apart { "#,##0" } else { "0" };
    let point = if decimals == 0 { "" } else { "." };
    let percent = if is_percent { "%" } else { "" };
    format!("{whole}{point}{}{percent}", "0".repeat(usize::from(decimals)))
}

const fn sign(qualifier: Qualifier, labels: &Labels) -> &'static str {
    match qualifier {
        Qualifier::About => labels.about,
        _ => qualifier.code(),
    }
}

/// A text that stands in a number format as it is.
fn literal(text: &str) -> String {
    format!("\"{}\"", text.replace('"', ""))
}

/// The number that a spreadsheet calculates with: a percentage as a fraction.
pub(super) fn calculable(number: Decimal, is_percent: bool) -> f64 {
    if is_percent { Decimal::new(number.units(), number.decimals() + 2).to_f64() } else { number.to_f64() }
}

/// A colour of the page.
pub(super) fn colour(hex: &str) -> Color {
    Color::from(hex)
}
