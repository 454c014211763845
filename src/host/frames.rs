//! Animation frames and tasks.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::MessageChannel;

use super::document;

/// A function that JavaScript calls once. Its memory is free again after the call: a closure that is only forgotten is kept
/// for as long as the page lives, and a change of filters asks for some eighty.
fn once(call: impl FnOnce() + 'static) -> JsValue {
    Closure::once_into_js(call)
}

thread_local! {
    static TASKS: Tasks = Tasks::new();
}

type Task = Box<dyn FnOnce()>;

/// Tasks by messages that the page sends to itself: of timeouts that ask for timeouts, browsers hold back each for 4 ms.
struct Tasks {
    waiting: Rc<RefCell<VecDeque<Task>>>,
    /// Nothing where a browser has no channels.
    channel: Option<MessageChannel>,
    receive: Closure<dyn FnMut()>,
}

impl Tasks {
    fn new() -> Self {
        let waiting = Rc::new(RefCell::new(VecDeque::<Task>::new()));
        let next = Rc::clone(&waiting);
        let receive = Closure::<dyn FnMut()>::new(move || {
            // Not held while the task runs: it may ask for the next.
            let task = next.borrow_mut().pop_front();
            if let Some(task) = task {
                task();
            }
        });
        let channel = MessageChannel::new().ok();
        if let Some(channel) = &channel {
            channel.port1().set_onmessage(Some(receive.as_ref().unchecked_ref()));
        }
        Self { waiting, channel, receive }
    }

    fn ask(&self, call: Task) {
        self.waiting.borrow_mut().push_back(call);
        // A message without content can always be sent, and a window takes any function.
        match (&self.channel, web_sys::window()) {
            (Some(channel), _) => drop(channel.port2().post_message(&JsValue::NULL)),
            (None, Some(window)) => drop(window.set_timeout_with_callback(self.receive.as_ref().unchecked_ref())),
            (None, None) => {}
        }
    }
}

/// Calls back in a task of its own, so that the browser can do something else before.
pub fn next_task(call: impl FnOnce() + 'static) {
    TASKS.with(|tasks| tasks.ask(Box::new(call)));
}

/// Calls back before the next painting, when what was changed stands but has not been seen.
pub fn before_paint(call: impl FnOnce() + 'static) {
    if let Some(window) = web_sys::window() {
        // A window takes any function.
        let _ = window.request_animation_frame(once(call).unchecked_ref());
    }
}

/// Calls back after the next painting, when what was changed before can be seen: the first task after a frame's callbacks.
pub fn after_paint(call: impl FnOnce() + 'static) {
    if let Some(window) = web_sys::window() {
        let frame = once(move || next_task(call));
        // A window takes any function.
        let _ = window.request_animation_frame(frame.unchecked_ref());
    }
}

/// How often it is asked whether the page answers, and how often at most.
const ASKED_EVERY_MS: u32 = 50;
const ASKED_AT_MOST: u32 = 200;

/// Calls back when everything on the page answers; after ten seconds all the same.
pub fn when_ready(call: impl FnOnce() + 'static) {
    ask_until_ready(Box::new(call), ASKED_AT_MOST);
}

fn ask_until_ready(call: Box<dyn FnOnce()>, left: u32) {
    if left == 0 || document::is_ready() {
        next_task(call);
    } else {
        after_ms(ASKED_EVERY_MS, move || ask_until_ready(call, left - 1));
    }
}

/// Calls back when so much time has passed.
pub fn after_ms(delay_ms: u32, call: impl FnOnce() + 'static) {
    Timeout::new(delay_ms, call).forget();
}
