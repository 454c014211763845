//! What the reader sees and touches: Leptos components.
//!
//! Contracts stand below, what fills them above, and `app` composes. Each line imports only from those under it
//! (`tests/layering.rs` checks that):
//!
//! - `root`: which data the page explores
//! - `app`: the page from top to bottom
//! - `doors`: where the program is cut into modules
//! - `ready`, `portal`, `print`, `overlays`: what happens as long as the page lives
//! - `views`, `dialogs`, `files`: what is asked for
//! - `page`: the parts of the page
//! - `figure`: a chart with its table
//! - `controls`: buttons and links, each made once
//! - `late`: the contracts of what arrives later
//! - `state`: the address and what follows from it, who answers when, one figure
//! - `kit`: tools that know nothing of this page

#![expect(unreachable_pub, reason = "`pub` means the whole of `ui` here; only `Root` leaves it")]

mod app;
mod controls;
mod dialogs;
mod doors;
mod figure;
mod files;
mod kit;
mod late;
mod overlays;
mod page;
mod portal;
mod print;
mod ready;
mod root;
mod state;
mod views;

pub use doors::work;
pub use root::Root;
