//! ECharts, as far as we use it. Its bundle (`echarts.mjs`) arrives after the app; every call into it is caught,
//! because an exception that passes through WebAssembly leaves the whole app dead.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::{Array, Object, Reflect};
use serde_json::Value;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use crate::figures::{ChartOption, Drawing, Mark, Marks};

#[wasm_bindgen]
extern "C" {
    /// What `echarts.mjs` puts on the window.
    type Library;

    #[wasm_bindgen(method, catch)]
    fn init(this: &Library, element: &Element, options: &JsValue) -> Result<Instance, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn markup(this: &Library, size: &JsValue, option: &JsValue) -> Result<String, JsValue>;

    /// One chart of ECharts.
    type Instance;

    #[wasm_bindgen(method, catch, js_name = setOption)]
    fn set_option(this: &Instance, option: &JsValue, how: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn on(this: &Instance, event: &str, call: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = dispatchAction)]
    fn dispatch_action(this: &Instance, action: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn resize(this: &Instance, size: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn dispose(this: &Instance) -> Result<(), JsValue>;
}

/// Why a chart could not be drawn, as ECharts says it.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("ECharts: {0}")]
pub struct DrawError(String);

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

/// The library, or that it has not arrived.
fn needed_library() -> Result<Library, DrawError> {
    library().ok_or_else(|| DrawError("the library has not arrived".to_owned()))
}

/// A chart drawn apart from the page, as the text of an SVG document.
///
/// # Errors
/// When the library has not arrived, or refuses.
pub fn markup(option: &ChartOption, size: Size) -> Result<String, DrawError> {
    Ok(needed_library()?.markup(&size_options(size)?.into(), &to_js(option.value())?)?)
}

/// Whether the library has arrived, or will not (`boot.js` says so); nothing while it is awaited.
pub fn is_loaded() -> Option<bool> {
    let found = Reflect::get(&js_sys::global(), &JsValue::from_str("chinaTrialsCharts")).ok()?;
    (!found.is_undefined()).then(|| found.is_object())
}

/// Calls back whenever the library has arrived, or will not. Dropping the listener ends that.
pub fn on_loaded(call: impl Fn() + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "charts-ready", move |_| call()))
}

/// Asks for the library once more, and says whether it has come then.
pub fn ask_again(then: impl FnOnce(bool) + 'static) {
    let asked = web_sys::Event::new("charts-wanted").ok().zip(web_sys::window());
    if let Some((event, window)) = asked {
        EventListener::once(&window, "charts-ready", move |_| then(library().is_some())).forget();
        // A plain event can be sent.
        let _ = window.dispatch_event(&event);
    }
}

/// Width and height of a chart in CSS pixels. The app knows them: asking the element would make the browser lay out
/// the whole page between two drawings, which costs as much as drawing.
pub type Size = (f64, u32);

/// Called by ECharts with what it knows of the mark under the pointer.
type TooltipCall = Closure<dyn Fn(JsValue) -> String>;

/// Called by ECharts with what it knows of the mark that was chosen.
type ClickCall = Closure<dyn Fn(JsValue)>;

/// A chart in an element; disposed of when dropped.
pub struct Chart {
    instance: Instance,
    size: Cell<Size>,
    /// What is drawn; the same is not drawn twice.
    drawn: RefCell<Option<ChartOption>>,
    /// Which of its marks shows which cell.
    marks: Rc<RefCell<Marks>>,
    tooltip: TooltipCall,
    _choose: ClickCall,
    _click: EventListener,
}

impl Chart {
    /// Takes an empty element for a chart. `tooltip` says what is known of a cell of the table, by row and column;
    /// `choose` is called when its mark is clicked or tapped.
    ///
    /// # Errors
    /// When the library has not arrived, or refuses.
    pub fn new(
        element: &Element,
        size: Size,
        tooltip: impl Fn(usize, usize) -> String + 'static,
        choose: impl Fn(usize, usize) + 'static,
    ) -> Result<Self, DrawError> {
        let library = needed_library()?;
        let options = size_options(size)?;
        Reflect::set(&options, &"renderer".into(), &"svg".into())?;
        let marks = Rc::new(RefCell::new(Marks::default()));
        let known = Rc::clone(&marks);
        let cell_at = move |params: &JsValue| mark_of(params).and_then(|mark| known.borrow().cell(mark));
        let pointed_at = cell_at.clone();
        // An empty text shows no tooltip.
        let tooltip = Closure::new(move |params| {
            pointed_at(&params).map(|(row, column)| tooltip(row, column)).unwrap_or_default()
        });
        let instance = library.init(element, &options)?;
        // ECharts calls a tap a click when the finger goes up; the browser's own click comes after that, and would press
        // whatever lies there by then. So ECharts says which mark, and the browser's click says when.
        let chosen = Rc::new(Cell::new(None));
        let cell = Rc::clone(&chosen);
        let choose_mark: ClickCall = Closure::new(move |params| cell.set(cell_at(&params)));
        instance.on("click", choose_mark.as_ref())?;
        let click = EventListener::new(element, "click", move |_| {
            if let Some((row, column)) = chosen.take() {
                choose(row, column);
            }
        });
        Ok(Self {
            instance,
            size: Cell::new(size),
            drawn: RefCell::new(None),
            marks,
            tooltip,
            _choose: choose_mark,
            _click: click,
        })
    }

    /// Draws in place of what was drawn before, at the size of now.
    ///
    /// # Errors
    /// When ECharts refuses.
    pub fn draw(&self, drawing: Drawing, size: Size) -> Result<(), DrawError> {
        let Drawing { option, marks } = drawing;
        // Before ECharts draws: it may ask what is under the pointer while it does. And always: the same picture may show other cells.
        self.marks.replace(marks);
        let is_resized = self.size.replace(size) != size;
        if self.drawn.borrow().as_ref() != Some(&option) {
            self.set(&option, is_resized)?;
            self.drawn.replace(Some(option));
        }
        if is_resized {
            self.instance.resize(&size_options(size)?.into())?;
        }
        Ok(())
    }

    /// Gives ECharts an option; `is_lazy` leaves the drawing to the change of size that follows, which draws anyway.
    fn set(&self, option: &ChartOption, is_lazy: bool) -> Result<(), DrawError> {
        let js = to_js(option.value())?;
        if let Ok(tooltip) = Reflect::get(&js, &"tooltip".into()) {
            Reflect::set(&tooltip, &"formatter".into(), self.tooltip.as_ref())?;
        }
        let how = Object::new();
        // Nothing of what was drawn before stays. Were series only replaced, those that stay would keep their old index,
        // in which neither stacks nor [`Marks`] count.
        Reflect::set(&how, &"notMerge".into(), &true.into())?;
        Reflect::set(&how, &"lazyUpdate".into(), &is_lazy.into())?;
        Ok(self.instance.set_option(&js, &how)?)
    }
}

impl Chart {
    /// Shows what is known of a cell, as if the pointer were on its mark; nothing where the cell has none.
    pub fn point_at(&self, row: usize, column: usize) {
        self.point_nowhere();
        let mark = self.marks.borrow().of(row, column);
        if mark.is_some() {
            self.act("highlight", mark);
            self.act("showTip", mark);
        }
    }

    /// Ends what [`Chart::point_at`] began.
    pub fn point_nowhere(&self) {
        self.act("downplay", None);
        self.act("hideTip", None);
    }

    fn act(&self, kind: &str, mark: Option<Mark>) {
        let action = Object::new();
        let mut fields = vec![("type", JsValue::from_str(kind))];
        if let Some(Mark { series, index }) = mark {
            fields.extend([(SERIES, JsValue::from(series)), (INDEX, JsValue::from(index))]);
        }
        for (name, value) in fields {
            // Setting a field of a plain object cannot fail.
            let _ = Reflect::set(&action, &JsValue::from_str(name), &value);
        }
        // A chart that cannot point stays as it is: what it would show is said as well.
        let _ = self.instance.dispatch_action(&action);
    }
}

fn size_options((width_px, height_px): Size) -> Result<Object, JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"width".into(), &width_px.into())?;
    Reflect::set(&options, &"height".into(), &height_px.into())?;
    Ok(options)
}

/// The fields in which ECharts says, and is told, which mark is meant.
const SERIES: &str = "seriesIndex";
const INDEX: &str = "dataIndex";

/// The mark that ECharts speaks of.
fn mark_of(params: &JsValue) -> Option<Mark> {
    let field = |name: &str| Reflect::get(params, &JsValue::from_str(name)).ok().and_then(|value| index(&value));
    Some(Mark { series: field(SERIES)?, index: field(INDEX)? })
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "positions in a chart of at most hundreds of marks"
)]
fn index(value: &JsValue) -> Option<usize> {
    value.as_f64().map(|number| number as usize)
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

impl Drop for Chart {
    fn drop(&mut self) {
        // The element may be gone already: nothing is left to do then.
        let _ = self.instance.dispose();
    }
}
