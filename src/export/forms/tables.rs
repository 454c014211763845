//! CSV files of an export: a row for each number, or the table as the page shows it.

use crate::export::delimited::{Separator, csv};
use crate::export::sheet::Export;

/// A row for each cell; of all data, which has no cells, a row for each fact.
pub(super) fn rows(export: &Export, separator: Separator) -> String {
    if export.has_cells() { csv(&export.cells(), separator) } else { csv(&export.facts, separator) }
}

/// The table of one figure; several, whose columns differ, have a row for each cell.
pub(super) fn as_shown(export: &Export, separator: Separator) -> String {
    match export.sheets.as_slice() {
        [only] => only.csv_as_shown(&export.labels, separator),
        _ => rows(export, separator),
    }
}
