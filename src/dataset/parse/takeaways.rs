//! Reads `takeaways.csv`: the headline findings.

use std::collections::HashMap;

use super::facts::FactRows;
use super::field::bilingual;
use super::table::Table;
use crate::dataset::error::{Error, ErrorKind, File};
use crate::dataset::takeaway::Takeaway;

const COLUMNS: [&str; 6] = ["order", "title_en", "title_zh", "text_en", "text_zh", "fact_ids"];

pub(super) fn parse(bytes: &[u8], facts: &FactRows) -> Result<Vec<Takeaway>, Error> {
    let mut table = Table::open(File::Takeaways, bytes, COLUMNS)?;
    let mut takeaways = Vec::new();
    let mut lines = HashMap::new();
    while let Some(row) = table.next()? {
        let [order_field, title_en, title_zh, text_en, text_zh, proof] = row.fields();
        let order = order_field.order()?;
        if let Some(first_line) = lines.insert(order, row.position().line) {
            return Err(order_field.error(ErrorKind::DuplicateOrder { order, first_line }));
        }
        proof.required()?;
        takeaways.push(Takeaway {
            order,
            title: bilingual(title_en, title_zh)?,
            text: bilingual(text_en, text_zh)?,
            facts: proof.items()?.into_iter().map(|name| facts.named(proof, name)).collect::<Result<_, _>>()?,
        });
    }
    takeaways.sort_unstable_by_key(|takeaway| takeaway.order);
    Ok(takeaways)
}
