//! Reads `facts.csv` and `world.csv`: the printed facts, those of the reports and those of other populations.

use std::collections::HashMap;

use super::field::{Field, optional_bilingual};
use super::problems::Problems;
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
use crate::dataset::source::SourceId;
use crate::dataset::year::Year;

/// The columns of `facts.csv`.
pub(in crate::dataset) const COLUMNS: [&str; 23] = [
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
    pub(super) fn read_world(&mut self, bytes: &[u8], codes: &Codes, sources: &Sources, problems: &mut Problems) {
        let Some(mut table) = Table::open(File::World, bytes, WORLD_COLUMNS, problems) else { return };
        let mut seen = Seen::default();
        while let Some(row) = table.next(problems) {
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
            self.add(&mut seen, &row, Context { codes, sources, origin: Origin::World }, problems);
        }
    }

    /// Adds the fact of a row.
    fn add(&mut self, seen: &mut Seen, row: &FactFields<'_>, context: Context<'_>, problems: &mut Problems) {
        let FactFields { kept: Kept { name: name_field, .. }, note: [en, zh], .. } = *row;
        let position = name_field.position;
        let name = problems.keep(name_field.new_name(|name| seen.lines.get(name).copied()));
        let name = name.filter(|name| {
            let is_taken = self.by_name.contains_key(name);
            if is_taken {
                problems.push(name_field.error(ErrorKind::NameTaken { name: name.clone() }));
            }
            !is_taken
        });
        let fact = fact(row, context, problems);
        let note = problems.keep(optional_bilingual(en, zh));
        if let Some(name) = &name {
            seen.lines.insert(name.clone(), position.line);
        }
        let (Some(name), Some(fact), Some(note)) = (name, fact, note) else { return };
        let first = FirstOfKey { name: name.clone(), line: position.line };
        if let Some(FirstOfKey { name, line }) = seen.keys.insert((fact.key, fact.widened()), first) {
            return problems.push(position.error(ErrorKind::DuplicateKey { first: name, first_line: line }));
        }
        // Both files together must not have more facts than there are ids.
        let Ok(id) = u16::try_from(self.facts.len()).map(FactId) else {
            return problems.push(position.error(ErrorKind::TooManyRows { limit: u16::MAX }));
        };
        self.by_name.insert(name.clone(), id);
        self.names.push(name);
        self.facts.push(fact);
        self.notes.push(note);
    }
}

/// Reads the facts of the reports.
pub(super) fn parse(bytes: &[u8], codes: &Codes, sources: &Sources, problems: &mut Problems) -> FactRows {
    let (mut rows, mut seen) = (FactRows::default(), Seen::default());
    let Some(mut table) = Table::open(File::Facts, bytes, COLUMNS, problems) else { return rows };
    let mut count = 0;
    while let Some(row) = table.next(problems) {
        let fields = row.fields();
        rows.add(&mut seen, &FactFields::of(&fields), Context { codes, sources, origin: Origin::Reports }, problems);
        count += 1;
    }
    if count == 0 {
        problems.push(table.no_rows());
    }
    rows
}

/// The fields that a row of either file has.
#[derive(Clone, Copy)]
pub(in crate::dataset) struct Kept<'r> {
    pub(in crate::dataset) name: Field<'r>,
    year: Field<'r>,
    measure: Field<'r>,
    statistic: Field<'r>,
    share_of: Field<'r>,
    pub(in crate::dataset) value: Field<'r>,
    pub(in crate::dataset) qualifier: Field<'r>,
    pub(in crate::dataset) grade: Field<'r>,
    pub(in crate::dataset) sources: Field<'r>,
}

/// A row of either file.
#[derive(Clone, Copy)]
pub(in crate::dataset) struct FactFields<'r> {
    pub(in crate::dataset) kept: Kept<'r>,
    /// Only in `facts.csv`.
    report: Option<Field<'r>>,
    /// The dimensions that the file has as columns.
    dimensions: &'r [Field<'r>],
    pub(in crate::dataset) note: [Field<'r>; 2],
}

impl<'r> Kept<'r> {
    /// The field of the year.
    pub(in crate::dataset) const fn year(&self) -> Field<'r> {
        self.year
    }
}

impl<'r> FactFields<'r> {
    /// The edition of the report that states the fact first; nothing where none does.
    pub(in crate::dataset) fn report(&self) -> Result<Option<Year>, Error> {
        self.report.map_or(Ok(None), Field::optional_year)
    }

    /// A row of `facts.csv`, whose fields stand in the order of its columns.
    pub(in crate::dataset) const fn of(fields: &'r [Field<'r>; COLUMNS.len()]) -> Self {
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
        ] = fields;
        let kept = Kept {
            name: *name,
            year: *year,
            measure: *measure,
            statistic: *statistic,
            share_of: *share_of,
            value: *value,
            qualifier: *qualifier,
            grade: *grade,
            sources: *printed_in,
        };
        Self { kept, report: Some(*report), dimensions, note: [*en, *zh] }
    }
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
pub(in crate::dataset) struct Context<'a> {
    pub(in crate::dataset) codes: &'a Codes,
    pub(in crate::dataset) sources: &'a Sources,
    pub(in crate::dataset) origin: Origin,
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

/// The fact of a row, every field of which is looked at.
pub(in crate::dataset) fn fact(row: &FactFields<'_>, context: Context<'_>, problems: &mut Problems) -> Option<Fact> {
    let Kept { grade, sources: printed_in, .. } = row.kept;
    let about = about(row, context, problems);
    let grade = problems.keep(grade.one_of(&Grade::ALL, Grade::code));
    let sources = named_sources(printed_in, context.sources, problems);
    let report = problems.keep(row.report());
    let About { key, share_of, value, qualifier } = about?;
    Some(Fact { key, share_of, value, qualifier, grade: grade?, sources: sources?, report: report? })
}

/// The sources that a row names, at least one.
pub(in crate::dataset) fn named_sources(
    field: Field<'_>,
    sources: &Sources,
    problems: &mut Problems,
) -> Option<Vec<SourceId>> {
    let names = problems.keep(field.required().and_then(|_| field.items()))?;
    problems.keep(names.into_iter().map(|name| sources.named(field, name)).collect())
}

/// What a row says, whoever says it.
pub(in crate::dataset) struct About {
    pub(in crate::dataset) key: Key,
    pub(in crate::dataset) share_of: Vec<ShareOf>,
    pub(in crate::dataset) value: Decimal,
    pub(in crate::dataset) qualifier: Option<Qualifier>,
}

/// What a row is about, and its value.
pub(in crate::dataset) fn about(row: &FactFields<'_>, context: Context<'_>, problems: &mut Problems) -> Option<About> {
    let codes = context.codes;
    let Kept { year, measure, statistic, share_of, value, qualifier, .. } = row.kept;
    let year = problems.keep(year.year());
    let measure = problems.keep(context.measure(measure));
    let statistic = problems.keep(statistic.one_of(&Statistic::ALL, Statistic::code));
    let group = group(row.dimensions, codes, problems);
    let is_rate = measure.is_some_and(|measure| codes.measure_of(measure).unit == "percent");
    // What a share is a share of depends on all of these.
    let widened = match (statistic, measure, &group) {
        (Some(statistic), Some(_), Some(group)) => problems.keep(widenings(share_of, statistic, is_rate, group, codes)),
        _ => None,
    };
    let value = problems.keep(figure(value, statistic));
    let qualifier = problems.keep(if qualifier.text.is_empty() {
        Ok(None)
    } else {
        qualifier.one_of(&Qualifier::ALL, Qualifier::code).map(Some)
    });
    let key = Key { year: year?, measure: measure?, statistic: statistic?, group: group? };
    Some(About { key, share_of: widened?, value: value?, qualifier: qualifier? })
}

fn group(fields: &[Field<'_>], codes: &Codes, problems: &mut Problems) -> Option<Group> {
    let mut group = Some(Group::TOTAL);
    for field in fields.iter().filter(|field| !field.text.is_empty()) {
        // Every other column of the files was taken out of the row before.
        let Some(dimension) = Dimension::from_code(field.column) else { continue };
        let code = codes.find(dimension, field.text).ok_or_else(|| unknown_code(*field, field.text, dimension, codes));
        let code = problems.keep(code);
        group = group.zip(code).map(|(group, code)| group.with(dimension, Some(code)));
    }
    group
}

fn unknown_code(field: Field<'_>, code: &str, dimension: Dimension, codes: &Codes) -> Error {
    field.unknown_code(code, codes.of(dimension).map(|id| codes.get(id).code.as_str()))
}

/// The printed value, which must be possible for its statistic, where that is known.
fn figure(field: Field<'_>, statistic: Option<Statistic>) -> Result<Decimal, Error> {
    let value = field.decimal()?;
    let text = || field.text.to_owned();
    let hundred = 100 * 10_i64.pow(u32::from(value.decimals()));
    match statistic {
        Some(Statistic::Count) if value.units() < 0 || value.decimals() > 0 => {
            Err(field.error(ErrorKind::NotACount { text: text() }))
        }
        Some(Statistic::Share) if !(0..=hundred).contains(&value.units()) => {
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
