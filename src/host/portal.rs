//! Post messages to and from the page around this one: the wire of `docs/embedding.md`.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Window};

use super::address_bar::is_framed;
use crate::address::{LONGEST_FIELD, PROTOCOL, TARGET};

/// What this page tells the page around.
#[derive(Clone, PartialEq, Debug)]
pub enum Outgoing {
    /// It can be asked now; the version of the program.
    Ready(&'static str),
    /// How high its content is, in CSS pixels.
    Height(u32),
    /// What it shows: the query string of its address, the finding in words, and the address to quote.
    Selection {
        /// The query string.
        query: String,
        /// The finding in words.
        text: String,
        /// The full address of a page of its own.
        link: String,
    },
    /// A message could not be followed.
    Error {
        /// Which kind of mistake.
        code: &'static str,
        /// What was wrong and what was expected, in English.
        message: String,
    },
}

impl Outgoing {
    fn fields(&self) -> (&'static str, Vec<(&'static str, JsValue)>) {
        match self {
            Self::Ready(version) => ("ready", vec![("version", JsValue::from_str(version))]),
            Self::Height(height) => ("height", vec![("height", JsValue::from(*height))]),
            Self::Selection { query, text, link } => {
                ("selection", vec![("query", query.into()), ("text", text.into()), ("link", link.into())])
            }
            Self::Error { code, message } => {
                ("error", vec![("code", JsValue::from_str(code)), ("message", message.into())])
            }
        }
    }

    fn to_js(&self) -> Object {
        let (kind, fields) = self.fields();
        let all = [("source", TARGET.into()), ("v", PROTOCOL.into()), ("type", kind.into())];
        let message = Object::new();
        for (name, value) in all.into_iter().chain(fields) {
            // Setting a field of a plain object cannot fail.
            let _ = Reflect::set(&message, &JsValue::from_str(name), &value);
        }
        message
    }
}

/// A message that is meant for this page and comes from the page around it.
pub struct Incoming(Object);

impl Incoming {
    /// A field that is a short enough text. Only the message's own fields count: not what a prototype brings.
    pub fn text(&self, name: &str) -> Option<String> {
        let text: js_sys::JsString = self.own(name)?.dyn_into().ok()?;
        (text.length() <= LONGEST_FIELD).then(|| text.into())
    }

    /// A field that is a number.
    pub fn number(&self, name: &str) -> Option<f64> {
        self.own(name)?.as_f64()
    }

    fn own(&self, name: &str) -> Option<JsValue> {
        let name = JsValue::from_str(name);
        if !Object::has_own(&self.0, &name) {
            return None;
        }
        Reflect::get(&self.0, &name).ok()
    }
}

/// The page around this one.
#[derive(Clone)]
pub struct Portal {
    parent: Window,
    /// The origins that may talk; nothing means any.
    allowed: Option<Rc<[String]>>,
    /// The origin that answers go to: one that spoke, or the parent's where the settings name it.
    origin: Rc<RefCell<Option<String>>>,
}

impl Portal {
    /// The page around; nothing where this page stands alone. `allowed` are the origins that may talk, nothing for any.
    pub fn around(allowed: Option<Vec<String>>) -> Option<Self> {
        let window = web_sys::window().filter(is_framed)?;
        let parent = window.parent().ok().flatten()?;
        let known =
            parent_origin(&window).filter(|origin| allowed.as_ref().is_some_and(|allowed| allowed.contains(origin)));
        Some(Self { parent, allowed: allowed.map(Rc::from), origin: Rc::new(RefCell::new(known)) })
    }

    /// Tells the page around, if it is known who that is.
    pub fn tell(&self, what: &Outgoing) {
        if let Some(origin) = self.origin.borrow().as_deref() {
            // An origin that no window can have was refused when it spoke.
            let _ = self.parent.post_message(&what.to_js(), origin);
        }
    }

    /// Calls back with each message of the page around that is meant for this one. Dropping the listener stops it.
    pub fn listen(&self, call: impl Fn(&Incoming) + 'static) -> Option<EventListener> {
        let portal = self.clone();
        let window = web_sys::window()?;
        Some(EventListener::new(&window, "message", move |event| {
            if let Some(message) = event.dyn_ref::<MessageEvent>().and_then(|event| portal.accept(event)) {
                call(&message);
            }
        }))
    }

    /// The message of an event, if it is one that this page may act on.
    fn accept(&self, event: &MessageEvent) -> Option<Incoming> {
        let is_parent = event.source().is_some_and(|source| Object::is(source.as_ref(), self.parent.as_ref()));
        let origin = event.origin();
        let is_allowed = self.allowed.as_ref().is_none_or(|allowed| allowed.contains(&origin));
        // A page without an origin of its own cannot be answered in private.
        if !is_parent || !is_allowed || origin == "null" {
            return None;
        }
        let data = event.data();
        // An array is an object too, but has no field `target`.
        let message = Incoming(data.is_object().then(|| data.unchecked_into())?);
        if message.text("target").as_deref() != Some(TARGET) {
            return None;
        }
        self.origin.replace(Some(origin));
        Some(message)
    }
}

/// The origin of the page around, as far as the browser tells.
pub(super) fn parent_origin(window: &Window) -> Option<String> {
    let first = Reflect::get(&window.location(), &"ancestorOrigins".into())
        .and_then(|origins| Reflect::get(&origins, &JsValue::from(0)))
        .ok();
    first.and_then(|origin| origin.as_string()).or_else(|| {
        let referrer = window.document()?.referrer();
        let end = referrer.match_indices('/').nth(2).map_or(referrer.len(), |(position, _)| position);
        (!referrer.is_empty()).then(|| referrer[..end].to_owned())
    })
}
