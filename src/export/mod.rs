//! Exports: what leaves the page as text or as a file.
//!
//! This room knows forms, not words: what a number says comes ready made from `locale`, as a [`Sheet`] or a whole [`Export`],
//! from which every form is written, so that they agree number for number.

mod citation;
mod clipboard;
mod delimited;
mod docx;
mod embed;
mod forms;
mod grid;
mod memo;
mod name;
mod native_chart;
mod number;
mod pages;
mod picture;
mod plain;
mod record;
mod reference;
mod sheet;
mod xml;

pub use citation::{Citable, Citation, SentenceCitation, citable, citation, citation_of_sentence};
pub use delimited::{DecimalSign, Separator, csv, csv_of};
pub use docx::{DOCX_TYPE, docx};
pub use embed::{Means, Snippet};
pub use forms::{
    FileForm, Known, NotMade, NotWritten, PackError, PackFile, PackParts, evidence_pack, json, name_among, plain_xlsx,
    xlsx,
};
pub use memo::{MOST_COLUMNS, Memo, MemoCell, MemoItem, MemoPicture, MemoRow, MemoTable, rows_for_each};
pub use name::name_for;
pub use native_chart::{Form, NativeChart, Series};
pub use number::Number;
pub use pages::Illustration;
pub use picture::{
    ChartPlace, Draft, LaidOut, LargeNumber, PICTURE_FONTS, Pattern, Picture, PictureSize, SvgDocument, Swatch,
};
pub use plain::PlainTable;
pub use record::{FactRow, Field, Holds, Record, Row, SourceRow};
pub use reference::{ReferenceForm, references};
pub use sheet::{Entry, Export, Labels, NoFile, Notes, Sheet};
