//! The worker's side: it does what it is asked with the file that it is given, and tells the page.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::work::{Reply, work};
use crate::host::background;

/// How many bytes a worker reads at once.
const PIECE: u64 = 4 << 20;

/// Works for the page for as long as the worker lives.
pub fn serve() {
    background::listen(|file, task| {
        // A task of another version of the program is none.
        let Ok(task) = postcard::from_bytes(&task) else { return tell(&Reply::Broken("an unknown task".to_owned())) };
        let (file, task) = (Rc::new(file), Rc::new(task));
        spawn_local(async move {
            work(&file, &task, PIECE, &|reply| {
                tell(&reply);
                true
            })
            .await;
        });
    });
}

fn tell(reply: &Reply) {
    match postcard::to_allocvec(reply) {
        Ok(bytes) => background::say(&bytes),
        Err(error) => leptos::logging::error!("{error}"),
    }
}
