//! One mark of a series, and how it is filled.

use charming::element::{BorderType, ItemStyle};
use serde::Serialize;
use serde_json::{Value, json};

use super::option::{escape, put, to_value};
use super::theme::Theme;
use crate::query::{Cell, Reason};

/// One mark of a series.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Point {
    /// A number, a coordinate, or `-` for nothing.
    pub value: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item_style: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Value>,
    /// The mark of a point on a line, where it is not that of the line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub symbol: Option<&'static str>,
    /// How far the mark is turned to the left, in degrees.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub symbol_rotate: Option<i16>,
    /// Row and column of the cell that the mark shows. ECharts does not need to know: [`super::sketch::Sketch`] notes it beside the option.
    #[serde(skip)]
    pub cell: Option<(usize, usize)>,
}

impl Point {
    /// A mark of this value without anything else.
    pub(super) const fn at(value: Value) -> Self {
        Self { value, item_style: None, label: None, symbol: None, symbol_rotate: None, cell: None }
    }

    /// No mark, where a mark would be.
    pub(super) fn nothing() -> Self {
        Self::at(json!("-"))
    }

    /// A mark that only makes room or joins others.
    pub(super) fn silent(value: f64, item_style: Value) -> Self {
        Self { item_style: Some(item_style), ..Self::at(json!(value)) }
    }

    #[must_use]
    pub(super) fn with_label(self, position: &str, text: &str, colour: &str, is_strong: bool) -> Self {
        self.with_label_at(&position.into(), text, colour, is_strong)
    }

    /// The same with a label so many pixels right of and below the corner of the mark.
    #[must_use]
    pub(super) fn with_label_off(self, (x, y): (f64, f64), text: &str, colour: &str, is_strong: bool) -> Self {
        self.with_label_at(&json!([x, y]), text, colour, is_strong)
    }

    /// The same with a label that is written upwards, from the end of the mark or towards it.
    #[must_use]
    pub(super) fn turned(mut self, side: &str) -> Self {
        if let Some(label) = &mut self.label {
            put(label, "rotate", 90.into());
            put(label, "align", if side == "bottom" { "right" } else { "left" }.into());
            put(label, "verticalAlign", "middle".into());
        }
        self
    }

    fn with_label_at(mut self, position: &Value, text: &str, colour: &str, is_strong: bool) -> Self {
        let weight = if is_strong { 600 } else { 400 };
        self.label = Some(json!({
            "show": true, "position": position, "formatter": escape(text), "color": colour, "fontWeight": weight,
        }));
        self
    }
}

/// A fill.
pub(super) fn filled(colour: &str) -> Value {
    to_value(&ItemStyle::new().color(colour))
}

/// A fill inside a line.
pub(super) fn outlined(fill: &str, line: &str, border: BorderType) -> Value {
    to_value(&ItemStyle::new().color(fill).border_color(line).border_width(1).border_type(border))
}

/// An outline that stands for a number that is not there, told apart by why: dashed where nothing is printed,
/// dotted where only a bound is, a full line where only a share of something else is, none where the question has no meaning.
pub(super) fn absent(theme: &Theme, cell: &Cell) -> Value {
    match cell {
        Cell::Empty(Reason::NotApplicable(_)) => filled("transparent"),
        Cell::Empty(Reason::OtherBase(_)) => outlined("transparent", theme.ink_3, BorderType::Solid),
        Cell::Empty(Reason::BoundOnly(_)) => outlined("transparent", theme.ink_3, BorderType::Dotted),
        _ => outlined("transparent", theme.ink_3, BorderType::Dashed),
    }
}

/// The outline of what no source prints.
pub(super) fn not_printed(theme: &Theme) -> Value {
    absent(theme, &Cell::Empty(Reason::NotPrinted))
}
