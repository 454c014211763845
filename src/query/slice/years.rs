//! The years that run along an axis of a figure, and the year of a figure that shows one.

use super::slicer::Slicer;
use crate::dataset::{Group, Statistic, Year};
use crate::query::figure::Axis;
use crate::query::selection::Years;
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
                Years::All => self.years.clone(),
                // The chosen year stands among the others, unless the measure ends before it or begins after it.
                Years::One(year) if self.years.contains(&year) => self.years.clone(),
                Years::One(_) | Years::Range(..) => self.chosen_years().collect(),
            }),
            Axis::PrintedSpan => years(self.printed_span(group, statistic)),
            Axis::PrintedYears => years(self.printed_years(group, statistic)),
            Axis::TwoYears => years(self.compared(group, statistic).into()),
            _ => headings.to_vec(),
        }
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
        latest.or(chosen.last().copied()).unwrap_or(match self.selection.years {
            Years::Range(_, last) => last,
            Years::One(_) | Years::All => Year(0),
        })
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
}
