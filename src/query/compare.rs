//! Two selections side by side: the same numbers of two years, or of two product types, and their differences.

use crate::dataset::{CodeId, Dimension, Facts, Group, MeasureId, Statistic, Year};

use super::cell::{Question, answer};
use super::derive;
use super::figure::Figure;
use super::number_name::NumberName;
use super::selection::{Filter, Selection, Years};
use super::slice::slice;
use super::table::{Cell, Heading, Interval, Printed, Table};

/// The latest year that the reports describe in full.
const LATEST_FULL_YEAR: Year = Year(2024);

/// What a selection is compared with: itself in another year, or for another product type.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Against {
    /// The same in this year.
    Year(Year),
    /// The same for this product type.
    ProductType(CodeId),
}

impl Against {
    /// Reads a year of the dataset or the code of a product type.
    pub fn parse(facts: &Facts, text: &str) -> Option<Self> {
        if let Some(code) = facts.codes().find(Dimension::ProductType, text) {
            return Some(Self::ProductType(code));
        }
        let (first, last) = facts.years()?;
        let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        let year = Year(is_year.then(|| text.parse().ok()).flatten()?);
        (first..=last).contains(&year).then_some(Self::Year(year))
    }

    /// The year or the code.
    pub fn name(self, facts: &Facts) -> String {
        match self {
            Self::Year(year) => year.to_string(),
            Self::ProductType(code) => facts.codes().get(code).code.clone(),
        }
    }

    /// A group with the other product type in place of the chosen one; nothing for a group that does not have it.
    fn in_place_of(self, selection: &Selection, group: Group) -> Option<Group> {
        let Self::ProductType(other) = self else { return Some(group) };
        let chosen = selection.single(Filter::ProductType)?;
        let has_chosen = group.get(Dimension::ProductType) == Some(chosen);
        has_chosen.then(|| group.with(Dimension::ProductType, Some(other)))
    }

    /// The selection that this one is compared with.
    #[must_use]
    pub fn applied_to(self, selection: &Selection) -> Selection {
        match self {
            Self::Year(year) => selection.with_years(Years::One(year)),
            Self::ProductType(code) => selection.with_codes(Filter::ProductType, [code]),
        }
    }
}

/// How far a number is from the one that it is compared with.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Difference {
    /// Of two shares or growth rates, in percentage points; computed.
    Points(Interval),
    /// Of two counts or means, in percent of the one compared with; computed.
    Percent(Interval),
    /// Of two counts of following years: their growth as a source prints it.
    Printed(Printed),
    /// One of them is a bound, an approximation or zero: no difference can be given.
    Unknown,
}

/// One number of both selections.
#[derive(Clone, PartialEq, Debug)]
pub struct Pair {
    /// What is counted or measured.
    pub measure: MeasureId,
    /// How it is expressed.
    pub statistic: Statistic,
    /// Row and column of the first number in its figure's table.
    pub cell: (usize, usize),
    /// The first number.
    pub first: Cell,
    /// The second number.
    pub second: Cell,
    /// The names of both numbers, by which they are proved.
    pub names: [NumberName; 2],
    /// How the first differs from the second.
    pub difference: Difference,
}

/// The numbers that a figure has for both selections, with its table for the first one.
/// `selection` names one year, or one product type, or both, whichever the other differs in.
pub fn compare(
    facts: &Facts,
    figure: &Figure,
    statistic: Option<Statistic>,
    selection: &Selection,
    against: Against,
) -> (Table, Vec<Pair>) {
    let table = slice(facts, figure, statistic, selection);
    let pair = |(row, column, first): (usize, usize, &Cell)| {
        let (year, group) = (table.year_of(row, column)?, table.group_of(row, column));
        let is_asked = match selection.years {
            Years::One(asked) => asked == year,
            _ => true,
        };
        let (other_year, other_group) = match against {
            Against::Year(other) if other != year => (other, group),
            Against::ProductType(_) if group.get(Dimension::ProductType) == selection.single(Filter::ProductType) => {
                (year, against.in_place_of(selection, group)?)
            }
            _ => return None,
        };
        // A breakdown by what was chosen has the others beside it: they are not what is compared.
        let is_of_others = |filter: Filter| {
            let own = group.get(filter.dimension());
            selection.single(filter).zip(own).is_some_and(|(chosen, own)| !facts.codes().is_within(own, chosen))
        };
        if !is_asked || Filter::ALL.into_iter().any(is_of_others) {
            return None;
        }
        let (measure, statistic) = (table.measure, table.statistic);
        let asked =
            Question { year, measure, statistic, group, denominator: table.denominator_of(facts, figure, row, column) };
        // The denominator changes with the group, unless it is the whole of both.
        let denominator = asked.denominator.map(|whole| against.in_place_of(selection, whole).unwrap_or(whole));
        let asked_of_other = Question { year: other_year, group: other_group, denominator, ..asked };
        let second = answer(facts, &asked_of_other);
        let printed = printed_growth(facts, &table, (year, group), other_year);
        let difference = printed.map_or_else(|| difference(table.statistic, &second, first), Difference::Printed);
        let is_pair = !first.is_empty() && !second.is_empty();
        is_pair.then(|| Pair {
            measure,
            statistic,
            cell: (row, column),
            first: first.clone(),
            second,
            names: [asked, asked_of_other].map(|question| NumberName::of(facts, &question)),
            difference,
        })
    };
    let pairs = table.cells().filter_map(pair).collect();
    (table, pairs)
}

/// What one figure has to compare.
#[derive(Clone, PartialEq, Debug)]
pub struct Comparison {
    /// The figure.
    pub figure: &'static Figure,
    /// Its table for the first side.
    pub table: Table,
    /// The numbers that both sides have.
    pub pairs: Vec<Pair>,
}

impl Comparison {
    /// The numbers of each side as a table of one column, headed by what the sides differ in, with the same rows in both.
    pub fn side_tables(&self, selection: &Selection, against: Against) -> [Table; 2] {
        let Self { table, pairs, .. } = self;
        let rows: Vec<Heading> = pairs.iter().map(|pair| self.row_of(pair, against)).collect();
        let (own, other) = match (against, selection.years) {
            (Against::Year(other), Years::One(own)) => (of_year(own), of_year(other)),
            (Against::Year(other), _) => (of_year(other), of_year(other)),
            (Against::ProductType(other), _) => {
                (of_product_type(selection.single(Filter::ProductType)), of_product_type(Some(other)))
            }
        };
        let year = match selection.years {
            Years::One(year) => Some(year),
            _ => table.year,
        };
        let side = |column: Heading, cells: Vec<Cell>| Table {
            year: year.filter(|_| column.year.is_none()),
            rows: rows.clone(),
            columns: vec![column],
            omitted: Vec::new(),
            unmet: Vec::new(),
            cells,
            ..table.clone()
        };
        [
            side(own, pairs.iter().map(|pair| pair.first.clone()).collect()),
            side(other, pairs.iter().map(|pair| pair.second.clone()).collect()),
        ]
    }

    /// What a pair is about, apart from what the sides differ in.
    fn row_of(&self, pair: &Pair, against: Against) -> Heading {
        let (row, column) = (&self.table.rows[pair.cell.0], &self.table.columns[pair.cell.1]);
        let is_shared = |(dimension, _): &&(Dimension, CodeId)| {
            !(matches!(against, Against::ProductType(_)) && *dimension == Dimension::ProductType)
        };
        let codes = row.codes.iter().chain(&column.codes).filter(is_shared).copied().collect();
        Heading { year: None, codes, is_marked: false }
    }

    /// The number at which a bar has its whole width on both sides: shares run to 100 %.
    pub fn largest(&self) -> f64 {
        if self.table.statistic == Statistic::Share {
            return 100.0;
        }
        let numbers = self.pairs.iter().flat_map(|pair| [&pair.first, &pair.second]).filter_map(Cell::number);
        numbers.map(f64::abs).fold(1.0, f64::max)
    }
}

const fn of_year(year: Year) -> Heading {
    Heading { year: Some(year), codes: Vec::new(), is_marked: false }
}

fn of_product_type(code: Option<CodeId>) -> Heading {
    let codes = code.map(|code| (Dimension::ProductType, code)).into_iter().collect();
    Heading { year: None, codes, is_marked: false }
}

/// What the figures have to compare, in their order; a figure whose numbers stand all in one before it is left out.
pub fn comparisons(
    facts: &Facts,
    figures: impl Iterator<Item = &'static Figure>,
    selection: &Selection,
    against: Against,
) -> Vec<Comparison> {
    let mut seen = Vec::new();
    let mut found = Vec::new();
    for figure in figures {
        let (table, pairs) = compare(facts, figure, None, selection, against);
        let about = |pair: &Pair| {
            let (row, column) = pair.cell;
            (pair.measure, pair.statistic, table.group_of(row, column), pair.first.clone(), pair.second.clone())
        };
        let of_figure: Vec<_> = pairs.iter().map(about).collect();
        if of_figure.iter().all(|one| seen.contains(one)) {
            continue;
        }
        seen.extend(of_figure);
        found.push(Comparison { figure, table, pairs });
    }
    found
}

/// The two sides of a comparison: a selection of one year, and what it is compared with.
///
/// Where the selection leaves its year open, it is the latest that the reports describe in full;
/// where `wanted` is no other side of the selection, the year before is, or after the first year the next.
pub fn sides(facts: &Facts, selection: &Selection, wanted: Option<Against>) -> (Selection, Against) {
    let year = match selection.years {
        Years::One(year) => year,
        Years::Range(_, last) => last,
        Years::All => LATEST_FULL_YEAR,
    };
    let selection = selection.with_years(Years::One(year));
    let is_other = |against: &Against| match against {
        Against::Year(other) => *other != year,
        Against::ProductType(other) => selection.single(Filter::ProductType).is_some_and(|own| own != *other),
    };
    let first = facts.years().map_or(year, |(first, _)| first);
    let neighbour = if year == first { Year(year.0 + 1) } else { year.previous() };
    let against = wanted.filter(is_other).unwrap_or(Against::Year(neighbour));
    (selection, against)
}

/// The growth of a count on the year before, where a source prints it: what is printed goes before what can be computed.
fn printed_growth(facts: &Facts, table: &Table, (year, group): (Year, Group), before: Year) -> Option<Printed> {
    if table.statistic != Statistic::Count || before != year.previous() {
        return None;
    }
    let question = Question { year, measure: table.measure, statistic: Statistic::Growth, group, denominator: None };
    match answer(facts, &question) {
        Cell::Printed(printed) => Some(printed),
        Cell::Derived(_) | Cell::Empty(_) => None,
    }
}

fn difference(statistic: Statistic, from: &Cell, to: &Cell) -> Difference {
    let (Some(from), Some(to)) = (bounds(from), bounds(to)) else { return Difference::Unknown };
    match statistic {
        Statistic::Share | Statistic::Growth => Difference::Points(Interval {
            low: to.low - from.high,
            high: to.high - from.low,
            decimals: from.decimals.min(to.decimals),
        }),
        Statistic::Count | Statistic::Mean => derive::growth(from, to).map_or(Difference::Unknown, Difference::Percent),
    }
}

/// Where a number lies; nothing for a bound or an approximation.
fn bounds(cell: &Cell) -> Option<Interval> {
    match cell {
        Cell::Printed(_) => cell.exact().map(derive::exactly),
        Cell::Derived(derived) => Some(derived.interval),
        Cell::Empty(_) => None,
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test may fail")]
mod tests {
    use super::{Against, sides};
    use crate::dataset::{Dimension, Facts, Year};
    use crate::query::{Filter, Selection, Years};

    #[test]
    fn every_selection_has_two_different_sides() {
        let facts = Facts::shipped().expect("the shipped data unpack");
        let product = |code| facts.codes().find(Dimension::ProductType, code).expect("a product type");
        let (chemical, tcm) = (product("chemical"), product("tcm"));
        let open = Selection::default();
        let of_chemical = open.with_codes(Filter::ProductType, [chemical]);
        let of_both = open.with_codes(Filter::ProductType, [chemical, tcm]);
        let in_year = |selection: &Selection, year| selection.with_years(Years::One(Year(year)));
        let year = |year| Against::Year(Year(year));
        let cases = [
            // (asked, against, year of the first side, the other side)
            (open.clone(), None, 2024, year(2023)),
            (open.clone(), Some(year(2020)), 2024, year(2020)),
            (open.clone(), Some(year(2024)), 2024, year(2023)),
            (in_year(&open, 2022), None, 2022, year(2021)),
            (in_year(&open, 2019), None, 2019, year(2020)),
            (open.with_years(Years::Range(Year(2020), Year(2022))), None, 2022, year(2021)),
            (of_chemical.clone(), Some(Against::ProductType(tcm)), 2024, Against::ProductType(tcm)),
            (of_chemical.clone(), Some(Against::ProductType(chemical)), 2024, year(2023)),
            (of_both, Some(Against::ProductType(tcm)), 2024, year(2023)),
            (in_year(&open, 2023), Some(Against::ProductType(tcm)), 2023, year(2022)),
        ];
        for (asked, wanted, own_year, other) in cases {
            let (selection, against) = sides(facts, &asked, wanted);
            assert_eq!((selection, against), (in_year(&asked, own_year), other), "{asked:?} against {wanted:?}");
        }
    }
}
