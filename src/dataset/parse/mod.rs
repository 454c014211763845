//! Reads the five data files into a [`Dataset`] or says what is wrong with them.
//!
//! Everything is checked here, once, so that the rest of the program can trust what it is given.

mod codes;
mod disputes;
mod facts;
mod field;
mod sources;
mod suggest;
mod table;
mod takeaways;

use rustc_hash::FxHashMap;

use super::{Dataset, Error, Files};

/// Reads the five files, in the order in which they refer to each other.
pub(super) fn parse(files: &Files<'_>) -> Result<Dataset, Error> {
    let codes = codes::parse(files.codes)?;
    let sources = sources::parse(files.sources, &codes)?;
    let facts = facts::parse(files.facts, &codes, &sources)?;
    let disputes = disputes::parse(files.disputes, &facts, &sources)?;
    let takeaways = takeaways::parse(files.takeaways, &facts)?;

    let mut dataset = Dataset {
        codes,
        sources: sources.rows,
        facts: facts.rows,
        disputes,
        takeaways,
        by_key: FxHashMap::default(),
        years: None,
    };
    dataset.index();
    Ok(dataset)
}
