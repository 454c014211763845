//! Reads `codes.csv`: the dimensions' code lists, the measures, and the labels of all other words of the data files.

use std::collections::HashMap;

use super::field::{Field, bilingual, optional_bilingual};
use super::position::RowPosition;
use super::problems::Problems;
use super::suggest::nearest;
use super::table::Table;
use crate::dataset::bilingual::Bilingual;
use crate::dataset::codes::{Code, CodeId, Codes, KIND, Measure, TERM_LISTS, Term};
use crate::dataset::dimension::Dimension;
use crate::dataset::error::{Error, ErrorKind, File};
use crate::dataset::fact::{Grade, Qualifier, Statistic};
use crate::dataset::origin::Origin;
use crate::dataset::texts::Definitions;

/// The columns of `codes.csv`.
pub(in crate::dataset) const COLUMNS: [&str; 9] =
    ["dimension", "code", "label_en", "label_zh", "parent", "order", "unit", "definition_en", "definition_zh"];

/// A row of the file, column by column.
pub(in crate::dataset) type CodeFields<'r> = [Field<'r>; COLUMNS.len()];

/// A code list: what the first column of the file names.
#[derive(Clone, Copy)]
pub(in crate::dataset) enum List {
    Codes(Dimension),
    Measures(Origin),
    Terms(&'static str),
}

impl List {
    fn all() -> impl Iterator<Item = Self> {
        let dimensions = Dimension::ALL.into_iter().map(Self::Codes);
        let measures = Origin::ALL.into_iter().map(Self::Measures);
        dimensions.chain(measures).chain(TERM_LISTS.into_iter().chain([KIND]).map(Self::Terms))
    }

    /// Its name.
    pub(in crate::dataset) const fn name(self) -> &'static str {
        match self {
            Self::Codes(dimension) => dimension.code(),
            Self::Measures(origin) => origin.code(),
            Self::Terms(list) => list,
        }
    }

    /// The list that a field names.
    pub(in crate::dataset) fn parse(field: Field<'_>) -> Result<Self, Error> {
        let name = field.required()?;
        Self::all().find(|list| list.name() == name).ok_or_else(|| {
            let suggestion = nearest(name, Self::all().map(Self::name));
            field.error(ErrorKind::UnknownList { list: name.to_owned(), suggestion })
        })
    }
}

/// A code whose parent is looked up when all codes are known: it may stand below.
struct Child {
    id: CodeId,
    parent: String,
    position: RowPosition,
}

/// What the file holds: the code lists, and what only the library shows.
#[derive(Default)]
pub(super) struct CodeRows {
    pub(super) codes: Codes,
    pub(super) definitions: Definitions,
    pub(super) kinds: Vec<Term>,
    children: Vec<Child>,
}

impl CodeRows {
    /// Adds a code of a dimension; gives nothing when the list is full.
    fn add_code(&mut self, code: Code, parent: Field<'_>, definition: Bilingual) -> Option<()> {
        let id = self.codes.add(code)?;
        self.definitions.codes.push(definition);
        if !parent.text.is_empty() {
            self.children.push(Child { id, parent: parent.text.to_owned(), position: parent.position });
        }
        Some(())
    }

    /// Adds a measure; gives nothing when the list is full.
    fn add_measure(&mut self, measure: Measure, definition: Bilingual) -> Option<()> {
        self.codes.add_measure(measure)?;
        self.definitions.measures.push(definition);
        Some(())
    }

    /// Adds a term. Of the definitions of terms the page shows those of grades.
    fn add_term(&mut self, term: Term, definition: Bilingual) -> Option<()> {
        if term.list == KIND {
            self.kinds.push(term);
            return Some(());
        }
        if let Some(grade) = Grade::from_code(&term.code).filter(|_| term.list == "grade") {
            self.definitions.grades.resize_with(Grade::ALL.len(), Bilingual::default);
            self.definitions.grades[grade as usize] = definition;
        }
        self.codes.add_term(term).then_some(())
    }
}

/// Reads the code lists.
pub(super) fn parse(bytes: &[u8], problems: &mut Problems) -> CodeRows {
    let mut rows = CodeRows::default();
    let Some(mut table) = Table::open(File::Codes, bytes, COLUMNS, problems) else { return rows };
    let mut lines = HashMap::new();
    let mut count = 0;
    while let Some(row) = table.next(problems) {
        rows.read(row.fields(), &mut lines, problems);
        count += 1;
    }
    if count == 0 {
        problems.push(table.no_rows());
        return rows;
    }
    set_parents(&mut rows.codes, &rows.children, problems);
    all_words_have_labels(&rows.codes, problems);
    rows
}

impl CodeRows {
    /// Adds what a row says.
    fn read(
        &mut self,
        fields: CodeFields<'_>,
        lines: &mut HashMap<(&'static str, String), u64>,
        problems: &mut Problems,
    ) {
        let [list, code_field, label_en, label_zh, parent, order, unit, definition_en, definition_zh] = fields;
        let position = list.position;
        let list = problems.keep(List::parse(list));
        let code = problems.keep(code_field.required());
        let label = problems.keep(bilingual(label_en, label_zh));
        let order = problems.keep(order.order());
        let definition = problems.keep(optional_bilingual(definition_en, definition_zh));
        let (Some(list), Some(code)) = (list, code) else { return };
        let code = code.to_owned();
        if let Some(first_line) = lines.insert((list.name(), code.clone()), position.line) {
            return problems.push(code_field.error(ErrorKind::DuplicateCode { code, first_line }));
        }
        let unit = match list {
            List::Measures(_) => problems.keep(unit.required()),
            List::Codes(_) | List::Terms(_) => Some(unit.text),
        };
        if !matches!(list, List::Codes(_)) && !parent.text.is_empty() {
            return problems.push(parent.error(ErrorKind::MustBeEmpty));
        }
        let (Some(label), Some(order), Some(definition), Some(unit)) = (label, order, definition, unit) else { return };
        let added = match list {
            List::Codes(dimension) => {
                self.add_code(Code { dimension, code, label, parent: None, order }, parent, definition)
            }
            List::Measures(origin) => {
                self.add_measure(Measure { code, label, order, unit: unit.to_owned(), origin }, definition)
            }
            List::Terms(list) => self.add_term(Term { list: list.to_owned(), code, label }, definition),
        };
        // Duplicates were refused above, so only a full list refuses a code.
        if added.is_none() {
            problems.push(position.error(ErrorKind::TooManyRows { limit: u16::MAX }));
        }
    }
}

/// Sets the parents of codes, all of which are known now.
fn set_parents(codes: &mut Codes, children: &[Child], problems: &mut Problems) {
    for Child { id, parent, position } in children {
        let dimension = codes.get(*id).dimension;
        let error = match codes.find(dimension, parent) {
            None => {
                let suggestion = nearest(parent, codes.of(dimension).map(|id| codes.get(id).code.as_str()));
                ErrorKind::UnknownCode { code: parent.clone(), suggestion }
            }
            // Looking before setting keeps every lineage finite at all times.
            Some(above) if codes.is_within(above, *id) => ErrorKind::ParentCycle { code: codes.get(*id).code.clone() },
            Some(above) => {
                codes.set_parent(*id, above);
                continue;
            }
        };
        problems.push(position.error_in("parent", error));
    }
}

/// The words that the program itself knows must have labels, because the page shows them.
fn all_words_have_labels(codes: &Codes, problems: &mut Problems) {
    let dimensions = Dimension::ALL.into_iter().map(|dimension| ("dimension", dimension.code()));
    let statistics = Statistic::ALL.into_iter().map(|statistic| ("statistic", statistic.code()));
    let qualifiers = Qualifier::ALL.into_iter().map(|qualifier| ("qualifier", qualifier.code()));
    let grades = Grade::ALL.into_iter().map(|grade| ("grade", grade.code()));
    for (list, code) in dimensions.chain(statistics).chain(qualifiers).chain(grades) {
        if codes.term(list, code).is_none() {
            problems.push(RowPosition::top(File::Codes).error(ErrorKind::UnlabelledCode { list, code }));
        }
    }
}
