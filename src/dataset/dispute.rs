//! Other credible values: the rows of `disputes.csv`.

use serde::{Deserialize, Serialize};

use super::bilingual::Bilingual;
use super::decimal::Decimal;
use super::fact::FactId;
use super::source::SourceId;

/// A credible other value for a fact: a row of `disputes.csv`.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, Serialize)]
pub struct Dispute {
    /// The fact that is disputed.
    pub fact: FactId,
    /// The other value as the source words it.
    pub other_text: String,
    /// The other value, where it is a plain number.
    pub other_value: Option<Decimal>,
    /// Who prints it.
    pub source: SourceId,
    /// Why it is not the value that is kept.
    pub explanation: Bilingual,
}
