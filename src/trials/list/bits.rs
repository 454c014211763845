//! Sets of trials, a bit for each: what makes counting a matter of a few thousand words.

use serde::{Deserialize, Serialize};

/// A set of trials by their positions in the list.
#[derive(Clone, PartialEq, Eq, Debug, Default, Deserialize, Serialize)]
pub(crate) struct Bits(Vec<u64>);

impl Bits {
    /// The empty set among so many trials.
    pub(crate) fn none(trials: usize) -> Self {
        Self(vec![0; trials.div_ceil(64)])
    }

    /// All of so many trials.
    pub(crate) fn all(trials: usize) -> Self {
        let mut words = vec![u64::MAX; trials.div_ceil(64)];
        if let (Some(last), rest @ 1..) = (words.last_mut(), trials % 64) {
            *last = (1 << rest) - 1;
        }
        Self(words)
    }

    /// Puts a trial in.
    pub(crate) fn insert(&mut self, position: usize) {
        if let Some(word) = self.0.get_mut(position / 64) {
            *word |= 1 << (position % 64);
        }
    }

    /// Puts all of another set in.
    pub(crate) fn unite(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(own, other)| *own |= other);
    }

    /// Leaves only what is in another set too.
    pub(crate) fn intersect(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(own, other)| *own &= other);
    }

    /// How many there are.
    pub(crate) fn count(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    /// How many of the positions from `start` up to `end` are in both sets.
    pub(crate) fn count_both(&self, other: &Self, start: usize, end: usize) -> u32 {
        if start >= end {
            return 0;
        }
        let (first, last) = (start / 64, (end - 1) / 64);
        let (own, other) =
            (self.0.get(first..=last).unwrap_or_default(), other.0.get(first..=last).unwrap_or_default());
        let sum: u32 = own.iter().zip(other).map(|(own, other)| (own & other).count_ones()).sum();
        // What stands in the first and last word beside the positions does not count.
        let beside = |word: usize, mask: u64| match (own.get(word), other.get(word)) {
            (Some(own), Some(other)) => (own & other & mask).count_ones(),
            _ => 0,
        };
        let before = (1_u64 << (start % 64)) - 1;
        let after = if end.is_multiple_of(64) { 0 } else { u64::MAX << (end % 64) };
        sum - beside(0, before) - beside(last - first, after)
    }

    /// The positions from `start` up to `end` that are in the set, in order.
    pub(crate) fn positions(self, start: usize, end: usize) -> impl Iterator<Item = usize> {
        let words = self.0.into_iter().enumerate().skip(start / 64).take(end.div_ceil(64).saturating_sub(start / 64));
        words
            .flat_map(|(index, word)| {
                let next = |word: &u64| Some(word & word.wrapping_sub(1));
                let left = std::iter::successors(Some(word), next).take_while(|word| *word != 0);
                left.map(move |word| index * 64 + word.trailing_zeros() as usize)
            })
            .filter(move |position| (start..end).contains(position))
    }

    /// Bytes that it takes.
    pub(crate) const fn bytes(&self) -> usize {
        self.0.len() * 8
    }
}

#[cfg(test)]
mod tests {
    use super::Bits;

    #[test]
    fn counts_are_those_of_the_positions() {
        let mut every_third = Bits::none(200);
        (0..200).step_by(3).for_each(|position| every_third.insert(position));
        let all = Bits::all(200);
        assert_eq!((all.count(), every_third.count()), (200, 67));
        for start in [0, 1, 63, 64, 65, 128, 199, 200] {
            for end in [0, 1, 64, 65, 127, 128, 129, 200] {
                let expected: Vec<usize> = (start..end).filter(|position| position % 3 == 0).collect();
                let count = u32::try_from(expected.len());
                assert_eq!(Ok(every_third.count_both(&all, start, end)), count, "{start} to {end}");
                assert_eq!(every_third.clone().positions(start, end).collect::<Vec<_>>(), expected);
            }
        }
    }

    #[test]
    fn sets_are_united_and_intersected() {
        let (mut one, mut other) = (Bits::none(70), Bits::none(70));
        one.insert(1);
        one.insert(69);
        other.insert(69);
        one.intersect(&other);
        assert_eq!(one, other);
        other.insert(2);
        one.unite(&other);
        assert_eq!(one.positions(0, 70).collect::<Vec<_>>(), [2, 69]);
        assert_eq!(Bits::all(0).count() + Bits::all(64).count(), 64);
    }
}
