//! The six data files together, in the order in which they refer to each other.

use rustc_hash::FxHashMap;

use super::{codes, disputes, facts, sources, takeaways};
use crate::dataset::distinct::distinct;
use crate::dataset::error::Error;
use crate::dataset::facts::Facts;
use crate::dataset::files::Files;
use crate::dataset::source::Source;
use crate::dataset::texts::Texts;

/// Reads the six files.
///
/// # Errors
/// The first thing that is wrong, with its file, line and column, and what was expected.
pub fn parse(files: &Files<'_>) -> Result<(Facts, Texts), Error> {
    let codes::CodeRows { codes, definitions, kinds, .. } = codes::parse(files.codes)?;
    let sources = sources::parse(files.sources, &kinds)?;
    let mut rows = facts::parse(files.facts, &codes, &sources)?;
    rows.read_world(files.world, &codes, &sources)?;
    let disputes = disputes::parse(files.disputes, &rows, &sources)?;
    let takeaways = takeaways::parse(files.takeaways, &rows)?;

    let mut facts = Facts {
        codes,
        publications: sources.rows.iter().map(Source::publication).collect(),
        facts: rows.facts,
        disputed: distinct(disputes.iter().map(|dispute| dispute.fact)),
        by_key: FxHashMap::default(),
        years: None,
    };
    facts.index();
    let texts =
        Texts { names: rows.names, notes: rows.notes, sources: sources.rows, disputes, takeaways, definitions, kinds };
    Ok((facts, texts))
}
