//! The six data files together, in the order in which they refer to each other.

use rustc_hash::FxHashMap;

use super::problems::Problems;
use super::{codes, disputes, facts, sources, takeaways};
use crate::dataset::distinct::distinct;
use crate::dataset::error::Error;
use crate::dataset::facts::Facts;
use crate::dataset::files::Files;
use crate::dataset::own::Own;
use crate::dataset::source::Source;
use crate::dataset::texts::Texts;

/// Reads the six files.
///
/// # Errors
/// Everything that is wrong, with its file, line and column, and what was expected. A file that refers to another
/// is read only where that one is good, so that one slip is not named in every row that it touches.
pub fn parse(files: &Files<'_>) -> Result<(Facts, Texts), Vec<Error>> {
    let problems = &mut Problems::default();
    let codes::CodeRows { codes, definitions, kinds, .. } = codes::parse(files.codes, problems);
    problems.none()?;
    let sources = sources::parse(files.sources, &kinds, problems);
    problems.none()?;
    let mut rows = facts::parse(files.facts, &codes, &sources, problems);
    rows.read_world(files.world, &codes, &sources, problems);
    problems.none()?;
    let disputes = disputes::parse(files.disputes, &rows, &sources, problems);
    let takeaways = takeaways::parse(files.takeaways, &rows, problems);
    problems.none()?;

    let mut facts = Facts {
        codes,
        publications: sources.rows.iter().map(Source::publication).collect(),
        facts: rows.facts,
        disputed: distinct(disputes.iter().map(|dispute| dispute.fact)),
        by_key: FxHashMap::default(),
        years: None,
        first_own: None,
        is_counted: false,
    };
    facts.index();
    let texts = Texts {
        names: rows.names,
        notes: rows.notes,
        sources: sources.rows,
        disputes,
        takeaways,
        definitions,
        kinds,
        own: Own::default(),
    };
    Ok((facts, texts))
}
