//! Reading a list from the first byte to the last: reader, mapping and list together, a piece of the file at a time.

use serde::{Deserialize, Serialize};

use super::list::{ListBuilder, Rule, TrialList};
use super::map::{ColumnReport, Keywords, Mapping, Profile};
use super::read::{Chosen, Dialect, Fields, Flaws, Item, Limits, Reader, Refusal, RowSpan, Workbook};
use crate::dataset::Codes;

/// How far a list is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Deserialize, Serialize)]
pub struct Progress {
    /// Bytes of the file.
    pub bytes: u64,
    /// Rows of the list.
    pub rows: u32,
}

/// A list that was read, with what is to be said of it.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, Serialize)]
pub struct Imported {
    /// The list.
    pub list: TrialList,
    /// How it is written; nothing for a workbook.
    pub dialect: Option<Dialect>,
    /// The names of its columns.
    pub header: Vec<String>,
    /// What was taken for what.
    pub columns: Vec<ColumnReport>,
    /// The columns that the profile speaks of and the list lacks.
    pub missing: Vec<String>,
    /// The rules by which it is counted.
    pub rules: Vec<Rule>,
    /// Broken rows.
    pub flaws: Flaws,
    /// Rows before the header.
    pub preamble: u32,
    /// Rows in which every field is empty.
    pub blank: u32,
}

/// How many of the commonest values of a column are reported.
const VALUES: usize = 200;

/// Makes a list of rows: the part that is the same for text and workbooks.
struct Collecting<'a> {
    codes: &'a Codes,
    keywords: &'a Keywords,
    profile: &'a Profile,
    started: Option<(Mapping<'a>, ListBuilder<'a>)>,
    flaws: Flaws,
    preamble: u32,
    blank: u32,
}

impl<'a> Collecting<'a> {
    fn new(codes: &'a Codes, keywords: &'a Keywords, profile: &'a Profile) -> Self {
        Self { codes, keywords, profile, started: None, flaws: Flaws::default(), preamble: 0, blank: 0 }
    }

    fn take(&mut self, item: Item<'_>) {
        match item {
            Item::Header(record) => {
                let mapping = Mapping::new(self.codes, self.keywords, self.profile, record.fields);
                let builder = ListBuilder::new(self.codes, mapping.known());
                self.started = Some((mapping, builder));
            }
            Item::Row(record) => self.row(record.span, record.fields),
            Item::Flaw(flaw) => self.flaws.add(flaw),
            Item::Preamble(_) => self.preamble += 1,
            Item::Blank(_) => self.blank += 1,
        }
    }

    fn row(&mut self, span: RowSpan, fields: &Fields) {
        if let Some((mapping, builder)) = &mut self.started {
            builder.push(span, &mapping.trial(fields));
        }
    }

    fn finish(self, dialect: Option<Dialect>) -> Result<Imported, Refusal> {
        let (mapping, mut builder) = self.started.ok_or(Refusal::NoHeader)?;
        builder.know(mapping.known());
        Ok(Imported {
            dialect,
            columns: mapping.reports(VALUES),
            missing: self.profile.missing(mapping.header()).map(str::to_owned).collect(),
            header: mapping.header().to_vec(),
            rules: mapping.rules(),
            list: builder.finish(),
            flaws: self.flaws,
            preamble: self.preamble,
            blank: self.blank,
        })
    }
}

/// Reads a list of trials as text, a piece of the file at a time. To cancel, drop it.
pub struct Import<'a> {
    reader: Reader,
    collecting: Collecting<'a>,
}

impl<'a> Import<'a> {
    /// An import as a profile says.
    pub fn new(codes: &'a Codes, keywords: &'a Keywords, profile: &'a Profile, limits: Limits) -> Self {
        Self { reader: Reader::new(profile.chosen, limits), collecting: Collecting::new(codes, keywords, profile) }
    }

    /// Reads the next bytes of the file.
    ///
    /// # Errors
    /// When the list is beyond the limits, or has no header.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<Progress, Refusal> {
        let collecting = &mut self.collecting;
        self.reader.feed(bytes, |item| collecting.take(item))?;
        Ok(Progress { bytes: self.reader.bytes(), rows: self.reader.rows() })
    }

    /// Reads what the end of the file completes, and makes the list.
    ///
    /// # Errors
    /// When the list is beyond the limits, or has no header.
    pub fn finish(mut self) -> Result<Imported, Refusal> {
        let collecting = &mut self.collecting;
        self.reader.finish(|item| collecting.take(item))?;
        self.collecting.finish(self.reader.dialect())
    }
}

/// The first rows of a list: what suggestions are made of.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, Serialize)]
pub struct Sample {
    /// The names of the columns.
    pub header: Fields,
    /// The first rows.
    pub rows: Vec<Fields>,
    /// How the list is written, as far as the sample tells; nothing for a workbook.
    pub dialect: Option<Dialect>,
}

/// How many rows a sample has.
const SAMPLE_ROWS: usize = 1_000;

impl Sample {
    /// The first rows of a file of which the first bytes are given; `is_whole` where that is all of it.
    /// A row that the end of the bytes may cut in two is left out.
    ///
    /// # Errors
    /// When there is no header among them.
    pub fn of_text(bytes: &[u8], is_whole: bool, chosen: Chosen, limits: Limits) -> Result<Self, Refusal> {
        let mut reader = Reader::new(chosen, limits);
        let mut taking = Taking::default();
        reader.feed(bytes, |item| taking.take(item))?;
        let before = taking.rows.len();
        reader.finish(|item| taking.take(item))?;
        let is_cut = !is_whole && taking.rows.len() > before && !bytes.ends_with(b"\n");
        if is_cut && taking.rows.len() > 1 {
            taking.rows.pop();
        }
        taking.sample(reader.dialect())
    }
}

/// A sample in the making.
#[derive(Default)]
struct Taking {
    header: Option<Fields>,
    rows: Vec<Fields>,
}

impl Taking {
    fn take(&mut self, item: Item<'_>) {
        match item {
            Item::Header(record) => self.header = Some(record.fields.clone()),
            Item::Row(record) if self.rows.len() < SAMPLE_ROWS => self.rows.push(record.fields.clone()),
            _ => {}
        }
    }

    fn sample(self, dialect: Option<Dialect>) -> Result<Sample, Refusal> {
        Ok(Sample { header: self.header.ok_or(Refusal::NoHeader)?, rows: self.rows, dialect })
    }
}

/// Reads a sheet of a workbook as a list, and tells how far it is with every thousandth row. The first sheet where none is named.
///
/// # Errors
/// When the workbook is damaged or beyond the limits, or the sheet has no header.
pub fn import_workbook(
    workbook: &mut Workbook<'_>,
    sheet: Option<&str>,
    codes: &Codes,
    keywords: &Keywords,
    profile: &Profile,
    mut tell: impl FnMut(Progress),
) -> Result<Imported, Refusal> {
    let sheet = sheet.map(str::to_owned).or_else(|| workbook.sheets().into_iter().next()).ok_or(Refusal::NoHeader)?;
    let mut collecting = Collecting::new(codes, keywords, profile);
    let mut rows = 0;
    workbook.read(&sheet, |item| {
        if matches!(item, Item::Row(_)) {
            rows += 1;
            if rows % 1_000 == 0 {
                tell(Progress { bytes: 0, rows });
            }
        }
        collecting.take(item);
        true
    })?;
    collecting.finish(None)
}

impl Sample {
    /// The first rows of a sheet.
    ///
    /// # Errors
    /// When the workbook is damaged, or the sheet has no header.
    pub fn of_workbook(workbook: &mut Workbook<'_>, sheet: &str) -> Result<Self, Refusal> {
        let mut taking = Taking::default();
        workbook.read(sheet, |item| {
            taking.take(item);
            taking.rows.len() < SAMPLE_ROWS
        })?;
        taking.sample(None)
    }
}
