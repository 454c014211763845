//! Reads what a reader brings over the shipped data.

use rustc_hash::FxHashMap;

use super::file::{OverlayFile, ReadTable, kind};
use super::problem::Problem;
use super::work::{Current, Work};
use crate::dataset::distinct::distinct;
use crate::dataset::error::{ErrorKind, File};
use crate::dataset::fact::FactId;
use crate::dataset::facts::Facts;
use crate::dataset::library::Library;
use crate::dataset::own::Own;
use crate::dataset::parse::position::RowPosition;
use crate::dataset::reconcile::{Discrepancy, reconcile};
use crate::dataset::source::Source;
use crate::dataset::texts::Texts;

/// The order in which tables are read, whatever the order in which they are given: codes and sources before what names them.
const ORDER: [Option<File>; 4] = [None, Some(File::Codes), Some(File::Sources), Some(File::Facts)];

/// What was read, good and bad: the reader chooses whether the good rows are kept or everything is refused.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OverlayReading {
    /// The base with the good rows.
    pub facts: Facts,
    /// The texts that belong to them.
    pub texts: Texts,
    /// What each table was taken for, and what became of its rows, in the order in which they were given.
    pub tables: Vec<ReadTable>,
    /// Everything that is wrong, in the order of the tables; no row is refused that is not named here.
    pub problems: Vec<Problem>,
    /// What does not fit together among the numbers, where a good row takes part in it.
    pub doubts: Vec<Discrepancy>,
}

impl OverlayReading {
    /// The base with the good rows.
    pub fn library(&self) -> Library<'_> {
        Library::new(&self.facts, &self.texts)
    }

    /// Whether nothing was refused.
    pub fn is_sound(&self) -> bool {
        self.problems.is_empty()
    }

    /// What was entered.
    pub fn own(&self) -> &Own {
        self.library().own()
    }

    /// How many rows of all tables were counted as something.
    pub fn count(&self, of: impl Fn(&ReadTable) -> usize) -> usize {
        self.tables.iter().map(of).sum()
    }
}

/// Lays what a reader brings over `base`, which has nothing of his yet: what he brought before is given again with it.
///
/// Never fails: what cannot be read is named, and what can be read is there.
pub fn overlay(base: Library<'_>, files: &[OverlayFile]) -> OverlayReading {
    let mut work = Work::new(base);
    let mut tables: Vec<(usize, ReadTable)> = Vec::new();
    let kinds: Vec<Option<File>> = files.iter().map(|file| kind(&file.header())).collect();
    for wanted in ORDER {
        let of_kind = files.iter().zip(&kinds).enumerate().filter(|(_, (_, kind))| **kind == wanted);
        for (position, (file, _)) in of_kind {
            let mut current = Current::new(file, wanted);
            match wanted {
                Some(File::Codes) => work.read_codes(&mut current),
                Some(File::Sources) => work.read_sources(&mut current),
                Some(_) => work.read_facts(&mut current),
                None => {
                    let mut others = files.iter().zip(&kinds).filter(|(other, _)| other.name == file.name);
                    // A sheet of remarks beside the tables is no mistake.
                    if !(file.sheet.is_some() && others.any(|(_, kind)| kind.is_some())) {
                        let kind = if file.is_blank() { ErrorKind::EmptyFile } else { ErrorKind::NotATable };
                        current.errors.push(RowPosition::top(File::Facts).error(kind));
                        work.refuse(&mut current);
                    }
                }
            }
            tables.push((position, current.read));
        }
    }
    tables.sort_by_key(|(position, _)| *position);
    finished(work, tables.into_iter().map(|(_, table)| table).collect())
}

fn finished(work: Work<'_>, tables: Vec<ReadTable>) -> OverlayReading {
    let Work { base, codes, sources, facts, mut texts, own, problems, .. } = work;
    let first_own = u16::try_from(base.facts().facts.len()).ok().map(FactId);
    let mut facts = Facts {
        codes,
        publications: sources.rows.iter().map(Source::publication).collect(),
        facts,
        disputed: distinct(texts.disputes.iter().map(|dispute| dispute.fact)),
        by_key: FxHashMap::default(),
        years: None,
        first_own,
        is_counted: false,
    };
    facts.index();
    texts.sources = sources.rows;
    texts.own = own;
    let found = reconcile(Library::new(&facts, &texts));
    let is_own = |finding: &Discrepancy| finding.facts().iter().any(|fact| facts.is_own(*fact));
    let doubts = found.findings().iter().filter(|finding| is_own(finding)).cloned().collect();
    OverlayReading { facts, texts, tables, problems, doubts }
}
