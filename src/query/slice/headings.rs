//! What stands along the axes of a figure for a selection: years, codes, and what is marked among them.

use super::Slicer;
use crate::dataset::{CodeId, Dimension, Group, Statistic, Year};
use crate::query::figure::{Axis, Codes, Members};
use crate::query::selection::{Filter, Years};
use crate::query::table::Heading;

impl Slicer<'_> {
    /// The headings of an axis with their years.
    pub(super) fn timed(&self, axis: Axis, headings: &[Heading], group: Group, statistic: Statistic) -> Vec<Heading> {
        let years = |years: Vec<Year>| {
            let marked = match self.selection.years {
                Years::One(year) => Some(year),
                _ => None,
            };
            let heading = |year| Heading { is_marked: marked == Some(year), ..self.basis(year) };
            years.into_iter().map(heading).collect()
        };
        match axis {
            Axis::Years => years(match self.selection.years {
                Years::Range(..) => self.chosen_years().collect(),
                Years::All | Years::One(_) => self.years.clone(),
            }),
            Axis::PrintedSpan => years(self.printed_span(group, statistic)),
            Axis::PrintedYears => years(self.printed_years(group, statistic)),
            Axis::TwoYears => years(self.compared(group, statistic).into()),
            _ => headings.to_vec(),
        }
    }

    /// A year with the codes that its numbers have beyond the figure's own.
    pub(super) fn basis(&self, year: Year) -> Heading {
        let code = |(dimension, code)| Some((dimension, self.dataset.codes().find(dimension, code)?));
        Heading { year: Some(year), codes: self.figure.basis_of(year).filter_map(code).collect(), is_marked: false }
    }

    /// Whether the figure has any number in a year.
    fn has_numbers(&self, group: Group, statistic: Statistic, year: Year) -> bool {
        self.rows.iter().any(|row| {
            self.columns.iter().any(|column| !self.cell(group, statistic, Some(year), row, column).is_empty())
        })
    }

    /// The years from the first to the last with a number; within a chosen range where there is one, and with the chosen year.
    fn printed_span(&self, group: Group, statistic: Statistic) -> Vec<Year> {
        let within =
            |year: &Year| !matches!(self.selection.years, Years::Range(..)) || self.selection.years.contains(*year);
        let is_wanted =
            |year: &Year| self.selection.years == Years::One(*year) || self.has_numbers(group, statistic, *year);
        let years: Vec<Year> = self.years.iter().copied().filter(within).collect();
        match (years.iter().position(&is_wanted), years.iter().rposition(is_wanted)) {
            (Some(first), Some(last)) => years[first..=last].to_vec(),
            _ => years,
        }
    }

    /// The chosen years with a number; where none has any, the latest chosen one.
    fn printed_years(&self, group: Group, statistic: Statistic) -> Vec<Year> {
        let printed: Vec<Year> = self.chosen_years().filter(|year| self.has_numbers(group, statistic, *year)).collect();
        if printed.is_empty() { self.chosen_years().last().into_iter().collect() } else { printed }
    }

    fn chosen_years(&self) -> impl Iterator<Item = Year> + '_ {
        self.years.iter().copied().filter(|year| self.selection.years.contains(*year))
    }

    /// The year of a figure that shows one: the chosen one, else the latest chosen one that has any number.
    pub(super) fn shown_year(&self, group: Group, statistic: Statistic) -> Year {
        if let Years::One(year) = self.selection.years {
            return year;
        }
        let chosen: Vec<Year> = self.chosen_years().collect();
        let latest = chosen.iter().rev().copied().find(|year| self.has_numbers(group, statistic, *year));
        latest.or(chosen.last().copied()).unwrap_or(Year(0))
    }

    /// The two years of a comparison, earlier first.
    fn compared(&self, group: Group, statistic: Statistic) -> [Year; 2] {
        let other_axis = if self.figure.rows.is_time() { &self.columns } else { &self.rows };
        let itself = Heading { year: None, codes: Vec::new(), is_marked: false };
        let filled = |year: Year| -> Vec<bool> {
            other_axis
                .iter()
                .map(|heading| !self.cell(group, statistic, Some(year), heading, &itself).is_empty())
                .collect()
        };
        let comparable =
            |one: Year, other: Year| filled(one).into_iter().zip(filled(other)).any(|(one, other)| one && other);
        let partner =
            |year: Year| self.years.iter().rev().copied().find(|before| *before < year && comparable(*before, year));
        match self.selection.years {
            Years::Range(first, last) => {
                // The widest comparison that the range allows.
                let chosen: Vec<Year> = self.chosen_years().collect();
                let pairs = chosen.iter().flat_map(|one| chosen.iter().map(move |other| [*one, *other]));
                let comparable = pairs.filter(|[one, other]| one < other && comparable(*one, *other));
                comparable.max_by_key(|[one, other]| other.0 - one.0).unwrap_or([first, last])
            }
            Years::One(year) => match partner(year) {
                Some(before) => [before, year],
                None if self.years.first() == Some(&year) => [year, Year(year.0 + 1)],
                None => [year.previous(), year],
            },
            Years::All => {
                let found = self.years.iter().rev().find_map(|year| Some([partner(*year)?, *year]));
                found.unwrap_or_else(|| {
                    let last = self.years.last().copied().unwrap_or(Year(1));
                    [last.previous(), last]
                })
            }
        }
    }

    /// The headings of an axis without years, as the filters leave them.
    pub(super) fn headings(&self, axis: Axis) -> Vec<Heading> {
        let itself = Heading { year: None, codes: Vec::new(), is_marked: false };
        match axis {
            Axis::Years | Axis::PrintedSpan | Axis::PrintedYears | Axis::TwoYears | Axis::Itself => vec![itself],
            Axis::Codes(dimension, members) => self.code_headings(dimension, members),
            Axis::CodesAndTotal(dimension, members) => {
                let mut headings = self.code_headings(dimension, members);
                headings.push(itself);
                headings
            }
            Axis::Groups(groups) => self.group_headings(groups),
            Axis::Nested((outer, outer_members), (inner, inner_members)) => {
                let inner = self.code_headings(inner, inner_members);
                let outer = self.code_headings(outer, outer_members);
                let has_marks = |headings: &[Heading]| headings.iter().any(|heading| heading.is_marked);
                // A pair is what was chosen when it is so in every list that has a choice.
                let (outer_chosen, inner_chosen) = (has_marks(&outer), has_marks(&inner));
                let pair = |outer: &Heading, inner: &Heading| Heading {
                    year: None,
                    codes: [outer.codes.as_slice(), &inner.codes].concat(),
                    is_marked: (outer_chosen || inner_chosen)
                        && (outer.is_marked || !outer_chosen)
                        && (inner.is_marked || !inner_chosen),
                };
                outer
                    .iter()
                    .flat_map(|outer| inner.iter().map(|inner| pair(outer, inner)).collect::<Vec<_>>())
                    .collect()
            }
        }
    }

    /// The groups of an axis; marked are those that answer every filter on what they name, where any filter chooses among them.
    fn group_headings(&self, groups: &[Codes]) -> Vec<Heading> {
        let heading = |codes: &Codes| {
            let found =
                codes.iter().map(|(dimension, code)| Some((*dimension, self.dataset.codes().find(*dimension, code)?)));
            Some(Heading { year: None, codes: found.collect::<Option<Vec<_>>>()?, is_marked: false })
        };
        let headings: Vec<Heading> = groups.iter().filter_map(heading).collect();
        let answers = |heading: &Heading, filter: Filter| {
            let own = heading.codes.iter().find(|(dimension, _)| *dimension == filter.dimension());
            own.is_some_and(|(_, own)| {
                self.selection.codes(filter).iter().any(|code| self.dataset.codes().is_within(*own, *code))
            })
        };
        let choosing: Vec<Filter> =
            self.selection.active().filter(|filter| headings.iter().any(|heading| answers(heading, *filter))).collect();
        let mark = |heading: Heading| Heading {
            is_marked: !choosing.is_empty() && choosing.iter().all(|filter| answers(&heading, *filter)),
            ..heading
        };
        headings.into_iter().map(mark).collect()
    }

    /// Several chosen codes stand alone; one is marked among the others.
    fn code_headings(&self, dimension: Dimension, members: Members) -> Vec<Heading> {
        let chosen = Filter::of(dimension).map_or(&[][..], |filter| self.selection.codes(filter));
        let is_chosen = |member: CodeId| chosen.iter().any(|code| self.dataset.codes().is_within(member, *code));
        let all = self.members(dimension, members);
        let stands_alone = chosen.len() > 1 && all.iter().any(|member| is_chosen(*member));
        all.into_iter()
            .filter(|member| !stands_alone || is_chosen(*member))
            .map(|member| Heading {
                year: None,
                codes: vec![(dimension, member)],
                is_marked: chosen.len() == 1 && is_chosen(member),
            })
            .collect()
    }

    pub(super) fn members(&self, dimension: Dimension, members: Members) -> Vec<CodeId> {
        let codes = self.dataset.codes();
        match members {
            Members::All => codes.of(dimension).collect(),
            Members::Top => codes.of(dimension).filter(|code| codes.get(*code).parent.is_none()).collect(),
            Members::Listed(listed) => listed.iter().filter_map(|code| codes.find(dimension, code)).collect(),
            Members::Under(root) => codes.find(dimension, root).map_or_else(Vec::new, |root| {
                let mut found = Vec::new();
                let mut open = vec![root];
                while let Some(code) = open.pop() {
                    if code != root {
                        found.push(code);
                    }
                    let mut children: Vec<CodeId> = codes.children(code).collect();
                    children.reverse();
                    open.extend(children);
                }
                found
            }),
        }
    }
}
