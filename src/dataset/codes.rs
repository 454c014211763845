//! The code lists of `codes.csv`: labels, hierarchy, definitions. Labels come from here and nowhere else.

use std::collections::HashMap;

use super::{Bilingual, Dimension};

/// Stands for one code of a dimension; only [`Codes`] hands them out, so one always leads to its [`Code`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct CodeId(u16);

/// Stands for one measure of `codes.csv` (registered trials, days to registration …).
/// The default is the first one: the parser refuses a dataset without measures.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct MeasureId(u16);

/// One code of a dimension.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Code {
    /// The dimension that it belongs to.
    pub dimension: Dimension,
    /// The code as the data files and the address write it.
    pub code: String,
    /// Its label in both languages.
    pub label: Bilingual,
    /// The code that it is part of.
    pub parent: Option<CodeId>,
    /// Position among the codes of its dimension.
    pub order: u16,
    /// What it means, where the label does not say it; may be empty.
    pub definition: Bilingual,
}

/// What is counted or measured.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Measure {
    /// The code as the data files write it.
    pub code: String,
    /// Its label in both languages.
    pub label: Bilingual,
    /// Position among the measures.
    pub order: u16,
    /// Code of the unit: `trials`, `days`, `percent` …
    pub unit: String,
    /// What it means.
    pub definition: Bilingual,
}

/// Label and definition of a word of the data files that is not a dimension's code:
/// dimension names, statistics, qualifiers, grades, kinds of source.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Term {
    /// Its label in both languages.
    pub label: Bilingual,
    /// What it means; may be empty.
    pub definition: Bilingual,
}

/// All code lists.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Codes {
    entries: Vec<Code>,
    by_code: HashMap<(Dimension, String), CodeId>,
    measures: Vec<Measure>,
    /// Key: list (`dimension`, `statistic`, `qualifier`, `grade`, `kind`) and code.
    terms: HashMap<(&'static str, String), Term>,
}

/// The lists of `codes.csv` that are neither dimensions nor measures.
pub const TERM_LISTS: [&str; 5] = ["dimension", "statistic", "qualifier", "grade", "kind"];

impl Codes {
    /// Adds a code whose parent, if any, was added before. Gives nothing when the code stands there already or the list is full.
    pub(super) fn add(&mut self, code: Code) -> Option<CodeId> {
        let key = (code.dimension, code.code.clone());
        if self.by_code.contains_key(&key) {
            return None;
        }
        let id = CodeId(u16::try_from(self.entries.len()).ok()?);
        self.by_code.insert(key, id);
        self.entries.push(code);
        Some(id)
    }

    /// Sets the parent of a code.
    pub(super) fn set_parent(&mut self, id: CodeId, parent: CodeId) {
        self.entries[usize::from(id.0)].parent = Some(parent);
    }

    /// Adds a measure; gives nothing when it stands there already or the list is full.
    pub(super) fn add_measure(&mut self, measure: Measure) -> Option<MeasureId> {
        if self.measure(&measure.code).is_some() {
            return None;
        }
        let id = MeasureId(u16::try_from(self.measures.len()).ok()?);
        self.measures.push(measure);
        Some(id)
    }

    /// Adds a term; false when it stands there already.
    pub(super) fn add_term(&mut self, list: &'static str, code: String, term: Term) -> bool {
        self.terms.insert((list, code), term).is_none()
    }

    /// The code behind an id.
    pub fn get(&self, id: CodeId) -> &Code {
        &self.entries[usize::from(id.0)]
    }

    /// The id of a code, written as in `codes.csv`.
    pub fn find(&self, dimension: Dimension, code: &str) -> Option<CodeId> {
        self.by_code.get(&(dimension, code.to_owned())).copied()
    }

    /// The measure behind an id.
    pub fn measure_of(&self, id: MeasureId) -> &Measure {
        &self.measures[usize::from(id.0)]
    }

    /// The id of a measure, written as in `codes.csv`.
    pub fn measure(&self, code: &str) -> Option<MeasureId> {
        let position = self.measures.iter().position(|measure| measure.code == code)?;
        u16::try_from(position).ok().map(MeasureId)
    }

    /// All measures, in their order.
    pub fn measures(&self) -> &[Measure] {
        &self.measures
    }

    /// Label and definition of a statistic, qualifier, grade, kind of source or dimension name.
    pub fn term(&self, list: &'static str, code: &str) -> Option<&Term> {
        self.terms.get(&(list, code.to_owned()))
    }

    /// The words of one list of terms, in alphabetical order.
    pub fn terms(&self, list: &str) -> impl Iterator<Item = &str> {
        let mut words: Vec<&str> =
            self.terms.keys().filter(|(of, _)| *of == list).map(|(_, word)| word.as_str()).collect();
        words.sort_unstable();
        words.into_iter()
    }

    /// All codes of a dimension, in their order.
    pub fn of(&self, dimension: Dimension) -> impl Iterator<Item = CodeId> + '_ {
        let mut ids: Vec<CodeId> =
            self.by_code.iter().filter(|((of, _), _)| *of == dimension).map(|(_, id)| *id).collect();
        ids.sort_unstable_by_key(|id| (self.get(*id).order, *id));
        ids.into_iter()
    }

    /// The codes directly under one, in their order.
    pub fn children(&self, parent: CodeId) -> impl Iterator<Item = CodeId> + '_ {
        self.of(self.get(parent).dimension).filter(move |id| self.get(*id).parent == Some(parent))
    }

    /// The code itself, its parent, and so on up.
    pub fn lineage(&self, id: CodeId) -> impl Iterator<Item = CodeId> + '_ {
        std::iter::successors(Some(id), |id| self.get(*id).parent)
    }

    /// Whether `id` is `ancestor` or lies somewhere under it.
    pub fn is_within(&self, id: CodeId, ancestor: CodeId) -> bool {
        self.lineage(id).any(|above| above == ancestor)
    }

    /// How many codes stand above this one: 0 for a code without a parent.
    pub fn depth(&self, id: CodeId) -> usize {
        self.lineage(id).count() - 1
    }
}
