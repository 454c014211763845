//! Files that readers take away: what a view shows, written in the form that was asked for. They come late, in a module of their
//! own, because a spreadsheet's writer is as large as the page.

use leptos::prelude::*;

use crate::address::{Address, NamedFigure};
use crate::dataset::Library;
use crate::export::{DecimalSign, Export, FileForm, Known, Labels, NoFile, PackFile, PackParts, PictureSize, Sheet};
use crate::figures::{Theme, figures};
use crate::host::clock;
use crate::host::picture::drawn;
use crate::locale::{LibraryWords, Look, Shown};
use crate::query::{Figure, Standing, Table, slice, standing};
use crate::ui::late::{FileOf, Made, TableText};
use crate::ui::state::explorer::Explorer;

/// The figures of a file with their tables, and the addresses of the views that show them.
type Tables = Vec<(&'static Figure, Table, String)>;

/// Makes a file.
///
/// # Errors
/// Why there is none, in the reader's language.
pub fn make(explorer: Explorer, library: Library<'static>, of: &FileOf, form: FileForm) -> Result<Made, String> {
    let words = library.words(explorer.language.get_untracked());
    let tables = tables(explorer, of);
    let export = export(explorer, words, of, &tables).map_err(|why| words.no_file(why).to_owned())?;
    let parts = || pack_parts(explorer, words, &export, &tables);
    let bytes = form.write(&export, parts).map_err(|why| why.to_string())?;
    let Known { ending, media_type, .. } = form.known();
    Ok(Made { name: export.file_name(ending), media_type, bytes })
}

/// The table of a figure for the clipboard.
///
/// # Errors
/// Why there is none, in the reader's language.
pub fn table_text(
    explorer: Explorer,
    library: Library<'static>,
    of: &FileOf,
    sign: DecimalSign,
) -> Result<TableText, String> {
    let words = library.words(explorer.language.get_untracked());
    let export = export(explorer, words, of, &tables(explorer, of)).map_err(|why| words.no_file(why).to_owned())?;
    let each = |write: fn(&Sheet, &Labels, DecimalSign) -> String, between: &str| {
        export.sheets.iter().map(|sheet| write(sheet, &export.labels, sign)).collect::<Vec<_>>().join(between)
    };
    Ok(TableText { plain: each(Sheet::tab_separated, "\n"), html: each(Sheet::html, "") })
}

fn tables(explorer: Explorer, of: &FileOf) -> Tables {
    let address = explorer.address.get_untracked();
    let link = |figure: NamedFigure| explorer.link(&Address { figure: Some(figure), ..address.clone() });
    let named = |figure, table| NamedFigure::shown(explorer.facts, figure, table, &address.selection);
    match of {
        FileOf::Figure(figure, table) => vec![(figure, Table::clone(table), link(named(figure, table)))],
        FileOf::Selection => figures()
            .filter(|figure| standing(explorer.facts, figure, &address.selection) == Standing::Answers)
            .map(|figure| (figure, slice(explorer.facts, figure, None, &address.selection), link(figure.into())))
            .collect(),
        FileOf::AllData => Vec::new(),
    }
}

fn export(explorer: Explorer, words: LibraryWords<'static>, of: &FileOf, tables: &Tables) -> Result<Export, NoFile> {
    let address = explorer.address.get_untracked();
    let shown: Vec<Shown<'_>> = tables.iter().map(shown).collect();
    let whole = || explorer.link(&address);
    match of {
        FileOf::AllData => words.export_all(&whole()),
        FileOf::Selection => words.export(&shown, &address.selection, &whole()),
        // The view of one figure is that figure.
        FileOf::Figure(..) => {
            let link = tables.first().map(|(_, _, link)| link.clone()).unwrap_or_default();
            words.export(&shown, &address.selection, &link)
        }
    }
}

fn shown<'a>((figure, table, link): &'a (&'static Figure, Table, String)) -> Shown<'a> {
    Shown { figure, table, link: link.clone() }
}

/// What an evidence pack has beside the numbers, with a picture of each figure.
fn pack_parts(
    explorer: Explorer,
    words: LibraryWords<'static>,
    export: &Export,
    tables: &Tables,
) -> Result<PackParts, String> {
    let texts = words.pack_texts(export, Library::DATA_SUMS, &clock::today());
    let others = pictures(explorer, words, tables)?;
    Ok(PackParts { readme: texts.readme, citations: texts.citations, others })
}

fn pictures(explorer: Explorer, words: LibraryWords<'static>, tables: &Tables) -> Result<Vec<PackFile>, String> {
    let selection = explorer.selection.get_untracked();
    let look = Look { size: PictureSize::Column, theme: Theme::LIGHT };
    let with_numbers = tables.iter().filter(|(_, table, _)| !table.is_empty());
    let picture = |one: &(&'static Figure, Table, String)| {
        let draft = words.picture(&shown(one), &selection, &[], look);
        let document = drawn(draft.map_err(|why| words.no_file(why).to_owned())?).map_err(|error| error.to_string())?;
        Ok(PackFile::text(&format!("pictures/{}.svg", one.0.id), document.text))
    };
    with_numbers.map(picture).collect()
}
