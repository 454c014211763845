//! The page's side of reading a list: by a worker, and where there is none here, in pieces.

use std::rc::Rc;

use leptos::task::spawn_local;
use web_sys::File;

use super::work::{Reply, Task, work};
use crate::host::background::{Background, WorkerEvent};

/// How many bytes are read at once where the page itself reads: it must answer in between.
const PIECE: u64 = 1 << 18;

/// What becomes of the work.
pub enum Event {
    /// It is done on the page itself.
    Here,
    /// It says something.
    Reply(Reply),
    /// It stopped in the middle.
    Stopped,
}

/// Begins a task, and tells what becomes of it; `tell` answers whether to go on. The worker, where there is one, works for as long
/// as it is kept.
pub fn begin(file: File, task: Task, tell: Rc<dyn Fn(Event) -> bool>) -> Option<Background> {
    let bytes = match postcard::to_allocvec(&task) {
        Ok(bytes) => bytes,
        Err(error) => {
            tell(Event::Reply(Reply::Broken(error.to_string())));
            return None;
        }
    };
    let again = (file.clone(), task.clone(), tell.clone());
    let hear = move |heard: WorkerEvent| {
        let (file, task, tell) = again.clone();
        match heard {
            WorkerEvent::Message(bytes) => {
                let reply = postcard::from_bytes(&bytes);
                tell(Event::Reply(reply.unwrap_or_else(|error| Reply::Broken(error.to_string()))));
            }
            WorkerEvent::NeverStarted => here(file, task, tell),
            WorkerEvent::Stopped => drop(tell(Event::Stopped)),
        }
    };
    let background = Background::start(&file, &bytes, hear);
    if background.is_none() {
        here(file, task, tell);
    }
    background
}

/// Does the task on the page.
fn here(file: File, task: Task, tell: Rc<dyn Fn(Event) -> bool>) {
    if !tell(Event::Here) {
        return;
    }
    spawn_local(async move { work(&file, &task, PIECE, &|reply| tell(Event::Reply(reply))).await });
}
