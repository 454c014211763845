//! ECharts, as far as we use it. Its bundle (`echarts.mjs`) arrives after the app; every call into it is caught,
//! because an exception that passes through WebAssembly leaves the whole app dead.

use std::cell::Cell;

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Array, Object, Reflect};
use serde_json::Value;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use crate::figures::ChartOption;

#[wasm_bindgen]
extern "C" {
    /// What `echarts.mjs` puts on the window.
    type Library;

    #[wasm_bindgen(method, catch)]
    fn init(this: &Library, element: &Element, options: &JsValue) -> Result<Instance, JsValue>;

    /// One chart of ECharts.
    type Instance;

    #[wasm_bindgen(method, catch, js_name = setOption)]
    fn set_option(this: &Instance, option: &JsValue, how: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn resize(this: &Instance) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn dispose(this: &Instance) -> Result<(), JsValue>;
}

/// Why a chart could not be drawn, as ECharts says it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DrawError(String);

impl std::fmt::Display for DrawError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "ECharts: {}", self.0)
    }
}

impl std::error::Error for DrawError {}

impl From<JsValue> for DrawError {
    fn from(error: JsValue) -> Self {
        let message = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
        Self(message.or_else(|| error.as_string()).unwrap_or_default())
    }
}

fn library() -> Option<Library> {
    let library = Reflect::get(&js_sys::global(), &JsValue::from_str("chinaTrialsCharts")).ok()?;
    library.is_object().then(|| library.unchecked_into())
}

/// Whether the library has arrived.
pub fn is_ready() -> bool {
    library().is_some()
}

/// Calls back when the library arrives. Dropping the listener stops the wait.
pub fn on_ready(call: impl FnOnce() + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    let mut call = Some(call);
    Some(EventListener::new_with_options(&window, "charts-ready", EventListenerOptions::default(), move |_| {
        if let Some(call) = call.take() {
            call();
        }
    }))
}

/// A chart in an element; disposed of when dropped.
pub struct Chart {
    instance: Instance,
    element: Element,
    /// Width and height at the last drawing: measuring anew costs as much as drawing.
    size: Cell<(i32, i32)>,
}

impl Chart {
    /// Takes an empty element for a chart.
    ///
    /// # Errors
    /// When the library has not arrived, or refuses.
    pub fn new(element: &Element) -> Result<Self, DrawError> {
        let library = library().ok_or_else(|| DrawError("the library has not arrived".to_owned()))?;
        let options = Object::new();
        Reflect::set(&options, &"renderer".into(), &"svg".into())?;
        let size = Cell::new(size(element));
        Ok(Self { instance: library.init(element, &options)?, element: element.clone(), size })
    }

    /// Draws an option in place of what was drawn before, at the element's size of now.
    ///
    /// # Errors
    /// When ECharts refuses.
    pub fn draw(&self, option: &ChartOption) -> Result<(), DrawError> {
        let option = to_js(option.value())?;
        let how = Object::new();
        // Series that are not named again must go.
        let replaced: Array = ["series", "xAxis", "yAxis", "grid"].into_iter().map(JsValue::from_str).collect();
        Reflect::set(&how, &"replaceMerge".into(), &replaced)?;
        let size = size(&self.element);
        if self.size.replace(size) != size {
            self.instance.resize()?;
        }
        Ok(self.instance.set_option(&option, &how)?)
    }
}

/// A JSON value as the JavaScript value that it stands for.
/// Not by way of text: writing numbers as text alone would add a table of 9 kB to the module.
fn to_js(value: &Value) -> Result<JsValue, JsValue> {
    Ok(match value {
        Value::Null => JsValue::NULL,
        Value::Bool(bool) => JsValue::from_bool(*bool),
        Value::Number(number) => number.as_f64().map_or(JsValue::NULL, JsValue::from_f64),
        Value::String(text) => JsValue::from_str(text),
        Value::Array(values) => {
            let array = Array::new();
            for value in values {
                array.push(&to_js(value)?);
            }
            array.into()
        }
        Value::Object(fields) => {
            let object = Object::new();
            for (key, value) in fields {
                Reflect::set(&object, &JsValue::from_str(key), &to_js(value)?)?;
            }
            object.into()
        }
    })
}

fn size(element: &Element) -> (i32, i32) {
    (element.client_width(), element.client_height())
}

impl Drop for Chart {
    fn drop(&mut self) {
        // The element may be gone already: nothing is left to do then.
        let _ = self.instance.dispose();
    }
}
