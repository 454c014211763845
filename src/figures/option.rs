//! Chart options: what the types of charming's builder lack is patched into the option that it serialises.
//!
//! charming has no per-item label or tooltip, no `renderMode`, no rich text and no `decal`; see
//! `docs/decisions/0003-own-drawing-binding.md`.

use charming::component::{Axis, Grid};
use charming::element::{BorderType, ItemStyle};
use serde::Serialize;
use serde_json::{Value, json};

use super::theme::Theme;
use crate::query::{Cell, Reason};

/// A finished ECharts option.
#[derive(Clone, PartialEq, Debug)]
pub struct ChartOption(Value);

impl ChartOption {
    /// The option as a value.
    pub const fn value(&self) -> &Value {
        &self.0
    }

    /// The series and the position in it of the mark of a cell; nothing where the cell has none.
    pub fn mark_of(&self, row: usize, column: usize) -> Option<(u32, u32)> {
        let is_wanted = |point: &Value| {
            let at = |position: usize| point["cell"][position].as_u64().and_then(|index| usize::try_from(index).ok());
            at(0) == Some(row) && at(1) == Some(column)
        };
        let series = self.0["series"].as_array()?.iter();
        series.zip(0..).find_map(|(series, number)| {
            let position = series["data"].as_array()?.iter().zip(0..).find(|(point, _)| is_wanted(point))?.1;
            Some((number, position))
        })
    }
}

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
    /// Row and column of the table, so that a pointer finds its cell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<(usize, usize)>,
}

impl Point {
    /// A place without a mark.
    pub(super) fn nothing() -> Self {
        Self { value: json!("-"), item_style: None, label: None, cell: None }
    }

    /// A mark that only makes room or joins others.
    pub(super) fn silent(value: f64, item_style: Value) -> Self {
        Self { value: json!(value), item_style: Some(item_style), label: None, cell: None }
    }

    #[must_use]
    pub(super) fn with_label(mut self, position: &str, text: &str, colour: &str, is_strong: bool) -> Self {
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

/// Text with the braces and bars that ECharts would read as a template or as rich text taken out.
pub fn escape(text: &str) -> String {
    text.chars()
        .map(|char| match char {
            '{' => '(',
            '}' => ')',
            '|' => '/',
            other => other,
        })
        .collect()
}

/// A chart in the making, from charming's parts.
///
/// Not charming's own `Chart`: that type knows every series and component there is, and serialising it alone
/// would bring 25 kB (brotli) of code for charts that we never draw.
pub(super) struct Sketch {
    grid: Grid,
    x_axis: Axis,
    y_axis: Axis,
    series: Vec<Value>,
    ink: &'static str,
}

impl Sketch {
    /// An empty frame.
    pub(super) const fn new(grid: Grid, x_axis: Axis, y_axis: Axis, theme: &Theme) -> Self {
        Self { grid, x_axis, y_axis, series: Vec::new(), ink: theme.ink }
    }

    /// Adds a series of charming with our marks.
    pub(super) fn add(&mut self, series: &impl Serialize, points: &[Point]) {
        let mut series = to_value(series);
        series["data"] = to_value(&points);
        // The mark that the pointer or the keyboard is at has a strong outline.
        series["emphasis"] =
            json!({ "itemStyle": { "borderColor": self.ink, "borderWidth": 2, "borderType": "solid" } });
        self.series.push(series);
    }

    /// How many series there are.
    pub(super) const fn len(&self) -> usize {
        self.series.len()
    }
}

/// The finished option: the sketch, and what the builder cannot say.
pub(super) fn finish(sketch: Sketch, patch: &Value, theme: &Theme) -> ChartOption {
    let Sketch { grid, x_axis, y_axis, series, ink: _ } = sketch;
    let mut option = json!({
        "grid": [to_value(&grid)],
        "xAxis": [to_value(&x_axis)],
        "yAxis": [to_value(&y_axis)],
        "series": series,
    });
    merge(&mut option, &common(theme));
    merge(&mut option, patch);
    ChartOption(option)
}

/// What every chart has.
///
/// Field by field with [`put`] instead of one `json!`, which would write the making of every map into the module.
fn common(theme: &Theme) -> Value {
    let texts = [
        (
            "textStyle.fontFamily",
            "system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif",
        ),
        ("textStyle.color", theme.ink_2),
        // Rich text is drawn into the SVG: the HTML tooltip would need inline styles, which a strict policy forbids.
        ("tooltip.renderMode", "richText"),
        ("tooltip.trigger", "item"),
        ("tooltip.backgroundColor", theme.sheet),
        ("tooltip.borderColor", theme.ink),
        ("tooltip.textStyle.color", theme.ink),
        ("tooltip.textStyle.rich.value.color", theme.ink),
        ("tooltip.textStyle.rich.quiet.color", theme.ink_2),
    ];
    let numbers = [
        ("textStyle.fontSize", 12),
        ("tooltip.transitionDuration", 0),
        ("tooltip.borderWidth", 1),
        ("tooltip.padding", 9),
        ("tooltip.textStyle.fontSize", 12),
        ("tooltip.textStyle.lineHeight", 18),
        ("tooltip.textStyle.rich.value.fontSize", 16),
        ("tooltip.textStyle.rich.value.fontWeight", 600),
        ("tooltip.textStyle.rich.value.lineHeight", 24),
        ("tooltip.textStyle.rich.quiet.fontSize", 12),
        ("tooltip.textStyle.rich.quiet.lineHeight", 18),
    ];
    let mut option = Value::Null;
    for (path, text) in texts {
        put(&mut option, path, text.into());
    }
    for (path, number) in numbers {
        put(&mut option, path, number.into());
    }
    // A yearbook does not move; and what does not move is painted at once.
    put(&mut option, "animation", false.into());
    put(&mut option, "tooltip.confine", true.into());
    let mut grid = Value::Null;
    // ECharts 6 would widen the room for labels that we have measured already.
    put(&mut grid, "outerBoundsMode", "none".into());
    put(&mut option, "grid", Value::Array(vec![grid]));
    option
}

/// Sets a field, given by its path, and makes the objects on the way.
pub(super) fn put(target: &mut Value, path: &str, value: Value) {
    let mut place = target;
    for field in path.split('.') {
        place = &mut place[field];
    }
    *place = value;
}

pub(super) fn to_value(value: &impl Serialize) -> Value {
    // Strings, numbers and lists always have a JSON form, and maps have string keys only. Not `expect`: it would bring
    // the code that prints the error, 2 kB of the first module.
    serde_json::to_value(value).unwrap_or_else(|_| unreachable!("chart options are plain JSON"))
}

/// Lays one value over another: objects key by key, lists position by position, anything else replaced.
fn merge(target: &mut Value, patch: &Value) {
    match (target, patch) {
        (Value::Object(target), Value::Object(patch)) => {
            for (key, value) in patch {
                merge(target.entry(key.clone()).or_insert(Value::Null), value);
            }
        }
        (Value::Array(target), Value::Array(patch)) => {
            for (position, value) in patch.iter().enumerate() {
                match target.get_mut(position) {
                    Some(old) => merge(old, value),
                    None => target.push(value.clone()),
                }
            }
        }
        (target, patch) => target.clone_from(patch),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merging_keeps_what_the_patch_does_not_name() {
        let mut target = json!({ "a": { "b": 1, "c": 2 }, "list": [{ "x": 1 }, { "x": 2 }] });
        merge(&mut target, &json!({ "a": { "c": 3 }, "list": [{ "y": 1 }, {}, { "x": 3 }] }));
        assert_eq!(target, json!({ "a": { "b": 1, "c": 3 }, "list": [{ "x": 1, "y": 1 }, { "x": 2 }, { "x": 3 }] }));
    }

    #[test]
    fn templates_cannot_be_smuggled_in() {
        assert_eq!(escape("{a|b}"), "(a/b)");
    }
}
