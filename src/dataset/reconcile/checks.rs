//! All checks, one after the other.

use super::finding::{Check, Finding, Reconciliation};
use super::{growth, shares, sums};
use crate::dataset::source::SourceId;
use crate::dataset::whole::Dataset;

/// Holds all printed figures against each other.
///
/// A figure with a qualifier counts as the bound that it is, or, when it is only approximate, as no bound at all.
pub fn reconcile(dataset: &Dataset) -> Reconciliation {
    let mut reconciliation = Reconciliation::default();
    shares::against_counts(dataset, &mut reconciliation);
    shares::whole_numbers(dataset, &mut reconciliation);
    sums::check(dataset, &mut reconciliation);
    growth::check(dataset, &mut reconciliation);
    shares::denominators(dataset, &mut reconciliation);
    addresses(dataset, &mut reconciliation);
    // Stable: within a check the order of the files stays.
    reconciliation.findings.sort_by_key(Finding::check);
    reconciliation
}

fn addresses(dataset: &Dataset, reconciliation: &mut Reconciliation) {
    for (source, row) in (0..=u16::MAX).map(SourceId).zip(dataset.sources()) {
        let finding = row.url.is_empty().then_some(Finding::SourceWithoutAddress { source });
        reconciliation.record(Check::Addresses, finding);
    }
}
