//! Animation frames.

use gloo::render::request_animation_frame;
use gloo::timers::callback::Timeout;

/// Calls back in a task of its own, so that the browser can do something else before.
pub fn next_task(call: impl FnOnce() + 'static) {
    Timeout::new(0, call).forget();
}

/// Calls back after the next painting, when what was changed before can be seen: the first task after a frame's callbacks.
pub fn after_paint(call: impl FnOnce() + 'static) {
    let frame = request_animation_frame(move |_| {
        next_task(call);
    });
    // A handle cancels when dropped; the frame is wanted whatever happens to this caller.
    std::mem::forget(frame);
}
