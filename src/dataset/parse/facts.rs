//! Reads `facts.csv`: the printed facts.

use std::collections::HashMap;

use super::field::{Field, optional_bilingual};
use super::sources::Sources;
use super::suggest::nearest;
use super::table::Table;
use crate::dataset::bilingual::Bilingual;
use crate::dataset::codes::Codes;
use crate::dataset::decimal::Decimal;
use crate::dataset::dimension::Dimension;
use crate::dataset::error::{Error, ErrorKind, File};
use crate::dataset::fact::{Fact, FactId, Grade, Group, Key, Qualifier, ShareOf, Statistic};

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

/// The facts, and how to find them by name.
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
}

pub(super) fn parse(bytes: &[u8], codes: &Codes, sources: &Sources) -> Result<FactRows, Error> {
    let mut table = Table::open(File::Facts, bytes, COLUMNS)?;
    let mut rows = FactRows { facts: Vec::new(), names: Vec::new(), notes: Vec::new(), by_name: HashMap::new() };
    let mut lines: HashMap<String, u64> = HashMap::new();
    let mut keys: HashMap<(Key, Vec<ShareOf>), FirstOfKey> = HashMap::new();
    for id in (0..=u16::MAX).map(FactId) {
        let Some(row) = table.next()? else { break };
        let position = row.position();
        let (name, fact, note) = fact(&row.fields(), codes, sources, |name| lines.get(name).copied())?;
        // A denominator is the same in whatever order its columns are widened.
        let mut share_of = fact.share_of.clone();
        share_of.sort_unstable();
        let first = FirstOfKey { name: name.clone(), line: position.line };
        if let Some(FirstOfKey { name, line }) = keys.insert((fact.key, share_of), first) {
            return Err(position.error(ErrorKind::DuplicateKey { first: name, first_line: line }));
        }
        lines.insert(name.clone(), position.line);
        rows.by_name.insert(name.clone(), id);
        rows.names.push(name);
        rows.facts.push(fact);
        rows.notes.push(note);
    }
    if rows.facts.is_empty() { Err(table.no_rows()) } else { Ok(rows) }
}

/// The fact that had a key first, for the message about the second.
struct FirstOfKey {
    name: String,
    line: u64,
}

/// A row: the name of its fact, the fact, and the note on it.
fn fact(
    fields: &[Field<'_>; COLUMNS.len()],
    codes: &Codes,
    sources: &Sources,
    line_of: impl Fn(&str) -> Option<u64>,
) -> Result<(String, Fact, Bilingual), Error> {
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
    ] = *fields;
    let name = name.new_name(line_of)?;
    let year = year.year()?;
    let measure_code = measure.required()?;
    let measure = codes.measure(measure_code).ok_or_else(|| {
        measure.unknown_code(measure_code, codes.measures().iter().map(|measure| measure.code.as_str()))
    })?;
    let statistic = statistic.one_of(&Statistic::ALL, Statistic::code)?;
    let group = group(&dimensions, codes)?;
    let key = Key { year, measure, statistic, group };
    let is_rate = codes.measure_of(measure).unit == "percent";
    let fact = Fact {
        key,
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
        report: report.optional_year()?,
    };
    Ok((name, fact, optional_bilingual(en, zh)?))
}

fn group(fields: &[Field<'_>; Dimension::COUNT], codes: &Codes) -> Result<Group, Error> {
    let mut group = Group::TOTAL;
    for (dimension, field) in Dimension::ALL.into_iter().zip(fields) {
        if field.text.is_empty() {
            continue;
        }
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
