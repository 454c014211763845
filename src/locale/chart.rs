//! A chart in words, for a reader who does not see it.

use super::{Language, Message, Words};
use crate::query::{Heading, Table, Text};

impl Words<'_> {
    /// The question of a chart, and the numbers of the row that matters most: the marked one, or else the last that has any.
    pub fn chart(&self, question: Text, table: &Table) -> String {
        let Some(row) = telling_row(table) else { return self.text(question).to_owned() };
        let columns = table.columns.iter().enumerate();
        let numbers = columns.filter(|(column, _)| !table.cell(row, *column).is_empty()).map(|(column, heading)| {
            let number = self.number_with_unit(table, table.cell(row, column));
            match (is_total(heading), self.language) {
                (true, _) => number,
                (false, Language::En) => format!("{} {number}", self.heading_text(heading)),
                (false, Language::Zh) => format!("{}{number}", self.heading_text(heading)),
            }
        });
        let numbers = numbers.collect::<Vec<_>>().join(self.say(Message::ListComma));
        let (question, row) = (self.text(question), self.heading_text(&table.rows[row]));
        match self.language {
            Language::En => format!("{question} {row}: {numbers}"),
            Language::Zh => format!("{question}，{row}：{numbers}"),
        }
    }
}

/// The row that matters most; nothing in a table without numbers.
fn telling_row(table: &Table) -> Option<usize> {
    let has_number = |row: &usize| (0..table.columns.len()).any(|column| !table.cell(*row, column).is_empty());
    let mut filled = (0..table.rows.len()).filter(has_number);
    filled.clone().find(|row| table.rows[*row].is_marked).or_else(|| filled.next_back())
}

/// Whether a column is about all that the table is about.
const fn is_total(heading: &Heading) -> bool {
    heading.year.is_none() && heading.codes.is_empty()
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test may fail")]
mod tests {
    use crate::address;
    use crate::dataset::Facts;
    use crate::figures::figure;
    use crate::locale::Language;
    use crate::query::slice;

    fn said(id: &str, query: &str, language: Language) -> String {
        let facts = Facts::shipped().expect("the shipped data unpack");
        let figure = figure(id).expect("in the catalogue");
        let selection = address::parse(facts, query.as_bytes()).0.selection;
        let table = slice(facts, figure, None, &selection);
        facts.words(language).chart(figure.question, &table)
    }

    #[test]
    fn the_row_that_matters_is_said() {
        let cases = [
            // (figure, question, language, words)
            ("category_1", "", Language::En, "How many concern category 1 products? 2024: 1,735 trials"),
            ("category_1", "year=2023", Language::En, "How many concern category 1 products? 2023: 1,606 trials"),
            (
                "registered",
                "year=2024",
                Language::En,
                "How many trials were registered? \
                 2024: New-drug trials 2,539 trials, Bioequivalence (BE) trials 2,361 trials, 4,900 trials",
            ),
            (
                "registered",
                "year=2024",
                Language::Zh,
                "登记总量及构成，2024：新药临床试验2539项，生物等效性试验（BE试验）2361项，4900项",
            ),
            // The chosen year has no number: the last that has one is said.
            (
                "product_types",
                "year=2025",
                Language::Zh,
                "新药临床试验的药物类型构成，2024：化学药品55.7%†，生物制品40.5%，中药3.8%",
            ),
        ];
        let said = cases.map(|(id, query, language, _)| said(id, query, language));
        assert_eq!(said, cases.map(|(.., words)| words.to_owned()));
    }
}
