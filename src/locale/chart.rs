//! A chart in words, for a reader who does not see it.

use super::{Language, Message, Words};
use crate::dataset::{Year, distinct};
use crate::query::{Figure, Heading, Table, Text};

impl Words<'_> {
    /// What the numbers of a table are about. Where the reports change it from one year on, each stretch of years is named:
    /// "All registered trials to 2020, new-drug trials from 2021".
    pub fn populations(&self, figure: &Figure, table: &Table) -> String {
        let stretches = self.stretches(figure, table);
        let [first, rest @ ..] = stretches.as_slice() else {
            return self.population_of(table.measure, &table.shown_group()).to_owned();
        };
        if rest.is_empty() {
            return first.population.clone();
        }
        let name = |(position, stretch): (usize, &Stretch)| {
            let population = &stretch.population;
            let population = if position == 0 { population.clone() } else { self.inner(population) };
            let (first, last) = (stretch.first, stretch.last);
            match (position, position + 1 == stretches.len(), self.language) {
                (0, _, Language::En) => format!("{population} to {last}"),
                (_, true, Language::En) => format!("{population} from {first}"),
                (_, false, Language::En) => format!("{population} {first}–{last}"),
                (0, _, Language::Zh) => format!("{last}年及以前为{population}"),
                (_, true, Language::Zh) => format!("{first}年起为{population}"),
                (_, false, Language::Zh) => format!("{first}—{last}年为{population}"),
            }
        };
        stretches.iter().enumerate().map(name).collect::<Vec<_>>().join(self.say(Message::ListComma))
    }

    /// The stretches of years with numbers that are about one population each; none in a table without years.
    fn stretches(&self, figure: &Figure, table: &Table) -> Vec<Stretch> {
        let filled = table.cells().filter(|(.., cell)| !cell.is_empty());
        let years = distinct(filled.filter_map(|(row, column, _)| table.year_of(row, column)));
        let mut stretches: Vec<Stretch> = Vec::new();
        for year in years {
            let basis = figure
                .basis_of(year)
                .filter_map(|(dimension, code)| Some((dimension, self.facts.codes().find(dimension, code)?)));
            let group = basis.fold(table.shown_group(), |group, (dimension, code)| group.with(dimension, Some(code)));
            let population = self.population_of(table.measure, &group).to_owned();
            match stretches.last_mut() {
                Some(stretch) if stretch.population == population => stretch.last = year,
                _ => stretches.push(Stretch { population, first: year, last: year }),
            }
        }
        stretches
    }

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

/// Years that are about one population.
struct Stretch {
    population: String,
    first: Year,
    last: Year,
}

/// The row that matters most; nothing in a table without numbers.
fn telling_row(table: &Table) -> Option<usize> {
    let has = |row: usize, is_asked: fn(&Heading) -> bool| {
        let asked = table.columns.iter().enumerate().filter(|(_, column)| is_asked(column));
        asked.into_iter().any(|(column, _)| !table.cell(row, column).is_empty())
    };
    let mut filled = (0..table.rows.len()).filter(|row| has(*row, |_| true));
    // A total alone says nothing of its parts.
    let is_parted = table.columns.iter().any(|column| !is_total(column));
    let mut with_parts = filled.clone().filter(|row| !is_parted || has(*row, |column| !is_total(column)));
    let marked = with_parts.clone().find(|row| table.rows[*row].is_marked);
    marked.or_else(|| with_parts.next_back()).or_else(|| filled.next_back())
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
    fn each_stretch_of_years_is_named_with_its_population() {
        let facts = Facts::shipped().expect("the shipped data unpack");
        let cases = [
            // (figure, question, language, populations)
            ("populations", "", Language::En, "All registered trials to 2020, new-drug trials from 2021"),
            ("populations", "", Language::Zh, "2020年及以前为全部登记试验，2021年起为新药临床试验"),
            ("populations", "year=2022..2024", Language::En, "New-drug trials"),
            ("leading_units", "", Language::En, "All registered trials to 2021, new-drug trials from 2022"),
            ("target_products", "", Language::En, "All registered trials to 2020, new-drug trials from 2021"),
            ("target_products", "year=2020", Language::En, "All registered trials"),
            ("registered", "", Language::En, "All registered trials"),
            ("phases_by_product_type", "", Language::En, "New-drug trials"),
            ("approvals", "", Language::En, "Approved innovative drugs"),
        ];
        for (id, query, language, populations) in cases {
            let figure = figure(id).expect("in the catalogue");
            let selection = address::parse(facts, query.as_bytes()).0.selection;
            let table = slice(facts, figure, None, &selection);
            assert_eq!(facts.words(language).populations(figure, &table), populations, "{id} ?{query}");
        }
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
                "新药临床试验的药物类型构成，2024：化学药品1413项，生物制品1029†项，中药97项，2539项",
            ),
        ];
        let said = cases.map(|(id, query, language, _)| said(id, query, language));
        assert_eq!(said, cases.map(|(.., words)| words.to_owned()));
    }
}
