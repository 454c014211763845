//! Reads `disputes.csv`: credible other values.

use super::facts::FactRows;
use super::field::{Field, bilingual};
use super::problems::Problems;
use super::sources::Sources;
use super::table::Table;
use crate::dataset::dispute::Dispute;
use crate::dataset::error::File;

const COLUMNS: [&str; 5] = ["fact_id", "other_value", "source", "explanation_en", "explanation_zh"];

pub(super) fn parse(bytes: &[u8], facts: &FactRows, sources: &Sources, problems: &mut Problems) -> Vec<Dispute> {
    let mut disputes = Vec::new();
    let Some(mut table) = Table::open(File::Disputes, bytes, COLUMNS, problems) else { return disputes };
    while let Some(row) = table.next(problems) {
        disputes.extend(dispute(row.fields(), facts, sources, problems));
    }
    disputes
}

fn dispute(
    [fact, other, source, explanation_en, explanation_zh]: [Field<'_>; 5],
    facts: &FactRows,
    sources: &Sources,
    problems: &mut Problems,
) -> Option<Dispute> {
    let fact = problems.keep(fact.required().and_then(|name| facts.named(fact, name)));
    let other_text = problems.keep(other.required()).map(str::to_owned);
    let source = problems.keep(source.required().and_then(|name| sources.named(source, name)));
    let explanation = problems.keep(bilingual(explanation_en, explanation_zh))?;
    let other_text = other_text?;
    Some(Dispute { fact: fact?, other_value: other_text.parse().ok(), other_text, source: source?, explanation })
}
