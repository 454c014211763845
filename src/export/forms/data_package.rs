//! Description of CSV files as a Frictionless Data Package (version 2), by which programs read them with the right types.

use serde_json::{Value, json};

use crate::export::record::Holds;
use crate::export::sheet::Export;

/// A CSV file with a comma, in UTF-8 with a byte order mark.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Resource {
    /// Its name in the package.
    pub(super) name: String,
    /// Where it lies.
    pub(super) path: String,
    /// What it is.
    pub(super) title: String,
    /// The name and type of each column.
    pub(super) fields: Vec<(String, Holds)>,
    /// How large it is.
    pub(super) bytes: usize,
    /// Its SHA-256.
    pub(super) sum: String,
}

/// `datapackage.json`.
pub(super) fn data_package(export: &Export, resources: &[Resource]) -> String {
    let resources: Vec<Value> = resources.iter().map(resource).collect();
    let package = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "china-trials-explorer-view",
        "title": export.heading(),
        "homepage": export.link,
        "version": env!("CARGO_PKG_VERSION"),
        "licenses": [{
            "name": "MIT",
            "path": "https://opensource.org/license/mit",
            "title": "MIT License: the code of the China Trials Explorer. The numbers are facts printed by the sources named here.",
        }],
        "sources": [{ "title": "The publications listed in sources.csv", "path": "data/sources.csv" }],
        "contributors": [{ "title": "China Trials Explorer", "roles": ["curator"] }],
        "resources": resources,
    });
    // Values always have a JSON form.
    serde_json::to_string_pretty(&package).unwrap_or_default() + "\n"
}

fn resource(resource: &Resource) -> Value {
    let Resource { name, path, title, fields, bytes, sum } = resource;
    let fields: Vec<Value> = fields.iter().map(|(name, holds)| json!({ "name": name, "type": kind(*holds) })).collect();
    json!({
        "name": name,
        "type": "table",
        "path": path,
        "title": title,
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": bytes,
        "hash": format!("sha256:{sum}"),
        "dialect": {
            "$schema": "https://datapackage.org/profiles/2.0/tabledialect.json",
            "delimiter": ",",
            "quoteChar": "\"",
            "doubleQuote": true,
            "header": true,
        },
        "schema": {
            "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
            "fields": fields,
            "missingValues": [""],
        },
    })
}

const fn kind(holds: Holds) -> &'static str {
    match holds {
        Holds::Number => "number",
        Holds::Year => "year",
        Holds::Text | Holds::Addresses => "string",
    }
}
