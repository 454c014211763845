//! Files that readers take away: what a view shows, written in the form that was asked for. They come late, in a module of their
//! own, because a spreadsheet's writer is as large as the page.

use leptos::prelude::*;

use crate::address::Address;
use crate::dataset::Library;
use crate::export::{DecimalSign, Export, Format, NoFile, Pack, Separator, csv, evidence_pack, json, xlsx};
use crate::figures::figures;
use crate::host::clock;
use crate::locale::{LibraryWords, Shown};
use crate::query::{Figure, Standing, Table, slice, standing};
use crate::ui::late::{FileForm, FileOf, Made, TableText};
use crate::ui::state::explorer::Explorer;

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Makes a file.
///
/// # Errors
/// Why there is none, in the reader's language.
pub fn make(explorer: Explorer, library: Library<'static>, of: FileOf, form: FileForm) -> Result<Made, String> {
    let words = library.words(explorer.language.get_untracked());
    let export = export(explorer, words, of).map_err(|why| words.no_file(why).to_owned())?;
    let (media_type, ending, bytes) = match form {
        FileForm::Rows(separator) => (Format::Csv.media_type(), "csv", rows(&export, separator).into_bytes()),
        FileForm::AsShown(separator) => (Format::Csv.media_type(), "csv", as_shown(&export, separator).into_bytes()),
        FileForm::Json => (Format::Json.media_type(), "json", records(&export).into_bytes()),
        FileForm::Xlsx => (XLSX, "xlsx", xlsx(&export).map_err(|error| error.to_string())?),
        FileForm::Pack => ("application/zip", "zip", pack(words, &export)?),
    };
    Ok(Made { name: export.file_name(ending), media_type, bytes })
}

/// The table of a figure for the clipboard.
///
/// # Errors
/// Why there is none, in the reader's language.
pub fn table_text(
    explorer: Explorer,
    library: Library<'static>,
    of: FileOf,
    sign: DecimalSign,
) -> Result<TableText, String> {
    let words = library.words(explorer.language.get_untracked());
    let export = export(explorer, words, of).map_err(|why| words.no_file(why).to_owned())?;
    let each = |write: fn(&Export, usize, DecimalSign) -> String, between: &str| {
        (0..export.sheets.len()).map(|sheet| write(&export, sheet, sign)).collect::<Vec<_>>().join(between)
    };
    Ok(TableText {
        plain: each(|export, sheet, sign| export.sheets[sheet].tab_separated(&export.labels, sign), "\n"),
        html: each(|export, sheet, sign| export.sheets[sheet].html(&export.labels, sign), ""),
    })
}

fn export(explorer: Explorer, words: LibraryWords<'static>, of: FileOf) -> Result<Export, NoFile> {
    let address = explorer.address.get_untracked();
    let link = explorer.link(&address);
    let selection = &address.selection;
    match of {
        FileOf::Figure(figure, table) => {
            let link = link_to(explorer, &address, figure);
            words.export(&[Shown { figure, table: &table, link: link.clone() }], selection, &link)
        }
        FileOf::Selection => {
            let tables: Vec<(&'static Figure, Table)> = figures()
                .filter(|figure| standing(explorer.facts, figure, selection) == Standing::Answers)
                .map(|figure| (figure, slice(explorer.facts, figure, None, selection)))
                .collect();
            let shown =
                tables.iter().map(|(figure, table)| Shown { figure, table, link: link_to(explorer, &address, figure) });
            words.export(&shown.collect::<Vec<_>>(), selection, &link)
        }
        FileOf::AllData => words.export_all(&link),
    }
}

/// The address of one figure of a view.
fn link_to(explorer: Explorer, address: &Address, figure: &'static Figure) -> String {
    explorer.link(&Address { figure: Some(figure), ..address.clone() })
}

/// A row for each cell; for all data, which has no table, a row for each fact.
fn rows(export: &Export, separator: Separator) -> String {
    if export.sheets.is_empty() { csv(&export.facts, separator) } else { csv(&export.cells(), separator) }
}

/// The table of one figure; several, whose columns differ, have a row for each cell.
fn as_shown(export: &Export, separator: Separator) -> String {
    match export.sheets.as_slice() {
        [only] => only.csv_as_shown(&export.labels, separator),
        _ => rows(export, separator),
    }
}

fn records(export: &Export) -> String {
    if export.sheets.is_empty() { json(&export.facts) } else { json(&export.cells()) }
}

fn pack(words: LibraryWords<'static>, export: &Export) -> Result<Vec<u8>, String> {
    let texts = words.pack_texts(export, Library::DATA_SUMS, &clock::today());
    let pack = Pack { export, readme: texts.readme, citations: texts.citations, others: Vec::new() };
    evidence_pack(pack).map_err(|error| error.to_string())
}
