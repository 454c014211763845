//! CSL-JSON: the form of Zotero, Pandoc and every citation processor.

use serde_json::{Map, Value, json};

use super::work::{Kind, Work, date_parts};

/// Works in CSL-JSON.
pub(super) fn csl_json(works: &[Work]) -> String {
    let works: Vec<Value> = works.iter().map(entry).collect();
    // Values always have a JSON form.
    serde_json::to_string_pretty(&works).unwrap_or_default() + "\n"
}

fn entry(work: &Work) -> Value {
    let kind = match work.kind {
        Kind::Report => "report",
        Kind::Page => "webpage",
        Kind::Data => "dataset",
    };
    let mut entry = Map::new();
    let mut set = |name: &str, value: Value| entry.insert(name.to_owned(), value);
    set("id", json!(work.key));
    set("type", json!(kind));
    set("author", json!([{ "literal": work.author }]));
    let texts = [
        ("title", &work.title),
        ("publisher", &work.author),
        ("URL", &work.address),
        ("language", &work.language),
        ("note", &work.notes.join("\n")),
    ];
    for (name, text) in texts {
        if !text.is_empty() {
            set(name, json!(text));
        }
    }
    for (name, date) in [("issued", &work.published), ("accessed", &work.read_on)] {
        let parts = date_parts(date);
        if !parts.is_empty() {
            set(name, json!({ "date-parts": [parts] }));
        }
    }
    Value::Object(entry)
}
