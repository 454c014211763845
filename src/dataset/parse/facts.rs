//! Reads `facts.csv` and `world.csv`: the printed facts, those of the reports and those of other populations.

use std::collections::HashMap;

use super::field::{Field, optional_bilingual};
use super::sources::Sources;
use super::suggest::nearest;
use super::table::Table;
use crate::dataset::bilingual::Bilingual;
use crate::dataset::codes::{Codes, MeasureId};
use crate::dataset::decimal::Decimal;
use crate::dataset::dimension::Dimension;
use crate::dataset::error::{Error, ErrorKind, File};
use crate::dataset::fact::{Fact, FactId, Grade, Group, Key, Qualifier, ShareOf, Statistic};
use crate::dataset::origin::Origin;

/// The columns of `facts.csv`.
const COLUMNS: [&str; 23] = [
    "id",
    "year",
    "measure",
    "statistic",
    Dimension::Purpose.code(),
    Dimension::ProductType.code(),
    Dimension::RegClass.code(),
    Dimension::Phase.code(),
    Dimension::Disease.code(),
    Dimension::Scope.code(),
    Dimension::Sponsor.code(),
    Dimension::Population.code(),
    Dimension::Modality.code(),
    Dimension::Region.code(),
    Dimension::Status.code(),
    "share_of",
    "value",
    "qualifier",
    "grade",
    "sources",
    "report",
    "note_en",
    "note_zh",
];

/// The columns of `world.csv`: its facts stand in no edition of the report.
const WORLD_COLUMNS: [&str; 14] = [
    "id",
    "year",
    "measure",
    "statistic",
    Dimension::Area.code(),
    Dimension::Registry.code(),
    Dimension::Status.code(),
    "share_of",
    "value",
    "qualifier",
    "grade",
    "sources",
    "note_en",
    "note_zh",
];

/// The facts, and how to find them by name.
#[derive(Default)]
pub(super) struct FactRows {
    pub(super) facts: Vec<Fact>,
    /// The name of each fact.
    pub(super) names: Vec<String>,
    /// The note on each fact.
    pub(super) notes: Vec<Bilingual>,
    by_name: HashMap<String, FactId>,
}

impl FactRows {
    /// The fact that a field of another file names.
    pub(super) fn named(&self, field: Field<'_>, name: &str) -> Result<FactId, Error> {
        self.by_name.get(name).copied().ok_or_else(|| {
            let suggestion = nearest(name, self.names.iter().map(String::as_str));
            field.error(ErrorKind::UnknownFact { fact: name.to_owned(), suggestion })
        })
    }

    /// Adds the facts of other populations to those of the reports.
    pub(super) fn read_world(&mut self, bytes: &[u8], codes: &Codes, sources: &Sources) -> Result<(), Error> {
        let mut table = Table::open(File::World, bytes, WORLD_COLUMNS)?;
        let mut seen = Seen::default();
        while let Some(row) = table.next()? {
            let [
                name,
                year,
                measure,
                statistic,
                dimensions @ ..,
                share_of,
                value,
                qualifier,
                grade,
                printed_in,
                en,
                zh,
            ] = row.fields();
            let kept = Kept { name, year, measure, statistic, share_of, value, qualifier, grade, sources: printed_in };
            let row = FactFields { kept, report: None, dimensions: &dimensions, note: [en, zh] };
            self.add(&mut seen, &row, Context { codes, sources, origin: Origin::World })?;
        }
        Ok(())
    }

    /// Adds the fact of a row.
    fn add(&mut self, seen: &mut Seen, row: &FactFields<'_>, context: Context<'_>) -> Result<(), Error> {
        let FactFields { kept: Kept { name: name_field, .. }, note: [en, zh], .. } = *row;
        let position = name_field.position;
        let name = name_field.new_name(|name| seen.lines.get(name).copied())?;
        if self.by_name.contains_key(&name) {
            return Err(name_field.error(ErrorKind::NameTaken { name }));
        }
        let fact = fact(row, context)?;
        let note = optional_bilingual(en, zh)?;
        // A denominator is the same in whatever order its columns are widened.
        let mut share_of = fact.share_of.clone();
        share_of.sort_unstable();
        let first = FirstOfKey { name: name.clone(), line: position.line };
        if let Some(FirstOfKey { name, line }) = seen.keys.insert((fact.key, share_of), first) {
            return Err(position.error(ErrorKind::DuplicateKey { first: name, first_line: line }));
        }
        // Both files together must not have more facts than there are ids.
        let id = u16::try_from(self.facts.len()).map(FactId);
        let id = id.map_err(|_| position.error(ErrorKind::TooManyRows { limit: u16::MAX }))?;
        seen.lines.insert(name.clone(), position.line);
        self.by_name.insert(name.clone(), id);
        self.names.push(name);
        self.facts.push(fact);
        self.notes.push(note);
        Ok(())
    }
}

/// Reads the facts of the reports.
pub(super) fn parse(bytes: &[u8], codes: &Codes, sources: &Sources) -> Result<FactRows, Error> {
    let mut table = Table::open(File::Facts, bytes, COLUMNS)?;
    let (mut rows, mut seen) = (FactRows::default(), Seen::default());
    while let Some(row) = table.next()? {
        let [
            name,
            year,
            measure,
            statistic,
            dimensions @ ..,
            share_of,
            value,
            qualifier,
            grade,
            printed_in,
            report,
            en,
            zh,
        ] = row.fields();
        let kept = Kept { name, year, measure, statistic, share_of, value, qualifier, grade, sources: printed_in };
        let row = FactFields { kept, report: Some(report), dimensions: &dimensions, note: [en, zh] };
        rows.add(&mut seen, &row, Context { codes, sources, origin: Origin::Reports })?;
    }
    if rows.facts.is_empty() { Err(table.no_rows()) } else { Ok(rows) }
}

/// The fields that a row of either file has.
#[derive(Clone, Copy)]
struct Kept<'r> {
    name: Field<'r>,
    year: Field<'r>,
    measure: Field<'r>,
    statistic: Field<'r>,
    share_of: Field<'r>,
    value: Field<'r>,
    qualifier: Field<'r>,
    grade: Field<'r>,
    sources: Field<'r>,
}

/// A row of either file.
struct FactFields<'r> {
    kept: Kept<'r>,
    /// Only in `facts.csv`.
    report: Option<Field<'r>>,
    /// The dimensions that the file has as columns.
    dimensions: &'r [Field<'r>],
    note: [Field<'r>; 2],
}

/// What a file has had so far.
#[derive(Default)]
struct Seen {
    lines: HashMap<String, u64>,
    keys: HashMap<(Key, Vec<ShareOf>), FirstOfKey>,
}

/// The fact that had a key first, for the message about the second.
struct FirstOfKey {
    name: String,
    line: u64,
}

/// What a row refers to, and whose measures it may have.
#[derive(Clone, Copy)]
struct Context<'a> {
    codes: &'a Codes,
    sources: &'a Sources,
    origin: Origin,
}

impl Context<'_> {
    /// The measure of a row, which must be one of the file's own: the numbers of CDE and of others are never one series.
    fn measure(self, field: Field<'_>) -> Result<MeasureId, Error> {
        let code = field.required()?;
        let own = self.codes.measures().iter().filter(|measure| measure.origin == self.origin);
        let found = self.codes.measure(code).filter(|id| self.codes.measure_of(*id).origin == self.origin);
        found.ok_or_else(|| field.unknown_code(code, own.map(|measure| measure.code.as_str())))
    }
}

/// The fact of a row.
fn fact(row: &FactFields<'_>, context: Context<'_>) -> Result<Fact, Error> {
    let Context { codes, sources, .. } = context;
    let Kept { name: _, year, measure, statistic, share_of, value, qualifier, grade, sources: printed_in } = row.kept;
    let year = year.year()?;
    let measure = context.measure(measure)?;
    let statistic = statistic.one_of(&Statistic::ALL, Statistic::code)?;
    let group = group(row.dimensions, codes)?;
    let is_rate = codes.measure_of(measure).unit == "percent";
    Ok(Fact {
        key: Key { year, measure, statistic, group },
        share_of: widenings(share_of, statistic, is_rate, &group, codes)?,
        value: figure(value, statistic)?,
        qualifier: if qualifier.text.is_empty() {
            None
        } else {
            Some(qualifier.one_of(&Qualifier::ALL, Qualifier::code)?)
        },
        grade: grade.one_of(&Grade::ALL, Grade::code)?,
        sources: {
            printed_in.required()?;
            let names = printed_in.items()?;
            names.into_iter().map(|name| sources.named(printed_in, name)).collect::<Result<_, _>>()?
        },
        report: row.report.map_or(Ok(None), Field::optional_year)?,
    })
}

fn group(fields: &[Field<'_>], codes: &Codes) -> Result<Group, Error> {
    let mut group = Group::TOTAL;
    for field in fields.iter().filter(|field| !field.text.is_empty()) {
        // Every other column of the files was taken out of the row before.
        let Some(dimension) = Dimension::from_code(field.column) else { continue };
        let code =
            codes.find(dimension, field.text).ok_or_else(|| unknown_code(*field, field.text, dimension, codes))?;
        group = group.with(dimension, Some(code));
    }
    Ok(group)
}

fn unknown_code(field: Field<'_>, code: &str, dimension: Dimension, codes: &Codes) -> Error {
    field.unknown_code(code, codes.of(dimension).map(|id| codes.get(id).code.as_str()))
}

/// The printed value, which must be possible for its statistic.
fn figure(field: Field<'_>, statistic: Statistic) -> Result<Decimal, Error> {
    let value = field.decimal()?;
    let text = || field.text.to_owned();
    let hundred = 100 * 10_i64.pow(u32::from(value.decimals()));
    match statistic {
        Statistic::Count if value.units() < 0 || value.decimals() > 0 => {
            Err(field.error(ErrorKind::NotACount { text: text() }))
        }
        Statistic::Share if !(0..=hundred).contains(&value.units()) => {
            Err(field.error(ErrorKind::NotAShare { text: text() }))
        }
        _ => Ok(value),
    }
}

/// Reads `share_of`: `column` for the total of a column, `column=code` for one of its ancestors.
fn widenings(
    field: Field<'_>,
    statistic: Statistic,
    is_rate: bool,
    group: &Group,
    codes: &Codes,
) -> Result<Vec<ShareOf>, Error> {
    let items = field.items()?;
    match (statistic, items.is_empty()) {
        (Statistic::Share, true) if !is_rate => return Err(field.error(ErrorKind::MissingShareOf)),
        (Statistic::Count | Statistic::Mean | Statistic::Growth, false) => {
            return Err(field.error(ErrorKind::UnexpectedShareOf));
        }
        _ => {}
    }
    let mut widened = Vec::new();
    let mut widenings = Vec::new();
    for item in items {
        let (column, denominator) = item.split_once('=').map_or((item, None), |(column, code)| (column, Some(code)));
        let dimension = Dimension::from_code(column).ok_or_else(|| {
            let suggestion = nearest(column, Dimension::ALL.map(Dimension::code));
            field.error(ErrorKind::UnknownShareOfColumn { column: column.to_owned(), suggestion })
        })?;
        // `phase;phase=I` would pass as two different items.
        if widened.contains(&dimension) {
            return Err(field.error(ErrorKind::RepeatedItem { item: column.to_owned() }));
        }
        widened.push(dimension);
        let own = group
            .get(dimension)
            .ok_or_else(|| field.error(ErrorKind::ShareOfUnsetColumn { column: dimension.code() }))?;
        let Some(denominator) = denominator else {
            widenings.push(ShareOf::Total(dimension));
            continue;
        };
        let ancestor =
            codes.find(dimension, denominator).ok_or_else(|| unknown_code(field, denominator, dimension, codes))?;
        if ancestor == own || !codes.is_within(own, ancestor) {
            let code = codes.get(own).code.clone();
            return Err(field.error(ErrorKind::ShareOfStranger { denominator: denominator.to_owned(), code }));
        }
        widenings.push(ShareOf::Ancestor(dimension, ancestor));
    }
    Ok(widenings)
}
