//! Every label of a chart has room in it: by the estimate of `figures::text_px`, which is that of a wide font.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test may fail")]

use china_trials_explorer::address;
use china_trials_explorer::dataset::Facts;
use china_trials_explorer::figures::{Canvas, Layout, Theme, figures, is_in_numbers, plan, text_px};
use china_trials_explorer::locale::Language;
use china_trials_explorer::query::slice;
use serde_json::Value;

/// From the narrowest phone to a chart that leads.
const WIDTHS_PX: [f64; 5] = [288.0, 326.0, 358.0, 480.0, 690.0];
const QUESTIONS: [&str; 6] = [
    "",
    "year=2024",
    "year=2024&product=biological&disease=oncology",
    "year=2022..2024&product=biological",
    "product=tcm",
    "year=2024&phase=I",
];

/// A chart with its width and name.
struct Drawn {
    name: String,
    width_px: f64,
    option: Value,
}

/// All charts of the questions, in both languages and all widths.
fn all_drawn() -> Vec<Drawn> {
    let facts = Facts::shipped().expect("the shipped data unpack");
    let mut drawn = Vec::new();
    for question in QUESTIONS {
        let (address, notices) = address::parse(facts, question.as_bytes());
        assert!(notices.is_empty(), "{question}: {notices:?}");
        let statistics =
            figures().flat_map(|figure| figure.statistics.iter().map(move |statistic| (figure, *statistic)));
        for (figure, statistic) in statistics {
            let table = slice(facts, figure, Some(statistic), &address.selection);
            if table.is_empty() || is_in_numbers(figure, &table) {
                continue;
            }
            for (language, width_px) in Language::ALL.into_iter().flat_map(|one| WIDTHS_PX.map(|px| (one, px))) {
                let (words, layout) = (facts.words(language), Layout { width_px });
                let (codes, theme, table) = (facts.codes(), &Theme::LIGHT, &table);
                let canvas = Canvas { codes, figure, table, words: &words, theme, layout, hidden: &[] };
                let plan = plan(&canvas);
                let name = format!("?{question} {} {}, {language:?}, {width_px} px", figure.id, statistic.code());
                drawn.push(Drawn { name, width_px, option: plan.draw().option.value().clone() });
            }
        }
    }
    drawn
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn px(value: &Value) -> f64 {
    value.as_f64().expect("a place in pixels")
}

fn widest(text: &str) -> f64 {
    text.split('\n').map(text_px).fold(0.0, f64::max)
}

/// A number along an axis, as its template writes it.
fn along(axis: &Value, end: &str) -> Option<String> {
    let is_shown = axis["show"] != false && axis["axisLabel"]["show"] != false;
    let template = axis["axisLabel"]["formatter"].as_str().filter(|_| is_shown)?;
    Some(template.replace("{value}", &px(&axis[end]).to_string()))
}

/// The names of an axis.
fn names(axis: &Value) -> impl Iterator<Item = &str> {
    list(&axis["data"]).iter().filter_map(|name| name["value"].as_str())
}

/// What is wrong with the labels of one frame.
fn flaws(drawn: &Drawn, frame: usize) -> Vec<String> {
    let (grid, x_axis, y_axis) =
        (&drawn.option["grid"][frame], &drawn.option["xAxis"][frame], &drawn.option["yAxis"][frame]);
    let mut flaws = Vec::new();
    let mut check = |what: &str, text: &str, needed: f64, room: f64| {
        if needed > room {
            flaws.push(format!("{}: {what} “{text}” needs {needed} px and has {room}", drawn.name));
        }
    };
    let left = px(&grid["left"]);
    if y_axis["type"] == "category" {
        for text in [along(x_axis, "min")].into_iter().flatten() {
            check("the first number", &text, text_px(&text) / 2.0, left);
        }
        for text in [along(x_axis, "max")].into_iter().flatten() {
            check("the last number", &text, text_px(&text) / 2.0, px(&grid["right"]));
        }
        // Names above their marks have rows of their own, and the whole width.
        let is_above = y_axis["axisLine"]["show"] == false;
        for text in names(y_axis) {
            check("the name", text, widest(text), if is_above { drawn.width_px - 4.0 } else { left });
        }
    } else {
        for text in [along(y_axis, "max")].into_iter().flatten() {
            check("the number", &text, text_px(&text) + 8.0, left);
        }
        let width = px(&grid["width"]);
        let slot = width / f64::from(u32::try_from(names(x_axis).count()).expect("a few years"));
        let mut free = f64::MAX;
        for text in names(x_axis) {
            free += slot;
            if !text.is_empty() {
                check("the year", text, text_px(text), free);
                free = 0.0;
            }
        }
        for text in list(&y_axis["name"]).iter().filter_map(Value::as_str) {
            check("the title", text, widest(text), width);
        }
    }
    flaws
}

#[test]
fn names_and_numbers_of_axes_have_room() {
    let drawn = all_drawn();
    let frames = drawn.iter().flat_map(|drawn| (0..list(&drawn.option["grid"]).len()).map(move |frame| (drawn, frame)));
    let flaws: Vec<String> = frames.flat_map(|(drawn, frame)| flaws(drawn, frame)).collect();
    assert!(flaws.is_empty(), "{} flaws, such as\n{}", flaws.len(), flaws[..flaws.len().min(30)].join("\n"));
}

#[test]
fn words_and_values_are_not_wider_than_the_chart() {
    for Drawn { name, width_px, option, .. } in all_drawn() {
        let points = list(&option["series"]).iter().flat_map(|series| list(&series["data"]));
        for text in points.filter_map(|point| point["label"]["formatter"].as_str()) {
            assert!(widest(text) <= width_px, "{name}: “{text}” is wider than the chart");
        }
    }
}

/// Values beside each other stand on a column each: where one is wider than its column, all are turned.
#[test]
fn values_of_years_have_the_room_of_their_column() {
    for Drawn { name, option, .. } in all_drawn() {
        for series in list(&option["series"]).iter().filter(|series| series["type"] == "bar") {
            let frame = usize::try_from(series["xAxisIndex"].as_u64().unwrap_or(0)).expect("a few frames");
            if option["xAxis"][frame]["type"] != "category" {
                continue;
            }
            let points = list(&series["data"]);
            let slot = px(&option["grid"][frame]["width"]) / f64::from(u32::try_from(points.len()).expect("a few"));
            for label in points.iter().map(|point| &point["label"]).filter(|label| label["rotate"].is_null()) {
                let text = label["formatter"].as_str().unwrap_or_default();
                // An interval in two lines is as narrow as it can be: its dash may stand over the edge, and commas take little.
                let text = text.split(['–', '—']).next().unwrap_or_default().replace([',', '.', '†'], "");
                assert!(widest(&text) <= slot + 4.0, "{name}: “{text}” in {slot} px");
            }
        }
    }
}
