//! Parts against wholes: counts, and shares of one denominator.

use std::collections::{HashMap, HashSet};

use super::discrepancy::{Check, Discrepancy, Reconciliation};
use super::interval::{Interval, PARTS, exact_quotient, parts};
use crate::dataset::codes::{CodeId, Codes, MeasureId};
use crate::dataset::decimal::Decimal;
use crate::dataset::dimension::Dimension;
use crate::dataset::fact::{Fact, FactId, Group, Statistic};
use crate::dataset::facts::Facts;
use crate::dataset::year::Year;

/// Sums of areas that the reports print beside the areas themselves: no parts of the total next to those.
const COMBINED_DISEASES: [&str; 3] = ["respiratory_and_digestive", TCM_2021, TCM_2023];

/// Codes that do not overlap, and what they are parts of.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Partition {
    dimension: Dimension,
    /// The code that the parts make up; nothing for the total.
    whole: Option<CodeId>,
    parts: Vec<CodeId>,
    /// Whether there are no other parts.
    is_complete: bool,
}

/// Parts by name: their dimension, the code that they make up (nothing for the total), their codes, and whether there are no others.
type Named = (Dimension, Option<&'static str>, &'static [&'static str], bool);

/// The partitions that the definitions in the code lists allow, whose parts are not the children of their whole.
///
/// Absent on purpose: statuses, drug targets and named products, which overlap.
const NAMED: &[Named] = {
    use Dimension::{
        Disease, Modality, Phase, Population, ProductType, Purpose, RegClass, Region, Registry, Scope, Sponsor,
    };
    &[
        (Purpose, None, &["new_drug", "be"], true),
        (ProductType, None, &["chemical", "biological", "tcm"], true),
        (ProductType, Some("biological"), &["biological_therapeutic", "biological_preventive"], true),
        (RegClass, None, &["1", "2", "old_6"], false),
        (Phase, None, &["I", "II", "III", "IV"], false),
        (Disease, Some("respiratory_and_digestive"), &["respiratory", "digestive"], true),
        // Gynaecology, the fifth area, has no code.
        (Disease, Some(TCM_2021), &["psychiatry_neurology", "digestive", "respiratory", "cardiovascular"], false),
        (Disease, Some(TCM_2023), TCM_AREAS_2023, true),
        (Scope, None, &["domestic", "mrct", "other"], true),
        (Sponsor, None, &["domestic", "foreign"], true),
        (Population, Some("elderly_or_paediatric"), &["paediatric_only", "elderly_only"], true),
        (Modality, Some("stem_cell"), STEM_CELLS, true),
        (Registry, None, &["chictr", "clinicaltrials_gov"], false),
        (Region, None, &["domestic_sites", "foreign_sites"], true),
    ]
};
const TCM_2021: &str = "tcm_five_areas_2021";
const TCM_2023: &str = "tcm_five_areas_2023";
const TCM_AREAS_2023: &[&str] =
    &["respiratory", "dermatology_ent_ophthalmology", "cardiovascular", "digestive", "psychiatry_neurology"];
const STEM_CELLS: &[&str] = &["msc", "haematopoietic_stem_cell", "pluripotent_stem_cell", "other_stem_cell"];

/// Wholes whose children in the code lists do not overlap; there may be other parts.
const OF_CHILDREN: [(Dimension, &str); 7] = [
    (Dimension::Population, "paediatric_included"),
    (Dimension::Modality, "cgt"),
    (Dimension::Modality, "cell_therapy"),
    (Dimension::Modality, "gene_therapy"),
    (Dimension::Modality, "vaccine"),
    (Dimension::Modality, "imaging_radiopharmaceutical"),
    (Dimension::Region, PROVINCES),
];
/// The code whose children are the provinces: they are parts of the total as well.
const PROVINCES: &str = "domestic_sites";

/// The partitions whose codes exist.
fn partitions(codes: &Codes) -> Vec<Partition> {
    let named = NAMED.iter().filter_map(|named| by_name(codes, named));
    let children = OF_CHILDREN.iter().filter_map(|(dimension, whole)| of_children(codes, *dimension, whole));
    let provinces = of_children(codes, Dimension::Region, PROVINCES).map(|parts| Partition { whole: None, ..parts });
    let all = named.chain(children).chain(provinces).chain([disease_areas(codes)]);
    all.filter(|partition| !partition.parts.is_empty()).collect()
}

fn by_name(codes: &Codes, (dimension, whole, parts, is_complete): &Named) -> Option<Partition> {
    let find = |code: &&str| codes.find(*dimension, code);
    let whole = match whole {
        Some(code) => Some(find(code)?),
        None => None,
    };
    let parts = parts.iter().map(find).collect::<Option<Vec<_>>>()?;
    Some(Partition { dimension: *dimension, whole, parts, is_complete: *is_complete })
}

fn of_children(codes: &Codes, dimension: Dimension, whole: &str) -> Option<Partition> {
    let whole = codes.find(dimension, whole)?;
    Some(Partition { dimension, whole: Some(whole), parts: codes.children(whole).collect(), is_complete: false })
}

/// The areas of the total. What a reader adds under an area is part of that one.
fn disease_areas(codes: &Codes) -> Partition {
    let areas = codes.of(Dimension::Disease).filter(|id| {
        let code = codes.get(*id);
        code.parent.is_none() && !COMBINED_DISEASES.contains(&code.code.as_str())
    });
    Partition { dimension: Dimension::Disease, whole: None, parts: areas.collect(), is_complete: false }
}

/// What makes facts addable.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
struct Basis {
    year: Year,
    measure: MeasureId,
    /// For shares the denominator, nothing for counts.
    denominator: Option<Group>,
}

impl Basis {
    fn of(fact: &Fact) -> Option<Self> {
        let denominator = match fact.key.statistic {
            Statistic::Count => None,
            // A rate has no denominator, and rates of parts do not add up.
            Statistic::Share => Some(fact.denominator()?),
            Statistic::Mean | Statistic::Growth => return None,
        };
        Some(Self { year: fact.key.year, measure: fact.key.measure, denominator })
    }
}

/// Every whole of which parts are printed.
pub(super) fn check(facts: &Facts, reconciliation: &mut Reconciliation) {
    let partitions = partitions(facts.codes());
    let addable = || facts.all().filter_map(|(id, fact)| Some((id, fact.key.group, Basis::of(fact)?)));
    let printed: HashMap<(Basis, Group), FactId> = addable().map(|(id, group, basis)| ((basis, group), id)).collect();
    for partition in &partitions {
        let mut wholes = HashSet::new();
        for (_, group, basis) in addable() {
            let is_part = group.get(partition.dimension).is_some_and(|code| partition.parts.contains(&code));
            let whole = group.with(partition.dimension, partition.whole);
            if is_part && wholes.insert((basis, whole)) {
                check_whole(facts, partition, basis, whole, &printed, reconciliation);
            }
        }
    }
}

fn check_whole(
    facts: &Facts,
    partition: &Partition,
    basis: Basis,
    whole: Group,
    printed: &HashMap<(Basis, Group), FactId>,
    reconciliation: &mut Reconciliation,
) {
    let part = |code: &CodeId| printed.get(&(basis, whole.with(partition.dimension, Some(*code)))).copied();
    let found: Vec<FactId> = partition.parts.iter().filter_map(part).collect();
    let whole_fact = printed.get(&(basis, whole)).copied();
    let is_denominator = basis.denominator == Some(whole);
    let expected = match whole_fact {
        Some(id) => Interval::of(facts.fact(id)),
        // That one share is at most 100 is no comparison.
        None if is_denominator && found.len() > 1 => Interval::WHOLE,
        None => return,
    };
    let all_parts = partition.is_complete && found.len() == partition.parts.len();
    let sum =
        found.iter().map(|id| Interval::of(facts.fact(*id))).fold(Interval { low: 0, high: Some(0) }, Interval::plus);
    let is_small_enough = expected.high.is_none_or(|most| sum.low <= most);
    let is_large_enough = !all_parts || sum.high.is_none_or(|most| most >= expected.low);
    let finding = (!(is_small_enough && is_large_enough)).then(|| {
        let sum = printed_sum(found.iter().map(|id| facts.fact(*id).value));
        Discrepancy::Sum { parts: found, whole: whole_fact, sum, all_parts }
    });
    reconciliation.record(if all_parts { Check::FullSums } else { Check::PartialSums }, finding);
}

fn printed_sum(values: impl Iterator<Item = Decimal>) -> Decimal {
    exact_quotient(values.map(parts).sum(), PARTS)
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a failed expectation is a failed test")]
mod tests {
    use super::partitions;
    use crate::dataset::Facts;

    #[test]
    fn every_partition_names_codes_that_exist() {
        let codes = Facts::shipped().expect("the shipped data").codes();
        // A name that is not in codes.csv would drop its partition without a word.
        assert_eq!(partitions(codes).len(), 23);
    }
}
