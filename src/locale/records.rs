//! Cells, facts and sources as rows of a file, in the reader's language.

use super::cell::DAGGER;
use super::words::{LibraryWords, Words};
use crate::dataset::{Decimal, FactId, Group, MeasureId, SourceId, Statistic, Year};
use crate::export::{FactRow, Number, Record, SourceRow, citable};
use crate::query::{Cell, Figure, Proof, Table};

/// Between several values of one field.
const JOINT: &str = "; ";

impl LibraryWords<'_> {
    /// The cells of a figure as rows of a file, in the reader's language.
    pub fn records(&self, figure: &Figure, table: &Table) -> Vec<Record> {
        let places = table.cells().map(|(row, column, _)| (row, column));
        places.filter_map(|(row, column)| self.record(figure, table, row, column)).collect()
    }

    /// One cell; nothing in a table without years.
    pub(super) fn record(&self, figure: &Figure, table: &Table, row: usize, column: usize) -> Option<Record> {
        let proof = Proof::of(self.facts, figure, table, row, column)?;
        let record = self.record_of(&proof);
        let (row, column) = (self.row_label(table, row), self.column_label(table, column));
        Some(Record { figure: figure.id.to_owned(), row, column, ..record })
    }

    /// A number that stands by itself.
    pub(super) fn record_of(&self, proof: &Proof) -> Record {
        let facts = proof.cell.facts();
        let joined = |text: fn(FactId, &Self) -> String| -> String {
            facts.iter().map(|fact| text(*fact, self)).collect::<Vec<_>>().join(JOINT)
        };
        let Named { year, measure, statistic, group, share_of, unit } =
            self.named(proof.year, proof.measure, proof.statistic, &proof.group, proof.whole_group);
        let number = Number::of(&proof.cell);
        let text = |number: Option<Decimal>| number.map(|number| number.to_string()).unwrap_or_default();
        Record {
            figure: String::new(),
            row: String::new(),
            column: String::new(),
            year,
            measure,
            statistic,
            group,
            share_of,
            value: text(number.value()),
            low: text(number.bounds().map(|[low, _]| low)),
            high: text(number.bounds().map(|[_, high]| high)),
            unit,
            qualifier: number.qualifier().map(|qualifier| qualifier.code().to_owned()).unwrap_or_default(),
            kind: match &proof.cell {
                Cell::Printed(printed) if self.facts.is_own(printed.fact) => "own",
                _ => number.kind(),
            }
            .to_owned(),
            explanation: match &proof.cell {
                Cell::Printed(_) => String::new(),
                Cell::Derived(derived) => self.method(derived.method).to_owned(),
                Cell::Empty(reason) => self.reason(*reason).to_owned(),
            },
            other_values: self.printed_otherwise_in_files(facts),
            edition: if facts.is_empty() { String::new() } else { self.editions(facts) },
            grade: joined(|fact, words| words.facts.fact(fact).grade.code().to_owned()),
            facts: joined(|fact, words| words.library.name(fact).to_owned()),
            sources: if facts.is_empty() { String::new() } else { self.publishers(facts) },
            addresses: self.addresses(facts),
            own: self.entered(facts).join(JOINT),
        }
    }

    /// What credible sources print instead of facts; without the marks that only the page explains.
    fn printed_otherwise_in_files(&self, facts: &[FactId]) -> String {
        self.disputes_on(facts).join(" ").replace(DAGGER, "")
    }

    /// A fact as a row of a file.
    pub fn fact_row(&self, id: FactId) -> FactRow {
        let fact = self.facts.fact(id);
        let key = fact.key;
        let Named { year, measure, statistic, group, share_of, unit } =
            self.named(key.year, key.measure, key.statistic, &key.group, fact.denominator());
        let sources = fact.sources.iter().map(|source| self.library.source(*source).name.as_str());
        FactRow {
            fact: self.library.name(id).to_owned(),
            year,
            measure,
            statistic,
            group,
            share_of,
            value: fact.value.to_string(),
            unit,
            qualifier: fact.qualifier.map(|qualifier| qualifier.code().to_owned()).unwrap_or_default(),
            edition: self.editions(&[id]),
            grade: fact.grade.code().to_owned(),
            sources: sources.collect::<Vec<_>>().join(JOINT),
            addresses: self.addresses(&[id]),
            other_values: self.printed_otherwise_in_files(&[id]),
            note: self.pick(self.library.note(id)).to_owned(),
            own: self.entered(&[id]).join(JOINT),
        }
    }

    /// A source as a row of a file.
    pub fn source_row(&self, id: SourceId) -> SourceRow {
        let source = self.library.source(id);
        let kind = self.library.kind(&source.kind);
        SourceRow {
            source: source.name.clone(),
            title: source.title.clone(),
            publisher: self.pick(&source.publisher).to_owned(),
            published: source.published.clone(),
            language: self.language_name(&source.language),
            source_kind: kind.map_or(source.kind.as_str(), |kind| self.pick(&kind.label)).to_owned(),
            about_report: source.about_report.map(|year| year.to_string()).unwrap_or_default(),
            address: source.link().unwrap_or_default().to_owned(),
        }
    }

    /// The addresses of all sources of some facts, the most direct first; none of a mirror.
    fn addresses(&self, facts: &[FactId]) -> String {
        let sources = citable(self.facts, facts);
        let links = sources.iter().filter_map(|one| self.library.source(one.source).link());
        links.collect::<Vec<_>>().join(JOINT)
    }
}

/// What a number is about, in words.
struct Named {
    year: String,
    measure: String,
    statistic: String,
    group: String,
    share_of: String,
    unit: String,
}

impl Words<'_> {
    fn named(
        &self,
        year: Year,
        measure: MeasureId,
        statistic: Statistic,
        group: &Group,
        whole: Option<Group>,
    ) -> Named {
        let share_of = match (statistic, whole) {
            (Statistic::Share, Some(whole)) => self.group_of(measure, &whole),
            _ => String::new(),
        };
        Named {
            year: year.to_string(),
            measure: self.pick(&self.facts.codes().measure_of(measure).label).to_owned(),
            statistic: self.term("statistic", statistic.code()).to_owned(),
            group: self.group_of(measure, group),
            share_of,
            unit: self.unit(measure, statistic).to_owned(),
        }
    }
}
