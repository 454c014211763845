//! Reads `takeaways.csv`: the headline findings.

use std::collections::HashMap;

use super::facts::FactRows;
use super::field::{Field, bilingual};
use super::problems::Problems;
use super::table::Table;
use crate::dataset::error::{ErrorKind, File};
use crate::dataset::takeaway::Takeaway;

const COLUMNS: [&str; 6] = ["order", "title_en", "title_zh", "text_en", "text_zh", "fact_ids"];

pub(super) fn parse(bytes: &[u8], facts: &FactRows, problems: &mut Problems) -> Vec<Takeaway> {
    let mut takeaways = Vec::new();
    let Some(mut table) = Table::open(File::Takeaways, bytes, COLUMNS, problems) else { return takeaways };
    let mut lines = HashMap::new();
    while let Some(row) = table.next(problems) {
        takeaways.extend(takeaway(row.fields(), facts, &mut lines, problems));
    }
    takeaways.sort_unstable_by_key(|takeaway| takeaway.order);
    takeaways
}

fn takeaway(
    [order, title_en, title_zh, text_en, text_zh, proof]: [Field<'_>; 6],
    facts: &FactRows,
    lines: &mut HashMap<u16, u64>,
    problems: &mut Problems,
) -> Option<Takeaway> {
    let position =
        problems.keep(order.order().and_then(|position| match lines.insert(position, order.position.line) {
            Some(first_line) => Err(order.error(ErrorKind::DuplicateOrder { order: position, first_line })),
            None => Ok(position),
        }));
    let title = problems.keep(bilingual(title_en, title_zh));
    let text = problems.keep(bilingual(text_en, text_zh));
    let names = problems.keep(proof.required().and_then(|_| proof.items()))?;
    let proofs = names.into_iter().map(|name| facts.named(proof, name)).collect::<Result<_, _>>();
    Some(Takeaway { facts: problems.keep(proofs)?, order: position?, title: title?, text: text? })
}
