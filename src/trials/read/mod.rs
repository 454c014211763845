//! Reading: from the bytes of a file to rows of text, each with its place in the file.

mod dialect;
mod encoding;
mod flaw;
mod parser;
mod reader;
mod record;
mod refusal;
mod workbook;

pub use dialect::{Dialect, SEPARATORS};
pub use encoding::Encoding;
pub use flaw::{Flaw, FlawKind, Flaws};
pub use parser::Item;
pub use reader::{Chosen, Reader, read_again};
pub use record::{Fields, Record, RowSpan};
pub use refusal::{Limits, Refusal};
pub use workbook::Workbook;
pub(crate) use workbook::look_at_parts;
