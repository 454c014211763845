//! How the reader's system writes numbers.

use js_sys::{Array, Intl, JsString, Object};
use wasm_bindgen::{JsCast, JsValue};

/// Whether a comma stands before decimals: spreadsheets there take what is pasted so.
pub fn has_decimal_comma() -> bool {
    let form = Intl::NumberFormat::new(&Array::new(), &Object::new());
    let text = form.format().call1(&JsValue::UNDEFINED, &JsValue::from_f64(1.5));
    text.ok().and_then(|text| text.dyn_into::<JsString>().ok()).is_some_and(|text| String::from(text).contains(','))
}
