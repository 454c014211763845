//! Files that readers take away: what a view shows, written in the form that was asked for. They come late, in a module of their
//! own, because a spreadsheet's writer is as large as the page.

mod brief;

use leptos::prelude::*;

use crate::address::{Address, NamedFigure};
use crate::dataset::Library;
use crate::export::{
    DecimalSign, Export, FileForm, Known, Labels, NoFile, PackFile, PackParts, PictureSize, PlainTable, Sheet,
    name_among, name_for, plain_xlsx,
};
use crate::figures::{Theme, figures};
use crate::host::clock;
use crate::host::picture::drawn;
use crate::locale::{FigureView, LibraryWords, Look, Shown};
use crate::query::{Figure, Standing, Table, slice, standing};
use crate::ui::late::{FileOf, Made, Making, TableText};
use crate::ui::state::explorer::Explorer;

/// Makes a file.
pub fn make(explorer: Explorer, library: Library<'static>, of: FileOf, form: FileForm) -> Making {
    Box::pin(async move {
        if let FileOf::Tables(name, tables) = &of {
            return plain(name, tables, form);
        }
        let words = library.words(explorer.language.get_untracked());
        let views = views(explorer, words, &of);
        let mut export = export(explorer, words, &of, &views).map_err(|why| words.no_file(why).to_owned())?;
        let lack = match (&of, form) {
            (FileOf::Brief, FileForm::Word | FileForm::Pack) => brief::illustrate(explorer, words, &mut export).await,
            _ => None,
        };
        let parts = || pack_parts(explorer, words, &of, &export, &views);
        let bytes = form.write(&export, parts).map_err(|why| why.to_string())?;
        let Known { ending, media_type, .. } = form.known();
        Ok(Made { name: export.file_name(ending), media_type, bytes, lack })
    })
}

/// Tables as they are read again: a workbook with a sheet for each, or delimited text, which holds one.
fn plain(name: &str, tables: &[PlainTable], form: FileForm) -> Result<Made, String> {
    let Known { ending, media_type, .. } = form.known();
    let bytes = match form {
        FileForm::Xlsx => plain_xlsx(tables).map_err(|why| why.to_string())?,
        _ => tables.iter().map(PlainTable::csv).collect::<String>().into_bytes(),
    };
    Ok(Made { name: name_for(name, ending), media_type, bytes, lack: None })
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
    let views = views(explorer, words, of);
    let export = export(explorer, words, of, &views).map_err(|why| words.no_file(why).to_owned())?;
    let each = |write: fn(&Sheet, &Labels, DecimalSign) -> String, between: &str| {
        export.sheets.iter().map(|sheet| write(sheet, &export.labels, sign)).collect::<Vec<_>>().join(between)
    };
    Ok(TableText { plain: each(Sheet::tab_separated, "\n"), html: each(Sheet::html, "") })
}

/// The figures of a file.
fn views(explorer: Explorer, words: LibraryWords<'static>, of: &FileOf) -> Vec<FigureView> {
    let address = explorer.address.get_untracked();
    let view = |figure: &'static Figure, table: Table, named: NamedFigure| {
        let link = explorer.link(&Address { figure: Some(named), ..address.clone() });
        FigureView { figure, table, selection: address.selection.clone(), link }
    };
    match of {
        FileOf::Figure(figure, table) => {
            let named = NamedFigure::shown(explorer.facts, figure, table, &address.selection);
            vec![view(figure, Table::clone(table), named)]
        }
        FileOf::Selection => figures()
            .filter(|figure| standing(explorer.facts, figure, &address.selection) == Standing::Answers)
            .map(|figure| view(figure, slice(explorer.facts, figure, None, &address.selection), figure.into()))
            .collect(),
        FileOf::AllData | FileOf::Tables(..) => Vec::new(),
        FileOf::Brief => brief::figures(explorer, words),
    }
}

fn export(
    explorer: Explorer,
    words: LibraryWords<'static>,
    of: &FileOf,
    views: &[FigureView],
) -> Result<Export, NoFile> {
    let address = explorer.address.get_untracked();
    let shown: Vec<Shown<'_>> = views.iter().map(FigureView::shown).collect();
    let whole = || explorer.link(&address);
    match of {
        FileOf::AllData => words.export_all(&whole()),
        FileOf::Selection => words.export(&shown, &address.selection, &whole()),
        // The view of one figure is that figure.
        FileOf::Figure(..) => {
            let link = views.first().map(|view| view.link.clone()).unwrap_or_default();
            words.export(&shown, &address.selection, &link)
        }
        FileOf::Brief => brief::export(explorer, words),
        // They are written as they are.
        FileOf::Tables(..) => Err(NoFile::NoFigure),
    }
}

/// What an evidence pack has beside the numbers, with a picture of each figure.
fn pack_parts(
    explorer: Explorer,
    words: LibraryWords<'static>,
    of: &FileOf,
    export: &Export,
    views: &[FigureView],
) -> Result<PackParts, String> {
    let mut others = pictures(words, views)?;
    let texts = match of {
        FileOf::Brief => {
            others.push(brief::file(explorer));
            brief::texts(explorer, words, export)
        }
        _ => words.pack_texts(export, Library::DATA_SUMS, &clock::today()),
    };
    Ok(PackParts { readme: texts.readme, citations: texts.citations, others })
}

/// A picture of each figure with numbers, named as its table is in the pack.
fn pictures(words: LibraryWords<'static>, views: &[FigureView]) -> Result<Vec<PackFile>, String> {
    let look = Look { size: PictureSize::Column, theme: Theme::LIGHT };
    let filled: Vec<&FigureView> = views.iter().filter(|view| !view.table.is_empty()).collect();
    let picture = |(position, view): (usize, &&FigureView)| {
        let draft = words.picture(&view.shown(), &view.selection, &[], look);
        let document = drawn(draft.map_err(|why| words.no_file(why).to_owned())?).map_err(|error| error.to_string())?;
        let name = name_among(filled[..position].iter().map(|before| before.figure.id), view.figure.id);
        Ok(PackFile::text(&format!("pictures/{name}.svg"), document.text))
    };
    filled.iter().enumerate().map(picture).collect()
}
