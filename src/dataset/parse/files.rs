//! The five data files together, in the order in which they refer to each other.

use super::{codes, disputes, facts, sources, takeaways};
use crate::dataset::error::Error;
use crate::dataset::files::Files;
use crate::dataset::whole::Dataset;

/// Reads the five files.
///
/// # Errors
/// The first thing that is wrong, with its file, line and column, and what was expected.
pub fn parse(files: &Files<'_>) -> Result<Dataset, Error> {
    let codes = codes::parse(files.codes)?;
    let sources = sources::parse(files.sources, &codes)?;
    let facts = facts::parse(files.facts, &codes, &sources)?;
    let disputes = disputes::parse(files.disputes, &facts, &sources)?;
    let takeaways = takeaways::parse(files.takeaways, &facts)?;
    Ok(Dataset::new(codes, sources.rows, facts.rows, disputes, takeaways))
}
