//! The forms of files: one table, from which the menus are made and in which the writers stand.
//!
//! What a form is called and how its file is known stands apart from what writes it: the menus are there before the writers,
//! which are as large as the page and come when a file is asked for.

mod data_package;
mod json;
mod pack;
mod tables;
mod xlsx;

use super::delimited::Separator;
use super::docx::{DOCX_TYPE, docx};
use super::sheet::Export;
use crate::query::Text;

pub use json::json;
pub use pack::{PackError, PackFile, PackParts, evidence_pack, name_among};
pub use xlsx::{NotWritten, plain_xlsx, xlsx};

/// A form of files.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FileForm {
    /// The memo of a brief.
    Word,
    /// A spreadsheet.
    Xlsx,
    /// Delimited text as the page shows the table.
    AsShown(Separator),
    /// Delimited text with a row for each number.
    Rows(Separator),
    /// For programs.
    Json,
    /// Everything that proves the numbers, in one archive.
    Pack,
}

/// How readers and systems know the files of a form.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Known {
    /// What menus call it.
    pub name: Text,
    /// The ending of the file's name.
    pub ending: &'static str,
    /// The media type.
    pub media_type: &'static str,
}

const CSV: &str = "text/csv;charset=utf-8";

impl FileForm {
    /// All forms, in the order of the menus.
    pub const ALL: [Self; 8] = [
        Self::Word,
        Self::Xlsx,
        Self::AsShown(Separator::Comma),
        Self::Rows(Separator::Comma),
        Self::AsShown(Separator::Semicolon),
        Self::Rows(Separator::Semicolon),
        Self::Json,
        Self::Pack,
    ];

    /// How its files are known.
    pub const fn known(self) -> Known {
        let (en, zh, ending, media_type) = match self {
            Self::Word => ("Word memo (DOCX)", "Word备忘录（DOCX）", "docx", DOCX_TYPE),
            Self::Xlsx => (
                "Excel (XLSX)",
                "Excel（XLSX）",
                "xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ),
            Self::AsShown(Separator::Comma) => ("CSV as shown", "CSV（表格原样）", "csv", CSV),
            Self::AsShown(Separator::Semicolon) => {
                ("CSV as shown, with semicolons", "CSV（表格原样，分号分隔）", "csv", CSV)
            }
            Self::Rows(Separator::Comma) => ("CSV, a row for each number", "CSV（每个数值一行）", "csv", CSV),
            Self::Rows(Separator::Semicolon) => {
                ("CSV, a row for each number, with semicolons", "CSV（每个数值一行，分号分隔）", "csv", CSV)
            }
            Self::Json => ("JSON", "JSON", "json", "application/json"),
            Self::Pack => ("Evidence pack (ZIP)", "证据包（ZIP）", "zip", "application/zip"),
        };
        Known { name: Text { en, zh }, ending, media_type }
    }

    /// The forms of one figure.
    pub fn of_figure() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|form| *form != Self::Word)
    }

    /// The forms of several figures, whose columns differ, and of all data.
    pub fn of_several() -> impl Iterator<Item = Self> {
        Self::of_figure().filter(|form| !matches!(form, Self::AsShown(_)))
    }

    /// The forms of a brief: it has a memo beside the numbers.
    pub fn of_brief() -> impl Iterator<Item = Self> {
        std::iter::once(Self::Word).chain(Self::of_several())
    }

    /// An export as a file of this form. `parts` makes what an evidence pack has beside what is made of the export itself,
    /// and is asked by that form alone.
    ///
    /// Only a module that is loaded on demand may call this, as it brings the writers of spreadsheets and of zip files along.
    ///
    /// # Errors
    /// Why there is no file.
    pub fn write(self, export: &Export, parts: impl FnOnce() -> Result<PackParts, String>) -> Result<Vec<u8>, NotMade> {
        Ok(match self {
            Self::Word => docx(export.memo.as_ref().ok_or(NotMade::NoMemo)?)?,
            Self::Xlsx => xlsx(export)?,
            Self::AsShown(separator) => tables::as_shown(export, separator).into_bytes(),
            Self::Rows(separator) => tables::rows(export, separator).into_bytes(),
            Self::Json => json::records(export).into_bytes(),
            Self::Pack => evidence_pack(export, parts().map_err(NotMade::Parts)?)?,
        })
    }
}

/// Why a file could not be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum NotMade {
    /// A memo is asked for of what is no brief.
    #[error("only a brief has a memo")]
    NoMemo,
    /// The document could not be written.
    #[error("the document could not be written: {0}")]
    Document(#[from] zip::result::ZipError),
    /// The spreadsheet does not fit its format.
    #[error(transparent)]
    Spreadsheet(#[from] NotWritten),
    /// The pack could not be put together.
    #[error(transparent)]
    Pack(#[from] PackError),
    /// A part of the pack could not be made, and why.
    #[error("{0}")]
    Parts(String),
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_form_has_a_name_of_its_own_in_both_languages() {
        for name in [|text: Text| text.en, |text: Text| text.zh] {
            let names: HashSet<&str> = FileForm::ALL.iter().map(|form| name(form.known().name)).collect();
            assert_eq!(names.len(), FileForm::ALL.len());
            assert!(!names.contains(""));
        }
    }

    #[test]
    fn only_a_brief_has_a_memo_and_only_one_figure_a_table_of_its_own() {
        let (figure, several, brief): (Vec<_>, Vec<_>, Vec<_>) =
            (FileForm::of_figure().collect(), FileForm::of_several().collect(), FileForm::of_brief().collect());
        assert_eq!([figure.len(), several.len(), brief.len()], [7, 5, 6]);
        assert_eq!(brief.iter().filter(|form| !several.contains(form)).collect::<Vec<_>>(), [&FileForm::Word]);
        assert!(!several.contains(&FileForm::AsShown(Separator::Comma)) && !figure.contains(&FileForm::Word));
    }

    #[test]
    fn a_file_is_known_by_an_ending_and_a_media_type() {
        for form in FileForm::ALL {
            let Known { ending, media_type, .. } = form.known();
            assert!(ending.chars().all(|char| char.is_ascii_lowercase()) && !ending.is_empty(), "{ending}");
            assert!(media_type.contains('/'), "{media_type}");
        }
    }
}
