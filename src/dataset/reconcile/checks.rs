//! All checks, one after the other.

use super::discrepancy::{Check, Discrepancy, Reconciliation};
use super::{growth, shares, sums};
use crate::dataset::codes::OWN_KIND;
use crate::dataset::library::Library;
use crate::dataset::source::SourceId;

/// Reconciliation: holds all facts against each other.
///
/// A fact with a qualifier counts as the bound that it is, or, when it is only approximate, as no bound at all.
pub fn reconcile(library: Library<'_>) -> Reconciliation {
    let facts = library.facts();
    let mut reconciliation = Reconciliation::default();
    shares::against_counts(facts, &mut reconciliation);
    shares::whole_numbers(facts, &mut reconciliation);
    sums::check(facts, &mut reconciliation);
    growth::check(facts, &mut reconciliation);
    shares::denominators(facts, &mut reconciliation);
    addresses(library, &mut reconciliation);
    // Stable: within a check the order of the files stays.
    reconciliation.findings.sort_by_key(Discrepancy::check);
    reconciliation
}

fn addresses(library: Library<'_>, reconciliation: &mut Reconciliation) {
    let all = (0..=u16::MAX).map(SourceId).zip(library.sources());
    // What the reader has entered himself has no address.
    for (source, row) in all.filter(|(_, row)| row.kind != OWN_KIND) {
        let finding = row.url.is_empty().then_some(Discrepancy::SourceWithoutAddress { source });
        reconciliation.record(Check::Addresses, finding);
    }
}
