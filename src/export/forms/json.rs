//! JSON, for programs.

use crate::export::record::Row;
use crate::export::sheet::Export;

/// The records of an export: its cells; of all data, which has no cells, its facts.
pub(super) fn records(export: &Export) -> String {
    if export.has_cells() { json(&export.cells()) } else { json(&export.facts) }
}

/// Rows as a JSON list of objects. Numbers are texts, as in the data files: `46.0` says that it is rounded to one decimal, and 46 does not.
pub fn json<R: Row>(rows: &[R]) -> String {
    // Strings alone always have a JSON form.
    serde_json::to_string(rows).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::record::Record;

    #[test]
    fn json_has_every_field() {
        let record = Record { value: "-4".to_owned(), ..Record::default() };
        let json: serde_json::Value = serde_json::from_str(&json(&[record])).unwrap_or_default();
        for field in Record::FIELDS {
            assert!(json[0][field.name].is_string(), "{}", field.name);
        }
        assert_eq!(json[0]["value"], "-4");
    }
}
