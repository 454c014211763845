//! The headline findings: the rows of `takeaways.csv`.

use serde::{Deserialize, Serialize};

use super::bilingual::Bilingual;
use super::fact::FactId;

/// A headline finding: a row of `takeaways.csv`.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, Serialize)]
pub struct Takeaway {
    /// Position among the findings.
    pub order: u16,
    /// Short title.
    pub title: Bilingual,
    /// The finding in one to three sentences; every number in it is one of `facts`.
    pub text: Bilingual,
    /// The facts that prove it; never empty.
    pub facts: Vec<FactId>,
}
