//! Reads `disputes.csv`: credible other values.

use super::facts::FactRows;
use super::field::bilingual;
use super::sources::Sources;
use super::table::Table;
use crate::dataset::dispute::Dispute;
use crate::dataset::error::{Error, File};

const COLUMNS: [&str; 5] = ["fact_id", "other_value", "source", "explanation_en", "explanation_zh"];

pub(super) fn parse(bytes: &[u8], facts: &FactRows, sources: &Sources) -> Result<Vec<Dispute>, Error> {
    let mut table = Table::open(File::Disputes, bytes, COLUMNS)?;
    let mut disputes = Vec::new();
    while let Some(row) = table.next()? {
        let [fact, other, source, explanation_en, explanation_zh] = row.fields();
        let other_text = other.required()?.to_owned();
        disputes.push(Dispute {
            fact: facts.named(fact, fact.required()?)?,
            other_value: other_text.parse().ok(),
            other_text,
            source: sources.named(source, source.required()?)?,
            explanation: bilingual(explanation_en, explanation_zh)?,
        });
    }
    Ok(disputes)
}
