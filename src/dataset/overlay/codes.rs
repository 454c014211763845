//! The reader's codes: each with both labels and a parent, so that every label and every sum still knows where it belongs.

use super::work::{Current, Work};
use crate::dataset::bilingual::Bilingual;
use crate::dataset::codes::{Code, CodeId, Codes};
use crate::dataset::dimension::Dimension;
use crate::dataset::error::{Error, ErrorKind, File};
use crate::dataset::origin::Origin;
use crate::dataset::parse::codes::{COLUMNS, CodeFields, List};
use crate::dataset::parse::facts::COLUMNS as FACT_COLUMNS;
use crate::dataset::parse::field::{Field, bilingual};
use crate::dataset::parse::problems::Problems;
use crate::dataset::parse::suggest::nearest;
use crate::dataset::parse::table::{Header, Table};

const NEEDED: &[&str] = &["dimension", "code", "label_en", "label_zh", "parent"];

/// A code whose parent is still to be found.
struct NewCode {
    dimension: Dimension,
    code: String,
    label: Bilingual,
    parent: String,
    order: Option<u16>,
    definition: Bilingual,
    /// What is said where the parent is not found.
    orphan: Error,
    taken: Error,
}

impl Work<'_> {
    /// Reads a table of codes.
    pub(super) fn read_codes(&mut self, current: &mut Current<'_>) {
        let file = current.file;
        let table = Table::open_as(File::Codes, file.input(), COLUMNS, Header::AtLeast(NEEDED), &mut current.errors);
        let mut waiting = Vec::new();
        if let Some(mut table) = table {
            while let Some(row) = table.next(&mut current.errors) {
                waiting.extend(new_code(row.fields(), &self.codes, &mut current.errors));
                self.refuse(current);
            }
        }
        // A parent may stand below its children.
        loop {
            let (ready, others): (Vec<_>, Vec<_>) =
                waiting.into_iter().partition(|one| self.codes.find(one.dimension, &one.parent).is_some());
            waiting = others;
            if ready.is_empty() {
                break;
            }
            for code in ready {
                self.add_code(code, current);
            }
        }
        for orphan in waiting {
            current.errors.push(orphan.orphan);
        }
        self.refuse(current);
    }

    fn add_code(&mut self, new: NewCode, current: &mut Current<'_>) {
        let NewCode { dimension, code, label, parent, order, definition, orphan: _, taken } = new;
        let parent = self.codes.find(dimension, &parent);
        if let Some(id) = self.codes.find(dimension, &code) {
            let known = self.codes.get(id);
            if known.label == label && known.parent == parent {
                let count =
                    if self.own.codes.contains(&id) { &mut current.read.repeated } else { &mut current.read.known };
                *count += 1;
            } else {
                current.errors.push(taken);
                self.refuse(current);
            }
            return;
        }
        let order = order.unwrap_or_else(|| last(&self.codes, dimension));
        if let Some(id) = self.codes.add(Code { dimension, code, label, parent, order }) {
            self.texts.definitions.codes.push(definition);
            self.own.codes.push(id);
            current.read.new += 1;
        } else {
            current.errors.push(Error::new(ErrorKind::TooManyRows { limit: u16::MAX }, *taken.position()));
            self.refuse(current);
        }
    }
}

/// The position behind all codes of a dimension.
fn last(codes: &Codes, dimension: Dimension) -> u16 {
    let orders = codes.of(dimension).map(|id: CodeId| codes.get(id).order);
    orders.max().unwrap_or_default().saturating_add(1)
}

fn new_code(fields: CodeFields<'_>, codes: &Codes, problems: &mut Problems) -> Option<NewCode> {
    let [list, code, label_en, label_zh, parent, order, _, definition_en, definition_zh] = fields;
    let dimension = problems.keep(dimension(list));
    let label = problems.keep(bilingual(label_en, label_zh));
    let name = problems.keep(code.required().and_then(|text| {
        let is_good = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
        if is_good { Ok(text) } else { Err(code.error(ErrorKind::NotACode { text: text.to_owned() })) }
    }));
    if parent.text.is_empty() {
        let is_known = dimension.zip(name).is_some_and(|(dimension, name)| codes.find(dimension, name).is_some());
        // A shipped code without a parent may be repeated as it is.
        problems.push(parent.error(if is_known {
            ErrorKind::CodeTaken { code: code.text.to_owned() }
        } else {
            ErrorKind::NoParent
        }));
    }
    let order = if order.text.is_empty() { Some(None) } else { problems.keep(order.order()).map(Some) };
    let definition = either_language(definition_en, definition_zh);
    let (dimension, label, name, order) = (dimension?, label?, name?, order?);
    if parent.text.is_empty() {
        return None;
    }
    let suggestion = nearest(parent.text, codes.of(dimension).map(|id| codes.get(id).code.as_str()));
    let orphan = parent.error(ErrorKind::UnknownCode { code: parent.text.to_owned(), suggestion });
    let taken = code.error(ErrorKind::CodeTaken { code: name.to_owned() });
    let (code, parent) = (name.to_owned(), parent.text.to_owned());
    Some(NewCode { dimension, code, label, parent, order, definition, orphan, taken })
}

/// The dimension that a row adds to, which must be a column of `facts.csv`.
fn dimension(list: Field<'_>) -> Result<Dimension, Error> {
    match List::parse(list)? {
        List::Codes(dimension) if FACT_COLUMNS.contains(&dimension.code()) => Ok(dimension),
        List::Codes(_) | List::Measures(Origin::Reports | Origin::World) | List::Terms(_) => {
            Err(list.error(ErrorKind::ClosedList { list: list.text.to_owned() }))
        }
    }
}

/// A text of the reader's: in both languages the same where it is given in one.
pub(super) fn either_language(en: Field<'_>, zh: Field<'_>) -> Bilingual {
    let or = |one: Field<'_>, other: Field<'_>| if one.text.is_empty() { other.text } else { one.text }.to_owned();
    Bilingual { en: or(en, zh), zh: or(zh, en) }
}
