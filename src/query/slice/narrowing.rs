//! What each filter does to a figure: it marks, it narrows, or it is left aside.

use super::headings::Headings;
use super::slicer::Slicer;
use crate::dataset::{CodeId, Dimension, Group, distinct};
use crate::query::figure::Axis;
use crate::query::selection::Filter;
use crate::query::table::{Unmet, Why};

/// What a filter is to a figure.
enum Role {
    /// It chooses among what the figure breaks down.
    OnAxis,
    /// The figure is about it anyway.
    Included,
    /// It narrows the whole figure, where that is printed.
    Narrows(CodeId),
    /// The figure cannot obey it.
    Unmet(Why),
}

impl Slicer<'_> {
    /// The group that the figure is narrowed to, and the filters that it leaves aside.
    pub(super) fn narrowed(&self) -> (Group, Vec<Unmet>) {
        let mut unmet: Vec<Unmet> = Vec::new();
        let mut narrowing = Vec::new();
        for filter in self.selection.active() {
            match self.role(filter) {
                Role::OnAxis | Role::Included => {
                    if self.misses_a_choice(filter) {
                        unmet.push(Unmet { filter, why: Why::OnlyCoarser });
                    }
                }
                Role::Narrows(code) => narrowing.push((filter, code)),
                Role::Unmet(why) => unmet.push(Unmet { filter, why }),
            }
        }
        let group = self.widest_covered(&narrowing);
        for (filter, code) in narrowing {
            if group.get(filter.dimension()) != Some(code) {
                unmet.push(Unmet { filter, why: Why::NotPrinted });
            }
        }
        (group, distinct(unmet))
    }

    /// The filters that would narrow the whole figure, with what they choose.
    pub(super) fn narrowing(&self) -> Vec<(Filter, CodeId)> {
        let active = self.selection.active().map(|filter| (filter, self.role(filter)));
        let narrows = |(filter, role)| if let Role::Narrows(code) = role { Some((filter, code)) } else { None };
        active.filter_map(narrows).collect()
    }

    fn role(&self, filter: Filter) -> Role {
        let dimension = filter.dimension();
        let codes = self.facts.codes();
        if [self.figure.rows, self.figure.columns].iter().any(|axis| axis.dimensions().contains(&dimension)) {
            let chosen = self.selection.codes(filter);
            let reaches =
                self.members_of(dimension).any(|member| chosen.iter().any(|code| codes.is_within(member, *code)));
            return if reaches { Role::OnAxis } else { Role::Unmet(Why::OnlyCoarser) };
        }
        let Some(chosen) = self.selection.single(filter) else { return Role::Unmet(Why::SeveralChosen) };
        match self.fixed.get(dimension) {
            Some(fixed) if codes.is_within(fixed, chosen) => Role::Included,
            Some(fixed) if !codes.is_within(chosen, fixed) => Role::Unmet(Why::OtherSubject),
            _ => Role::Narrows(chosen),
        }
    }

    /// Whether one of the codes chosen on an axis is neither a member of it nor above one.
    fn misses_a_choice(&self, filter: Filter) -> bool {
        let members: Vec<CodeId> = self.members_of(filter.dimension()).collect();
        let reaches = |code: CodeId| members.iter().any(|member| self.facts.codes().is_within(*member, code));
        !members.is_empty() && self.selection.codes(filter).iter().any(|code| !reaches(*code))
    }

    fn members_of(&self, dimension: Dimension) -> impl Iterator<Item = CodeId> + '_ {
        let headings = Headings { facts: self.facts, selection: self.selection };
        [self.figure.rows, self.figure.columns].into_iter().flat_map(move |axis| match axis {
            Axis::Codes(of, members) | Axis::CodesAndTotal(of, members) | Axis::PartsAndWhole(of, members)
                if of == dimension =>
            {
                headings.members(of, members)
            }
            Axis::Nested((outer, members), _) if outer == dimension => headings.members(outer, members),
            Axis::Nested(_, (inner, members)) if inner == dimension => headings.members(inner, members),
            Axis::Groups(groups) => {
                let codes = groups.iter().flat_map(|codes| codes.iter()).filter(|(of, _)| *of == dimension);
                codes.filter_map(|(of, code)| self.facts.codes().find(*of, code)).collect()
            }
            _ => Vec::new(),
        })
    }

    /// The figure's own group with as many of the filters as some year prints together;
    /// among equally many the choice with the most numbers, then the filter that stands first in the filter bar.
    fn widest_covered(&self, narrowing: &[(Filter, CodeId)]) -> Group {
        let subsets = 1_usize << narrowing.len();
        let group = |subset: usize| {
            let kept = narrowing.iter().enumerate().filter(|(position, _)| subset & (1 << position) != 0);
            kept.fold(self.fixed, |group, (_, (filter, code))| group.with(filter.dimension(), Some(*code)))
        };
        (1..subsets)
            .map(|subset| (subset.count_ones(), self.numbers_of_all_statistics(group(subset)), subset))
            .filter(|(_, numbers, _)| *numbers > 0)
            .max_by_key(|(kept, numbers, subset)| (*kept, *numbers, std::cmp::Reverse(*subset)))
            .map_or(self.fixed, |(_, _, subset)| group(subset))
    }

    fn numbers_of_all_statistics(&self, group: Group) -> usize {
        self.figure.statistics.iter().map(|statistic| self.numbers(group, *statistic)).sum()
    }
}
