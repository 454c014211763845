//! A second thread: this same program in a worker, which works through what takes long while the page goes on.
//!
//! Both sides speak in bytes; what is worked on is a file of the reader's, which goes along without being copied.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DedicatedWorkerGlobalScope, File, MessageEvent, Worker, WorkerOptions, WorkerType};

use super::frames;

/// What the server has beside the page.
const SCRIPT: &str = "worker.js";

/// A worker that does not listen by then never will: one of its files does not answer.
const LISTENS_WITHIN_MS: u32 = 15_000;

/// A worker. It ends when this is dropped, whatever it was doing.
pub struct Background {
    worker: Worker,
    _listeners: [EventListener; 2],
    _patience: Timeout,
}

/// What became of the work.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum WorkerEvent {
    /// The worker says something.
    Message(Vec<u8>),
    /// There is no worker where the page stands: its work must be done here.
    NeverStarted,
    /// It stopped in the middle.
    Stopped,
}

impl Background {
    /// Starts a worker on a file, and hears what it says. Nothing where the browser refuses at once: in a page that is one file,
    /// and in a frame without an origin.
    pub fn start(file: &File, task: &[u8], hear: impl Fn(WorkerEvent) + Clone + 'static) -> Option<Self> {
        let worker = worker()?;
        let message = message(Some(file), task);
        let (place, heard) = (worker.clone(), hear.clone());
        let is_started = std::rc::Rc::new(std::cell::Cell::new(false));
        let has_started = is_started.clone();
        let said = EventListener::new(&worker, "message", move |event| {
            // The first message only says that it listens.
            if is_started.replace(true) {
                heard(WorkerEvent::Message(bytes(event).unwrap_or_default()));
            } else if place.post_message(&message).is_err() {
                heard(WorkerEvent::NeverStarted);
            }
        });
        let (silent, late, listens) = (worker.clone(), hear.clone(), has_started.clone());
        // Said once: its work is done here from then on, and must not be begun anew.
        let is_given_up = std::rc::Rc::new(std::cell::Cell::new(false));
        let has_given_up = is_given_up.clone();
        let failed = EventListener::new(&worker, "error", move |event| {
            event.prevent_default();
            if has_started.get() {
                hear(WorkerEvent::Stopped);
            } else if !is_given_up.replace(true) {
                hear(WorkerEvent::NeverStarted);
            }
        });
        let patience = Timeout::new(LISTENS_WITHIN_MS, move || {
            if !listens.get() && !has_given_up.replace(true) {
                silent.terminate();
                late(WorkerEvent::NeverStarted);
            }
        });
        Some(Self { worker, _listeners: [said, failed], _patience: patience })
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// A worker that has begun to load the program; nothing where the browser refuses at once.
fn worker() -> Option<Worker> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    options.set_name(&module()?);
    Worker::new_with_options(SCRIPT, &options).ok()
}

/// Whether a worker starts where the page stands.
pub async fn starts() -> bool {
    let Some(worker) = worker() else { return false };
    let heard = Promise::new(&mut |resolve, _| {
        for (event, answer) in [("message", true), ("error", false)] {
            let resolve = resolve.clone();
            let listener = EventListener::once(&worker, event, move |_| {
                // A promise takes its first answer.
                let _ = resolve.call1(&JsValue::NULL, &JsValue::from_bool(answer));
            });
            listener.forget();
        }
        let late = resolve.clone();
        frames::after_ms(LISTENS_WITHIN_MS, move || drop(late.call1(&JsValue::NULL, &JsValue::FALSE)));
    });
    let answer = JsFuture::from(heard).await;
    worker.terminate();
    answer.is_ok_and(|answer| answer.is_truthy())
}

/// The address of the program: none in a page that is one file, which no worker could load.
fn module() -> Option<String> {
    let document = web_sys::window()?.document()?;
    let link = document.query_selector("link[rel=preload][type='application/wasm']").ok().flatten()?;
    let href = Reflect::get(&link, &JsValue::from_str("href")).ok()?.as_string()?;
    href.starts_with("http").then_some(href)
}

fn scope() -> Option<DedicatedWorkerGlobalScope> {
    js_sys::global().dyn_into().ok()
}

/// Whether this is the program in a worker, and not the page.
pub fn is_worker() -> bool {
    scope().is_some()
}

/// In a worker: does what it is asked, as long as it lives, and says that it listens.
pub fn listen(act: impl Fn(File, Vec<u8>) + 'static) {
    let Some(scope) = scope() else { return };
    let asked = EventListener::new(&scope, "message", move |event| {
        if let Some((file, task)) = file(event).zip(bytes(event)) {
            act(file, task);
        }
    });
    asked.forget();
    say(&[]);
}

/// In a worker: says something to the page.
pub fn say(bytes: &[u8]) {
    if let Some(scope) = scope() {
        // A page that is gone hears nothing, and its worker ends with it.
        let _ = scope.post_message(&message(None, bytes));
    }
}

fn message(file: Option<&File>, bytes: &[u8]) -> JsValue {
    let message = Object::new();
    let pairs = [("file", file.map_or(JsValue::NULL, JsValue::from)), ("bytes", Uint8Array::from(bytes).into())];
    for (name, value) in pairs {
        // A plain object takes any property.
        let _ = Reflect::set(&message, &JsValue::from_str(name), &value);
    }
    message.into()
}

fn part(event: &web_sys::Event, name: &str) -> Option<JsValue> {
    let data = event.dyn_ref::<MessageEvent>()?.data();
    Reflect::get(&data, &JsValue::from_str(name)).ok()
}

fn bytes(event: &web_sys::Event) -> Option<Vec<u8>> {
    Some(part(event, "bytes")?.dyn_into::<Uint8Array>().ok()?.to_vec())
}

fn file(event: &web_sys::Event) -> Option<File> {
    part(event, "file")?.dyn_into().ok()
}
