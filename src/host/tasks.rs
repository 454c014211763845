//! The queue of what the page's effects have yet to do. It runs as a microtask, and at once where nobody waits for one:
//! Firefox copies the page for paper as soon as the listeners of `beforeprint` have returned (docs/decisions/0023-effects-before-paper.md).

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use any_spawner::{CustomExecutor, Executor, PinnedFuture, PinnedLocalFuture};
use async_task::Runnable;

thread_local! {
    static READY: RefCell<VecDeque<Runnable>> = const { RefCell::new(VecDeque::new()) };
    static IS_ASKED: Cell<bool> = const { Cell::new(false) };
}

struct Microtasks;

/// Makes this queue leptos' own. To be called before anything is mounted: the first one stays.
pub fn install() {
    // Another may be there in tests only, where many pages are mounted; it serves as well.
    let _ = Executor::init_custom_executor(Microtasks);
}

/// Runs all that is ready, and what becomes ready by that.
pub fn run_now() {
    while let Some(next) = READY.with(|ready| ready.borrow_mut().pop_front()) {
        next.run();
    }
}

impl CustomExecutor for Microtasks {
    fn spawn(&self, future: PinnedFuture<()>) {
        self.spawn_local(future);
    }

    fn spawn_local(&self, future: PinnedLocalFuture<()>) {
        let (runnable, task) = async_task::spawn_local(future, schedule);
        runnable.schedule();
        task.detach();
    }

    fn poll_local(&self) {
        run_now();
    }
}

fn schedule(runnable: Runnable) {
    READY.with(|ready| ready.borrow_mut().push_back(runnable));
    if !IS_ASKED.replace(true) {
        wasm_bindgen_futures::spawn_local(async {
            IS_ASKED.set(false);
            run_now();
        });
    }
}
