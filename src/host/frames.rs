//! Animation frames.

use gloo::render::request_animation_frame;

/// Calls back after the next painting, when what was changed before can be seen.
pub fn after_paint(call: impl FnOnce() + 'static) {
    let first = request_animation_frame(move |_| {
        let second = request_animation_frame(move |_| call());
        // A handle cancels when dropped; both frames are wanted whatever happens to this caller.
        std::mem::forget(second);
    });
    std::mem::forget(first);
}
