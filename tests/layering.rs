//! The rooms import only those above them, and only `host` and `ui` know the browser.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test may fail")]

use std::fs;
use std::path::{Path, PathBuf};

/// From the top down: a room may use those before it.
const ROOMS: [&str; 9] = ["dataset", "query", "figures", "search", "address", "export", "locale", "host", "ui"];
/// The rooms that may touch the browser.
const BROWSER_ROOMS: [&str; 2] = ["host", "ui"];
const BROWSER_CRATES: [&str; 6] = ["web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "gloo", "leptos"];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a room is a folder").map(|entry| entry.expect("readable").path());
    let mut files = Vec::new();
    for path in entries {
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

/// The code of a file without its comments.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("readable");
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn rooms_look_only_upwards() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (position, room) in ROOMS.iter().enumerate() {
        for file in sources(&src.join(room)) {
            let is_test = file.file_name().is_some_and(|name| name == "tests.rs");
            let code = code(&file);
            for below in &ROOMS[position + 1..] {
                assert!(!code.contains(&format!("crate::{below}")), "{} looks down into {below}", file.display());
            }
            for library in BROWSER_CRATES {
                let uses = code.contains(&format!("{library}::")) && !is_test;
                assert!(BROWSER_ROOMS.contains(room) || !uses, "{} uses {library}", file.display());
            }
        }
    }
}

#[test]
fn every_room_is_known() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in fs::read_dir(src).expect("src").map(|entry| entry.expect("readable")) {
        if entry.path().is_dir() {
            let name = entry.file_name().into_string().expect("a plain name");
            assert!(ROOMS.contains(&name.as_str()), "src/{name} is no room of the design");
        }
    }
}
