//! The reader's facts: rows of `facts.csv` in which a source, a grade and a name may be left out.

use super::codes::either_language;
use super::work::{Current, WholeKey, Work};
use super::write::FACT_COLUMNS;
use crate::dataset::bilingual::Bilingual;
use crate::dataset::codes::Codes;
use crate::dataset::decimal::Decimal;
use crate::dataset::dispute::Dispute;
use crate::dataset::error::{ErrorKind, File};
use crate::dataset::fact::{Fact, FactId, Grade, Qualifier, ShareOf};
use crate::dataset::file_position::FilePosition;
use crate::dataset::origin::Origin;
use crate::dataset::own::{Became, OwnRow};
use crate::dataset::parse::facts::{About, COLUMNS, Context, FactFields, about, named_sources};
use crate::dataset::parse::field::Field;
use crate::dataset::parse::problems::Problems;
use crate::dataset::parse::table::{Header, Table};
use crate::dataset::source::SourceId;
use crate::dataset::year::Year;

const NEEDED: &[&str] = &["year", "measure", "statistic", "value"];

/// How far an own year may lie from those of the reports: a slip such as 2052 for 2025 would stretch every axis.
const REACH_YEARS: u16 = 10;

/// A row of the reader's, read but not yet placed.
struct NewRow {
    name: String,
    fact: Fact,
    note: Bilingual,
    position: FilePosition,
}

impl Work<'_> {
    /// Reads a table of facts.
    pub(super) fn read_facts(&mut self, current: &mut Current<'_>) {
        let file = current.file;
        let table =
            Table::open_as(File::Facts, file.input(), FACT_COLUMNS, Header::AtLeast(NEEDED), &mut current.errors);
        let Some(mut table) = table else {
            self.refuse(current);
            return;
        };
        while let Some(row) = table.next(&mut current.errors) {
            let fields = row.fields();
            // What could not be read above this row.
            self.refuse(current);
            if let Some((shipped, from)) = fields.split_first_chunk::<{ COLUMNS.len() }>() {
                self.read_fact(FactFields::of(shipped), from, current);
            }
            self.refuse(current);
        }
        self.refuse(current);
    }

    fn read_fact(&mut self, row: FactFields<'_>, from: &[Field<'_>], current: &mut Current<'_>) {
        if row.kept.value.text.is_empty() && row.kept.qualifier.text.is_empty() {
            current.read.unfilled += 1;
            return;
        }
        let here = FilePosition {
            file: current.file.name.clone(),
            sheet: current.file.sheet.clone(),
            line: row.kept.name.position.line,
        };
        let position = position(from, here);
        let Some(new) = self.new_row(&row, position, &mut current.errors) else { return };
        if let Some(row) = self.placed(new, row.kept.name, current) {
            self.rows_by_key.insert((row.fact.key, row.fact.widened()), self.own.rows.len());
            self.own.rows.push(row);
        }
    }

    fn new_row(&mut self, row: &FactFields<'_>, position: FilePosition, problems: &mut Problems) -> Option<NewRow> {
        let context = Context { codes: &self.codes, sources: &self.sources, origin: Origin::Reports };
        let year = row.kept.year();
        let about = about(row, context, problems);
        let about = about.filter(|about| match self.out_of_reach(about.key.year) {
            None => true,
            Some(kind) => {
                problems.push(year.error(kind));
                false
            }
        });
        let grade = if row.kept.grade.text.is_empty() {
            Some(Grade::C)
        } else {
            problems.keep(row.kept.grade.one_of(&Grade::ALL, Grade::code))
        };
        let printed_in = row.kept.sources;
        let sources = if printed_in.text.is_empty() {
            Some(Vec::new())
        } else {
            named_sources(printed_in, &self.sources, problems)
        };
        let report = problems.keep(row.report());
        let (About { key, share_of, value, qualifier }, grade, report) = (about?, grade?, report?);
        let mut fact = Fact { key, share_of, value, qualifier, grade, sources: sources?, report };
        if fact.sources.is_empty() {
            let Some(source) = self.own_source(&position) else {
                problems.push(printed_in.error(ErrorKind::TooManyRows { limit: u16::MAX }));
                return None;
            };
            fact.sources.push(source);
        }
        let [en, zh] = row.note;
        Some(NewRow { name: row.kept.name.text.to_owned(), fact, note: either_language(en, zh), position })
    }

    /// Says when a year lies too far from the others.
    fn out_of_reach(&self, year: Year) -> Option<ErrorKind> {
        let (first, last) = self.base.facts().years()?;
        let is_near = (first.0.saturating_sub(REACH_YEARS)..=last.0.saturating_add(REACH_YEARS)).contains(&year.0);
        (!is_near).then_some(ErrorKind::YearOutOfReach { year, first, last, reach: REACH_YEARS })
    }

    /// Gives a row its place among the facts: beside a shipped one, which stays, or as a fact of its own.
    fn placed(&mut self, new: NewRow, name: Field<'_>, current: &mut Current<'_>) -> Option<OwnRow> {
        let key: WholeKey = (new.fact.key, new.fact.widened());
        if let Some(first) = self.rows_by_key.get(&key).and_then(|position| self.own.rows.get(*position)) {
            if says_the_same(&first.fact, &new.fact) {
                current.read.repeated += 1;
            } else {
                let first = first.position.clone();
                current.errors.push(name.position.error(ErrorKind::EnteredTwice { first: Box::new(first) }));
            }
            return None;
        }
        let (facts, fact) = (self.base.facts(), &new.fact);
        let shipped = facts.find(&fact.key).iter().copied().find(|id| facts.fact(*id).widened() == key.1);
        let became = match shipped {
            Some(id) if says_the_same(facts.fact(id), fact) => {
                current.read.known += 1;
                Became::Known(id)
            }
            Some(id) => {
                current.read.disputes += 1;
                self.texts.disputes.push(dispute(id, &new));
                Became::Dispute(id)
            }
            None => {
                let Ok(id) = u16::try_from(self.facts.len()).map(FactId) else {
                    current.errors.push(name.position.error(ErrorKind::TooManyRows { limit: u16::MAX }));
                    return None;
                };
                return self.added(new, id, name, current);
            }
        };
        let NewRow { name, fact, note, position } = new;
        let name = if name.is_empty() { self.made_name(&fact) } else { name };
        Some(OwnRow { name, fact, note, position, became })
    }

    fn added(&mut self, new: NewRow, id: FactId, field: Field<'_>, current: &mut Current<'_>) -> Option<OwnRow> {
        let NewRow { name, fact, note, position } = new;
        let name = if name.is_empty() { self.made_name(&fact) } else { name };
        if !self.names.insert(name.clone()) {
            current.errors.push(field.error(ErrorKind::NameOfAnother { name }));
            return None;
        }
        current.read.new += 1;
        self.facts.push(fact.clone());
        self.texts.names.push(name.clone());
        self.texts.notes.push(note.clone());
        Some(OwnRow { name, fact, note, position, became: Became::Fact(id) })
    }

    /// A name like those of the shipped facts, of what a fact is about.
    fn made_name(&self, fact: &Fact) -> String {
        let name = name_of(&self.codes, fact);
        let numbered = (2..).map(|number: u32| format!("{name}-{number}"));
        let mut names = std::iter::once(name.clone()).chain(numbered);
        names.find(|name| !self.names.contains(name)).unwrap_or(name)
    }
}

/// Where a row was first read, where it says so: in a file that was written by this program.
fn position(from: &[Field<'_>], here: FilePosition) -> FilePosition {
    let [file, sheet, line] = from else { return here };
    match line.text.parse() {
        Ok(line) if !file.text.is_empty() => {
            let sheet = (!sheet.text.is_empty()).then(|| sheet.text.to_owned());
            FilePosition { file: file.text.to_owned(), sheet, line }
        }
        _ => here,
    }
}

/// Whether two facts about the same thing give the same number: a spreadsheet drops the zero of 46.0.
fn says_the_same(one: &Fact, other: &Fact) -> bool {
    let plain = |value: Decimal| {
        i128::from(value.units()) * 10_i128.pow(u32::from(Decimal::MAX_DECIMALS.saturating_sub(value.decimals())))
    };
    one.qualifier == other.qualifier && plain(one.value) == plain(other.value)
}

fn dispute(fact: FactId, new: &NewRow) -> Dispute {
    let Fact { value, qualifier, sources, .. } = &new.fact;
    let sign = qualifier.map_or("", Qualifier::code);
    let explanation = if new.note.is_empty() { kept(&new.position) } else { new.note.clone() };
    Dispute {
        fact,
        other_text: format!("{sign}{value}"),
        other_value: qualifier.is_none().then_some(*value),
        source: sources.first().copied().unwrap_or(SourceId(0)),
        explanation,
    }
}

/// Why the reader's value is not the one that is shown.
fn kept(position: &FilePosition) -> Bilingual {
    let FilePosition { file, sheet, line } = position;
    let (en, zh) = match sheet {
        _ if position.is_by_hand() => ("Typed in".to_owned(), "手工录入".to_owned()),
        Some(sheet) => {
            (format!("Entered from {file}, sheet {sheet}, row {line}"), format!("录自{file}工作表“{sheet}”第{line}行"))
        }
        None => (format!("Entered from {file}, line {line}"), format!("录自{file}第{line}行")),
    };
    Bilingual { en: format!("{en}; the printed value is kept."), zh: format!("{zh}，仍采用已公布的数值。") }
}

fn name_of(codes: &Codes, fact: &Fact) -> String {
    let mut parts = vec!["own".to_owned(), fact.key.year.to_string()];
    parts.extend(
        fact.key.group.codes().map(|(dimension, code)| format!("{}_{}", dimension.code(), codes.get(code).code)),
    );
    parts.push(codes.measure_of(fact.key.measure).code.clone());
    parts.push(fact.key.statistic.code().to_owned());
    let of = |widening: ShareOf| match widening {
        ShareOf::Total(dimension) => format!("of_{}", dimension.code()),
        ShareOf::Ancestor(_, code) => format!("of_{}", codes.get(code).code),
    };
    parts.extend(fact.widened().into_iter().map(of));
    parts.join("-")
}
