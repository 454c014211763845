//! What stands along the axes of a figure for a selection, years apart: codes, and what is marked among them.

use crate::dataset::{CodeId, Dimension, Facts};
use crate::query::figure::{Axis, Codes, Members};
use crate::query::selection::{Filter, Selection};
use crate::query::table::Heading;

/// Makes the headings of a figure's axes.
#[derive(Clone, Copy)]
pub(super) struct Headings<'a> {
    pub(super) facts: &'a Facts,
    pub(super) selection: &'a Selection,
}

impl Headings<'_> {
    /// The headings of an axis without years, as the filters leave them.
    pub(super) fn of(&self, axis: Axis) -> Vec<Heading> {
        let itself = Heading { year: None, codes: Vec::new(), is_marked: false };
        match axis {
            Axis::Years | Axis::PrintedSpan | Axis::PrintedYears | Axis::TwoYears | Axis::Itself => vec![itself],
            Axis::Codes(dimension, members) => self.code_headings(dimension, members),
            Axis::CodesAndTotal(dimension, members) | Axis::PartsAndWhole(dimension, members) => {
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
                codes.iter().map(|(dimension, code)| Some((*dimension, self.facts.codes().find(*dimension, code)?)));
            Some(Heading { year: None, codes: found.collect::<Option<Vec<_>>>()?, is_marked: false })
        };
        let headings: Vec<Heading> = groups.iter().filter_map(heading).collect();
        let answers = |heading: &Heading, filter: Filter| {
            let own = heading.codes.iter().find(|(dimension, _)| *dimension == filter.dimension());
            own.is_some_and(|(_, own)| {
                self.selection.codes(filter).iter().any(|code| self.facts.codes().is_within(*own, *code))
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
        let is_chosen = |member: CodeId| chosen.iter().any(|code| self.facts.codes().is_within(member, *code));
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
        let codes = self.facts.codes();
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
