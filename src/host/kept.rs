//! What the reader keeps in this browser on request: texts under names, in `IndexedDB`.

use idb::{Database, DatabaseEvent, Error, Factory, ObjectStoreParams, Query, TransactionMode};
use wasm_bindgen::JsValue;

use crate::address::saved_as;

/// The only store of the database.
const STORE: &str = "files";

/// The browser keeps nothing here, and why: a private window, a frame without storage, or no room.
#[derive(Debug, thiserror::Error)]
#[error("the browser keeps nothing here: {0}")]
pub struct NotKept(#[from] Error);

async fn database() -> Result<Database, Error> {
    let mut opening = Factory::new()?.open(&saved_as("own"), Some(1))?;
    opening.on_upgrade_needed(|event| {
        // A store that cannot be made is missed at once by what asks for it.
        let _ = event.database().and_then(|database| database.create_object_store(STORE, ObjectStoreParams::new()));
    });
    opening.await
}

/// Keeps these texts under their names, and nothing else.
///
/// # Errors
/// When the browser keeps nothing here, or has no room.
pub async fn keep(texts: &[(String, String)]) -> Result<(), NotKept> {
    let database = database().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    let store = transaction.object_store(STORE)?;
    store.clear()?.await?;
    for (name, text) in texts {
        store.put(&JsValue::from_str(text), Some(&JsValue::from_str(name)))?.await?;
    }
    transaction.commit()?.await?;
    database.close();
    Ok(())
}

/// The texts that are kept, with their names.
///
/// # Errors
/// When the browser keeps nothing here.
pub async fn kept() -> Result<Vec<(String, String)>, NotKept> {
    let database = database().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
    let store = transaction.object_store(STORE)?;
    let mut texts = Vec::new();
    for name in store.get_all_keys(None, None)?.await? {
        let text = store.get(Query::Key(name.clone()))?.await?;
        if let (Some(name), Some(text)) = (name.as_string(), text.and_then(|text| text.as_string())) {
            texts.push((name, text));
        }
    }
    database.close();
    Ok(texts)
}
