//! A single value that is typed into a form.

use super::file::OverlayFile;
use super::write::{FACT_COLUMNS, key_fields};
use crate::dataset::codes::Codes;
use crate::dataset::fact::{Key, Qualifier, ShareOf};
use crate::dataset::file_position::BY_HAND;
use crate::dataset::sheet::SheetRow;

/// A value that is typed for a chosen key. As a file it goes the way of all others, through the same checks.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// What it is about.
    pub key: Key,
    /// For a share, how to widen the group to its denominator.
    pub share_of: &'a [ShareOf],
    /// What was typed.
    pub value: &'a str,
    /// Whether it is only a bound or an approximation.
    pub qualifier: Option<Qualifier>,
    /// The edition of the report that states it, as typed; may be empty.
    pub report: &'a str,
    /// A remark, as typed; may be empty.
    pub note: &'a str,
}

impl Entry<'_> {
    /// The entry as a table of one row, for [`super::overlay`].
    pub fn file(&self, codes: &Codes) -> OverlayFile {
        let mut cells = key_fields(codes, &self.key, self.share_of);
        let mut set = |column: &str, text: &str| {
            if let Some(index) = FACT_COLUMNS.iter().position(|name| *name == column) {
                text.clone_into(&mut cells[index]);
            }
        };
        set("value", self.value);
        set("qualifier", self.qualifier.map_or("", Qualifier::code));
        set("report", self.report);
        set("note_en", self.note);
        let header = SheetRow { number: 1, cells: FACT_COLUMNS.map(str::to_owned).to_vec() };
        let row = SheetRow { number: 2, cells };
        OverlayFile { sheet: None, ..OverlayFile::sheet(BY_HAND, "", vec![header, row]) }
    }
}
