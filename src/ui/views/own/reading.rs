//! The page's side of reading a list: by a worker, and where there is none here, in pieces.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::desk::Desk;
use super::work::{Task, Told, work};
use crate::host::background::{Background, Heard};

/// How many bytes are read at once where the page itself reads: it must answer in between.
const PIECE: u64 = 1 << 18;

/// Begins a task, in the place of whatever was being done; the desk is told.
pub fn begin(desk: Desk, file: File, task: Task) {
    let turn = desk.next_turn();
    let Ok(bytes) = postcard::to_allocvec(&task) else { return };
    let again = (file.clone(), task.clone());
    let hear = move |heard: Heard| {
        let (file, task) = again.clone();
        match heard {
            _ if !desk.is_turn(turn) => {}
            Heard::Said(bytes) => {
                desk.hear(postcard::from_bytes(&bytes).unwrap_or_else(|error| Told::Broken(error.to_string())));
            }
            Heard::NeverStarted => here(desk, turn, file, task),
            Heard::Stopped => desk.stopped(),
        }
    };
    match Background::start(&file, &bytes, hear) {
        Some(background) => desk.keep(background),
        None => here(desk, turn, file, task),
    }
}

/// Does the task on the page.
fn here(desk: Desk, turn: u32, file: File, task: Task) {
    desk.reads_here.set(true);
    spawn_local(async move {
        work(&file, &task, PIECE, &|told| {
            let goes_on = desk.is_turn(turn);
            if goes_on {
                desk.hear(told);
            }
            goes_on
        })
        .await;
    });
}
