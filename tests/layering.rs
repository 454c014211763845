//! The rooms import only those above them, `ui` has floors of its own, no file stands in a circle with another,
//! and only `host` and `ui` know the browser.
//!
//! A name that a `mod.rs` only hands on (`pub use`) counts as the file that defines it.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, clippy::panic, reason = "a test may fail")]

mod source_tree;

use std::sync::LazyLock;

use source_tree::{SourceFile, SourceTree};

/// The program, read once for all tests.
static TREE: LazyLock<SourceTree> = LazyLock::new(SourceTree::read);

/// From the top down: a room may use those before it. The files beside the rooms belong to none.
const ROOMS: [&str; 11] =
    ["dataset", "query", "trials", "intake", "figures", "search", "address", "export", "locale", "host", "ui"];
/// The rooms that may touch the browser.
const BROWSER_ROOMS: [&str; 2] = ["host", "ui"];
const BROWSER_CRATES: [&str; 6] = ["web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "gloo", "leptos"];

/// The floors of `ui` from the ground up: a floor may use those before it. What stands on one floor does not know its neighbours.
const FLOORS: [&[&str]; 11] = [
    &["kit"],
    &["state"],
    &["late"],
    &["controls"],
    &["figure"],
    &["page"],
    &["views", "dialogs", "files"],
    &["ready", "portal", "print", "overlays"],
    &["doors"],
    &["app"],
    &["root"],
];

fn floor(part: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&part))
}

fn room(file: &SourceFile) -> Option<usize> {
    ROOMS.iter().position(|room| file.module.first().is_some_and(|first| first == room))
}

/// Which part of `ui` a file belongs to.
fn part(file: &SourceFile) -> Option<&str> {
    let is_in_ui = file.module.first().is_some_and(|first| first == "ui");
    file.module.get(1).filter(|_| is_in_ui).map(String::as_str)
}

#[test]
fn rooms_look_only_upwards() {
    let mut imports = 0;
    for (from, to) in TREE.imports() {
        if let (Some(own), Some(other)) = (room(from), room(to)) {
            assert!(other <= own, "{} looks down into {}", from.name, to.name);
            imports += 1;
        }
    }
    assert!(imports > 200, "only {imports} imports were found: is the tree read?");
}

#[test]
fn only_host_and_ui_know_the_browser() {
    for file in TREE.files() {
        let Some(room) = room(file) else { continue };
        for library in BROWSER_CRATES {
            let is_used = file.libraries.contains(library) && !file.is_test();
            assert!(BROWSER_ROOMS.contains(&ROOMS[room]) || !is_used, "{} uses {library}", file.name);
        }
    }
}

#[test]
fn every_room_and_every_floor_is_known() {
    for file in TREE.files() {
        if file.module.len() > 1 {
            assert!(room(file).is_some(), "{} stands in no room of the design", file.name);
        }
        if let Some(part) = part(file) {
            assert!(floor(part).is_some(), "{} stands on no floor of ui", file.name);
        }
    }
}

#[test]
fn floors_of_ui_look_only_down() {
    for (from, to) in TREE.imports() {
        let (Some(own), Some(other)) = (part(from), part(to)) else { continue };
        assert!(own == other || floor(other) < floor(own), "{} looks up to {}", from.name, to.name);
    }
}

#[test]
fn no_file_stands_in_a_circle() {
    let circles: Vec<String> = TREE.circles().iter().map(|circle| circle.join(" -> ")).collect();
    assert!(circles.is_empty(), "these files import each other in a circle:\n{}", circles.join("\n"));
}

#[test]
fn only_the_doors_cut_the_program() {
    let cutters: Vec<&str> =
        TREE.files().filter(|file| file.idents.contains("wasm_split")).map(|file| file.name.as_str()).collect();
    assert_eq!(cutters, ["ui/doors.rs"]);
}
