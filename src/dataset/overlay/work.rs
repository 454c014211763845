//! An overlay in the making: the base, and what was added to it so far.

use std::collections::{HashMap, HashSet};

use super::file::{OverlayFile, ReadTable};
use super::problem::Problem;
use crate::dataset::codes::{Codes, Term};
use crate::dataset::error::{Error, File};
use crate::dataset::fact::{Fact, Key, ShareOf};
use crate::dataset::library::Library;
use crate::dataset::own::Own;
use crate::dataset::parse::problems::Problems;
use crate::dataset::parse::sources::Sources;
use crate::dataset::texts::Texts;

/// What a fact is about, with the denominator of a share.
pub(super) type WholeKey = (Key, Vec<ShareOf>);

/// An overlay in the making.
pub(super) struct Work<'b> {
    pub(super) base: Library<'b>,
    pub(super) codes: Codes,
    pub(super) sources: Sources,
    pub(super) facts: Vec<Fact>,
    pub(super) texts: Texts,
    pub(super) own: Own,
    /// The reader's rows by what they are about, as positions in [`Own::rows`].
    pub(super) rows_by_key: HashMap<WholeKey, usize>,
    /// Names of facts that are taken.
    pub(super) names: HashSet<String>,
    pub(super) problems: Vec<Problem>,
}

/// The table that is being read.
pub(super) struct Current<'f> {
    pub(super) file: &'f OverlayFile,
    pub(super) header: Vec<String>,
    pub(super) read: ReadTable,
    pub(super) errors: Problems,
}

impl<'f> Current<'f> {
    /// A table of a kind of file.
    pub(super) fn new(file: &'f OverlayFile, kind: Option<File>) -> Self {
        let read = ReadTable { file: file.name.clone(), sheet: file.sheet.clone(), kind, ..ReadTable::default() };
        Self { file, header: file.header(), read, errors: Problems::default() }
    }
}

impl<'b> Work<'b> {
    /// The base, with nothing added.
    pub(super) fn new(base: Library<'b>) -> Self {
        let facts = base.facts();
        let texts = base.texts().clone();
        let mut sources = Sources::default();
        for source in &texts.sources {
            // As many as are in the base fit.
            let _ = sources.add(source.clone());
        }
        Self {
            base,
            codes: facts.codes().clone(),
            sources,
            facts: facts.facts.clone(),
            names: texts.names.iter().cloned().collect(),
            texts,
            own: Own::default(),
            rows_by_key: HashMap::new(),
            problems: Vec::new(),
        }
    }

    /// The kinds of source.
    pub(super) fn kinds(&self) -> &[Term] {
        &self.texts.kinds
    }

    /// Moves the errors of a row, or of a header, to the problems; whether there were any.
    pub(super) fn refuse(&mut self, current: &mut Current<'_>) -> bool {
        let errors: Vec<Error> = current.errors.take();
        let problem =
            |error: &Error| Problem::new(error, &current.file.name, current.file.sheet.as_deref(), &current.header);
        let mut lines: Vec<u64> = errors.iter().map(|error| error.position().line).collect();
        lines.dedup();
        current.read.refused += lines.len();
        self.problems.extend(errors.iter().map(problem));
        !errors.is_empty()
    }
}
