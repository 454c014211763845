//! Evidence pack: everything that bears what a view says, in one zip file with the sums of all its parts.
//!
//! Only a module that is loaded on demand may call this, as it brings the writers of spreadsheets and of zip files along.

use std::io::{Cursor, Write};

use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::data_package::{Resource, data_package};
use super::xlsx::{NotWritten, xlsx};
use crate::export::delimited::{Separator, csv};
use crate::export::docx::docx;
use crate::export::record::Row;
use crate::export::sheet::Export;

/// The sums of all other files, as `sha256sum -c` reads them.
const SUMS: &str = "SHA256SUMS";

/// A file of a pack.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PackFile {
    /// Its name, with `/` between folders.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl PackFile {
    /// A file of text.
    pub fn text(name: &str, text: String) -> Self {
        Self { name: name.to_owned(), bytes: text.into_bytes() }
    }
}

/// What a pack is made of, beside what it makes of the export itself.
#[derive(Clone, Debug)]
pub struct PackParts {
    /// What the pack is and how to check it, in both languages.
    pub readme: String,
    /// The citations in all forms.
    pub citations: Vec<PackFile>,
    /// What is made elsewhere, such as pictures.
    pub others: Vec<PackFile>,
}

/// Why a pack could not be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PackError {
    /// The spreadsheet does not fit its format.
    #[error(transparent)]
    Spreadsheet(#[from] NotWritten),
    /// Two files have one name on systems that do not tell capitals apart.
    #[error("two files of the pack are named {name}")]
    SameName {
        /// The name of the second.
        name: String,
    },
    /// A name that would lead out of the folder into which the pack is opened, or that some system refuses.
    #[error("{name:?} is no name for a file of a pack")]
    BadName {
        /// The name.
        name: String,
    },
    /// The zip file could not be written.
    #[error("the pack could not be written: {0}")]
    Zip(#[from] zip::result::ZipError),
    /// The zip file could not be written.
    #[error("the pack could not be written: {0}")]
    Io(#[from] std::io::Error),
}

/// A view as one zip file: `README.md`, `data.xlsx`, `data/*.csv` with `datapackage.json`, the memo of a brief, citations, what is
/// made elsewhere, and `SHA256SUMS` of all of them. The same contents give the same bytes.
///
/// # Errors
/// When the spreadsheet does not fit its format, or the name of a file is bad or stands twice.
pub fn evidence_pack(export: &Export, parts: PackParts) -> Result<Vec<u8>, PackError> {
    let PackParts { readme, citations, others } = parts;
    let spreadsheet = PackFile { name: "data.xlsx".to_owned(), bytes: xlsx(export)? };
    let mut files = vec![PackFile::text("README.md", readme), spreadsheet];
    files.extend(tables(export));
    if let Some(memo) = &export.memo {
        files.push(PackFile { name: "memo.docx".to_owned(), bytes: docx(memo)? });
    }
    files.extend(citations);
    files.extend(others);
    zipped(files)
}

/// The name of a figure's files among those of the figures before it: one that stands there twice has its place in its name.
pub fn name_among<'a>(before: impl Iterator<Item = &'a str> + Clone, figure: &str) -> String {
    let position = before.clone().count();
    let is_repeated = before.into_iter().any(|before| before == figure);
    if is_repeated { format!("{figure}-{}", position + 1) } else { figure.to_owned() }
}

/// The CSV files, and the package that describes them.
fn tables(export: &Export) -> Vec<PackFile> {
    let labels = &export.labels;
    let mut resources = Vec::new();
    let mut files = Vec::new();
    let mut add = |name: &str, title: &str, fields, text: String| {
        let path = format!("data/{name}.csv");
        let sum = sum(text.as_bytes());
        let (name, title, bytes) = (name.replace('/', "-"), title.to_owned(), text.len());
        resources.push(Resource { name, path: path.clone(), title, fields, bytes, sum });
        files.push(PackFile::text(&path, text));
    };
    if export.has_cells() {
        let cells = export.cells();
        add("cells", labels.cells_sheet, fields(&cells), csv(&cells, Separator::Comma));
    }
    add("facts", labels.facts_sheet, fields(&export.facts), csv(&export.facts, Separator::Comma));
    add("sources", labels.sources_sheet, fields(&export.sources), csv(&export.sources, Separator::Comma));
    for (position, sheet) in export.sheets.iter().enumerate() {
        let before = export.sheets[..position].iter().map(|before| before.figure.as_str());
        let name = format!("shown/{}", name_among(before, &sheet.figure));
        add(&name, &sheet.title, sheet.fields_as_shown(labels), sheet.csv_as_shown(labels, Separator::Comma));
    }
    files.push(PackFile::text("datapackage.json", data_package(export, &resources)));
    files
}

/// The fields of some rows, as a description of them names them.
fn fields<R: Row>(_: &[R]) -> Vec<(String, crate::export::record::Holds)> {
    R::FIELDS.iter().map(|field| (field.name.to_owned(), field.holds)).collect()
}

/// SHA-256 in hexadecimal digits.
pub(super) fn sum(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
}

/// The files with their sums as a zip file, sorted by name and all of one date, which says nothing.
fn zipped(mut files: Vec<PackFile>) -> Result<Vec<u8>, PackError> {
    files.sort_by(|one, other| one.name.cmp(&other.name));
    check_names(&files)?;
    let lines = files.iter().map(|file| format!("{}  {}\n", sum(&file.bytes), file.name));
    files.push(PackFile::text(SUMS, lines.collect()));
    files.sort_by(|one, other| one.name.cmp(&other.name));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for file in &files {
        zip.start_file(file.name.as_str(), options(&file.name))?;
        zip.write_all(&file.bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn options(name: &str) -> SimpleFileOptions {
    let ending = name.rsplit('.').next().unwrap_or_default();
    // What is compressed already only takes longer.
    let method = match ending {
        "png" | "xlsx" | "zip" | "docx" => CompressionMethod::Stored,
        _ => CompressionMethod::Deflated,
    };
    SimpleFileOptions::default()
        .compression_method(method)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
}

fn check_names(files: &[PackFile]) -> Result<(), PackError> {
    let mut taken = vec![SUMS.to_lowercase()];
    for PackFile { name, .. } in files {
        if !name.split('/').all(is_name) {
            return Err(PackError::BadName { name: name.clone() });
        }
        if taken.contains(&name.to_lowercase()) {
            return Err(PackError::SameName { name: name.clone() });
        }
        taken.push(name.to_lowercase());
    }
    Ok(())
}

fn is_name(part: &str) -> bool {
    let is_forbidden = |char: char| char.is_control() || "<>:\"\\|?*".contains(char);
    !part.is_empty() && !part.starts_with('.') && !part.ends_with(['.', ' ']) && !part.contains(is_forbidden)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(names: &[&str]) -> Result<Vec<u8>, PackError> {
        zipped(names.iter().map(|name| PackFile::text(name, (*name).to_owned())).collect())
    }

    #[test]
    fn no_name_leads_out_or_stands_twice() {
        for name in ["", "../x", "a/../b", "/x", "a//b", "a\\b", "C:x", ".hidden", "x.", "a\nb"] {
            assert!(matches!(named(&[name]), Err(PackError::BadName { .. })), "{name:?}");
        }
        assert!(matches!(named(&["a/x.svg", "A/X.svg"]), Err(PackError::SameName { .. })));
        assert!(matches!(named(&["sha256sums"]), Err(PackError::SameName { .. })));
    }

    #[test]
    fn the_order_of_the_files_does_not_matter() {
        assert_eq!(named(&["b", "a", "c/d"]).ok(), named(&["c/d", "a", "b"]).ok());
    }

    #[test]
    fn a_sum_is_sha_256() {
        assert_eq!(sum(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
