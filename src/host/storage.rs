//! Local storage: what the reader chose before, where the browser lets us remember it. A sandboxed frame throws on every access.

use web_sys::Storage;

use crate::address::saved_as;

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// A saved choice.
pub fn load(name: &str) -> Option<String> {
    storage()?.get_item(&saved_as(name)).ok().flatten()
}

/// Forgets a saved choice.
pub fn forget(name: &str) {
    if let Some(storage) = storage() {
        // What is not there is forgotten.
        let _ = storage.remove_item(&saved_as(name));
    }
}

/// Saves a choice; says whether it could.
pub fn save(name: &str, value: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(&saved_as(name), value).is_ok())
}
