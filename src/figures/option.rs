//! Chart options: what the types of charming's builder lack is patched into the option that it serialises.
//!
//! charming has no per-item label or tooltip, no `renderMode`, no rich text and no `decal`; see
//! `docs/decisions/0003-own-drawing-binding.md`.

use serde::Serialize;
use serde_json::Value;

use super::theme::Theme;

/// A finished ECharts option.
#[derive(Clone, PartialEq, Debug)]
pub struct ChartOption(Value);

impl ChartOption {
    /// The option of these parts, with what every chart has.
    pub(super) fn new(parts: Value, theme: &Theme) -> Self {
        let mut option = parts;
        merge(&mut option, &common(theme));
        Self(option)
    }

    /// The same with its axis of numbers up to a number.
    #[must_use]
    pub(super) fn up_to(mut self, most: f64) -> Self {
        for axes in ["xAxis", "yAxis"] {
            for axis in self.0[axes].as_array_mut().into_iter().flatten().filter(|axis| axis["type"] == "value") {
                put(axis, "max", most.into());
            }
        }
        self
    }

    /// The same with the room beside its marks that another has, where that has more: so both have one scale.
    #[must_use]
    pub(super) fn with_room_of(mut self, other: &Self) -> Self {
        let grids = self.0["grid"].as_array().map_or(0, Vec::len);
        for grid in 0..grids {
            for (side, margin) in [("right", None), ("left", Some("margin"))] {
                let (Some(own), Some(wanted)) =
                    (self.0["grid"][grid][side].as_f64(), other.0["grid"][grid][side].as_f64())
                else {
                    continue;
                };
                if wanted <= own {
                    continue;
                }
                self.0["grid"][grid][side] = wanted.into();
                // Names begin as far left of the marks as before.
                let label = &mut self.0["yAxis"][grid]["axisLabel"];
                if let Some(before) = margin.and_then(|margin| label[margin].as_f64()) {
                    label["margin"] = (before + wanted - own).into();
                }
            }
        }
        self
    }

    /// The same in other fonts, for what leaves the page.
    #[must_use]
    pub fn in_fonts(mut self, families: &str) -> Self {
        put(&mut self.0, "textStyle.fontFamily", families.into());
        self
    }

    /// The option as a value.
    pub const fn value(&self) -> &Value {
        &self.0
    }
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

/// A part of charming with what its builder cannot say.
pub(super) fn patched(part: &impl Serialize, patch: &Value) -> Value {
    let mut value = to_value(part);
    merge(&mut value, patch);
    value
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
    use serde_json::json;

    use super::{escape, merge};

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
