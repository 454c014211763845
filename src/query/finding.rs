//! Key finding: the one thing that a selection says, as structure; `locale` puts it into words.

use crate::dataset::{CodeId, Dimension, FactId, Facts, Group, MeasureId, Statistic, Year, distinct};

use super::cell::{Question, answer};
use super::number_name::NumberName;
use super::selection::{Filter, Selection, Years};
use super::slice::group_of;
use super::table::Cell;

/// One group of trials in one year: how many, of how many, what share.
#[derive(Clone, PartialEq, Debug)]
pub struct PartOfWhole {
    /// The year.
    pub year: Year,
    /// The group.
    pub group: Group,
    /// The group that it is a part of; itself for all registered trials.
    pub whole_group: Group,
    /// How many trials.
    pub count: Cell,
    /// How many trials the whole has.
    pub whole: Cell,
    /// Percent of the whole.
    pub share: Cell,
}

impl PartOfWhole {
    /// Whether nothing is known of it.
    pub fn is_empty(&self) -> bool {
        self.count.is_empty() && self.share.is_empty()
    }

    /// The names of its numbers: count, count of the whole, share.
    pub fn names(&self) -> [NumberName; 3] {
        let name = |statistic, group| NumberName::new(self.year, statistic, group, whole_of(group));
        [
            name(Statistic::Count, self.group),
            name(Statistic::Count, self.whole_group),
            name(Statistic::Share, self.group),
        ]
    }

    /// Its numbers, in the order in which a sentence names them.
    pub fn cells(&self) -> [&Cell; 3] {
        [&self.count, &self.whole, &self.share]
    }
}

/// What a selection says.
#[derive(Clone, PartialEq, Debug)]
pub enum Finding {
    /// Nothing but years is chosen: all trials, their growth, and the new-drug trials among them.
    Overview {
        /// All registered trials.
        all: PartOfWhole,
        /// Their growth on the year before, in percent.
        growth: Cell,
        /// The new-drug trials among them.
        new_drug: PartOfWhole,
    },
    /// Nothing but a range is chosen: all trials at both ends.
    Period {
        /// All registered trials at the start.
        first: PartOfWhole,
        /// All registered trials at the end.
        last: PartOfWhole,
    },
    /// One group in one year.
    One {
        /// The group.
        part: PartOfWhole,
        /// The same group in the nearest earlier year that has a share.
        before: Option<PartOfWhole>,
    },
    /// One group at both ends of a range, or in its first and last years that have a number.
    Trend {
        /// At the start.
        first: PartOfWhole,
        /// At the end.
        last: PartOfWhole,
        /// The ends of the range that have no number.
        unprinted: Vec<Year>,
    },
    /// Several groups in one year, because their sum is not printed; those without a number are left out.
    Several {
        /// The groups; at least one.
        parts: Vec<PartOfWhole>,
    },
    /// Nothing is printed for the group in the year.
    Missing {
        /// The groups that were asked about; at least one.
        asked: Vec<PartOfWhole>,
        /// The same group in the nearest years that have a number.
        neighbours: Vec<PartOfWhole>,
        /// What is printed of the year for the groups that the question is part of.
        around: Vec<PartOfWhole>,
    },
}

impl Finding {
    /// All numbers of the sentence, those behind a change included.
    pub fn cells(&self) -> Vec<&Cell> {
        let growth = match self {
            Self::Overview { growth, .. } => Some(growth),
            _ => None,
        };
        self.parts().into_iter().flat_map(PartOfWhole::cells).chain(growth).collect()
    }

    /// The facts behind its numbers, each once.
    pub fn facts(&self) -> Vec<FactId> {
        distinct(self.cells().into_iter().flat_map(|cell| cell.facts().iter().copied()))
    }

    /// All parts that the sentence speaks of.
    pub fn parts(&self) -> Vec<&PartOfWhole> {
        match self {
            Self::Overview { all, new_drug, .. } => vec![all, new_drug],
            Self::Period { first, last } | Self::Trend { first, last, .. } => vec![first, last],
            Self::One { part, before } => std::iter::once(part).chain(before).collect(),
            Self::Several { parts } => parts.iter().collect(),
            Self::Missing { neighbours, around, .. } => around.iter().chain(neighbours).collect(),
        }
    }
}

/// What a selection says; nothing when the dataset lacks trials, new-drug trials or years altogether.
pub fn finding(facts: &Facts, selection: &Selection) -> Option<Finding> {
    let measure = facts.codes().measure("trials")?;
    let new_drug = group_of(facts, &[(Dimension::Purpose, "new_drug")])?;
    let (first, last) = facts.years()?;
    let finder = Finder { facts, selection, measure, new_drug, years: (first.0..=last.0).map(Year).collect() };
    if selection.active().next().is_none() { finder.overview() } else { finder.groups() }
}

struct Finder<'a> {
    facts: &'a Facts,
    selection: &'a Selection,
    measure: MeasureId,
    new_drug: Group,
    years: Vec<Year>,
}

/// What a group is a part of: the first of these that it names, set to its total. The order is that of the reports' own shares.
pub const BREAKDOWNS: [Dimension; 5] =
    [Dimension::Phase, Dimension::Disease, Dimension::Population, Dimension::RegClass, Dimension::ProductType];

/// What a group is a part of; itself for all registered trials.
fn whole_of(group: Group) -> Group {
    let mut broken = BREAKDOWNS.into_iter().chain([Dimension::Purpose]);
    let widened = broken.find(|dimension| group.get(*dimension).is_some());
    widened.map_or(group, |dimension| group.with(dimension, None))
}

impl Finder<'_> {
    fn overview(&self) -> Option<Finding> {
        if let Years::Range(first, last) = self.selection.years {
            return Some(Finding::Period {
                first: self.part(first, Group::TOTAL),
                last: self.part(last, Group::TOTAL),
            });
        }
        let year = self.latest(Group::TOTAL)?;
        let question = Question {
            year,
            measure: self.measure,
            statistic: Statistic::Growth,
            group: Group::TOTAL,
            denominator: None,
        };
        Some(Finding::Overview {
            all: self.part(year, Group::TOTAL),
            growth: answer(self.facts, &question),
            new_drug: self.part(year, self.new_drug),
        })
    }

    fn groups(&self) -> Option<Finding> {
        let asked = self.asked();
        if let ([group], Years::Range(from, to)) = (asked.as_slice(), self.selection.years) {
            // Both ends must say the same thing: shares if two years have them, else counts.
            let with = |has: fn(&PartOfWhole) -> bool| -> Vec<PartOfWhole> {
                self.chosen_years().map(|year| self.part(year, *group)).filter(has).collect()
            };
            let shares = with(|part| !part.share.is_empty());
            let printed = if shares.len() > 1 { shares } else { with(|part| !part.count.is_empty()) };
            if let [first, .., last] = printed.as_slice() {
                let is_printed = |year: &Year| first.year == *year || last.year == *year;
                let unprinted = [from, to].into_iter().filter(|year| !is_printed(year)).collect();
                return Some(Finding::Trend { first: first.clone(), last: last.clone(), unprinted });
            }
        }
        let year = match self.selection.years {
            Years::One(year) => year,
            _ => asked
                .iter()
                .filter_map(|group| self.latest(*group))
                .max()
                .or_else(|| self.chosen_years().next_back())?,
        };
        let parts: Vec<PartOfWhole> =
            asked.iter().map(|group| self.part(year, *group)).filter(|part| !part.is_empty()).collect();
        Some(match <[PartOfWhole; 1]>::try_from(parts) {
            Ok([part]) => Finding::One { before: self.before(&part), part },
            Err(parts) if parts.is_empty() => self.missing(year, &asked),
            Err(parts) => Finding::Several { parts },
        })
    }

    /// The groups that the selection asks about: for a disease area alone, each product type, as their sum is never printed.
    fn asked(&self) -> Vec<Group> {
        let mut groups = vec![self.new_drug];
        for filter in self.selection.active() {
            let codes = self.selection.codes(filter);
            let narrowed = |group: &Group| -> Vec<Group> {
                codes.iter().map(|code| group.with(filter.dimension(), Some(*code))).collect()
            };
            groups = groups.iter().flat_map(narrowed).collect();
        }
        let is_disease_alone = self.selection.active().eq([Filter::Disease]);
        if !is_disease_alone {
            return groups;
        }
        let codes = self.facts.codes();
        let top = || codes.of(Dimension::ProductType).filter(|code: &CodeId| codes.get(*code).parent.is_none());
        let of_diseases = |product| groups.iter().map(move |group| group.with(Dimension::ProductType, Some(product)));
        top().flat_map(of_diseases).collect()
    }

    fn missing(&self, year: Year, asked: &[Group]) -> Finding {
        let nearest = |years: &mut dyn Iterator<Item = Year>| {
            let [group] = asked else { return None };
            years.map(|year| self.part(year, *group)).find(|part| !part.is_empty())
        };
        let earlier = nearest(&mut self.years.iter().rev().copied().filter(|other| *other < year));
        let later = nearest(&mut self.years.iter().copied().filter(|other| *other > year));
        let mut wider = vec![self.new_drug];
        let without_one = |group: &Group| -> Vec<Group> {
            BREAKDOWNS.iter().filter(|of| group.get(**of).is_some()).map(|of| group.with(*of, None)).collect()
        };
        wider.extend(asked.iter().flat_map(without_one).filter(|wider| !asked.contains(wider)));
        let mut seen = Vec::new();
        wider.retain(|group| {
            !seen.contains(group) && {
                seen.push(*group);
                true
            }
        });
        let around = wider.into_iter().map(|group| self.part(year, group)).filter(|part| !part.is_empty()).collect();
        Finding::Missing {
            asked: asked.iter().map(|group| self.part(year, *group)).collect(),
            neighbours: earlier.into_iter().chain(later).collect(),
            around,
        }
    }

    /// The same group in the nearest earlier year that has a share.
    fn before(&self, part: &PartOfWhole) -> Option<PartOfWhole> {
        let earlier = self.years.iter().rev().copied().filter(|year| *year < part.year);
        earlier.map(|year| self.part(year, part.group)).find(|before| !before.share.is_empty())
    }

    fn chosen_years(&self) -> impl DoubleEndedIterator<Item = Year> + '_ {
        self.years.iter().copied().filter(|year| self.selection.years.contains(*year))
    }

    /// The latest chosen year in which the group has a number.
    fn latest(&self, group: Group) -> Option<Year> {
        self.chosen_years().rev().find(|year| !self.part(*year, group).is_empty())
    }

    fn part(&self, year: Year, group: Group) -> PartOfWhole {
        let whole_group = whole_of(group);
        let ask = |statistic, group: Group| {
            let denominator = (statistic == Statistic::Share).then_some(whole_group);
            answer(self.facts, &Question { year, measure: self.measure, statistic, group, denominator })
        };
        PartOfWhole {
            year,
            group,
            whole_group,
            count: ask(Statistic::Count, group),
            whole: ask(Statistic::Count, whole_group),
            share: ask(Statistic::Share, group),
        }
    }
}
