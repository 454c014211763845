//! How often the trials' sites, or leading units, stand in a region.

use serde::{Deserialize, Serialize};

use rustc_hash::FxHashMap;

use super::bits::Bits;
use crate::dataset::{CodeId, Codes};

/// For each region the rows that have sites there, with how many; for no region all sites.
#[derive(Default)]
pub(super) struct Regions(FxHashMap<Option<CodeId>, Vec<(u32, u16)>>);

impl Regions {
    pub(super) fn push(&mut self, codes: &Codes, row: u32, sites: &[Option<CodeId>]) {
        for site in sites {
            let above = site.iter().flat_map(|site| codes.lineage(*site).map(Some));
            for region in above.chain([None]) {
                let rows = self.0.entry(region).or_default();
                match rows.last_mut() {
                    Some((last, count)) if *last == row => *count = count.saturating_add(1),
                    _ => rows.push((row, 1)),
                }
            }
        }
    }
}

/// The numbers of sites as sets, one for each binary digit: the third has the trials whose number has a four in it.
/// So the sites of any set of trials are counted as trials are.
#[derive(Clone, PartialEq, Eq, Debug, Default, Deserialize, Serialize)]
pub(crate) struct Participations(FxHashMap<Option<CodeId>, Vec<Bits>>);

impl Participations {
    pub(super) fn new(regions: &Regions, position_of: &[Option<usize>], trials: usize) -> Self {
        let digits = |rows: &Vec<(u32, u16)>| {
            let largest = rows.iter().map(|(_, count)| *count).max().unwrap_or_default();
            let mut digits = vec![Bits::none(trials); (u16::BITS - largest.leading_zeros()) as usize];
            for (row, count) in rows {
                let Some(position) = position_of.get(*row as usize).copied().flatten() else { continue };
                for (digit, set) in digits.iter_mut().enumerate() {
                    if count & (1 << digit) != 0 {
                        set.insert(position);
                    }
                }
            }
            digits
        };
        Self(regions.0.iter().map(|(region, rows)| (*region, digits(rows))).collect())
    }

    fn digits(&self, region: Option<CodeId>) -> &[Bits] {
        self.0.get(&region).map_or(&[], Vec::as_slice)
    }

    /// The regions that have any site.
    pub(super) fn regions(&self) -> impl Iterator<Item = CodeId> + '_ {
        self.0.keys().copied().flatten()
    }

    /// How many sites in a region some trials have, of those at the positions from `start` up to `end`.
    pub(crate) fn count(&self, region: Option<CodeId>, among: &Bits, start: usize, end: usize) -> u32 {
        let of_digit = |(digit, set): (usize, &Bits)| among.count_both(set, start, end) << digit;
        self.digits(region).iter().enumerate().map(of_digit).sum()
    }

    /// The trials that have any site in a region.
    pub(crate) fn trials(&self, region: Option<CodeId>, trials: usize) -> Bits {
        let mut any = Bits::none(trials);
        self.digits(region).iter().for_each(|digit| any.unite(digit));
        any
    }

    /// Bytes that they take.
    pub(crate) fn bytes(&self) -> usize {
        self.0.values().flatten().map(Bits::bytes).sum()
    }
}
