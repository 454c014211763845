//! Code lists: labels and hierarchy, from `codes.csv`. Labels come from here and nowhere else.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::bilingual::Bilingual;
use super::dimension::Dimension;
use super::origin::Origin;

/// Stands for one code of a dimension; only [`Codes`] hands them out, so one always leads to its [`Code`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Deserialize, Serialize)]
pub struct CodeId(pub(super) u16);

/// Stands for one measure of `codes.csv` (registered trials, days to registration …).
/// The default is the first one: the parser refuses a dataset without measures.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Deserialize, Serialize)]
pub struct MeasureId(pub(super) u16);

/// One code of a dimension.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, Serialize)]
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
}

/// What is counted or measured.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, Serialize)]
pub struct Measure {
    /// The code as the data files write it.
    pub code: String,
    /// Its label in both languages.
    pub label: Bilingual,
    /// Position among the measures.
    pub order: u16,
    /// Code of the unit: `trials`, `days`, `percent` …
    pub unit: String,
    /// Whose numbers it has.
    pub origin: Origin,
}

/// Label of a word of the data files that is not a dimension's code:
/// dimension names, statistics, qualifiers, grades, kinds of source.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, Serialize)]
pub struct Term {
    /// The list that it belongs to, one of [`TERM_LISTS`] or [`KIND`].
    pub list: String,
    /// The word as the data files write it.
    pub code: String,
    /// Its label in both languages.
    pub label: Bilingual,
}

/// All code lists.
#[derive(Clone, PartialEq, Eq, Debug, Default, Deserialize, Serialize)]
pub struct Codes {
    entries: Vec<Code>,
    measures: Vec<Measure>,
    /// In the order of their lists and codes.
    terms: Vec<Term>,
    /// The codes of each dimension, in their order.
    #[serde(skip)]
    by_dimension: [Vec<CodeId>; Dimension::COUNT],
    #[serde(skip)]
    by_code: [FxHashMap<String, CodeId>; Dimension::COUNT],
}

/// The lists of `codes.csv` that are neither dimensions nor measures, and that figures name.
pub const TERM_LISTS: [&str; 4] = ["dimension", "statistic", "qualifier", "grade"];

/// The list of the kinds of source, which only the [`super::library::Library`] names.
pub const KIND: &str = "kind";

/// The kind of source that stands for what a reader has entered.
pub const OWN_KIND: &str = "own";

impl Codes {
    /// Adds a code whose parent, if any, was added before. Gives nothing when the code stands there already or the list is full.
    pub(super) fn add(&mut self, code: Code) -> Option<CodeId> {
        if self.find(code.dimension, &code.code).is_some() {
            return None;
        }
        let id = CodeId(u16::try_from(self.entries.len()).ok()?);
        self.entries.push(code);
        self.index(id);
        Some(id)
    }

    /// Makes the look-ups again, which are not stored.
    pub(super) fn reindex(&mut self) {
        for id in (0..=u16::MAX).map(CodeId).take(self.entries.len()) {
            self.index(id);
        }
    }

    fn index(&mut self, id: CodeId) {
        let code = self.get(id);
        let (dimension, order, key) = (code.dimension, code.order, code.code.clone());
        let position = self.by_dimension[dimension.index()].partition_point(|other| self.get(*other).order <= order);
        self.by_dimension[dimension.index()].insert(position, id);
        self.by_code[dimension.index()].insert(key, id);
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

    /// Gives a measure another label.
    pub(super) fn relabel(&mut self, id: MeasureId, label: Bilingual) {
        self.measures[usize::from(id.0)].label = label;
    }

    /// Adds a term; false when it stands there already.
    pub(super) fn add_term(&mut self, term: Term) -> bool {
        let position = self.term_position(&term.list, &term.code);
        if let Err(position) = position {
            self.terms.insert(position, term);
        }
        position.is_err()
    }

    fn term_position(&self, list: &str, code: &str) -> Result<usize, usize> {
        self.terms.binary_search_by(|term| term.list.as_str().cmp(list).then_with(|| term.code.as_str().cmp(code)))
    }

    /// The code behind an id.
    pub fn get(&self, id: CodeId) -> &Code {
        &self.entries[usize::from(id.0)]
    }

    /// The id of a code, written as in `codes.csv`.
    pub fn find(&self, dimension: Dimension, code: &str) -> Option<CodeId> {
        self.by_code[dimension.index()].get(code).copied()
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

    /// The ids of all measures, in their order.
    pub fn measure_ids(&self) -> impl Iterator<Item = MeasureId> + use<> {
        (0..=u16::MAX).map(MeasureId).take(self.measures.len())
    }

    /// The label of a statistic, qualifier, grade or dimension name.
    pub fn term(&self, list: &str, code: &str) -> Option<&Term> {
        self.term_position(list, code).ok().map(|position| &self.terms[position])
    }

    /// The words of one list of terms, in alphabetical order.
    pub fn terms<'a>(&'a self, list: &'a str) -> impl Iterator<Item = &'a str> {
        self.terms.iter().filter(move |term| term.list == list).map(|term| term.code.as_str())
    }

    /// All codes of a dimension, in their order.
    pub fn of(&self, dimension: Dimension) -> impl Iterator<Item = CodeId> + '_ {
        self.by_dimension[dimension.index()].iter().copied()
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
