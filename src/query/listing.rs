//! Sorted and filtered list of the facts of the reports: those of the selection first, then the others.

use crate::dataset::code_table;
use std::cmp::Ordering;

use crate::dataset::{Dimension, Fact, FactId, Facts, Grade, Library, Origin, Statistic};

use super::coverage::facts_behind;
use super::selection::Selection;

/// How all facts are listed.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Listing {
    /// Words of either language that every listed fact contains.
    pub text: String,
    /// The order.
    pub sort: Sort,
    /// Only facts expressed this way.
    pub statistic: Option<Statistic>,
    /// Only facts of this grade.
    pub grade: Option<Grade>,
}

code_table! {
    /// A column of the list.
    #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
    pub enum SortColumn {
        /// The year that the fact is about.
        #[default]
        Year = "year",
        /// What is counted or measured.
        Measure = "measure",
        /// The group, dimension by dimension.
        Group = "group",
        /// Count, share, mean or growth.
        Statistic = "statistic",
        /// The value.
        Value = "value",
        /// The grade, best first.
        Grade = "grade",
        /// The edition that first states it.
        Edition = "edition",
    }
}

/// The order of the list.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Sort {
    /// By what.
    pub column: SortColumn,
    /// Whether the largest comes first.
    pub is_descending: bool,
}

impl Default for Sort {
    /// The latest year first.
    fn default() -> Self {
        Self { column: SortColumn::Year, is_descending: true }
    }
}

impl Sort {
    /// `value`, or `-value` for the largest first.
    pub fn name(self) -> String {
        format!("{}{}", if self.is_descending { "-" } else { "" }, self.column.code())
    }

    /// Reads what [`Sort::name`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        let (name, is_descending) = text.strip_prefix('-').map_or((text, false), |name| (name, true));
        let column = SortColumn::from_code(name)?;
        Some(Self { column, is_descending })
    }

    /// The order after a column's head was pressed: by it, and by it the other way round when it was so already.
    #[must_use]
    pub fn pressed(self, column: SortColumn) -> Self {
        let is_same = self.column == column;
        Self { column, is_descending: if is_same { !self.is_descending } else { column == SortColumn::Year } }
    }
}

/// The facts of a list, each with whether it belongs to the selection: those that do come first.
pub fn list(library: Library<'_>, selection: &Selection, listing: &Listing) -> Vec<(FactId, bool)> {
    let facts = library.facts();
    let chosen = facts_behind(facts, selection);
    let words: Vec<String> = listing.text.split_whitespace().map(str::to_lowercase).collect();
    let is_listed = |id: FactId, fact: &Fact| {
        listing.statistic.is_none_or(|statistic| fact.key.statistic == statistic)
            && listing.grade.is_none_or(|grade| fact.grade == grade)
            && contains(library, id, &words)
    };
    let listed = facts.of(Origin::Reports).filter(|(id, fact)| is_listed(*id, fact));
    let mut listed: Vec<(FactId, bool)> = listed.map(|(id, _)| (id, chosen.binary_search(&id).is_ok())).collect();
    listed.sort_by(|(one, one_is_chosen), (other, other_is_chosen)| {
        let by_choice = other_is_chosen.cmp(one_is_chosen);
        by_choice.then_with(|| {
            let order = compare(facts, listing.sort.column, facts.fact(*one), facts.fact(*other));
            if listing.sort.is_descending { order.reverse() } else { order }
        })
    });
    listed
}

fn compare(facts: &Facts, column: SortColumn, one: &Fact, other: &Fact) -> Ordering {
    let measure = |fact: &Fact| facts.codes().measure_of(fact.key.measure).order;
    let group = |fact: &Fact| {
        Dimension::ALL.map(|dimension| fact.key.group.get(dimension).map(|code| facts.codes().get(code).order))
    };
    match column {
        SortColumn::Year => one.key.year.cmp(&other.key.year),
        SortColumn::Measure => measure(one).cmp(&measure(other)),
        SortColumn::Group => group(one).cmp(&group(other)),
        SortColumn::Statistic => one.key.statistic.cmp(&other.key.statistic),
        SortColumn::Value => one.value.to_f64().total_cmp(&other.value.to_f64()),
        SortColumn::Grade => one.grade.cmp(&other.grade),
        SortColumn::Edition => one.report.cmp(&other.report),
    }
}

/// Whether each word stands somewhere in what is said of the fact, in either language.
fn contains(library: Library<'_>, id: FactId, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let (codes, fact) = (library.facts().codes(), library.facts().fact(id));
    let mut said = format!("{} {} {}", library.name(id), fact.key.year, fact.value);
    let labels = fact.key.group.codes().map(|(_, code)| &codes.get(code).label);
    let statistic = codes.term("statistic", fact.key.statistic.code()).map(|term| &term.label);
    for label in labels.chain([&codes.measure_of(fact.key.measure).label]).chain(statistic) {
        for text in [&label.en, &label.zh] {
            said.push(' ');
            said.push_str(text);
        }
    }
    let said = said.to_lowercase();
    // Thousands are typed with a comma as often as without.
    words.iter().all(|word| said.contains(word.as_str()) || said.contains(&word.replace(',', "")))
}
